namespace Deventer4GlobalGoals.Cms.Published;

/// <summary>One item as the database holds it, in one state: published, or the draft that editors see.</summary>
/// <param name="Id">The node id.</param>
/// <param name="Key">The node key.</param>
/// <param name="ParentId">The parent's id, -1 at the root.</param>
/// <param name="Path">Umbraco's comma separated id path, from -1 to the item itself.</param>
/// <param name="Level">1 at the root.</param>
/// <param name="SortOrder">Place among its siblings, from 0.</param>
/// <param name="ContentTypeId">The id of the document or media type.</param>
/// <param name="TemplateId">The template, null where the item has none; always null for media.</param>
/// <param name="CreatorId">Umbraco's user id.</param>
/// <param name="WriterId">The user who wrote this version.</param>
/// <param name="CreateDate">When the node was made, UTC.</param>
/// <param name="UpdateDate">The date of this version, UTC.</param>
/// <param name="Name">The invariant name; for a varying item the name in the default language.</param>
/// <param name="Published">Whether a published version exists; true for every media item that is not in the bin.</param>
/// <param name="Trashed">Whether it lies in the recycle bin; such items are never in a snapshot.</param>
/// <param name="Cultures">Empty when the type is invariant. A published record lists the published cultures only, a draft every culture.</param>
/// <param name="Values">The values of this version, still to be read.</param>
public sealed record PublishedRecord(
    int Id,
    Guid Key,
    int ParentId,
    string Path,
    int Level,
    int SortOrder,
    int ContentTypeId,
    int? TemplateId,
    int CreatorId,
    int WriterId,
    DateTime CreateDate,
    DateTime UpdateDate,
    string Name,
    bool Published,
    bool Trashed,
    IReadOnlyList<PublishedCulture> Cultures,
    PublishedValues Values);

/// <param name="Culture">ISO code as the language has it, for example en-US.</param>
/// <param name="Name">The item's name in that culture.</param>
/// <param name="Date">When that culture was last changed or published, UTC.</param>
/// <param name="Published">Whether the culture is published; always true in a published record.</param>
public readonly record struct PublishedCulture(string Culture, string Name, DateTime Date, bool Published);

/// <param name="Alias">The property type's alias.</param>
/// <param name="Culture">Null for an invariant value.</param>
/// <param name="Source">What the property editor stored: string, int, decimal or DateTime.</param>
public readonly record struct PublishedValue(string Alias, string? Culture, object Source);

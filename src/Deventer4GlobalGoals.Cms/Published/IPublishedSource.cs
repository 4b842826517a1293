using Umbraco.Cms.Core.Models.PublishedContent;

namespace Deventer4GlobalGoals.Cms.Published;

/// <summary>
/// Where a snapshot gets its records from. It reads what is committed, on a connection of its own and outside any ambient scope:
/// a snapshot must never hold what may still be rolled back.
/// </summary>
public interface IPublishedSource
{
    /// <summary>
    /// Streams every item of the kind, in any order, without those in the recycle bin.
    /// With <paramref name="draft"/> false only items that have a published version, in that version.
    /// </summary>
    IEnumerable<PublishedRecord> LoadAll(PublishedItemType kind, bool draft);

    /// <summary>
    /// The items with these keys that <see cref="LoadAll"/> would give; a key that is unknown, unpublished or in the bin is left out.
    /// May be called with thousands of keys.
    /// </summary>
    IReadOnlyList<PublishedRecord> Load(PublishedItemType kind, bool draft, IReadOnlyCollection<Guid> keys);
}

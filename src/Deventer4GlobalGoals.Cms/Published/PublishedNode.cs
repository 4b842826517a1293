using Deventer4GlobalGoals.Cms.Kept;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Published;

/// <summary>What every node of every snapshot shares.</summary>
internal sealed record NodeServices(
    Umbraco.Cms.Core.PublishedCache.IPublishedContentTypeCache Types,
    NodeModels Models,
    IVariationContextAccessor Variation,
    Generations Generations,
    WarmNodes Warm);

/// <summary>
/// One item in one snapshot. Type, properties, cultures and typed model are made when first asked for;
/// two threads that ask at once may both make them, and one result wins. All but the type are forgotten again when
/// many other nodes were asked for since, so what a site of any size holds is its records and the pages in use.
/// </summary>
internal sealed class PublishedNode(PublishedRecord record, SnapshotStore store, bool draft)
    : PublishedContentBase(store.Services.Variation)
{
    private IPublishedContentType? _type;
    private CultureTable? _cultures;
    private IReadOnlyList<PublishedValue>? _values;
    private IPublishedProperty?[]? _properties;
    private IPublishedContent? _model;
    private int _isWarm;

    public PublishedRecord Record => record;

    public IReadOnlyList<PublishedValue> Values => Volatile.Read(ref _values) ?? Warmed(ref _values, record.Values.Read());

    /// <summary>The node as the site's typed model, or itself where the site has none for its type.</summary>
    public IPublishedContent Model =>
        Volatile.Read(ref _model) ?? Warmed(ref _model, store.Services.Models.Make(this));

    public override IPublishedContentType ContentType =>
        Volatile.Read(ref _type) ?? Keep(ref _type, store.Services.Types.Get(store.Kind, record.ContentTypeId));

    public override IReadOnlyDictionary<string, PublishedCultureInfo> Cultures
    {
        get
        {
            AnswerUse.Shows(record.Key);
            return Volatile.Read(ref _cultures) ?? Warmed(ref _cultures, CultureTable.Of(record, ContentType.VariesByCulture()));
        }
    }

    public override IEnumerable<IPublishedProperty> Properties =>
        ContentType.PropertyTypes.Select((_, index) => PropertyAt(index));

    public override Guid Key => record.Key;

    public override int Id => record.Id;

    public override int SortOrder => record.SortOrder;

    [Obsolete("As in the base class: ask the navigation query service.")]
    public override int Level => record.Level;

    [Obsolete("As in the base class: ask the navigation query service.")]
    public override string Path => record.Path;

    public override int? TemplateId => record.TemplateId;

    public override int CreatorId => record.CreatorId;

    public override DateTime CreateDate => record.CreateDate;

    public override int WriterId => record.WriterId;

    public override DateTime UpdateDate => record.UpdateDate;

    public override PublishedItemType ItemType => store.Kind;

    [Obsolete("As in the base class: ask the navigation query service.")]
    public override IPublishedContent? Parent => store.Current(draft).Find(record.ParentId)?.Model;

    public bool IsDraftSnapshot => draft;

    public override bool IsDraft(string? culture = null) =>
        draft && (!ContentType.VariesByCulture() || Cultures.ContainsKey(Contextual(culture)));

    public override bool IsPublished(string? culture = null)
    {
        if (!record.Published || !ContentType.VariesByCulture())
        {
            return record.Published;
        }

        var wanted = Contextual(culture);
        return record.Cultures.Any(held =>
            held.Published && string.Equals(held.Culture, wanted, StringComparison.OrdinalIgnoreCase));
    }

    public override IPublishedProperty? GetProperty(string alias)
    {
        var index = ContentType.GetPropertyIndex(alias);
        return index < 0 ? null : PropertyAt(index);
    }

    /// <summary>Forgets what can be made again. Whoever holds a property or the model goes on with it.</summary>
    public void Cool()
    {
        // First, so that whatever is made from here on is reported again.
        Volatile.Write(ref _isWarm, 0);
        Volatile.Write(ref _model, null);
        Volatile.Write(ref _properties, null);
        Volatile.Write(ref _values, null);
        Volatile.Write(ref _cultures, null);
    }

    private T Warmed<T>(ref T? field, T made)
        where T : class
    {
        if (Interlocked.Exchange(ref _isWarm, 1) == 0)
        {
            store.Services.Warm.Add(this);
        }

        return Keep(ref field, made);
    }

    private IPublishedProperty PropertyAt(int index)
    {
        AnswerUse.Shows(record.Key);
        var properties = Volatile.Read(ref _properties)
            ?? Warmed(ref _properties, new IPublishedProperty?[ContentType.PropertyTypes.Count()]);
        return Volatile.Read(ref properties[index])
            ?? Keep(ref properties[index], new PublishedProperty(ContentType.GetPropertyType(index)!, this, store.Services));
    }

    private string Contextual(string? culture) =>
        culture ?? store.Services.Variation.VariationContext?.Culture ?? string.Empty;

    private static T Keep<T>(ref T? field, T made)
        where T : class => Interlocked.CompareExchange(ref field, made, null) ?? made;
}

using System.Collections.Concurrent;
using Deventer4GlobalGoals.Cms.Published;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PublishedCache;

namespace Deventer4GlobalGoals.Cms.Tests.Published;

/// <summary>A snapshot store over records in memory, with one culture-varying page type and real property types.</summary>
internal sealed class PublishedWorld
{
    public const int PageType = 1;
    public const int OtherType = 2;
    public const int MostWarm = 3;

    public PublishedWorld()
    {
        Services = new NodeServices(Types, new NodeModels(new NoopPublishedModelFactory(), new NoopPublishedValueFallback()), Variation, Generations, new WarmNodes(MostWarm));
        Store = new SnapshotStore(PublishedItemType.Content, Source, Services);
    }

    public MemorySource Source { get; } = new();

    public Generations Generations { get; } = new();

    public TestTypes Types { get; } = new();

    public ThreadVariation Variation { get; } = new();

    public NodeServices Services { get; }

    public SnapshotStore Store { get; }

    public static PublishedRecord Page(int id, int parent = -1, params PublishedValue[] values) => new(
        id, KeyOf(id), parent, $"-1,{id}", 1, 0, PageType, null, -1, -1,
        DateTime.UnixEpoch, DateTime.UnixEpoch, $"Pagina {id}", true, false,
        [new PublishedCulture("nl", $"Pagina {id}", DateTime.UnixEpoch, true), new PublishedCulture("en-US", $"Page {id}", DateTime.UnixEpoch, true)],
        PublishedValues.Of(values));

    public static Guid KeyOf(int id) => new(id, 0, 0, new byte[8]);

    public void Commit(params PublishedRecord[] records)
    {
        foreach (var record in records)
        {
            Source.Published[record.Key] = record;
            Store.Mark(record.Key);
        }

        Store.Flush();
    }
}

internal sealed class MemorySource : IPublishedSource
{
    public ConcurrentDictionary<Guid, PublishedRecord> Published { get; } = new();

    public ConcurrentDictionary<Guid, PublishedRecord> Drafts { get; } = new();

    public int Loads { get; private set; }

    public bool Broken { get; set; }

    public IEnumerable<PublishedRecord> LoadAll(PublishedItemType kind, bool draft) => (draft ? Drafts : Published).Values;

    public IReadOnlyList<PublishedRecord> Load(PublishedItemType kind, bool draft, IReadOnlyCollection<Guid> keys)
    {
        Loads++;
        return Broken
            ? throw new IOException("The database is away.")
            : [.. keys.Select(key => (draft ? Drafts : Published).GetValueOrDefault(key)).OfType<PublishedRecord>()];
    }
}

internal sealed class ThreadVariation : IVariationContextAccessor
{
    private readonly AsyncLocal<VariationContext?> _context = new();

    public VariationContext? VariationContext
    {
        get => _context.Value;
        set => _context.Value = value;
    }
}

internal sealed class TestTypes : IPublishedContentTypeCache, IPublishedContentTypeFactory
{
    private readonly ConcurrentDictionary<int, IPublishedContentType> _types = new();

    public PropertyCacheLevel Level { get; set; } = PropertyCacheLevel.Element;

    public int Conversions { get; private set; }

    public IPublishedContentType Get(PublishedItemType itemType, int id) => _types.GetOrAdd(id, Make);

    public IPublishedContentType Get(PublishedItemType itemType, Guid key) => Get(itemType, 1);

    public IPublishedContentType Get(PublishedItemType itemType, string alias) => Get(itemType, 1);

    public void ClearAll() => _types.Clear();

    public void ClearContentType(int id) => _types.TryRemove(id, out _);

    public void ClearDataType(int id) => _types.Clear();

    public IPublishedContentType CreateContentType(IContentTypeComposition contentType) => Make(contentType.Id);

    public IPublishedPropertyType CreatePropertyType(IPublishedContentType contentType, IPropertyType propertyType) =>
        Property(contentType, propertyType.Alias, propertyType.Variations);

    public IPublishedPropertyType CreatePropertyType(
        IPublishedContentType contentType, string propertyTypeAlias, int dataTypeId, ContentVariation variations) =>
        Property(contentType, propertyTypeAlias, variations);

    public IPublishedPropertyType CreateCorePropertyType(
        IPublishedContentType contentType, string propertyTypeAlias, int dataTypeId, ContentVariation variations) =>
        Property(contentType, propertyTypeAlias, variations);

    public PublishedDataType GetDataType(int id) => new(id, "Test.Text", null, new Lazy<object?>(() => null));

    public void NotifyDataTypeChanges(params int[] ids) => _types.Clear();

    private PublishedContentType Make(int id) => new(
        PublishedWorld.KeyOf(id), id, id == PublishedWorld.PageType ? "page" : "other", PublishedItemType.Content, [],
        type => [Property(type, "title", ContentVariation.Culture), Property(type, "year", ContentVariation.Nothing)],
        ContentVariation.Culture);

    private PublishedPropertyType Property(IPublishedContentType type, string alias, ContentVariation variations) =>
        new(type, alias, 1, true, variations, new PropertyValueConverterCollection(() => [new Counting(this)]), new NoopPublishedModelFactory(), this);

    private sealed class Counting(TestTypes types) : PropertyValueConverterBase
    {
        public override bool IsConverter(IPublishedPropertyType propertyType) => true;

        public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => types.Level;

        public override Type GetPropertyValueType(IPublishedPropertyType propertyType) => typeof(string);

        public override object? ConvertIntermediateToObject(
            IPublishedElement owner, IPublishedPropertyType propertyType, PropertyCacheLevel referenceCacheLevel, object? inter, bool preview)
        {
            types.Conversions++;
            return inter is null ? null : $"<{inter}>";
        }
    }
}

using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services.Navigation;

namespace Deventer4GlobalGoals.Cms.Delivery.Querying;

/// <summary>Where an item is in the tree, under the names that Umbraco's own index has for it.</summary>
public sealed class StructureIndexer(IDocumentNavigationQueryService navigation) : IContentIndexHandler
{
    internal const string Item = "itemId";
    internal const string Parent = "parentId";
    internal const string Ancestors = "ancestorIds";

    public IEnumerable<IndexFieldValue> GetFieldValues(IContent content, string? culture)
    {
        object[] above = navigation.TryGetAncestorsKeys(content.Key, out var keys) ? [.. keys.Cast<object>()] : [];
        return
        [
            new IndexFieldValue { FieldName = Item, Values = [content.Key] },
            new IndexFieldValue { FieldName = Parent, Values = above.Take(1) },
            new IndexFieldValue { FieldName = Ancestors, Values = above },
        ];
    }

    public IEnumerable<IndexField> GetFields() => new[] { Item, Parent, Ancestors }
        .Select(name => new IndexField { FieldName = name, FieldType = FieldType.StringRaw, VariesByCulture = false });
}

/// <summary>A selector that starts from one item, named by its key or its path: "children:/doelen".</summary>
public abstract class ItemSelector(
    string name,
    string fieldName,
    IPublishedContentCache contents,
    IRequestPreviewService preview,
    IApiContentPathResolver paths) : ISelectorHandler
{
    private readonly string _specifier = name + ":";

    public bool CanHandle(string query) => query.StartsWith(_specifier, StringComparison.OrdinalIgnoreCase);

    /// <summary>Without values, and so without results, when the item isn't there.</summary>
    public SelectorOption BuildSelectorOption(string selector) => new()
    {
        FieldName = fieldName,
        Values = Find(selector[_specifier.Length..].Trim()) is { } key ? [.. Values(key).Select(value => value.ToString("D"))] : [],
    };

    protected abstract IEnumerable<Guid> Values(Guid item);

    private Guid? Find(string item)
    {
        if (Guid.TryParse(item, out var key))
        {
            return contents.GetById(preview.IsPreview(), key)?.Key;
        }

        return item.Length == 0 ? null : paths.ResolveContentPath(item)?.Key;
    }
}

public sealed class AncestorsSelector(
    IPublishedContentCache contents,
    IRequestPreviewService preview,
    IApiContentPathResolver paths,
    IDocumentNavigationQueryService navigation) : ItemSelector("ancestors", StructureIndexer.Item, contents, preview, paths)
{
    protected override IEnumerable<Guid> Values(Guid item) => navigation.TryGetAncestorsKeys(item, out var keys) ? keys : [];
}

public sealed class ChildrenSelector(IPublishedContentCache contents, IRequestPreviewService preview, IApiContentPathResolver paths)
    : ItemSelector("children", StructureIndexer.Parent, contents, preview, paths)
{
    protected override IEnumerable<Guid> Values(Guid item) => [item];
}

public sealed class DescendantsSelector(IPublishedContentCache contents, IRequestPreviewService preview, IApiContentPathResolver paths)
    : ItemSelector("descendants", StructureIndexer.Ancestors, contents, preview, paths)
{
    protected override IEnumerable<Guid> Values(Guid item) => [item];
}

using System.Collections.Concurrent;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Published;

/// <summary>Published types by key, by alias and by id, each made once from its document, media or member type.</summary>
internal sealed class PublishedTypeCache(
    IPublishedContentTypeFactory factory,
    IContentTypeService contentTypes,
    IMediaTypeService mediaTypes,
    Generations generations) : IPublishedContentTypeCache
{
    private readonly ConcurrentDictionary<(PublishedItemType Kind, object Name), IPublishedContentType> _types = new();

    public void ClearAll()
    {
        _types.Clear();
        generations.TypesChanged();
    }

    /// <summary>
    /// Forgets every type: when a composition gets a property, Umbraco tells of the composition only, and all types that use it
    /// have changed with it.
    /// </summary>
    public void ClearContentType(int id) => ClearAll();

    /// <inheritdoc cref="ClearContentType"/>
    public void ClearContentTypes(IEnumerable<int> ids) => ClearAll();

    public void ClearDataType(int id) => ClearByDataTypeId(id);

    public IEnumerable<IPublishedContentType> ClearByDataTypeId(int id) =>
        Drop(type => type.PropertyTypes.Any(property => property.DataType.Id == id));

    public IPublishedContentType Get(PublishedItemType itemType, Guid key) =>
        Find(itemType, key, types => types.Get(key), types => types.Get(key));

    public IPublishedContentType Get(PublishedItemType itemType, string alias) =>
        Find(itemType, alias.ToLowerInvariant(), types => types.Get(alias), types => types.Get(alias));

    public IPublishedContentType Get(PublishedItemType itemType, int id) =>
        Find(itemType, id, types => types.Get(id), types => types.Get(id));

    private IPublishedContentType Find(
        PublishedItemType kind,
        object name,
        Func<IContentTypeService, IContentTypeComposition?> content,
        Func<IMediaTypeService, IContentTypeComposition?> media)
    {
        if (_types.TryGetValue((kind, name), out var known))
        {
            return known;
        }

        var found = kind switch
        {
            PublishedItemType.Content or PublishedItemType.Element => content(contentTypes),
            PublishedItemType.Media => media(mediaTypes),
            _ => null,
        } ?? throw new InvalidOperationException($"There is no {kind} type '{name}'.");

        // One object per type, whichever of its names was asked first.
        var type = _types.GetOrAdd((kind, found.Key), _ => factory.CreateContentType(found));
        _types[(kind, found.Id)] = type;
        _types[(kind, found.Alias.ToLowerInvariant())] = type;
        return type;
    }

    private List<IPublishedContentType> Drop(Func<IPublishedContentType, bool> which)
    {
        var dropped = _types.Where(entry => which(entry.Value)).ToList();
        foreach (var entry in dropped)
        {
            _types.TryRemove(entry);
        }

        generations.TypesChanged();
        return [.. dropped.Select(entry => entry.Value).Distinct()];
    }
}

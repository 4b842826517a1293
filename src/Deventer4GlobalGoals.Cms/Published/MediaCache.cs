using Deventer4GlobalGoals.Cms.Kept;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;

namespace Deventer4GlobalGoals.Cms.Published;

/// <summary>The media snapshot under Umbraco's two contracts; see <see cref="DocumentCache"/>. Media have no drafts.</summary>
internal sealed class MediaCache(SnapshotStore store) : IMediaCacheService, IPublishedMediaCache
{
    public SnapshotStore Store => store;

    public IPublishedContent? GetById(bool preview, int contentId) => GetById(contentId);

    public IPublishedContent? GetById(bool preview, Guid contentId) => GetById(contentId);

    public IPublishedContent? GetById(int contentId) => store.Current(false).Find(contentId)?.Model;

    public IPublishedContent? GetById(Guid contentId)
    {
        AnswerUse.Shows(contentId);
        return store.Current(false).Find(contentId)?.Model;
    }

    public Task<IPublishedContent?> GetByIdAsync(int id) => Task.FromResult(GetById(id));

    public Task<IPublishedContent?> GetByIdAsync(Guid key) => Task.FromResult(GetById(key));

    public Task<IPublishedContent?> GetByKeyAsync(Guid key) => GetByIdAsync(key);

    public Task<IReadOnlyList<IPublishedContent>> GetByKeysAsync(IReadOnlyCollection<Guid> keys)
    {
        AnswerUse.Shows([.. keys.Select(AnswerTag.Item)]);
        var snapshot = store.Current(false);
        return Task.FromResult<IReadOnlyList<IPublishedContent>>([.. keys.Select(snapshot.Find).OfType<PublishedNode>().Select(node => node.Model)]);
    }

    public bool TryGetCached(Guid key, out IPublishedContent? content) => (content = GetById(key)) is not null;

    public Task<bool> HasContentByIdAsync(int id) => Task.FromResult(GetById(id) is not null);

    public IEnumerable<IPublishedContent> GetByContentType(IPublishedContentType contentType)
    {
        AnswerUse.Shows(AnswerTag.AnyMedia);
        var snapshot = store.Current(false);
        return snapshot.OfTypes([contentType.Id]).Where(snapshot.IsReachable).Select(node => node.Model);
    }

    public Task SeedAsync(CancellationToken cancellationToken)
    {
        store.Current(false);
        return Task.CompletedTask;
    }

    /// <summary>Nothing to write: the snapshot is read from the media's own tables, and only after commit.</summary>
    public Task RefreshMediaAsync(IMedia media) => Task.CompletedTask;

    /// <inheritdoc cref="RefreshMediaAsync"/>
    public Task DeleteItemAsync(IContentBase media) => Task.CompletedTask;

    public void Rebuild(IReadOnlyCollection<int> contentTypeIds) => store.Reload(contentTypeIds);

    public Task RefreshMemoryCacheAsync(Guid key)
    {
        store.Mark(key);
        return Task.CompletedTask;
    }

    public Task RemoveFromMemoryCacheAsync(Guid key) => RefreshMemoryCacheAsync(key);

    public Task RebuildMemoryCacheByContentTypeAsync(IEnumerable<int> mediaTypeIds)
    {
        store.Reload([.. mediaTypeIds]);
        return Task.CompletedTask;
    }

    public Task ClearMemoryCacheAsync(CancellationToken cancellationToken)
    {
        store.Reload();
        return Task.CompletedTask;
    }

    public void ClearConvertedContentCache() => store.Renew(null);

    /// <summary>Renews items of every type: of a changed composition Umbraco names the composition only, not the types that use it.</summary>
    public void ClearConvertedContentCache(IReadOnlyCollection<int> mediaTypeIds) => store.Renew(null);
}

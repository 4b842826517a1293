using Deventer4GlobalGoals.Cms.Kept;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Published;

/// <summary>
/// The documents' snapshots under Umbraco's two contracts. What the cache refresher reports is marked here, and taken up
/// all at once by <see cref="SnapshotRefresh"/>.
/// </summary>
internal sealed class DocumentCache(SnapshotStore store, IPreviewService preview) : IDocumentCacheService, IPublishedContentCache
{
    public SnapshotStore Store => store;

    private bool InPreview => preview.IsInPreview();

    public IPublishedContent? GetById(bool preview, int contentId) => store.Current(preview).Find(contentId)?.Model;

    public IPublishedContent? GetById(bool preview, Guid contentId)
    {
        // Also of one that isn't there: it may come.
        AnswerUse.Shows(contentId);
        return store.Current(preview).Find(contentId)?.Model;
    }

    public IPublishedContent? GetById(int contentId) => GetById(preview.IsInPreview(), contentId);

    public IPublishedContent? GetById(Guid contentId) => GetById(preview.IsInPreview(), contentId);

    public Task<IPublishedContent?> GetByIdAsync(int id, bool? preview = null) =>
        Task.FromResult(preview is { } draft ? GetById(draft, id) : GetById(id));

    public Task<IPublishedContent?> GetByIdAsync(Guid key, bool? preview = null) =>
        Task.FromResult(preview is { } draft ? GetById(draft, key) : GetById(key));

    public Task<IPublishedContent?> GetByKeyAsync(Guid key, bool? preview = null) => GetByIdAsync(key, preview);

    public Task<IReadOnlyList<IPublishedContent>> GetByKeysAsync(IReadOnlyCollection<Guid> keys, bool? preview = null)
    {
        AnswerUse.Shows([.. keys.Select(AnswerTag.Item)]);
        var snapshot = store.Current(preview ?? InPreview);
        return Task.FromResult<IReadOnlyList<IPublishedContent>>([.. keys.Select(snapshot.Find).OfType<PublishedNode>().Select(node => node.Model)]);
    }

    public bool TryGetCached(Guid key, bool preview, out IPublishedContent? content) =>
        (content = GetById(preview, key)) is not null;

    public Task<bool> HasContentByIdAsync(int id, bool preview = false) => Task.FromResult(GetById(preview, id) is not null);

    public IEnumerable<IPublishedContent> GetByContentType(IPublishedContentType contentType)
    {
        AnswerUse.Shows(AnswerTag.AnyDocument);
        var snapshot = store.Current(preview.IsInPreview());
        return snapshot.OfTypes([contentType.Id]).Where(snapshot.IsReachable).Select(node => node.Model);
    }

    public Task SeedAsync(CancellationToken cancellationToken)
    {
        store.Current(false);
        return Task.CompletedTask;
    }

    /// <summary>Nothing to write: the snapshot is read from the documents' own tables, and only after commit.</summary>
    public Task RefreshContentAsync(IContent content) => Task.CompletedTask;

    /// <inheritdoc cref="RefreshContentAsync"/>
    public Task DeleteItemAsync(IContentBase content) => Task.CompletedTask;

    public void Rebuild(IReadOnlyCollection<int> contentTypeIds) => store.Reload(contentTypeIds);

    public Task RefreshMemoryCacheAsync(Guid key)
    {
        store.Mark(key);
        return Task.CompletedTask;
    }

    /// <summary>Marked like any other change: whether the item is still there is for the database to say.</summary>
    public Task RemoveFromMemoryCacheAsync(Guid key) => RefreshMemoryCacheAsync(key);

    public Task RebuildMemoryCacheByContentTypeAsync(IEnumerable<int> contentTypeIds)
    {
        store.Reload([.. contentTypeIds]);
        return Task.CompletedTask;
    }

    public Task ClearMemoryCacheAsync(CancellationToken cancellationToken)
    {
        store.Reload();
        return Task.CompletedTask;
    }

    public void ClearConvertedContentCache() => store.Renew(null);

    /// <summary>Renews items of every type: of a changed composition Umbraco names the composition only, not the types that use it.</summary>
    public void ClearConvertedContentCache(IReadOnlyCollection<int> contentTypeIds) => store.Renew(null);
}

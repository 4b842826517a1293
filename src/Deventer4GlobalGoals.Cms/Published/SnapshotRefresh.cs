using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Deventer4GlobalGoals.Cms.Published;

/// <summary>
/// Swaps the snapshots once per round of Umbraco's cache refreshers, which report page by page and close with these notifications.
/// It must be the first handler of both, so that whoever else listens (search, kept answers) reads what is new.
/// </summary>
internal sealed class SnapshotRefresh(DocumentCache documents, MediaCache media)
    : INotificationHandler<ContentCacheRefresherNotification>, INotificationHandler<MediaCacheRefresherNotification>
{
    public void Handle(ContentCacheRefresherNotification notification) => documents.Store.Flush();

    public void Handle(MediaCacheRefresherNotification notification) => media.Store.Flush();
}

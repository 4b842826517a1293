using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services.Changes;
using Umbraco.Cms.Core.Services.Navigation;

namespace Deventer4GlobalGoals.Web.Search.Indexing;

/// <summary>Puts what Umbraco's cache refreshers report into the pending. Whoever publishes doesn't wait for more than that.</summary>
public sealed class SearchChanges(PendingChanges pending, IDocumentNavigationQueryService navigation) :
    INotificationHandler<ContentCacheRefresherNotification>,
    INotificationHandler<ContentTypeCacheRefresherNotification>,
    INotificationHandler<LanguageCacheRefresherNotification>,
    INotificationHandler<PublicAccessCacheRefresherNotification>
{
    public void Handle(ContentCacheRefresherNotification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        if (notification.MessageObject is not ContentCacheRefresher.JsonPayload[] payloads)
        {
            pending.Report(IndexScope.Everything);
            return;
        }

        foreach (var payload in payloads.Where(payload => !payload.Blueprint))
        {
            Report(payload);
        }
    }

    public void Handle(ContentTypeCacheRefresherNotification notification) => pending.Report(IndexScope.Everything);

    public void Handle(LanguageCacheRefresherNotification notification) => pending.Report(IndexScope.Everything);

    public void Handle(PublicAccessCacheRefresherNotification notification) => pending.Report(IndexScope.Compare);

    private void Report(ContentCacheRefresher.JsonPayload payload)
    {
        if (payload.ChangeTypes.HasFlag(TreeChangeTypes.RefreshAll))
        {
            pending.Report(IndexScope.Everything);
            return;
        }

        if (payload.Key is not { } key || payload.ChangeTypes.HasFlag(TreeChangeTypes.Remove))
        {
            // What was below it can't be asked of it any more.
            pending.Report(IndexScope.Compare);
            return;
        }

        pending.Report([key]);
        if (payload.ChangeTypes.HasFlag(TreeChangeTypes.RefreshBranch)
            && (navigation.TryGetDescendantsKeys(key, out var below) || navigation.TryGetDescendantsKeysInBin(key, out below)))
        {
            pending.Report(below);
        }
    }
}

using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services.Changes;

namespace Deventer4GlobalGoals.Web.Content.Community;

/// <summary>Tells the index what Umbraco's cache refreshers report.</summary>
public sealed class CommunityChanges(CommunityIndex index) :
    INotificationHandler<ContentCacheRefresherNotification>,
    INotificationHandler<ContentTypeCacheRefresherNotification>,
    INotificationHandler<DomainCacheRefresherNotification>,
    INotificationHandler<LanguageCacheRefresherNotification>,
    INotificationHandler<PublicAccessCacheRefresherNotification>
{
    public void Handle(ContentCacheRefresherNotification notification)
    {
        if (notification.MessageObject is not ContentCacheRefresher.JsonPayload[] payloads)
        {
            index.MarkAll();
            return;
        }

        foreach (var payload in payloads.Where(payload => !payload.Blueprint))
        {
            Mark(payload);
        }
    }

    public void Handle(ContentTypeCacheRefresherNotification notification) => index.MarkAll();

    public void Handle(DomainCacheRefresherNotification notification) => index.MarkAll();

    public void Handle(LanguageCacheRefresherNotification notification) => index.MarkAll();

    public void Handle(PublicAccessCacheRefresherNotification notification) => index.MarkAll();

    private void Mark(ContentCacheRefresher.JsonPayload payload)
    {
        if (payload.ChangeTypes.HasFlag(TreeChangeTypes.RefreshAll))
        {
            index.MarkAll();
        }
        else if (payload.ChangeTypes.HasFlag(TreeChangeTypes.Remove))
        {
            index.MarkRemoved(payload.Id);
        }
        else if (payload.Key is { } key)
        {
            index.MarkChanged(key, payload.Id, payload.ChangeTypes.HasFlag(TreeChangeTypes.RefreshBranch));
        }
        else
        {
            index.MarkAll();
        }
    }
}

/// <summary>Adds the index to Umbraco, as any Umbraco site adds its own.</summary>
public sealed class CommunityComposer : IComposer
{
    public void Compose(IUmbracoBuilder builder)
    {
        builder.Services.AddSingleton<ClosedBranches>();
        builder.Services.AddSingleton<CommunityIndex>();
        builder
            .AddNotificationHandler<ContentCacheRefresherNotification, CommunityChanges>()
            .AddNotificationHandler<ContentTypeCacheRefresherNotification, CommunityChanges>()
            .AddNotificationHandler<DomainCacheRefresherNotification, CommunityChanges>()
            .AddNotificationHandler<LanguageCacheRefresherNotification, CommunityChanges>()
            .AddNotificationHandler<PublicAccessCacheRefresherNotification, CommunityChanges>();
    }
}

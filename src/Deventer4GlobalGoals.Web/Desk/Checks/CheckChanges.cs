using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services.Changes;

namespace Deventer4GlobalGoals.Web.Desk.Checks;

/// <summary>Tells the check of the whole site that pages or pictures changed.</summary>
public sealed class CheckChanges(SiteCheck check) : INotificationHandler<ContentCacheRefresherNotification>, INotificationHandler<MediaCacheRefresherNotification>
{
    public void Handle(ContentCacheRefresherNotification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var goes = notification.MessageObject is not ContentCacheRefresher.JsonPayload[] payloads
            || payloads.Any(payload => payload.UnpublishedCultures?.Length > 0 || (payload.ChangeTypes & ~TreeChangeTypes.RefreshNode) != TreeChangeTypes.None);
        if (goes)
        {
            check.MarkGone();
        }
        else
        {
            check.MarkChanged();
        }
    }

    public void Handle(MediaCacheRefresherNotification notification) => check.MarkGone();
}

/// <summary>Puts it behind Umbraco's notifications, as any Umbraco site would.</summary>
public sealed class CheckComposer : IComposer
{
    public void Compose(IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder
            .AddNotificationHandler<ContentCacheRefresherNotification, CheckChanges>()
            .AddNotificationHandler<MediaCacheRefresherNotification, CheckChanges>();
    }
}

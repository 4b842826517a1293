using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Routing;
using Umbraco.Extensions;
using OldRoutes = System.Collections.Generic.Dictionary<(int ContentId, string Culture), (System.Guid ContentKey, string OldRoute)>;

namespace Deventer4GlobalGoals.Cms.Routing.Redirects;

/// <summary>Leaves redirects when published documents are renamed or moved, unless <c>Umbraco:CMS:WebRouting:DisableRedirectUrlTracking</c> is set.</summary>
public sealed class RedirectTracking(IOptionsMonitor<WebRoutingSettings> settings, IRedirectTracker tracker) :
    INotificationHandler<ContentPublishingNotification>,
    INotificationHandler<ContentPublishedNotification>,
    INotificationHandler<ContentMovingNotification>,
    INotificationHandler<ContentMovedNotification>
{
    private const string StateKey = "Umbraco.Cms.Core.Routing.RedirectTrackingHandler";

    private bool Enabled => !settings.CurrentValue.DisableRedirectUrlTracking;

    public void Handle(ContentPublishingNotification notification) => Store(notification.PublishedEntities, notification, isMove: false);

    public void Handle(ContentPublishedNotification notification) => CreateRedirects(notification);

    public void Handle(ContentMovingNotification notification) =>
        Store(notification.MoveInfoCollection.Select(move => move.Entity), notification, isMove: true);

    public void Handle(ContentMovedNotification notification) => CreateRedirects(notification);

    private void Store(IEnumerable<IContent> entities, IStatefulNotification notification, bool isMove)
    {
        if (!Enabled)
        {
            return;
        }

        var oldRoutes = new OldRoutes();
        foreach (var entity in entities.Where(entity => entity.Published))
        {
            tracker.StoreOldRoute(entity, oldRoutes, isMove);
        }

        notification.State[StateKey] = oldRoutes;
    }

    private void CreateRedirects(IStatefulNotification notification)
    {
        if (Enabled && notification.State.TryGetValue(StateKey, out var state) && state is OldRoutes oldRoutes)
        {
            tracker.CreateRedirects(oldRoutes);
        }
    }
}

public static class RedirectRegistration
{
    public static IUmbracoBuilder AddRedirectTracking(this IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddUnique<IRedirectTracker, RedirectTracker>();
        return builder
            .AddNotificationHandler<ContentPublishingNotification, RedirectTracking>()
            .AddNotificationHandler<ContentPublishedNotification, RedirectTracking>()
            .AddNotificationHandler<ContentMovingNotification, RedirectTracking>()
            .AddNotificationHandler<ContentMovedNotification, RedirectTracking>();
    }
}

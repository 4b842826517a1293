using System.Collections.Concurrent;
using Deventer4GlobalGoals.Web.Content;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;

/// <summary>
/// Tells whoever registered that a meeting got another time or place, or doesn't take place: what was on the site before a publish is held against
/// what is on it afterwards.
/// </summary>
public sealed class MeetingMoves(MeetingReader meetings, IServiceScopeFactory scopes, TimeProvider time) :
    INotificationHandler<ContentPublishingNotification>, INotificationAsyncHandler<ContentCacheRefresherNotification>
{
    private readonly ConcurrentDictionary<Guid, MeetingPlaces> _before = new();

    public void Handle(ContentPublishingNotification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        foreach (var item in notification.PublishedEntities.Where(item => item.ContentType.Alias == "meeting" && item.Published))
        {
            if (meetings.Find(item.Key, SitePage.DefaultCulture) is { } meeting)
            {
                _before[item.Key] = meeting;
            }
        }
    }

    public async Task HandleAsync(ContentCacheRefresherNotification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        if (_before.IsEmpty || notification.MessageObject is not ContentCacheRefresher.JsonPayload[] payloads)
        {
            return;
        }

        foreach (var key in payloads.Select(payload => payload.Key).OfType<Guid>().Distinct())
        {
            if (_before.TryRemove(key, out var before) && meetings.Find(key, SitePage.DefaultCulture) is { } after && IsNews(before, after))
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<Registrations>().TellMovedAsync(after, cancellationToken);
            }
        }
    }

    /// <summary>What is over has no news.</summary>
    private bool IsNews(MeetingPlaces before, MeetingPlaces after) =>
        after.Start > time.GetUtcNow()
        && (before.Start, before.Ends, before.Place, before.IsCalledOff) != (after.Start, after.Ends, after.Place, after.IsCalledOff);
}

/// <summary>Puts it behind Umbraco's notifications, as any Umbraco site would.</summary>
public sealed class MovesComposer : IComposer
{
    public void Compose(IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<MeetingMoves>();
        builder.Services.AddSingleton<INotificationHandler<ContentPublishingNotification>>(provider => provider.GetRequiredService<MeetingMoves>());
        builder.Services.AddSingleton<INotificationAsyncHandler<ContentCacheRefresherNotification>>(provider => provider.GetRequiredService<MeetingMoves>());
    }
}

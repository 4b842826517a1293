using Deventer4GlobalGoals.Web.Content;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;

/// <summary>A meeting that was published may have more places now: whoever waits moves up.</summary>
public sealed class PlacesChanged(IServiceScopeFactory scopes) : INotificationAsyncHandler<ContentPublishedNotification>
{
    public async Task HandleAsync(ContentPublishedNotification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        foreach (var item in notification.PublishedEntities.Where(item => item.ContentType.Alias == "meeting"))
        {
            await using var scope = scopes.CreateAsyncScope();
            if (scope.ServiceProvider.GetRequiredService<MeetingReader>().Find(item.Key, SitePage.DefaultCulture) is { } meeting)
            {
                // The site's own copy may be refreshed after this.
                var places = item.GetValue<int?>("capacity", published: true) is > 0 and var number ? number : (int?)null;
                await scope.ServiceProvider.GetRequiredService<Registrations>().FillAsync(meeting with { Capacity = places }, cancellationToken);
            }
        }
    }
}

/// <summary>Puts it behind Umbraco's notification, as any Umbraco site would.</summary>
public sealed class PlacesComposer : IComposer
{
    public void Compose(IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddNotificationAsyncHandler<ContentPublishedNotification, PlacesChanged>();
    }
}

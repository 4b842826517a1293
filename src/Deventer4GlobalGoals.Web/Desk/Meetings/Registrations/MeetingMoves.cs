using Deventer4GlobalGoals.Web.Content;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;

/// <summary>When registered people are told what changed about a meeting, and get its new places: as soon as it is on the site, and once more at a start and every hour.</summary>
public sealed partial class MeetingMoves(IServiceScopeFactory scopes, MeetingReader meetings, TimeProvider time, ILogger<MeetingMoves> logger)
    : BackgroundService, INotificationAsyncHandler<ContentCacheRefresherNotification>
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public async Task HandleAsync(ContentCacheRefresherNotification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var changed = (notification.MessageObject as ContentCacheRefresher.JsonPayload[] ?? []).Select(payload => payload.Key).OfType<Guid>().Distinct()
            .Where(key => meetings.Find(key, SitePage.DefaultCulture) is not null).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var news = scope.ServiceProvider.GetRequiredService<MeetingNews>();
        foreach (var key in changed)
        {
            try
            {
                await news.FollowAsync(key, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                // It is on the site all the same.
                LogFailed(failure);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<MeetingNews>().TellAllAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Who registered could not be told what changed about a meeting; it is tried again in an hour.")]
    private partial void LogFailed(Exception failure);
}

/// <summary>Puts it behind Umbraco's notification, as any Umbraco site would.</summary>
public sealed class MovesComposer : IComposer
{
    public void Compose(IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<MeetingMoves>();
        builder.Services.AddSingleton<INotificationAsyncHandler<ContentCacheRefresherNotification>>(provider => provider.GetRequiredService<MeetingMoves>());
    }
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Cms.Hosting;

/// <summary>Publishes and unpublishes what is due, twice a minute and at start.</summary>
internal sealed partial class ScheduledPublishing(
    IContentService content, IUmbracoContextFactory contexts, TimeProvider time, ILogger<ScheduledPublishing> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <summary>Does once what is due now.</summary>
    public void Run()
    {
        using var context = contexts.EnsureUmbracoContext();
        foreach (var result in content.PerformScheduledPublish(time.GetUtcNow().UtcDateTime))
        {
            if (result.Success)
            {
                LogDone(result.Content?.Name, result.Result);
            }
            else
            {
                LogFailed(result.Content?.Name, result.Result);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                Run();
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The next round tries again: one failure must not end the schedule.
                LogError(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Schedule: {Name}: {Result}")]
    private partial void LogDone(string? name, PublishResultType result);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Schedule: {Name} could not be done: {Result}")]
    private partial void LogFailed(string? name, PublishResultType result);

    [LoggerMessage(Level = LogLevel.Error, Message = "The schedule could not be run; it is tried again.")]
    private partial void LogError(Exception failure);
}

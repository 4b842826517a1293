using Deventer4GlobalGoals.Cms.Hosting;
using Deventer4GlobalGoals.Cms.Kept;

namespace Deventer4GlobalGoals.Web.Search.Indexing;

/// <summary>
/// Takes up changes in the background, one batch after another, and says so to the kept answers. What fails is done again until it succeeds.
/// </summary>
public sealed partial class IndexWorker(
    PendingChanges pending, IndexUpkeep upkeep, ContentChanges changes, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<IndexWorker> logger) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => WorkAsync(stoppingToken), stoppingToken);

    private async Task WorkAsync(CancellationToken stopping)
    {
        // Comparing the indexes takes a while; who waits for the site to start shouldn't wait for that too.
        await lifetime.UntilStartedAsync(stopping);
        var pause = ShortestPause;
        while (!stopping.IsCancellationRequested)
        {
            var work = await pending.NextAsync(stopping);
            try
            {
                upkeep.Do(work, rebuilding => pending.IsRebuilding = rebuilding, stopping);
                changes.Touch(SiteSearch.Tag);
                pending.Finish(work);
                pause = ShortestPause;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure, pause.TotalSeconds);
                pending.IsRebuilding = false;
                await Task.Delay(pause, time, stopping);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                pending.GiveBack(work);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search indexes could not take up a change. It is tried again in {Seconds} seconds.")]
    private partial void LogFailed(Exception failure, double seconds);
}

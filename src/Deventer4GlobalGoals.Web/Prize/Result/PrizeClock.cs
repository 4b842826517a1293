using Deventer4GlobalGoals.Web.Prize.Records;

namespace Deventer4GlobalGoals.Web.Prize.Result;

/// <summary>Does what editions do by themselves when their time has come: make a result known, and after the term erase who didn't win.</summary>
public sealed partial class PrizeClock(IServiceScopeFactory scopes, TimeProvider time, ILogger<PrizeClock> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <summary>Does once what is due now. An edition that fails is said in the log, and keeps no other waiting.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var edition in await scope.ServiceProvider.GetRequiredService<Editions>().AllAsync(cancellation))
        {
            if (await TryAsync<Announcement>(edition.Year, announcement => announcement.RunAsync(edition, cancellation), cancellation))
            {
                LogAnnounced(edition.Year);
            }

            if (await TryAsync<Anonymising>(edition.Year, anonymising => anonymising.RunAsync(edition, cancellation), cancellation))
            {
                LogAnonymised(edition.Year);
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
                await RunAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The next round tries again: one failure must not keep a result from being known.
                LogFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // With a database context of its own: what a failure left in one would be written by the next.
    private async Task<bool> TryAsync<TService>(int year, Func<TService, Task<bool>> act, CancellationToken cancellation)
        where TService : notnull
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await act(scope.ServiceProvider.GetRequiredService<TService>());
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogEditionFailed(year, typeof(TService).Name, failure);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The result of {Year} is known.")]
    private partial void LogAnnounced(int year);

    [LoggerMessage(Level = LogLevel.Information, Message = "Who didn't win in {Year} is anonymous.")]
    private partial void LogAnonymised(int year);

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} of the prize of {Year} failed; it is tried again.")]
    private partial void LogEditionFailed(int year, string what, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "What editions of the prize do by themselves failed; it is tried again.")]
    private partial void LogFailed(Exception failure);
}

namespace Deventer4GlobalGoals.Web.Prize.Result;

/// <summary>Does what editions do by themselves when their time has come: make a result known, and after the term erase who didn't win.</summary>
public sealed partial class PrizeClock(IServiceScopeFactory scopes, TimeProvider time, ILogger<PrizeClock> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <summary>Does once what is due now.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var year in await scope.ServiceProvider.GetRequiredService<Announcement>().RunAsync(cancellation))
        {
            LogAnnounced(year);
        }

        foreach (var year in await scope.ServiceProvider.GetRequiredService<Anonymising>().RunAsync(cancellation))
        {
            LogAnonymised(year);
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

    [LoggerMessage(Level = LogLevel.Information, Message = "The result of {Year} is known.")]
    private partial void LogAnnounced(int year);

    [LoggerMessage(Level = LogLevel.Information, Message = "Who didn't win in {Year} is anonymous.")]
    private partial void LogAnonymised(int year);

    [LoggerMessage(Level = LogLevel.Error, Message = "What editions of the prize do by themselves failed; it is tried again.")]
    private partial void LogFailed(Exception failure);
}

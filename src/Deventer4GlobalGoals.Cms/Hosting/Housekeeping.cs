using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Cms.Hosting;

/// <summary>
/// Once a day, the first time an hour after the start: versions that Umbraco's policy (<c>Umbraco:CMS:Content:ContentVersionCleanupPolicy</c>)
/// doesn't keep, and audit entries of more than a year ago.
/// </summary>
internal sealed partial class Housekeeping(
    IContentVersionService versions, IAuditService audit, IUmbracoContextFactory contexts, TimeProvider time, ILogger<Housekeeping> logger) : BackgroundService
{
    /// <summary>The privacy page says so too.</summary>
    public static readonly TimeSpan AuditKept = TimeSpan.FromDays(365);

    private static readonly TimeSpan AfterStart = TimeSpan.FromHours(1);
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    /// <summary>Cleans up once.</summary>
    public async Task RunAsync()
    {
        using var context = contexts.EnsureUmbracoContext();
        var cleaned = versions.PerformContentVersionCleanup(time.GetUtcNow().UtcDateTime);
        await audit.CleanLogsAsync((int)AuditKept.TotalMinutes);
        LogDone(cleaned.Count);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(AfterStart, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            timer.Period = Interval;
            try
            {
                await RunAsync();
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Cleaned up: {Versions} old versions, and audit entries of more than a year ago.")]
    private partial void LogDone(int versions);

    [LoggerMessage(Level = LogLevel.Error, Message = "Old versions and audit entries could not be cleaned up; it is tried again tomorrow.")]
    private partial void LogFailed(Exception failure);
}

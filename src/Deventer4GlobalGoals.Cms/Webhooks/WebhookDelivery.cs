using System.Collections.Concurrent;
using Deventer4GlobalGoals.Cms.Persistence.Webhooks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Scoping;

namespace Deventer4GlobalGoals.Cms.Webhooks;

/// <summary>
/// Sends what waits in the queue, each receiver in a lane of its own: one that is slow or dead holds up nobody else. What fails is tried again
/// later and later, and given up after Umbraco's <c>MaximumRetries</c>.
/// </summary>
internal sealed partial class WebhookDelivery(
    ICoreScopeProvider scopes,
    WebhookRepository webhooks,
    WebhookRequestRepository queue,
    WebhookLogRepository logs,
    WebhookSender sender,
    WebhookSignal signal,
    IOptionsMonitor<WebhookSettings> settings,
    IOptionsMonitor<WebhookOptions> options,
    TimeProvider time,
    ILogger<WebhookDelivery> logger) : BackgroundService
{
    /// <summary>Most messages that are looked at in one round.</summary>
    private const int MostPerRound = 200;

    /// <summary>Each wait is so many times the one before.</summary>
    private const int Growth = 4;

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan CleanUpEvery = TimeSpan.FromHours(6);

    private readonly ConcurrentDictionary<Guid, Task> _lanes = new();
    private DateTimeOffset _cleanedAt;

    /// <summary>How long to wait before another attempt.</summary>
    /// <param name="period">Umbraco's <c>Period</c>: the first wait.</param>
    /// <param name="failed">How many attempts failed so far, from 1.</param>
    public static TimeSpan Wait(TimeSpan period, int failed)
    {
        var seconds = period.TotalSeconds * Math.Pow(Growth, failed - 1);
        return TimeSpan.FromSeconds(Math.Min(seconds, LongestWait.TotalSeconds));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await RoundAsync(stoppingToken).ConfigureAwait(false);
                await signal.WaitAsync(settings.CurrentValue.Period, time, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is being sent is claimed for a while only, and goes out after the next start.
        }
        finally
        {
            await Task.WhenAll(_lanes.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RoundAsync(CancellationToken stopping)
    {
        if (!settings.CurrentValue.Enabled)
        {
            return;
        }

        try
        {
            await CleanUpAsync().ConfigureAwait(false);
            var due = await AskAsync(() => queue.DueAsync(MostPerRound)).ConfigureAwait(false);
            foreach (var lane in due.GroupBy(message => message.WebhookKey))
            {
                if (_lanes.Count >= options.CurrentValue.Lanes)
                {
                    break;
                }

                if (!_lanes.ContainsKey(lane.Key))
                {
                    Open(lane.Key, [.. lane], stopping);
                }
            }
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            LogRoundFailed(failure);
        }
    }

    private void Open(Guid webhook, WebhookRequestRow[] messages, CancellationToken stopping)
    {
        var lane = new Task<Task>(() => RunAsync(webhook, messages, stopping));
        _lanes[webhook] = lane.Unwrap();
        lane.Start(TaskScheduler.Default);
    }

    private async Task RunAsync(Guid key, WebhookRequestRow[] messages, CancellationToken stopping)
    {
        try
        {
            foreach (var message in messages)
            {
                await DeliverAsync(key, message, stopping).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            LogRoundFailed(failure);
        }
        finally
        {
            _lanes.TryRemove(key, out _);
            signal.Raise();
        }
    }

    private async Task DeliverAsync(Guid key, WebhookRequestRow message, CancellationToken stopping)
    {
        // As long as an attempt may take, and some more.
        var claim = TimeSpan.FromSeconds(options.CurrentValue.TimeoutSeconds * 3);
        if (!await DoAsync(() => queue.ClaimAsync(message.Id, claim)).ConfigureAwait(false))
        {
            return;
        }

        var (webhook, secret) = await AskAsync(async () => (await webhooks.GetAsync(key).ConfigureAwait(false), webhooks.Secret(key))).ConfigureAwait(false);
        if (webhook is not { Enabled: true } || secret is null)
        {
            await DoAsync(() => queue.DeleteAsync(message.Id)).ConfigureAwait(false);
            return;
        }

        if (await sender.SendAsync(webhook, secret, message, stopping).ConfigureAwait(false))
        {
            await DoAsync(() => queue.DeleteAsync(message.Id)).ConfigureAwait(false);
        }
        else if (message.RetryCount >= settings.CurrentValue.MaximumRetries)
        {
            await DoAsync(() => queue.BuryAsync(message.Id)).ConfigureAwait(false);
            LogGivenUp(message.EventAlias, webhook.Url, message.RetryCount + 1);
        }
        else
        {
            var retry = message.RetryCount + 1;
            await DoAsync(() => queue.PostponeAsync(message.Id, retry, Wait(settings.CurrentValue.Period, retry))).ConfigureAwait(false);
        }
    }

    private async Task CleanUpAsync()
    {
        var now = time.GetUtcNow();
        if (!settings.CurrentValue.EnableLoggingCleanup || now - _cleanedAt < CleanUpEvery)
        {
            return;
        }

        var before = now.UtcDateTime.AddDays(-settings.CurrentValue.KeepLogsForDays);
        await DoAsync(async () => await logs.ForgetAsync(before).ConfigureAwait(false) + await queue.ForgetAsync(before).ConfigureAwait(false)).ConfigureAwait(false);
        _cleanedAt = now;
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> question)
    {
        using var scope = scopes.CreateCoreScope(autoComplete: true);
        return await question().ConfigureAwait(false);
    }

    private async Task<T> DoAsync<T>(Func<Task<T>> work)
    {
        using var scope = scopes.CreateCoreScope();
        scope.WriteLock(Constants.Locks.WebhookRequest);
        var result = await work().ConfigureAwait(false);
        scope.Complete();
        return result;
    }

    private Task<bool> DoAsync(Func<Task> work) => DoAsync(async () =>
    {
        await work().ConfigureAwait(false);
        return true;
    });

    [LoggerMessage(LogLevel.Warning, "{Event} was given up for {Url} after {Attempts} attempts; 'webhook retry' tries again.")]
    private partial void LogGivenUp(string @event, string url, int attempts);

    [LoggerMessage(LogLevel.Error, "Webhooks could not be sent; it is tried again.")]
    private partial void LogRoundFailed(Exception failure);
}

using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Webhooks;

/// <summary>Wakes the delivery, when there is one in this process; otherwise it finds what waits by itself.</summary>
internal sealed class WebhookSignal
{
    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => _raised.Writer.TryWrite(true);

    /// <summary>Until it is raised, or time is up.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await _raised.Reader.ReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Time is up: there may be something to try again, or that another process left.
        }
    }
}

/// <summary>Puts a message into the queue in the database, and that is all that a publish waits for.</summary>
internal sealed partial class WebhookFiring(
    IWebhookRequestService requests, WebhookOutbox outbox, WebhookSignal signal, ILogger<WebhookFiring> logger) : IWebhookFiringService
{
    public async Task FireAsync(IWebhook webhook, string eventAlias, object? payload, CancellationToken cancellationToken)
    {
        if (payload is null)
        {
            // Content of a type that isn't given to anybody.
            return;
        }

        if (outbox.HasWritten(eventAlias))
        {
            signal.Raise();
            return;
        }

        if (outbox.IsWriting)
        {
            // Inside the transaction that publishes: when this fails, nothing was published.
            await requests.CreateAsync(webhook.Key, eventAlias, payload).ConfigureAwait(false);
            return;
        }

        try
        {
            await requests.CreateAsync(webhook.Key, eventAlias, payload).ConfigureAwait(false);
            signal.Raise();
        }
        catch (Exception failure)
        {
            // What was published is published; it must not look as if that had failed.
            LogLost(failure, eventAlias, webhook.Url);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Event} could not be put into the queue for {Url}.")]
    private partial void LogLost(Exception failure, string @event, string url);
}

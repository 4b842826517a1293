using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Deventer4GlobalGoals.Cms.Persistence.Webhooks;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Webhooks;

/// <summary>Makes one attempt to send one message, and keeps what came of it.</summary>
internal sealed class WebhookSender(
    WebhookClient client,
    IWebhookLogFactory logFactory,
    IWebhookLogService logs,
    IOptionsMonitor<WebhookOptions> options,
    TimeProvider time)
{
    /// <summary>Most of an answer that is read, in bytes; the rest doesn't matter to anybody.</summary>
    private const int MostAnswer = 16 * 1024;

    /// <returns>Whether the receiver took it: an answer from 200 to 299.</returns>
    public async Task<bool> SendAsync(IWebhook webhook, string secret, WebhookRequestRow message, CancellationToken cancellation)
    {
        using var request = Request(webhook, secret, message);
        HttpResponseMessage? response = null;
        Exception? failure = null;
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.CurrentValue.TimeoutSeconds), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
            response = await client.SendAsync(request, either.Token).ConfigureAwait(false);
            await ShortenAsync(response, either.Token).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            failure = problem;
        }

        using (response)
        {
            await KeepAsync(webhook, message, request, failure is null ? response : null, failure, cancellation).ConfigureAwait(false);
            return failure is null && response!.IsSuccessStatusCode;
        }
    }

    private static async Task ShortenAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var buffer = new byte[MostAnswer];
        var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var read = await stream.ReadAtLeastAsync(buffer, MostAnswer, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
            response.Content = new StringContent(Encoding.UTF8.GetString(buffer, 0, read).Replace("\0", string.Empty, StringComparison.Ordinal));
        }
    }

    private HttpRequestMessage Request(IWebhook webhook, string secret, WebhookRequestRow message)
    {
        var body = message.Payload ?? "{}";
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8")),
        };
        foreach (var (name, value) in webhook.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        var (id, now) = ($"msg_{message.Key:N}", time.GetUtcNow());
        Set(request, Constants.WebhookEvents.HeaderNames.EventName, message.EventAlias);
        Set(request, Constants.WebhookEvents.HeaderNames.RetryCount, message.RetryCount.ToString(CultureInfo.InvariantCulture));
        Set(request, WebhookSignature.IdHeader, id);
        Set(request, WebhookSignature.MomentHeader, WebhookSignature.Seconds(now));
        Set(request, WebhookSignature.SignatureHeader, WebhookSignature.Sign(secret, id, now, body));
        return request;
    }

    /// <summary>Ours, whatever the webhook's own headers say.</summary>
    private static void Set(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }

    private async Task KeepAsync(
        IWebhook webhook, WebhookRequestRow message, HttpRequestMessage request, HttpResponseMessage? response, Exception? failure, CancellationToken cancellation)
    {
        // The webhook's own headers may be passwords: that they were sent is told, not what they said.
        foreach (var name in webhook.Headers.Keys.Where(name => request.Headers.Contains(name)))
        {
            Set(request, name, "…");
        }

        var log = await logFactory.CreateAsync(message.EventAlias, request, response, message.RetryCount, failure, webhook, cancellation).ConfigureAwait(false);
        await logs.CreateAsync(log).ConfigureAwait(false);
    }
}

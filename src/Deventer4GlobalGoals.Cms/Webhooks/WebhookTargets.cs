using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;

namespace Deventer4GlobalGoals.Cms.Webhooks;

/// <summary>Refuses webhooks to what is no address on the web. Whether the address is a private one is seen when it is connected to.</summary>
internal sealed class WebhookTargets : INotificationHandler<WebhookSavingNotification>
{
    public void Handle(WebhookSavingNotification notification)
    {
        foreach (var webhook in notification.SavedEntities)
        {
            if (Problem(webhook) is { } problem)
            {
                notification.CancelOperation(new EventMessage("Webhook", problem, EventMessageType.Error));
            }
        }
    }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static string? Problem(IWebhook webhook)
    {
        if (!Uri.TryCreate(webhook.Url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return $"'{webhook.Url}' is no address that begins with https:// or http://.";
        }

        if (address.UserInfo.Length > 0)
        {
            return "A name or password doesn't belong in the address: use a header.";
        }

        return webhook.Headers.FirstOrDefault(header => header.Key.Length == 0 || (header.Key + header.Value).Any(char.IsControl)) is { Key: not null } broken
            ? $"'{broken.Key}' is no header."
            : null;
    }
}

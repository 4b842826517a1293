using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Webhooks;

namespace Deventer4GlobalGoals.Cms.Webhooks;

/// <summary>
/// Puts the messages about publishing, withdrawing and deleting into the queue in the very transaction that publishes, withdraws or deletes:
/// either both are there after a crash, or neither. Umbraco's events make the messages, as they do otherwise. Payloads that hold more than keys
/// show what is published, so those are still made after the commit.
/// </summary>
internal sealed class WebhookOutbox
{
    private static readonly HashSet<string> Events =
    [
        Constants.WebhookEvents.Aliases.ContentPublish, Constants.WebhookEvents.Aliases.ContentUnpublish, Constants.WebhookEvents.Aliases.ContentDelete,
    ];

    private readonly AsyncLocal<bool> _isWriting = new();
    private readonly IServiceProvider _services;
    private readonly bool _isMinimal;

    public WebhookOutbox(IServiceProvider services, EfScopeProvider scopes, IOptions<WebhookSettings> settings)
    {
        _services = services;
        _isMinimal = settings.Value.PayloadType == WebhookPayloadType.Minimal;
        scopes.Committing += Write;
    }

    /// <summary>Whether this message stands in the queue already, since the commit.</summary>
    public bool HasWritten(string eventAlias) => _isMinimal && !_isWriting.Value && Events.Contains(eventAlias);

    public bool IsWriting => _isWriting.Value;

    private void Write(IReadOnlyList<INotification> notifications)
    {
        if (!_isMinimal)
        {
            return;
        }

        _isWriting.Value = true;
        try
        {
            foreach (var notification in notifications)
            {
                switch (notification)
                {
                    case ContentPublishedNotification published:
                        Tell(published);
                        break;
                    case ContentUnpublishedNotification unpublished:
                        Tell(unpublished);
                        break;
                    case ContentDeletedNotification deleted:
                        Tell(deleted);
                        break;
                }
            }
        }
        finally
        {
            _isWriting.Value = false;
        }
    }

    private void Tell<TNotification>(TNotification notification)
        where TNotification : INotification
    {
        foreach (var handler in _services.GetServices<INotificationAsyncHandler<TNotification>>().Where(handler => handler is IWebhookEvent { Alias: var alias } && Events.Contains(alias)))
        {
            handler.HandleAsync(notification, CancellationToken.None).GetAwaiter().GetResult();
        }
    }
}

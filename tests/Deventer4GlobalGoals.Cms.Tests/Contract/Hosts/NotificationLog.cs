using System.Collections.Concurrent;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;

namespace Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;

/// <summary>A notification that a site's own handler got, and whether it ran inside a scope.</summary>
internal sealed record Noticed(Type Kind, string? Name, Guid Key, bool InScope);

/// <summary>What the handlers of <see cref="ContractComposer"/> were told.</summary>
internal sealed class NotificationLog
{
    private readonly ConcurrentQueue<Noticed> _all = new();

    public void Add(Noticed noticed) => _all.Enqueue(noticed);

    /// <summary>The notifications about one document, in order.</summary>
    public Type[] About(IContent document) => [.. _all.Where(entry => entry.Key == document.Key).Select(entry => entry.Kind)];

    public Noticed[] All(IContent document) => [.. _all.Where(entry => entry.Key == document.Key)];
}

/// <summary>A composer as any site has one, found by Umbraco's own scanning.</summary>
public sealed class ContractComposer : IComposer
{
    public void Compose(IUmbracoBuilder builder)
    {
        builder.Services.AddSingleton<NotificationLog>();
        builder
            .AddNotificationHandler<ContentSavingNotification, Canceller>()
            .AddNotificationHandler<ContentPublishingNotification, Canceller>()
            .AddNotificationHandler<ContentSavedNotification, Watcher>()
            .AddNotificationHandler<ContentPublishedNotification, Watcher>()
            .AddNotificationHandler<ContentUnpublishedNotification, Watcher>();
#pragma warning disable CS0618 // Obsolete for subscribers; that it is sent is a contract of the repository.
        builder.AddNotificationHandler<ContentRefreshNotification, Watcher>();
#pragma warning restore CS0618
    }
}

/// <summary>Refuses to save what is called CANCEL SAVE, and to publish what is called CANCEL PUBLISH.</summary>
internal sealed class Canceller : INotificationHandler<ContentSavingNotification>, INotificationHandler<ContentPublishingNotification>
{
    public void Handle(ContentSavingNotification notification) => Cancel(notification, notification.SavedEntities, "CANCEL SAVE");

    public void Handle(ContentPublishingNotification notification) => Cancel(notification, notification.PublishedEntities, "CANCEL PUBLISH");

    private static void Cancel(ICancelableNotification notification, IEnumerable<IContent> entities, string name)
    {
        if (entities.Any(entity => entity.Name == name))
        {
            notification.Cancel = true;
        }
    }
}

internal sealed class Watcher(NotificationLog log, EfScopeProvider scopes) :
    INotificationHandler<ContentSavedNotification>,
    INotificationHandler<ContentPublishedNotification>,
    INotificationHandler<ContentUnpublishedNotification>,
#pragma warning disable CS0618 // See ContractComposer.
    INotificationHandler<ContentRefreshNotification>
{
    public void Handle(ContentRefreshNotification notification) => Note(notification, [notification.Entity]);
#pragma warning restore CS0618

    public void Handle(ContentSavedNotification notification) => Note(notification, notification.SavedEntities);

    public void Handle(ContentPublishedNotification notification) => Note(notification, notification.PublishedEntities);

    public void Handle(ContentUnpublishedNotification notification) => Note(notification, notification.UnpublishedEntities);

    private void Note(INotification notification, IEnumerable<IContent> entities)
    {
        foreach (var entity in entities)
        {
            log.Add(new Noticed(notification.GetType(), entity.Name, entity.Key, scopes.Ambient is not null));
        }
    }
}

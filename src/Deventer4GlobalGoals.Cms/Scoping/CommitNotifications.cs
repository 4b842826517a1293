using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Deventer4GlobalGoals.Cms.Scoping;

/// <summary>Umbraco's own publisher of a scope, that also says what it will tell once the transaction is committed.</summary>
internal sealed class CommitNotifications(IEventAggregator events) : IScopedNotificationPublisher
{
    // Most scopes only read, and tell nothing.
    private ScopedNotificationPublisher? _publisher;
    private List<INotification>? _waiting;
    private bool _isSuppressed;

    /// <summary>What waits for the end of the scope.</summary>
    public IReadOnlyList<INotification> Waiting => _waiting ?? [];

    private ScopedNotificationPublisher Publisher => _publisher ??= new ScopedNotificationPublisher(events);

    public IDisposable Suppress()
    {
        var inner = Publisher.Suppress();
        _isSuppressed = true;
        return new Suppression(this, inner);
    }

    public bool PublishCancelable(ICancelableNotification notification) => Publisher.PublishCancelable(notification);

    public Task<bool> PublishCancelableAsync(ICancelableNotification notification) => Publisher.PublishCancelableAsync(notification);

    public void Publish(INotification notification)
    {
        Publisher.Publish(notification);
        if (!_isSuppressed)
        {
            (_waiting ??= []).Add(notification);
        }
    }

    public void ScopeExit(bool completed) => _publisher?.ScopeExit(completed);

    private sealed class Suppression(CommitNotifications owner, IDisposable inner) : IDisposable
    {
        public void Dispose()
        {
            owner._isSuppressed = false;
            inner.Dispose();
        }
    }
}

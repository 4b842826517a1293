using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Deventer4GlobalGoals.Cms.Scoping;

/// <summary>Umbraco's own publisher of a scope, that also says what it will tell once the transaction is committed.</summary>
internal sealed class CommitNotifications(IEventAggregator events) : IScopedNotificationPublisher
{
    private readonly ScopedNotificationPublisher _publisher = new(events);
    private readonly List<INotification> _waiting = [];
    private bool _isSuppressed;

    /// <summary>What waits for the end of the scope.</summary>
    public IReadOnlyList<INotification> Waiting => _waiting;

    public IDisposable Suppress()
    {
        var inner = _publisher.Suppress();
        _isSuppressed = true;
        return new Suppression(this, inner);
    }

    public bool PublishCancelable(ICancelableNotification notification) => _publisher.PublishCancelable(notification);

    public Task<bool> PublishCancelableAsync(ICancelableNotification notification) => _publisher.PublishCancelableAsync(notification);

    public void Publish(INotification notification)
    {
        _publisher.Publish(notification);
        if (!_isSuppressed)
        {
            _waiting.Add(notification);
        }
    }

    public void ScopeExit(bool completed) => _publisher.ScopeExit(completed);

    private sealed class Suppression(CommitNotifications owner, IDisposable inner) : IDisposable
    {
        public void Dispose()
        {
            owner._isSuppressed = false;
            inner.Dispose();
        }
    }
}

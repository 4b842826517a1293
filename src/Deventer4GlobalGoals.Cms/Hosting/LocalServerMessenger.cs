using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Sync;

namespace Deventer4GlobalGoals.Cms.Hosting;

/// <summary>One node: cache refreshers run at once. Their two halves both matter: the first drops id maps and isolated caches, the second the published caches.</summary>
internal sealed class LocalServerMessenger : IServerMessenger
{
    public void Sync()
    {
        // There is no other node to hear from.
    }

    public void SendMessages()
    {
        // Nothing is queued: every message has been delivered.
    }

    public void QueueRefresh<TPayload>(ICacheRefresher refresher, TPayload[] payload)
    {
        var receiver = (IPayloadCacheRefresher<TPayload>)refresher;
        receiver.RefreshInternal(payload);
        receiver.Refresh(payload);
    }

    public void QueueRefresh<T>(ICacheRefresher refresher, Func<T, int> getNumericId, params T[] instances)
    {
        foreach (var instance in instances)
        {
            if (refresher is ICacheRefresher<T> typed)
            {
                typed.Refresh(instance);
            }
            else
            {
                refresher.Refresh(getNumericId(instance));
            }
        }
    }

    public void QueueRefresh<T>(ICacheRefresher refresher, Func<T, Guid> getGuidId, params T[] instances) =>
        QueueRefresh(refresher, [.. instances.Select(getGuidId)]);

    public void QueueRemove<T>(ICacheRefresher refresher, Func<T, int> getNumericId, params T[] instances)
    {
        foreach (var instance in instances)
        {
            if (refresher is ICacheRefresher<T> typed)
            {
                typed.Remove(instance);
            }
            else
            {
                refresher.Remove(getNumericId(instance));
            }
        }
    }

    public void QueueRemove(ICacheRefresher refresher, params int[] numericIds) => Array.ForEach(numericIds, refresher.Remove);

    public void QueueRefresh(ICacheRefresher refresher, params int[] numericIds) => Array.ForEach(numericIds, refresher.Refresh);

    public void QueueRefresh(ICacheRefresher refresher, params Guid[] guidIds) => Array.ForEach(guidIds, refresher.Refresh);

    public void QueueRefreshAll(ICacheRefresher refresher) => refresher.RefreshAll();
}

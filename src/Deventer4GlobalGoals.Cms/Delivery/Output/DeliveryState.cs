using Deventer4GlobalGoals.Cms.Published;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Deventer4GlobalGoals.Cms.Delivery.Output;

/// <summary>Which state everything is in that an answer shows; two equal numbers are the same state.</summary>
internal readonly record struct DeliveryStateNumber(long Content, long Types, long Surroundings);

/// <summary>Counts the changes to content, types, domains, languages and closed branches.</summary>
internal sealed class DeliveryState(Generations generations) :
    INotificationHandler<DomainCacheRefresherNotification>,
    INotificationHandler<LanguageCacheRefresherNotification>,
    INotificationHandler<PublicAccessCacheRefresherNotification>
{
    private long _surroundings;

    public DeliveryStateNumber Current => new(generations.Content, generations.Types, Interlocked.Read(ref _surroundings));

    public void Handle(DomainCacheRefresherNotification notification) => Interlocked.Increment(ref _surroundings);

    public void Handle(LanguageCacheRefresherNotification notification) => Interlocked.Increment(ref _surroundings);

    public void Handle(PublicAccessCacheRefresherNotification notification) => Interlocked.Increment(ref _surroundings);
}

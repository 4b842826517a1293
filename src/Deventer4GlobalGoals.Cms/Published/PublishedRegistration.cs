using Deventer4GlobalGoals.Cms.Kept;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Published;

public static class PublishedRegistration
{
    /// <summary>
    /// The published snapshots under Umbraco's contracts. Wants an <see cref="IPublishedSource"/>; add it after
    /// what comes from <c>UmbracoBuilder</c>, because its preview service takes the place of that one.
    /// </summary>
    public static IServiceCollection AddPublished(this IServiceCollection services)
    {
        services.AddSingleton<Generations>();
        services.AddSingleton<IVariationContextAccessor, HybridVariationContextAccessor>();
        services.AddSingleton<IPublishedContentTypeFactory, PublishedContentTypeFactory>();
        services.AddSingleton<IPublishedContentTypeCache, PublishedTypeCache>();
        services.AddSingleton(new WarmNodes());
        services.AddSingleton<NodeModels>();
        services.AddSingleton<NodeServices>();

        services.AddSingleton<ContentChanges>();
        services.AddSingleton(provider => new DocumentCache(
            Store(provider, PublishedItemType.Content, AnswerTag.AnyDocument), provider.GetRequiredService<IPreviewService>()));
        services.AddSingleton<IDocumentCacheService>(provider => provider.GetRequiredService<DocumentCache>());
        services.AddSingleton<IPublishedContentCache>(provider => provider.GetRequiredService<DocumentCache>());

        services.AddSingleton(provider => new MediaCache(Store(provider, PublishedItemType.Media, AnswerTag.AnyMedia)));
        services.AddSingleton<IMediaCacheService>(provider => provider.GetRequiredService<MediaCache>());
        services.AddSingleton<IPublishedMediaCache>(provider => provider.GetRequiredService<MediaCache>());

        services.AddSingleton<IDefaultCultureAccessor, DefaultCultureAccessor>();
        services.AddSingleton<DomainCache>();
        services.AddSingleton<IDomainCache>(provider => provider.GetRequiredService<DomainCache>());
        services.AddSingleton<IDomainCacheService>(provider => provider.GetRequiredService<DomainCache>());
        services.AddSingleton<INotificationHandler<LanguageCacheRefresherNotification>>(provider => provider.GetRequiredService<DomainCache>());
        services.AddSingleton<IPublishedMemberCache, PublishedMembers>();
        services.AddSingleton<ICacheManager, CacheManager>();

        services.AddSingleton<PreviewContext>();
        services.AddSingleton<IPreviewService>(provider => provider.GetRequiredService<PreviewContext>());
        services.AddSingleton<IRequestPreviewService>(provider => provider.GetRequiredService<PreviewContext>());

        // In front of every other handler, also of those that composers registered before us.
        services.Insert(0, ServiceDescriptor.Transient<INotificationHandler<ContentCacheRefresherNotification>, SnapshotRefresh>());
        services.Insert(0, ServiceDescriptor.Transient<INotificationHandler<MediaCacheRefresherNotification>, SnapshotRefresh>());
        return services;
    }

    private static SnapshotStore Store(IServiceProvider provider, PublishedItemType kind, AnswerTag any)
    {
        var store = new SnapshotStore(kind, provider.GetRequiredService<IPublishedSource>(), provider.GetRequiredService<NodeServices>());
        var changes = provider.GetRequiredService<ContentChanges>();
        store.Settled += keys =>
        {
            if (keys is null)
            {
                changes.TouchEverything();
            }
            else
            {
                changes.Touch([any, .. keys.Select(AnswerTag.Item)]);
            }
        };
        return store;
    }
}

using Deventer4GlobalGoals.Cms.Delivery.Access;
using Deventer4GlobalGoals.Cms.Delivery.Index;
using Deventer4GlobalGoals.Cms.Delivery.MediaItems;
using Deventer4GlobalGoals.Cms.Delivery.OpenApi;
using Deventer4GlobalGoals.Cms.Delivery.Output;
using Deventer4GlobalGoals.Cms.Delivery.Output.Expansion;
using Deventer4GlobalGoals.Cms.Delivery.Querying;
using Deventer4GlobalGoals.Cms.Delivery.Requests;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Deventer4GlobalGoals.Cms.Delivery;

/// <summary>
/// The Delivery API. Selectors, filters, sorts and index handlers, Umbraco's as much as the site's, are found by scanning, as Umbraco finds them.
/// </summary>
public static class DeliveryRegistration
{
    /// <summary>Wants published content and site routing.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        AddBuilders(services);
        AddRequests(services);
        AddQueries(services);

        services.AddSingleton<MediaResponses>();
        services.AddSingleton<DeliveryPipeline>();
        services.AddSingleton<ContentEndpoints>();
        services.AddSingleton<MediaEndpoints>();
        services.AddSingleton<TypeSchemas>();
        services.AddSingleton<DeliveryDocument>();
        return services;
    }

    /// <summary>Umbraco's own, and what they ask for.</summary>
    private static void AddBuilders(IServiceCollection services)
    {
        services.AddSingleton<IApiContentNameProvider, ApiContentNameProvider>();
        services.AddSingleton<IApiContentPathProvider, ApiContentPathProvider>();
        services.AddSingleton<ApiContentRouteBuilder>();
        services.AddSingleton<IApiContentRouteBuilder, KeptRoutes>();
        services.AddSingleton<ApiContentBuilder>();
        services.AddSingleton<IApiContentBuilder, OpenContentBuilder>();
        services.AddSingleton<IApiContentResponseBuilder, ApiContentResponseBuilder>();
        services.AddSingleton<IApiElementBuilder, ApiElementBuilder>();
        services.AddSingleton<IApiMediaUrlProvider, ApiMediaUrlProvider>();
        services.AddSingleton<IApiMediaBuilder, ApiMediaBuilder>();
        services.AddSingleton<IApiPropertyRenderer, ApiPropertyRenderer>();
        services.AddSingleton<IApiDocumentUrlService, ApiDocumentUrlService>();
        services.AddSingleton<IApiPublishedContentCache, ApiPublishedContentCache>();
        services.AddSingleton<IApiContentPathResolver, ApiContentPathResolver>();
        services.AddSingleton<ExpansionAccessor>();
        services.AddSingleton<IOutputExpansionStrategyAccessor>(provider => provider.GetRequiredService<ExpansionAccessor>());
    }

    private static void AddRequests(IServiceCollection services)
    {
        services.AddSingleton<IApiAccessService, DeliveryAccess>();
        services.AddSingleton<ProtectedPages>();
        services.AddSingleton<INotificationHandler<PublicAccessCacheRefresherNotification>>(provider => provider.GetRequiredService<ProtectedPages>());
        services.AddSingleton<IRequestCultureService, DeliveryCulture>();
        services.AddSingleton<DeliveryStartItem>();
        services.AddSingleton<IRequestStartItemProvider>(provider => provider.GetRequiredService<DeliveryStartItem>());
        services.AddSingleton<IRequestStartItemProviderAccessor>(provider => provider.GetRequiredService<DeliveryStartItem>());
        services.AddSingleton<IRequestRoutingService, DeliveryRouting>();
        services.AddSingleton<IRequestRedirectService, DeliveryRedirects>();
        services.AddSingleton<DeliveryState>();
        services.AddSingleton<INotificationHandler<DomainCacheRefresherNotification>>(provider => provider.GetRequiredService<DeliveryState>());
        services.AddSingleton<INotificationHandler<LanguageCacheRefresherNotification>>(provider => provider.GetRequiredService<DeliveryState>());
        services.AddSingleton<INotificationHandler<PublicAccessCacheRefresherNotification>>(provider => provider.GetRequiredService<DeliveryState>());
    }

    private static void AddQueries(IServiceCollection services)
    {
        services.AddSingleton<IndexReader>();
        services.AddSingleton<DeliveryIndexStore>();
        services.AddSingleton<INotificationHandler<LanguageCacheRefresherNotification>>(provider => provider.GetRequiredService<DeliveryIndexStore>());
        services.AddSingleton<IApiContentQueryProvider, DeliveryQueryProvider>();
        services.AddSingleton<IApiContentQueryService, DeliveryQueryService>();
        services.AddSingleton<IApiMediaQueryService, DeliveryMediaQuery>();
        services.AddHostedService<DeliveryIndexWarmup>();
    }
}

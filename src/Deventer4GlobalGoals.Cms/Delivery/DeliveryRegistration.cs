using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.DeliveryApi;

namespace Deventer4GlobalGoals.Cms.Delivery;

public static class DeliveryRegistration
{
    /// <summary>What Umbraco's own builders need to make Delivery API responses. Wants published content and site routing.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<IApiContentNameProvider, ApiContentNameProvider>();
        services.AddSingleton<IApiContentPathProvider, ApiContentPathProvider>();
        services.AddSingleton<IApiContentRouteBuilder, ApiContentRouteBuilder>();
        services.AddSingleton<IApiContentBuilder, ApiContentBuilder>();
        services.AddSingleton<IApiContentResponseBuilder, ApiContentResponseBuilder>();
        services.AddSingleton<IApiElementBuilder, ApiElementBuilder>();
        services.AddSingleton<IApiMediaUrlProvider, ApiMediaUrlProvider>();
        services.AddSingleton<IApiMediaBuilder, ApiMediaBuilder>();
        services.AddSingleton<IApiPropertyRenderer, ApiPropertyRenderer>();
        services.AddSingleton<IApiDocumentUrlService, ApiDocumentUrlService>();
        services.AddSingleton<IApiPublishedContentCache, ApiPublishedContentCache>();
        services.AddSingleton<IApiContentPathResolver, ApiContentPathResolver>();

        services.AddSingleton<IApiAccessService, DeliveryAccess>();
        services.AddSingleton<IRequestCultureService, DeliveryCulture>();
        services.AddSingleton<IRequestRoutingService, DeliveryRouting>();
        services.AddSingleton<AllProperties>();
        services.AddSingleton<IOutputExpansionStrategyAccessor>(provider => provider.GetRequiredService<AllProperties>());
        return services;
    }
}

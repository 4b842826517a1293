using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Cms.Routing;

public static class RoutingRegistration
{
    /// <summary>From URL to published page. Wants what <c>AddPublished</c> adds.</summary>
    public static IServiceCollection AddSiteRouting(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<IUmbracoContextFactory, SiteContextFactory>();
        services.AddSingleton<Templates>();
        services.AddSingleton<INotificationHandler<TemplateCacheRefresherNotification>>(
            provider => provider.GetRequiredService<Templates>());
        services.AddSingleton<SiteRouter>();
        return services;
    }

    /// <summary>
    /// Gives requests their Umbraco context, culture and canonical URL, and then does the endpoint routing. Put it after the error pages
    /// and the static files. Stock Umbraco does this in <c>app.UseUmbraco().WithMiddleware(u =&gt; u.UseWebsite())</c>.
    /// </summary>
    public static IApplicationBuilder UseUmbracoContent(this IApplicationBuilder app)
    {
        app.UseMiddleware<SiteRequestMiddleware>();
        return app.UseRouting();
    }
}

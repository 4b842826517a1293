using Deventer4GlobalGoals.Cms.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Web;
using Umbraco.Cms.Web.Common;
using Umbraco.Cms.Web.Common.Controllers;

namespace Deventer4GlobalGoals.Cms.Rendering;

public static class RenderingRegistration
{
    /// <summary>Pages without a dot in their last segment: those are files, for static files and fixed endpoints to answer.</summary>
    private const string Pattern = "{*umbracoPath:nonfile}";

    /// <summary>Controllers and views for published pages.</summary>
    public static IServiceCollection AddSiteRendering(this IServiceCollection services)
    {
        services.AddControllersWithViews().AddApplicationPart(typeof(RenderController).Assembly);
        services.AddSingleton<RenderActions>();
        services.AddTransient<ContentTransformer>();
        services.AddScoped<UmbracoHelper>();
        return services;
    }

    /// <summary>
    /// Serves every URL that no other endpoint serves from published content: the page, a 301 to where it moved, or 404.
    /// Stock Umbraco does this in <c>app.UseUmbraco().WithEndpoints(u =&gt; u.UseWebsiteEndpoints())</c>.
    /// </summary>
    public static IEndpointRouteBuilder MapUmbracoContent(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapDynamicControllerRoute<ContentTransformer>(Pattern);
        endpoints.MapFallback(Pattern, MovedOrMissing);
        return endpoints;
    }

    private static async Task<IResult> MovedOrMissing(HttpContext http, SiteRouter router, IUmbracoContextAccessor contexts) =>
        contexts.TryGetUmbracoContext(out var context)
        && context.PublishedRequest is SiteRequest request
        && await router.FindMovedAsync(request) is { } target
            ? Results.LocalRedirect(target + http.Request.QueryString, permanent: true)
            : Results.NotFound();
}

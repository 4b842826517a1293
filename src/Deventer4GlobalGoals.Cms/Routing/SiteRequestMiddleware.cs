using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Cms.Routing;

/// <summary>
/// Gives every request its Umbraco context and its culture, turns away paths that can't be any page's,
/// and sends a page's visitor to the one way to write its URL.
/// </summary>
internal sealed class SiteRequestMiddleware(
    RequestDelegate next,
    IUmbracoContextFactory contexts,
    IVariationContextAccessor variation,
    SiteRouter router,
    IOptionsMonitor<RequestHandlerSettings> settings)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!RequestTarget.IsWellFormed(http))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var reference = contexts.EnsureUmbracoContext();
        var request = router.FindDomain(reference.UmbracoContext.CleanedUmbracoUrl, AskedPath(http));
        reference.UmbracoContext.PublishedRequest = request;
        SetCulture(request.Culture);

        var path = http.Request.Path.Value ?? "/";
        var canonical = RequestTarget.Canonical(path, settings.CurrentValue.AddTrailingSlash);
        if (path.Length > 0 && !string.Equals(path, canonical, StringComparison.Ordinal) && router.FindContent(request).PublishedContent is not null)
        {
            var target = new PathString(canonical);
            http.Response.Redirect($"{http.Request.PathBase.Add(target).ToUriComponent()}{http.Request.QueryString}", permanent: true);
            return;
        }

        await next(http);
    }

    /// <summary>An error page is made in the language of the page that was asked for, not of its own path.</summary>
    private static string AskedPath(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? http.Request.Path.Value ?? "/";

    private void SetCulture(string name)
    {
        variation.VariationContext = new VariationContext(name);
        var culture = CultureInfo.GetCultureInfo(name);
#pragma warning disable RS0030 // This is the request culture middleware, the one place where it is set.
        CultureInfo.CurrentCulture = culture;
#pragma warning restore RS0030
        CultureInfo.CurrentUICulture = culture;
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;
using IHostingEnvironment = Umbraco.Cms.Core.Hosting.IHostingEnvironment;

namespace Deventer4GlobalGoals.Cms.Routing;

/// <summary>One request, or one piece of background work, that reads published content.</summary>
internal sealed class SiteContext(ICacheManager caches, IPreviewService preview, DateTime created, Uri requested, Uri cleaned)
    : IUmbracoContext
{
    public DateTime ObjectCreated => created;

    public Uri OriginalRequestUrl => requested;

    public Uri CleanedUmbracoUrl => cleaned;

    public IPublishedContentCache Content => caches.Content;

    public IPublishedMediaCache Media => caches.Media;

    public IDomainCache Domains => caches.Domains;

    public IPublishedRequest? PublishedRequest { get; set; }

    public bool IsDebug => false;

    public bool InPreviewMode => preview.IsInPreview();

    public void Dispose()
    {
        // Holds nothing; Umbraco's contract wants it disposable.
    }
}

/// <summary>Outside a request the address is the application's own, as far as it knows that.</summary>
internal sealed class SiteContextFactory(
    IUmbracoContextAccessor accessor,
    ICacheManager caches,
    IPreviewService preview,
    IHttpContextAccessor http,
    IHostingEnvironment hosting,
    TimeProvider time) : IUmbracoContextFactory
{
    private static readonly Uri Nowhere = new("http://localhost/");

    public UmbracoContextReference EnsureUmbracoContext()
    {
        if (accessor.TryGetUmbracoContext(out var present))
        {
            return new UmbracoContextReference(present, isRoot: false, accessor);
        }

        var requested = RequestUrl() ?? hosting.ApplicationMainUrl ?? Nowhere;
        var cleaned = RequestTarget.At(requested, RequestTarget.Canonical(http.HttpContext?.Request.Path.Value ?? "/", trailingSlash: false));
        var made = new SiteContext(caches, preview, time.GetUtcNow().UtcDateTime, requested, cleaned);
        accessor.Set(made);
        return new UmbracoContextReference(made, isRoot: true, accessor);
    }

    /// <summary>Null where there is no request, or one without a usable host.</summary>
    private Uri? RequestUrl() =>
        http.HttpContext?.Request is { Host.HasValue: true } request
        && Uri.TryCreate(UriHelper.BuildAbsolute(request.Scheme, request.Host, path: request.Path, query: request.QueryString), UriKind.Absolute, out var url)
            ? url
            : null;
}

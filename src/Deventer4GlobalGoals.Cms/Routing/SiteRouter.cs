using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Routing;

/// <summary>
/// From URL to page: the domain gives the culture and where to start, the URL segments give the rest. All of it in memory;
/// only <see cref="FindMovedAsync"/>, for a URL that leads nowhere, asks the database.
/// </summary>
internal sealed class SiteRouter(
    IDocumentUrlService urls,
    ICacheManager caches,
    IPreviewService preview,
    IRedirectUrlService redirects,
    IPublishedUrlProvider addresses,
    Templates templates,
    IOptionsMonitor<WebRoutingSettings> settings)
{
    /// <summary>Which domain and culture a path of this site belongs to, whether or not a page is there.</summary>
    public SiteRequest FindDomain(Uri site, string path)
    {
        var canonical = RequestTarget.Canonical(path, trailingSlash: false);
        var url = RequestTarget.At(site, canonical);
        var defaultCulture = caches.Domains.DefaultCulture;
        var domain = DomainUtilities.SelectDomain(
            caches.Domains.GetAll(includeWildcards: false).Where(IsServed), url, null, defaultCulture);
        return new SiteRequest(url, canonical, domain, domain?.Culture ?? defaultCulture, null, null);
    }

    /// <summary>The request with its page and template, or without when there is no page that can be shown.</summary>
    public SiteRequest FindContent(SiteRequest request)
    {
        var draft = preview.IsInPreview();
        var key = urls.GetDocumentKeyByRoute(PathInDomain(request), request.Culture, request.Domain?.ContentId, draft);
        var content = key is { } found ? caches.Content.GetById(draft, found) : null;
        return content is not null && content.IsInvariantOrHasCulture(request.Culture)
            ? request with { PublishedContent = content, Template = templates.Find(content.TemplateId) }
            : request;
    }

    /// <summary>Where a page that once had this URL is now; null when none had, or when it is no longer published.</summary>
    public async Task<string?> FindMovedAsync(SiteRequest request)
    {
        if (settings.CurrentValue.DisableRedirectUrlTracking)
        {
            return null;
        }

        var moved = await redirects.GetMostRecentRedirectUrlAsync(request.AbsolutePathDecoded, request.Culture);
        if (moved is null && request.Domain is { } domain)
        {
            moved = await redirects.GetMostRecentRedirectUrlAsync($"{domain.ContentId}{PathInDomain(request)}", request.Culture);
        }

        var content = moved is null ? null : caches.Content.GetById(moved.ContentKey);
        var target = content is null ? "#" : addresses.GetUrl(content, UrlMode.Relative, moved!.Culture.NullOrWhiteSpaceAsNull() ?? request.Culture);
        return target.StartsWith('#') || string.Equals(target, request.AbsolutePathDecoded, StringComparison.OrdinalIgnoreCase)
            ? null
            : target;
    }

    private static string PathInDomain(SiteRequest request) => request.Domain is { } domain
        ? DomainUtilities.PathRelativeToDomain(domain.Uri, request.AbsolutePathDecoded)
        : request.AbsolutePathDecoded;

    /// <summary>A language whose home page isn't published has no pages, and its prefix is an ordinary path.</summary>
    private bool IsServed(Domain domain) =>
        caches.Content.GetById(domain.ContentId) is { } root && root.IsInvariantOrHasCulture(domain.Culture ?? string.Empty);
}

using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Routing;

namespace Deventer4GlobalGoals.Cms.Routing;

/// <summary>What a URL stands for. Never changed once made; internal redirects and custom headers have no use here.</summary>
/// <param name="Uri">The URL, in lower case and without query.</param>
/// <param name="AbsolutePathDecoded">Its path, decoded but for encoded slashes: those part no segments.</param>
/// <param name="Domain">The domain it lies in, if the site has domains.</param>
/// <param name="Culture">The domain's culture, or the site's default.</param>
/// <param name="PublishedContent">The page; null before it was looked for, and when there is none.</param>
/// <param name="Template">The page's template.</param>
internal sealed record SiteRequest(
    Uri Uri,
    string AbsolutePathDecoded,
    DomainAndUri? Domain,
    string Culture,
    IPublishedContent? PublishedContent,
    ITemplate? Template)
    : IPublishedRequest
{
    public bool IsInternalRedirect => false;

    public string? Segment => null;

    public string? RedirectUrl => null;

    public int? ResponseStatusCode => PublishedContent is null ? 404 : null;

    public IReadOnlyList<string>? CacheExtensions => null;

    public IReadOnlyDictionary<string, string>? Headers => null;

    public bool SetNoCacheHeader => false;

    public bool IgnorePublishedContentCollisions => false;
}

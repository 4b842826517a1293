using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Routing;

namespace Deventer4GlobalGoals.Cms.Routing;

/// <summary>What a URL stands for. Never changed once made; internal redirects and custom headers have no use here.</summary>
internal sealed record SiteRequest(Uri Uri, DomainAndUri? Domain, string Culture, IPublishedContent? PublishedContent, ITemplate? Template)
    : IPublishedRequest
{
    public string AbsolutePathDecoded => System.Uri.UnescapeDataString(Uri.AbsolutePath);

    public bool IsInternalRedirect => false;

    public string? Segment => null;

    public string? RedirectUrl => null;

    public int? ResponseStatusCode => PublishedContent is null ? 404 : null;

    public IReadOnlyList<string>? CacheExtensions => null;

    public IReadOnlyDictionary<string, string>? Headers => null;

    public bool SetNoCacheHeader => false;

    public bool IgnorePublishedContentCollisions => false;
}

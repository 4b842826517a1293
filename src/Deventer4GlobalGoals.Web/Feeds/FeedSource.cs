using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Site;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Web.Feeds;

/// <summary>What feeds need: the community, addresses with the host, and texts in the language of the feed rather than of its path.</summary>
public sealed class FeedSource(CommunityIndex index, IPublishedUrlProvider urls, IUmbracoContextFactory contexts, SiteOrigin origin, TimeProvider time)
    : IDisposable
{
    // URLs are made inside an Umbraco context; an address with a dot in it has none of its own.
    private readonly UmbracoContextReference _context = contexts.EnsureUmbracoContext();
    private CommunitySnapshot? _community;

    public CommunitySnapshot Community => _community ??= index.Current;

    public DateTimeOffset Now => time.GetUtcNow();

    public string Origin => origin.Current;

    /// <summary>With host; null when the page does not exist in that culture.</summary>
    public string? Url(CommunityItem item, string culture) =>
        Community.Url(item.Key, culture, Find) is { Length: > 0 } path ? Origin + path : null;

    /// <summary>With host, in that culture or else in Dutch.</summary>
    public string AnyUrl(CommunityItem item, string culture) => Url(item, culture) ?? Url(item, SitePage.DefaultCulture) ?? Origin;

    public static string CultureOf(string? language) => language switch
    {
        "en" => "en-US",
        "de" => "de-DE",
        _ => SitePage.DefaultCulture,
    };

    public void Dispose() => _context.Dispose();

    private string Find(Guid key, string culture)
    {
        var url = urls.GetUrl(key, UrlMode.Relative, culture);
        return url.StartsWith('#') ? string.Empty : url;
    }
}

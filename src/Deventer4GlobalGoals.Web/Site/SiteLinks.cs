using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Site;

/// <summary>Where a page is in other languages, and which room it belongs to.</summary>
public static class SiteLinks
{
    /// <summary>The cultures of the site, the default one first.</summary>
    public static IReadOnlyList<string> Cultures { get; } = [SitePage.DefaultCulture, "en-US", "de-DE"];

    private static readonly ItemKind[] Rooms =
        [ItemKind.Goals, ItemKind.Practices, ItemKind.Meetings, ItemKind.Organisations, ItemKind.News, ItemKind.Prize];

    /// <summary>The paths of this page, per culture that has it.</summary>
    public static IEnumerable<(string Culture, string Url)> Alternates(this SiteView site) =>
        Cultures.Select(culture => (culture, url: site.Here(culture)!)).Where(pair => pair.url is not null);

    /// <summary>The path of this page in a culture; null when it has none.</summary>
    public static string? Here(this SiteView site, string culture) =>
        site.Page is { } page ? site.UrlIn(page.Key, culture) : site.Addresses?.GetValueOrDefault(culture);

    /// <summary>Where to go for each language: this page if it exists there, otherwise that language's home page.</summary>
    public static IEnumerable<(string Culture, string Url)> LanguageLinks(this SiteView site)
    {
        var home = site.Community.Section(ItemKind.Home)?.Key;
        foreach (var culture in Cultures)
        {
            var url = site.Here(culture) ?? (home is { } key ? site.UrlIn(key, culture) : null);
            if (url is not null)
            {
                yield return (culture, url);
            }
        }
    }

    /// <summary>The room of this page: the page itself, or the list that it stands in.</summary>
    public static ItemKind? CurrentRoom(this SiteView site)
    {
        for (var step = site.Page is { } page ? site.Community.Find(page.Key) : null; step is not null; step = step.ParentKey is { } parent ? site.Community.Find(parent) : null)
        {
            if (Rooms.Contains(step.Kind))
            {
                return step.Kind;
            }
        }

        return null;
    }

    /// <summary>A feed's path in the visitor's language: "/en/feed.atom".</summary>
    public static string FeedPath(this SiteView site, string file) => FeedPath(site.Language, file);

    /// <inheritdoc cref="FeedPath(SiteView, string)"/>
    public static string FeedPath(string language, string file) => language == SitePage.DefaultCulture ? $"/{file}" : $"/{language}/{file}";
}

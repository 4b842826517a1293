using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Feeds;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Site.Lists;

namespace Deventer4GlobalGoals.Web.Search;

/// <summary>An Atom feed of any search: the newest of its answers, at the address of the search with another end.</summary>
internal static class SearchFeed
{
    private const int MostEntries = 50;

    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["nl"] = "/zoeken.atom",
        ["en"] = "/en/search.atom",
        ["de"] = "/de/suche.atom",
    };

    /// <summary>Where the feed of a search is.</summary>
    public static string Path(string language, ListQuery query) => Paths[language] + (query with { Order = null, Page = 1 });

    public static IEndpointRouteBuilder MapSearchFeed(this IEndpointRouteBuilder endpoints)
    {
        foreach (var (language, path) in Paths)
        {
            endpoints.MapGet(path, (HttpContext http, SiteView site, ListMaker lists, SiteSearch search, FeedSource source, CancellationToken cancellation) =>
                WriteAsync(http, language, site, lists, search, source, cancellation)).ExcludeFromDescription();
        }

        return endpoints;
    }

    private static async Task<IResult> WriteAsync(
        HttpContext http, string language, SiteView site, ListMaker lists, SiteSearch search, FeedSource source, CancellationToken cancellation)
    {
        SearchAnswers.AreNotKept(http.Response);
        site.Speak(FeedSource.CultureOf(language));
        await search.CatchUpAsync(cancellation);
        var query = lists.Read(ListDefinition.Search, http.Request.Query) with { Order = ListOrder.Newest, Page = 1 };
        var items = search.Found(search.Ask(site.Culture, query, MostEntries).Hits).Select(found => found.Item).Where(item => !item.IsHidden && !item.IsDemo);
        var title = query.Text.Length == 0 ? site.T["search.feedTitle"] : site.T.Format("search.feedTitleFor", query.Text);
        var feed = new AtomHead(title, source.Origin + Path(language, query), source.Origin + site.Url(ItemKind.Search) + (query with { Order = null }));
        return Results.Bytes(AtomFeed.Write(source, language, feed, [.. items]), "application/atom+xml; charset=utf-8");
    }
}

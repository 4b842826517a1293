using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Site.Lists;

namespace Deventer4GlobalGoals.Web.Search;

/// <summary>From a question to the page that shows its answers.</summary>
public sealed class SearchMaker(SiteView site, SiteSearch search, ListMaker lists)
{
    private static readonly ListDefinition Definition = ListDefinition.Search;

    public async Task<ListPage> MakeAsync(ListingPage page, ListQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(query);
        await search.CatchUpAsync(cancellation);
        var response = search.Ask(site.Culture, query, ListDefinition.PageSize);
        var found = search.Found(response.Hits).ToList();
        query = query with { Page = Math.Min(query.Page, SiteSearch.LastPage(response.Total, ListDefinition.PageSize)) };
        var path = site.Url(page);
        return new ListPage(page, Definition, query)
        {
            Total = response.Total,
            Items = [.. found.Select(pair => pair.Item)],
            Marked = found.ToDictionary(pair => pair.Item.Key, pair => pair.Hit),
            Facets = [.. Definition.Facets.Select(facet => FacetViews.Make(site, facet, Counts(response, facet), query, path))],
            Escapes = response.Total == 0 ? [.. lists.EscapesOf(Definition, query, path, other => search.Ask(site.Culture, other, 0).Total)] : [],
            Correction = response.Correction,
            IsLoose = response.IsLoose,
            IsPreparing = response.Total == 0 && search.IsPreparing,
        };
    }

    internal static Dictionary<string, int> Counts(Deventer4GlobalGoals.Search.Query.SearchResponse response, Facet facet) =>
        response.Facets.First(counted => counted.Field == facet.Key).Values.Where(value => value.Count > 0).ToDictionary(value => value.Value, value => value.Count);
}

/// <summary>
/// Answers to words are never kept on the server: there are as many as anybody cares to make up, and they must not be older than the index.
/// </summary>
internal static class SearchAnswers
{
    public static void AreNotKept(HttpResponse response) => response.Headers.CacheControl = "private, no-cache";
}

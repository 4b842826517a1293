using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Search;

namespace Deventer4GlobalGoals.Web.Site.Lists;

/// <summary>From what a visitor asked to the list that a view shows: sifted, put in order, cut into pages. Words are looked up in the index.</summary>
public sealed class ListMaker(SiteView site, SiteSearch search)
{
    public ListQuery Read(ListDefinition definition, IQueryCollection asked) =>
        ListQuery.Read(asked, definition, facet => FacetViews.Options(site, definition, facet));

    public async Task<ListPage> MakeAsync(ListingPage page, ListDefinition definition, ListQuery query, CancellationToken cancellation)
    {
        if (query.Text.Length > 0)
        {
            await search.CatchUpAsync(cancellation);
        }

        var source = Source(definition, query);
        var sifted = ListSieve.Sift(source, definition, query, site.Now);
        var ordered = Order(sifted.Found, OrderOf(definition, query));
        query = query with { Page = Math.Min(query.Page, SiteSearch.LastPage(ordered.Count, ListDefinition.PageSize)) };
        var path = site.Url(page);
        return new ListPage(page, definition, query)
        {
            Total = ordered.Count,
            Items = [.. ordered.Skip((query.Page - 1) * ListDefinition.PageSize).Take(ListDefinition.PageSize)],
            Facets = [.. definition.Facets.Select((facet, index) => FacetViews.Make(site, facet, sifted.Counts[index], query, path))],
            Escapes = ordered.Count == 0 ? [.. EscapesOf(definition, query, path, other => ListSieve.Sift(Source(definition, other), definition, other, site.Now).Found.Count)] : [],
            IsPreparing = query.Text.Length > 0 && ordered.Count == 0 && search.IsPreparing,
        };
    }

    /// <summary>Ways on from nothing found: each filter let go of, and the words.</summary>
    public IEnumerable<Escape> EscapesOf(ListDefinition definition, ListQuery query, string path, Func<ListQuery, int> count)
    {
        var without = query.Choices
            .Select(choice => (Label: (string?)Label(definition, choice), Query: query.Toggle(choice.Facet, choice.Value)))
            .Concat(query.Text.Length > 0 && query.Choices.Length > 0 ? [(null, query with { Text = string.Empty, Page = 1 })] : []);
        return without
            .Select(option => new Escape(option.Label, count(option.Query), path + option.Query))
            .Where(escape => escape.Count > 0);
    }

    private static ListOrder OrderOf(ListDefinition definition, ListQuery query) => query.Order ?? definition.OrdersFor(query.Text)[0];

    // A list is of one kind; the search, which is of many, has a maker of its own.
    private IEnumerable<CommunityItem> Source(ListDefinition definition, ListQuery query)
    {
        var kind = definition.Kinds[0];
        var order = OrderOf(definition, query);
        if (order == ListOrder.Best)
        {
            return search.Matching(site.Culture, kind, query.Text);
        }

        var sorted = site.Community.Sorted(
            kind,
            order switch
            {
                ListOrder.Name => ItemOrder.Name,
                ListOrder.Cheapest => ItemOrder.Cheapest,
                _ => ItemOrder.Newest,
            },
            site.Culture);
        if (query.Text.Length == 0)
        {
            return sorted;
        }

        var found = search.Matching(site.Culture, kind, query.Text).Select(item => item.Key).ToHashSet();
        return sorted.Where(item => found.Contains(item.Key));
    }

    private List<CommunityItem> Order(List<CommunityItem> found, ListOrder order) => order switch
    {
        // What lies ahead comes first, soonest on top; then what was, latest on top.
        ListOrder.Agenda when found.FindLastIndex(item => item.When.IsAhead(site.Now)) is >= 0 and var last =>
            [.. Enumerable.Reverse(found.Take(last + 1)), .. found.Skip(last + 1)],
        _ => found,
    };

    private string Label(ListDefinition definition, Choice choice) =>
        Array.Find(definition.Facets, facet => facet.Key == choice.Facet)?.Label(choice.Value, site) ?? choice.Value;
}

using System.Globalization;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Site.Lists;

/// <summary>From what a visitor asked to the list that a view shows: sifted, put in order, cut into pages.</summary>
public sealed class ListMaker(SiteView site)
{
    public ListPage Make(ListingPage page, ListDefinition definition, IQueryCollection asked)
    {
        var query = ListQuery.Read(asked, definition, facet => Options(definition, facet));
        var sifted = ListSieve.Sift(Source(definition, query), definition, query, site.Now);
        var ordered = Order(sifted.Found, query.Order ?? definition.Orders[0], TextFolding.Words(query.Text), definition.Kinds.Length > 1);
        var last = Math.Max(1, (ordered.Count + ListDefinition.PageSize - 1) / ListDefinition.PageSize);
        query = query with { Page = Math.Min(query.Page, last) };
        return new ListPage(page, definition, query)
        {
            Total = ordered.Count,
            Items = ordered.GetRange((query.Page - 1) * ListDefinition.PageSize, Math.Min(ListDefinition.PageSize, ordered.Count - ((query.Page - 1) * ListDefinition.PageSize))),
            Facets = [.. definition.Facets.Select((facet, index) => View(facet, sifted.Counts[index], query, site.Url(page)))],
            Escapes = ordered.Count == 0 ? [.. Escapes(page, definition, query)] : [],
        };
    }

    private IEnumerable<CommunityItem> Source(ListDefinition definition, ListQuery query)
    {
        var order = (query.Order ?? definition.Orders[0]) switch
        {
            ListOrder.Name => ItemOrder.Name,
            ListOrder.Cheapest => ItemOrder.Cheapest,
            _ => ItemOrder.Newest,
        };
        return definition.Kinds.Length == 1
            ? site.Community.Sorted(definition.Kinds[0], order, site.Culture)
            : definition.Kinds.SelectMany(kind => site.Community.Sorted(kind, order, site.Culture));
    }

    private List<CommunityItem> Order(List<CommunityItem> found, ListOrder order, string[] words, bool isMixed) => order switch
    {
        // What lies ahead comes first, soonest on top; then what was, latest on top.
        ListOrder.Agenda when found.FindLastIndex(item => item.When.IsAhead(site.Now)) is >= 0 and var last =>
            [.. Enumerable.Reverse(found.Take(last + 1)), .. found.Skip(last + 1)],
        ListOrder.Best => [.. found.OrderByDescending(item => words.Count(word => InTitle(item, word)))],
        ListOrder.Newest when isMixed => [.. found.OrderByDescending(item => item.When.Order)],
        ListOrder.Name when isMixed => [.. found.OrderBy(item => item.In(site.Culture).Title, StringComparer.Create(CultureInfo.GetCultureInfo(site.Culture), ignoreCase: true))],
        _ => found,
    };

    private bool InTitle(CommunityItem item, string word) =>
        TextFolding.Fold(item.In(site.Culture).Title).Contains(word, StringComparison.Ordinal);

    private Dictionary<string, string> Options(ListDefinition definition, Facet facet) => site.Community.Derived(
        (definition, facet.Key),
        community =>
        {
            var options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var value in definition.Kinds.SelectMany(kind => community.Sorted(kind, ItemOrder.Newest, site.Culture)).SelectMany(item => facet.Values(item, site.Now)).Distinct())
            {
                options.TryAdd(TextFolding.Slug(value, keepDot: facet.IsGoal), value);
            }

            foreach (var value in facet.Order ?? [])
            {
                options.TryAdd(TextFolding.Slug(value, keepDot: facet.IsGoal), value);
            }

            return options;
        });

    private FacetView View(Facet facet, Dictionary<string, int> counts, ListQuery query, string path)
    {
        var shown = counts.Keys
            .Concat(ListSieve.Chosen(query, facet))
            .Distinct()
            .Where(value => !value.Contains('.', StringComparison.Ordinal) || !facet.IsGoal || query.Has(facet.Key, value))
            .Select(value => new FacetOption(
                value,
                facet.Label(value, site),
                counts.GetValueOrDefault(value),
                query.Has(facet.Key, value),
                path + query.Toggle(facet.Key, value)));
        return new FacetView(facet, facet.Order is { } order
            ? [.. shown.OrderBy(option => Rank(order, option.Value))]
            : [.. shown.OrderByDescending(option => option.Count).ThenBy(option => option.Label, StringComparer.OrdinalIgnoreCase)]);
    }

    private static int Rank(IReadOnlyList<string> order, string value)
    {
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i] == value || value.StartsWith(order[i] + ".", StringComparison.Ordinal))
            {
                return i;
            }
        }

        return int.MaxValue;
    }

    private IEnumerable<Escape> Escapes(ListingPage page, ListDefinition definition, ListQuery query)
    {
        var without = query.Choices
            .Select(choice => (Label: (string?)Label(definition, choice), Query: query.Toggle(choice.Facet, choice.Value)))
            .Concat(query.Text.Length > 0 && query.Choices.Length > 0 ? [(null, query with { Text = string.Empty, Page = 1 })] : []);
        return without
            .Select(option => new Escape(option.Label, CountOf(definition, option.Query), site.Url(page) + option.Query))
            .Where(escape => escape.Count > 0);
    }

    private string Label(ListDefinition definition, Choice choice) =>
        Array.Find(definition.Facets, facet => facet.Key == choice.Facet)?.Label(choice.Value, site) ?? choice.Value;

    private int CountOf(ListDefinition definition, ListQuery query) =>
        ListSieve.Sift(Source(definition, query), definition, query, site.Now).Found.Count;
}

using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Site.Lists;

/// <summary>From counts to the links that a visitor sees.</summary>
internal static class FacetViews
{
    /// <summary>The values that a facet can be asked for, by how they stand in an address.</summary>
    public static Dictionary<string, string> Options(SiteView site, ListDefinition definition, Facet facet) => site.Community.Derived(
        (definition, facet.Key),
        community =>
        {
            var options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            var values = definition.Kinds.SelectMany(kind => community.Sorted(kind, ItemOrder.Newest, site.Culture)).SelectMany(item => facet.Values(item, site.Now));
            foreach (var value in values.Concat(facet.Order ?? []).Distinct())
            {
                options.TryAdd(TextFolding.Slug(value, keepDot: facet.IsGoal), value);
            }

            return options;
        });

    /// <param name="site">For the language.</param>
    /// <param name="facet">Which one.</param>
    /// <param name="counts">What each value gives.</param>
    /// <param name="query">What was asked.</param>
    /// <param name="path">Where the links lead.</param>
    public static FacetView Make(SiteView site, Facet facet, IReadOnlyDictionary<string, int> counts, ListQuery query, string path)
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
}

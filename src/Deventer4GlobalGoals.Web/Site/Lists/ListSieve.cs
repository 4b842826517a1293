using System.Runtime.InteropServices;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Site.Lists;

/// <summary>What passed, in the order in which it came; and per facet what each of its values would give.</summary>
public sealed record Sifted(List<CommunityItem> Found, Dictionary<string, int>[] Counts);

/// <summary>
/// Filters AND, values within a filter OR. A filter's counts leave its own choices out, so that they say what
/// choosing another value would give. One walk over the items, whatever is chosen.
/// </summary>
public static class ListSieve
{
    public static Sifted Sift(IEnumerable<CommunityItem> items, ListDefinition definition, ListQuery query, DateTimeOffset now)
    {
        var chosen = Array.ConvertAll(definition.Facets, facet => Chosen(query, facet));
        var sifted = new Sifted([], Array.ConvertAll(definition.Facets, _ => new Dictionary<string, int>(StringComparer.Ordinal)));
        foreach (var item in items)
        {
            Sift(item, definition.Facets, chosen, now, sifted);
        }

        return sifted;
    }

    /// <summary>The chosen values of one facet.</summary>
    public static string[] Chosen(ListQuery query, Facet facet) =>
        [.. query.Choices.Where(choice => choice.Facet == facet.Key).Select(choice => choice.Value)];

    private static void Sift(CommunityItem item, Facet[] facets, string[][] chosen, DateTimeOffset now, Sifted sifted)
    {
        var failing = -1;
        for (var i = 0; i < facets.Length; i++)
        {
            if (chosen[i].Length > 0 && !HasAny(facets[i].Values(item, now).AsSpan(), chosen[i]))
            {
                if (failing >= 0)
                {
                    // Two filters refuse it: no single change would bring it back.
                    return;
                }

                failing = i;
            }
        }

        if (failing < 0)
        {
            sifted.Found.Add(item);
        }

        for (var i = 0; i < facets.Length; i++)
        {
            if (failing < 0 || failing == i)
            {
                foreach (var value in facets[i].Values(item, now))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(sifted.Counts[i], value, out _)++;
                }
            }
        }
    }

    private static bool HasAny(ReadOnlySpan<string> values, string[] chosen)
    {
        foreach (var value in values)
        {
            if (Array.IndexOf(chosen, value) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}

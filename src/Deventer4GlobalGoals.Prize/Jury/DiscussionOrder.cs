namespace Deventer4GlobalGoals.Prize.Jury;

/// <summary>An agenda in which recused people leave the room as few times as possible.</summary>
public static class DiscussionOrder
{
    // Above this many different groups of people an exact search takes too long; the order is then improved step by step.
    private const int MostExact = 14;

    /// <param name="entries">In the order they would otherwise have; equals keep it.</param>
    /// <param name="recused">Per entry who has to be outside.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> entries, IReadOnlyDictionary<string, IReadOnlySet<string>> recused)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(recused);

        // Entries with the same people outside are discussed one after another.
        var groups = entries.GroupBy(entry => string.Join('\n', Outside(recused, entry).Order(StringComparer.Ordinal)))
            .Select(group => (Entries: group.ToArray(), Outside: Outside(recused, group.First())))
            .ToArray();
        var sets = groups.Select(group => group.Outside).ToArray();
        var order = sets.Length <= MostExact ? Exact(sets) : Improved(sets);
        return [.. order.SelectMany(group => groups[group].Entries)];
    }

    /// <summary>How many times somebody gets up and leaves; who is outside at the start left once.</summary>
    public static int Exits(IEnumerable<string> order, IReadOnlyDictionary<string, IReadOnlySet<string>> recused)
    {
        ArgumentNullException.ThrowIfNull(order);
        var (exits, outside) = (0, (IReadOnlySet<string>)new HashSet<string>());
        foreach (var entry in order)
        {
            var next = Outside(recused, entry);
            exits += Leaving(outside, next);
            outside = next;
        }

        return exits;
    }

    private static IReadOnlySet<string> Outside(IReadOnlyDictionary<string, IReadOnlySet<string>> recused, string entry) =>
        recused.TryGetValue(entry, out var people) ? people : new HashSet<string>();

    private static int Leaving(IReadOnlySet<string> from, IReadOnlySet<string> to) => to.Count(person => !from.Contains(person));

    // Held and Karp: the fewest exits to have discussed a set of groups and be at one of them.
    private static List<int> Exact(IReadOnlySet<string>[] sets)
    {
        var count = sets.Length;
        var fewest = new int[1 << count, Math.Max(count, 1)];
        var before = new int[1 << count, Math.Max(count, 1)];
        for (var done = 1; done < 1 << count; done++)
        {
            for (var last = 0; last < count; last++)
            {
                var rest = done & ~(1 << last);
                fewest[done, last] = rest == 0 ? sets[last].Count : int.MaxValue;
                before[done, last] = -1;
                for (var previous = 0; previous < count && (done & (1 << last)) != 0; previous++)
                {
                    var exits = (rest & (1 << previous)) == 0 || fewest[rest, previous] == int.MaxValue
                        ? int.MaxValue
                        : fewest[rest, previous] + Leaving(sets[previous], sets[last]);
                    if (exits < fewest[done, last])
                    {
                        (fewest[done, last], before[done, last]) = (exits, previous);
                    }
                }
            }
        }

        var order = new List<int>();
        var all = (1 << count) - 1;
        for (var at = count == 0 ? -1 : Enumerable.Range(0, count).MinBy(last => fewest[all, last]); at >= 0;)
        {
            order.Insert(0, at);
            (all, at) = (all & ~(1 << at), before[all, at]);
        }

        return order;
    }

    private static List<int> Improved(IReadOnlySet<string>[] sets)
    {
        var order = Enumerable.Range(0, sets.Length).ToList();
        for (var improved = true; improved;)
        {
            improved = false;
            for (var from = 0; from < order.Count; from++)
            {
                for (var to = 0; to < order.Count; to++)
                {
                    var moved = order.ToList();
                    moved.RemoveAt(from);
                    moved.Insert(to, order[from]);
                    if (Cost(moved) < Cost(order))
                    {
                        (order, improved) = (moved, true);
                    }
                }
            }
        }

        return order;

        int Cost(List<int> tried) => sets[tried[0]].Count + Enumerable.Range(1, tried.Count - 1).Sum(place => Leaving(sets[tried[place - 1]], sets[tried[place]]));
    }
}

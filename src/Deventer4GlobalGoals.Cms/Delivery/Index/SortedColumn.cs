using Umbraco.Cms.Core.DeliveryApi;

namespace Deventer4GlobalGoals.Cms.Delivery.Index;

/// <summary>Pairs of value and item, sorted: equality and ranges are two binary searches, an order is a walk.</summary>
internal sealed class SortedColumn<TKey>(FieldKey<TKey> kind, SortedColumn<TKey>.Pair[] pairs) : FieldColumn
    where TKey : notnull
{
    private int[]? _ranks;
    private IdSet? _valued;

    public SortedColumn(FieldKey<TKey> kind)
        : this(kind, [])
    {
    }

    /// <summary>Where each item stands by its lowest value; 0 is without value. Made when a query first wants a second order.</summary>
    private int[] Ranks => Volatile.Read(ref _ranks) ?? (_ranks = Rank());

    /// <summary>The items that have a value. Made when a query first puts something in this order.</summary>
    private IdSet Valued => Volatile.Read(ref _valued) ?? (_valued = AllValued());

    public override bool Find(FilterOperation operation, IReadOnlyList<string> values, IdSet found)
    {
        if (operation is FilterOperation.Contains or FilterOperation.DoesNotContain || kind is WordsKey)
        {
            return FindParts(values, found, operation is FilterOperation.Contains or FilterOperation.DoesNotContain);
        }

        if (operation is not (FilterOperation.Is or FilterOperation.IsNot))
        {
            return FindRange(operation, values, found);
        }

        var any = false;
        foreach (var value in values)
        {
            if (kind.TryParse(value, out var key))
            {
                any = true;
                Add(Lower(key), Upper(key), found);
            }
        }

        return any;
    }

    public override IEnumerable<List<int>> Groups(IdSet among, bool descending)
    {
        var left = among.Copy();
        var group = new List<int>();
        if (!descending && Missing(left, group))
        {
            yield return group;
        }

        var (at, step) = descending ? (pairs.Length - 1, -1) : (0, 1);
        while (at >= 0 && at < pairs.Length)
        {
            // Keys are compared around what is looked for only: comparing texts of a language is what a walk costs.
            var (key, id) = pairs[at];
            at += step;
            if (!left.Remove(id))
            {
                continue;
            }

            group.Clear();
            group.Add(id);
            for (; at >= 0 && at < pairs.Length && kind.Comparer.Compare(pairs[at].Key, key) == 0; at += step)
            {
                if (left.Remove(pairs[at].Id))
                {
                    group.Add(pairs[at].Id);
                }
            }

            group.Sort();
            yield return group;
        }

        if (descending && Missing(left, group))
        {
            yield return group;
        }
    }

    public override int Compare(int left, int right) => RankOf(left).CompareTo(RankOf(right));

    public override FieldColumn With(IdSet touched, IEnumerable<FieldRow> rows)
    {
        var added = Pairs(rows);
        var removed = pairs.Where(pair => touched.Contains(pair.Id)).ToArray();
        if (removed.SequenceEqual(added))
        {
            return this;
        }

        var merged = new Pair[pairs.Length - removed.Length + added.Length];
        var (from, next) = (0, 0);
        for (var to = 0; to < merged.Length; to++)
        {
            while (from < pairs.Length && touched.Contains(pairs[from].Id))
            {
                from++;
            }

            merged[to] = from == pairs.Length || (next < added.Length && Order(added[next], pairs[from]) < 0) ? added[next++] : pairs[from++];
        }

        return new SortedColumn<TKey>(kind, merged);
    }

    private Pair[] Pairs(IEnumerable<FieldRow> rows)
    {
        var made = new List<Pair>();
        foreach (var row in rows)
        {
            foreach (var value in row.Values)
            {
                if (kind.TryRead(value, out var key))
                {
                    made.Add(new Pair(key, row.Id));
                }
            }
        }

        made.Sort(Order);
        return [.. made.Where((pair, index) => index == 0 || Order(made[index - 1], pair) != 0)];
    }

    private int Order(Pair left, Pair right)
    {
        var order = kind.Comparer.Compare(left.Key, right.Key);
        return order != 0 ? order : left.Id.CompareTo(right.Id);
    }

    private bool FindParts(IReadOnlyList<string> values, IdSet found, bool withinWords)
    {
        var parts = values
            .Select(value => kind.TryParse(value, out var key) ? key.ToString()! : string.Empty)
            .Select(part => withinWords ? part.Trim() : part)
            .Where(part => part.Length > 0)
            .ToArray();
        var comparison = kind is WordsKey ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        foreach (var pair in pairs)
        {
            if (Array.Exists(parts, part => pair.Key.ToString()!.Contains(part, comparison)))
            {
                found.Add(pair.Id);
            }
        }

        return parts.Length > 0;
    }

    private bool FindRange(FilterOperation operation, IReadOnlyList<string> values, IdSet found)
    {
        if (!kind.HasRanges || values.Count == 0 || !kind.TryParse(values[0], out var key))
        {
            return false;
        }

        var (from, until) = operation switch
        {
            FilterOperation.LessThan => (0, Lower(key)),
            FilterOperation.LessThanOrEqual => (0, Upper(key)),
            FilterOperation.GreaterThan => (Upper(key), pairs.Length),
            _ => (Lower(key), pairs.Length),
        };
        Add(from, until, found);
        return true;
    }

    private void Add(int from, int until, IdSet found)
    {
        for (var index = from; index < until; index++)
        {
            found.Add(pairs[index].Id);
        }
    }

    /// <summary>Of the items that are left, those without a value.</summary>
    private bool Missing(IdSet left, List<int> group)
    {
        var without = left.Copy();
        without.ExceptWith(Valued);
        group.Clear();
        group.AddRange(without.Ids());
        return group.Count > 0;
    }

    private IdSet AllValued()
    {
        var valued = new IdSet(pairs.Length == 0 ? 0 : pairs.Max(pair => pair.Id));
        foreach (var pair in pairs)
        {
            valued.Add(pair.Id);
        }

        return valued;
    }

    private int Lower(TKey key) => Boundary(key, 0);

    private int Upper(TKey key) => Boundary(key, 1);

    /// <summary>The first pair whose key is at least (0) or more than (1) the given one.</summary>
    private int Boundary(TKey key, int beyond)
    {
        var (low, high) = (0, pairs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (kind.Comparer.Compare(pairs[middle].Key, key) < beyond)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private int RankOf(int id) => id < Ranks.Length ? Ranks[id] : 0;

    private int[] Rank()
    {
        var ranks = new int[pairs.Length == 0 ? 1 : pairs.Max(pair => pair.Id) + 1];
        var rank = 0;
        for (var index = 0; index < pairs.Length; index++)
        {
            rank += index == 0 || kind.Comparer.Compare(pairs[index - 1].Key, pairs[index].Key) != 0 ? 1 : 0;
            ranks[pairs[index].Id] = ranks[pairs[index].Id] == 0 ? rank : ranks[pairs[index].Id];
        }

        return ranks;
    }

    internal readonly record struct Pair(TKey Key, int Id);
}

using System.Collections.Immutable;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;

namespace Deventer4GlobalGoals.Cms.Delivery.Index;

/// <summary>What of an item decides whether and where those below it are found.</summary>
/// <param name="Key">The item's key.</param>
/// <param name="Path">Umbraco's path of ids.</param>
/// <param name="Cultures">The cultures in which it is found, with a comma between them.</param>
internal sealed record IndexedItem(Guid Key, string Path, string Cultures);

/// <summary>One item as its handlers see it: the values of its fields per culture.</summary>
internal sealed record IndexedFields(int Id, IndexedItem Item, IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<object>>> Values);

/// <summary>One thing to order by.</summary>
internal readonly record struct FieldOrder(FieldColumn Column, Direction Direction);

/// <summary>All items that are found in one culture, by field. Never changed once made.</summary>
internal sealed class CultureIndex
{
    private readonly Dictionary<string, FieldColumn> _columns;

    private CultureIndex(IdSet all, Dictionary<string, FieldColumn> columns)
    {
        All = all;
        _columns = columns;
    }

    public IdSet All { get; }

    public static CultureIndex Empty(IEnumerable<IndexField> fields, string culture) => new(
        new IdSet(0),
        fields.ToDictionary(field => field.FieldName, field => FieldColumns.Empty(field.FieldType, culture), StringComparer.OrdinalIgnoreCase));

    public FieldColumn? Column(string name) => _columns.GetValueOrDefault(name);

    public CultureIndex With(IReadOnlyList<int> touched, IReadOnlyList<(int Id, IReadOnlyDictionary<string, IReadOnlyList<object>> Values)> rows)
    {
        var all = All.Copy(touched.Count == 0 ? null : touched.Max());
        var replaced = new IdSet(all.Highest);
        foreach (var id in touched)
        {
            all.Remove(id);
            replaced.Add(id);
        }

        foreach (var row in rows)
        {
            all.Add(row.Id);
        }

        return new CultureIndex(all, _columns.ToDictionary(
            column => column.Key,
            column => column.Value.With(
                replaced,
                rows.Where(row => row.Values.ContainsKey(column.Key)).Select(row => new FieldRow(row.Id, row.Values[column.Key]))),
            StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The items of the set in the order that is asked for, and by id where that leaves them equal. Stops when it has enough.</summary>
    public static IReadOnlyList<int> Page(IdSet found, IReadOnlyList<FieldOrder> orders, int skip, int take)
    {
        if (take == 0)
        {
            return [];
        }

        if (orders.Count == 0)
        {
            return [.. found.Ids().Skip(skip).Take(take)];
        }

        var page = new List<int>();
        var passed = 0;
        foreach (var group in orders[0].Column.Groups(found, orders[0].Direction == Direction.Descending))
        {
            if (passed + group.Count > skip)
            {
                Sort(group, orders);
                page.AddRange(group.Skip(Math.Max(0, skip - passed)).Take(take - page.Count));
                if (page.Count == take)
                {
                    break;
                }
            }

            passed += group.Count;
        }

        return page;
    }

    private static void Sort(List<int> group, IReadOnlyList<FieldOrder> orders)
    {
        if (orders.Count > 1 && group.Count > 1)
        {
            group.Sort((left, right) =>
            {
                for (var index = 1; index < orders.Count; index++)
                {
                    var order = orders[index].Column.Compare(left, right);
                    if (order != 0)
                    {
                        return orders[index].Direction == Direction.Descending ? -order : order;
                    }
                }

                return left.CompareTo(right);
            });
        }
    }
}

/// <summary>Everything that the Delivery API finds by query, in one state of the content.</summary>
internal sealed class DeliveryIndex
{
    private readonly Dictionary<string, CultureIndex> _cultures;

    private DeliveryIndex(
        ImmutableDictionary<int, IndexedItem> items,
        ImmutableDictionary<Guid, int> ids,
        Dictionary<string, CultureIndex> cultures)
    {
        Items = items;
        Ids = ids;
        _cultures = cultures;
    }

    public ImmutableDictionary<int, IndexedItem> Items { get; }

    public ImmutableDictionary<Guid, int> Ids { get; }

    public static DeliveryIndex Empty(IReadOnlyCollection<IndexField> fields, IEnumerable<string> cultures) => new(
        ImmutableDictionary<int, IndexedItem>.Empty,
        ImmutableDictionary<Guid, int>.Empty,
        cultures.ToDictionary(culture => culture, culture => CultureIndex.Empty(fields, culture), StringComparer.OrdinalIgnoreCase));

    public CultureIndex? In(string culture) => _cultures.GetValueOrDefault(culture);

    /// <summary>The index in which <paramref name="read"/> is all that there is of <paramref name="touched"/>.</summary>
    public DeliveryIndex With(IReadOnlyCollection<int> touched, IReadOnlyCollection<IndexedFields> read)
    {
        var items = Items.RemoveRange(touched).SetItems(read.Select(item => KeyValuePair.Create(item.Id, item.Item)));
        var ids = Ids
            .RemoveRange(touched.Where(Items.ContainsKey).Select(id => Items[id].Key))
            .SetItems(read.Select(item => KeyValuePair.Create(item.Item.Key, item.Id)));
        int[] replaced = [.. touched.Union(read.Select(item => item.Id))];
        return new DeliveryIndex(items, ids, _cultures.ToDictionary(
            culture => culture.Key,
            culture => culture.Value.With(
                replaced,
                [.. read.Where(item => item.Values.ContainsKey(culture.Key)).Select(item => (item.Id, item.Values[culture.Key]))]),
            StringComparer.OrdinalIgnoreCase));
    }
}

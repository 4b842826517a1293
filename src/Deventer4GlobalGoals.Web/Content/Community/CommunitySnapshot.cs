using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;

namespace Deventer4GlobalGoals.Web.Content.Community;

/// <summary>In which order a list stands.</summary>
public enum ItemOrder
{
    /// <summary>As the editors put them.</summary>
    Editors,

    /// <summary>Newest first; what has no date comes last.</summary>
    Newest,

    /// <summary>By name, in the order of the language.</summary>
    Name,

    /// <summary>Cheapest first; what has no known costs comes last.</summary>
    Cheapest,
}

/// <summary>All published pages at one moment. Never changes; orders and figures are made when first asked for.</summary>
public sealed class CommunitySnapshot
{
    /// <summary>From cheap to dear, as the editor's list has them.</summary>
    private static readonly string[] CostOrder =
        ["Geen kosten", "Tot 1.000 euro", "1.000 tot 10.000 euro", "10.000 tot 100.000 euro", "Meer dan 100.000 euro"];

    private readonly ImmutableDictionary<Guid, CommunityItem> _items;
    private readonly Lazy<ILookup<ItemKind, CommunityItem>> _byKind;
    private readonly Lazy<CommunityFigures> _figures;
    private readonly Lazy<ILookup<Guid, CommunityItem>> _byOrganisation;
    private readonly ConcurrentDictionary<(ItemKind Kind, ItemOrder Order, string Culture), CommunityItem[]> _sorted = new();
    private readonly ConcurrentDictionary<(Guid Key, string Culture), string> _urls = new();
    private readonly ConcurrentDictionary<object, object> _derived = new();

    public CommunitySnapshot(ImmutableDictionary<Guid, CommunityItem> items)
    {
        _items = items;
        _byKind = new(() => items.Values.ToLookup(item => item.Kind));
        _figures = new(() => CommunityFigures.Count(items.Values));
        _byOrganisation = new(() => items.Values
            .SelectMany(item => item.Organisations.Select(organisation => (organisation, item)))
            .ToLookup(pair => pair.organisation, pair => pair.item));
    }

    public static CommunitySnapshot Empty { get; } = new(ImmutableDictionary<Guid, CommunityItem>.Empty);

    public ImmutableDictionary<Guid, CommunityItem> Items => _items;

    /// <summary>What there is, counted. The only place where the site counts its content.</summary>
    public CommunityFigures Figures => _figures.Value;

    public CommunityItem? Find(Guid key) => _items.GetValueOrDefault(key);

    /// <summary>The one page of a kind that exists once, such as the list of practices.</summary>
    public CommunityItem? Section(ItemKind kind) => _byKind.Value[kind].MinBy(item => (item.Path.Length, item.SortOrder));

    public CommunityItem? Goal(int number) => _byKind.Value[ItemKind.Goal].FirstOrDefault(item => item.GoalNumber == number);

    public IEnumerable<CommunityItem> Children(Guid parent, ItemKind kind) =>
        _byKind.Value[kind].Where(item => item.ParentKey == parent).OrderBy(item => item.SortOrder);

    /// <summary>The practices and meetings of an organisation.</summary>
    public IEnumerable<CommunityItem> Of(Guid organisation) => _byOrganisation.Value[organisation];

    /// <summary>All of a kind in an order. The array is shared: not to be written to.</summary>
    public CommunityItem[] Sorted(ItemKind kind, ItemOrder order, string culture) =>
        _sorted.GetOrAdd((kind, order, order is ItemOrder.Editors or ItemOrder.Newest or ItemOrder.Cheapest ? string.Empty : culture), Sort);

    /// <summary>Keeps URLs as long as nothing changes.</summary>
    public string Url(Guid key, string culture, Func<Guid, string, string> make) =>
        _urls.TryGetValue((key, culture), out var known) ? known : _urls[(key, culture)] = make(key, culture);

    /// <summary>Keeps what somebody made of this snapshot, under a key that says what it is, as long as nothing changes.</summary>
    public T Derived<T>(object key, Func<CommunitySnapshot, T> make)
        where T : class => (T)_derived.GetOrAdd(key, _ => make(this));

    /// <summary>
    /// What belongs with an item through its contributions: a shared target counts most, then a goal that is a main one for both.
    /// Ties go to what is newest.
    /// </summary>
    public IReadOnlyList<CommunityItem> Related(CommunityItem to, ItemKind kind, int count) =>
        [.. _byKind.Value[kind]
            .Where(item => item.Key != to.Key)
            .Select(item => (item, weight: Weight(to, item)))
            .Where(pair => pair.weight > 0)
            .OrderByDescending(pair => pair.weight)
            .ThenByDescending(pair => pair.item.When.Order)
            .ThenBy(pair => pair.item.Texts[0].Title, StringComparer.Ordinal)
            .Take(count)
            .Select(pair => pair.item)];

    private static int Weight(CommunityItem left, CommunityItem right)
    {
        var weight = 0;
        foreach (var target in left.Targets)
        {
            weight += right.Targets.Contains(target) ? 4 : 0;
        }

        foreach (var goal in left.Goals)
        {
            foreach (var other in right.Goals)
            {
                weight += goal.Number != other.Number ? 0 : goal.IsPrimary && other.IsPrimary ? 3 : goal.IsPrimary || other.IsPrimary ? 2 : 1;
            }
        }

        return weight;
    }

    private CommunityItem[] Sort((ItemKind Kind, ItemOrder Order, string Culture) key)
    {
        var items = _byKind.Value[key.Kind];
        return key.Order switch
        {
            ItemOrder.Newest => [.. items.OrderByDescending(item => item.When.Order).ThenBy(item => item.SortOrder)],
            ItemOrder.Cheapest => [.. items.OrderBy(CostRank).ThenByDescending(item => item.When.Order).ThenBy(item => item.SortOrder)],
            ItemOrder.Name => [.. items.OrderBy(item => item.In(key.Culture).Title, CultureInfo.GetCultureInfo(key.Culture).CompareInfo.GetStringComparer(CompareOptions.IgnoreCase))],
            _ => [.. items.OrderBy(item => item.SortOrder)],
        };
    }

    private static int CostRank(CommunityItem item) =>
        item.CostClass is [var cost] && Array.IndexOf(CostOrder, cost) is >= 0 and var rank ? rank : int.MaxValue;
}

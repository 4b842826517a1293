using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Deventer4GlobalGoals.Cms.Kept;

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
    private readonly Lazy<ILookup<Guid, CommunityItem>> _copies;
    private readonly ConcurrentDictionary<(ItemKind Kind, ItemOrder Order, string Culture), CommunityItem[]> _sorted = new();
    private readonly ConcurrentDictionary<(int Number, ItemKind Kind, ItemOrder Order, string Culture), CommunityItem[]> _ofGoal = new();
    private readonly ConcurrentDictionary<ItemKind, CommunityItem?> _sections = new();
    private readonly ConcurrentDictionary<ItemKind, (CommunityItem[] Items, Kinship[] Kinships)> _kin = new();
    private readonly ConcurrentDictionary<(Guid Key, string Culture), string> _urls = new();
    private readonly ConcurrentDictionary<object, (object Value, IReadOnlyCollection<AnswerTag>? Shown)> _derived = new();

    public CommunitySnapshot(ImmutableDictionary<Guid, CommunityItem> items)
    {
        _items = items;
        _byKind = new(() => items.Values.ToLookup(item => item.Kind));
        _figures = new(() => CommunityFigures.Count(items.Values));
        _byOrganisation = new(() => items.Values
            .SelectMany(item => item.Organisations.Select(organisation => (organisation, item)))
            .ToLookup(pair => pair.organisation, pair => pair.item));
        _copies = new(() => InOrder(ItemKind.Practice, ItemOrder.Newest, string.Empty)
            .Where(item => item.CopiedFrom is not null)
            .ToLookup(item => item.CopiedFrom!.Value));
    }

    public static CommunitySnapshot Empty { get; } = new(ImmutableDictionary<Guid, CommunityItem>.Empty);

    public ImmutableDictionary<Guid, CommunityItem> Items
    {
        get
        {
            AnswerUse.Shows(AnswerTag.AnyDocument);
            return _items;
        }
    }

    /// <summary>The same, for whoever doesn't make an answer of it.</summary>
    internal ImmutableDictionary<Guid, CommunityItem> All => _items;

    /// <summary>What there is, counted. The only place where the site counts its content.</summary>
    public CommunityFigures Figures
    {
        get
        {
            AnswerUse.Shows(CommunityTags.Figures);
            return _figures.Value;
        }
    }

    public CommunityItem? Find(Guid key)
    {
        AnswerUse.Shows(key);
        return _items.GetValueOrDefault(key);
    }

    /// <summary>The one page of a kind that exists once, such as the list of practices.</summary>
    public CommunityItem? Section(ItemKind kind)
    {
        AnswerUse.Shows(CommunityTags.Menu(kind));
        return _sections.GetOrAdd(kind, wanted => _byKind.Value[wanted].MinBy(item => (item.Path.Length, item.SortOrder)));
    }

    public CommunityItem? Goal(int number)
    {
        AnswerUse.Shows(CommunityTags.Menu(ItemKind.Goal));
        return _byKind.Value[ItemKind.Goal].FirstOrDefault(item => item.GoalNumber == number);
    }

    /// <summary>The pages of a kind below another: their texts and places, for menus.</summary>
    public IEnumerable<CommunityItem> Children(Guid parent, ItemKind kind)
    {
        AnswerUse.Shows(CommunityTags.Menu(kind));
        return _byKind.Value[kind].Where(item => item.ParentKey == parent).OrderBy(item => item.SortOrder);
    }

    /// <summary>The practices and meetings of an organisation.</summary>
    public IEnumerable<CommunityItem> Of(Guid organisation)
    {
        AnswerUse.Shows(CommunityTags.Of(organisation));
        return _byOrganisation.Value[organisation];
    }

    /// <summary>All of a kind in an order. The array is shared: not to be written to.</summary>
    public CommunityItem[] Sorted(ItemKind kind, ItemOrder order, string culture)
    {
        AnswerUse.Shows(CommunityTags.List(kind));
        return InOrder(kind, order, culture);
    }

    /// <summary>Keeps URLs as long as nothing changes.</summary>
    public string Url(Guid key, string culture, Func<Guid, string, string> make)
    {
        AnswerUse.Shows(key);
        return _urls.TryGetValue((key, culture), out var known) ? known : _urls[(key, culture)] = make(key, culture);
    }

    /// <summary>Keeps what somebody made of this snapshot, under a key that says what it is, as long as nothing changes.</summary>
    public T Derived<T>(object key, Func<CommunitySnapshot, T> make)
        where T : class
    {
        if (!_derived.TryGetValue(key, out var known))
        {
            var made = AnswerUse.Collect(() => make(this), out var shown);
            known = _derived.GetOrAdd(key, (made, shown));
        }

        AnswerUse.Shows(known.Shown);
        return (T)known.Value;
    }

    /// <summary>All of a kind that contribute to a goal: by the part it plays (<see cref="CommunityItem.RoleFor"/>), and then in the order asked for. The array is shared.</summary>
    public CommunityItem[] OfGoal(int number, ItemKind kind, ItemOrder order, string culture)
    {
        AnswerUse.Shows(CommunityTags.Goal(number, kind));
        return _ofGoal.GetOrAdd((number, kind, order, culture), key =>
        [
            .. InOrder(key.Kind, key.Order, key.Culture)
                .Where(item => item.Goals.Any(goal => goal.Number == key.Number))
                .OrderBy(item => item.RoleFor(key.Number)),
        ]);
    }

    /// <summary>The practices that took this one as their example; newest first.</summary>
    public IEnumerable<CommunityItem> CopiesOf(Guid practice)
    {
        AnswerUse.Shows(CommunityTags.CopiesOf(practice));
        return _copies.Value[practice];
    }

    /// <summary>
    /// What belongs with an item through its contributions, nearest first (<see cref="Kinship.With"/>). Ties go to what is newest.
    /// </summary>
    public IReadOnlyList<CommunityItem> Related(CommunityItem to, ItemKind kind, int count)
    {
        AnswerUse.Shows([.. to.Goals.Select(goal => CommunityTags.Goal(goal.Number, kind))]);
        var kinship = new Kinship(to.Goals, to.Targets);
        var nearest = new PriorityQueue<int, int>();
        var (items, kinships) = _kin.GetOrAdd(kind, Kin);
        for (var place = 0; place < items.Length; place++)
        {
            // What comes first in the order of ties weighs a little more, so that no two weigh the same.
            var weight = kinship.With(kinships[place]);
            if (weight == 0 || items[place].Key == to.Key)
            {
                continue;
            }

            var rank = (weight * items.Length) - place;
            if (nearest.Count < count)
            {
                nearest.Enqueue(place, rank);
            }
            else
            {
                nearest.EnqueueDequeue(place, rank);
            }
        }

        var found = new CommunityItem[nearest.Count];
        for (var last = found.Length - 1; last >= 0; last--)
        {
            found[last] = items[nearest.Dequeue()];
        }

        return found;
    }

    private CommunityItem[] InOrder(ItemKind kind, ItemOrder order, string culture) =>
        _sorted.GetOrAdd((kind, order, order is ItemOrder.Editors or ItemOrder.Newest or ItemOrder.Cheapest ? string.Empty : culture), Sort);

    private (CommunityItem[] Items, Kinship[] Kinships) Kin(ItemKind kind)
    {
        CommunityItem[] items = [.. _byKind.Value[kind].OrderByDescending(item => item.When.Order).ThenBy(item => item.Texts[0].Title, StringComparer.Ordinal)];
        return (items, Array.ConvertAll(items, item => new Kinship(item.Goals, item.Targets)));
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

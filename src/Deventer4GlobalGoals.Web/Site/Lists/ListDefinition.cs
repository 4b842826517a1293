using System.Collections.Immutable;
using System.Globalization;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Site.Lists;

/// <summary>One way to narrow a list down.</summary>
/// <param name="Key">As it stands in the URL: "sector".</param>
/// <param name="Values">The item's values; the second argument is the present moment.</param>
/// <param name="Label">A value in the visitor's language.</param>
public sealed record Facet(
    string Key,
    Func<CommunityItem, DateTimeOffset, ImmutableArray<string>> Values,
    Func<string, SiteView, string> Label)
{
    /// <summary>A fixed order of the options; without one they stand by how much they give.</summary>
    public IReadOnlyList<string>? Order { get; init; }

    public bool IsGoal => Key == "doel";
}

/// <summary>What a list shows and how it can be narrowed down and ordered.</summary>
/// <param name="Kinds">What stands in it.</param>
/// <param name="Facets">In the order in which they are shown.</param>
/// <param name="Orders">The first one is what the visitor gets without asking.</param>
/// <param name="Word">The group of texts that names what is counted: "practice" for "1 praktijk, 2 praktijken".</param>
public sealed record ListDefinition(ItemKind[] Kinds, Facet[] Facets, ListOrder[] Orders, string Word)
{
    public const int PageSize = 20;

    private static readonly ImmutableArray<string> Ahead = ["komend"];
    private static readonly ImmutableArray<string> Past = ["geweest"];

    private static readonly Facet Goal = new("doel", (item, _) => item.GoalValues, GoalLabel) { Order = GoalOrder() };
    private static readonly Facet Sector = Chosen("sector", "Sector", item => item.Sectors);
    private static readonly Facet Year = new("jaar", (item, _) => item.Years, (value, _) => value) { Order = YearOrder() };

    private static readonly Facet Size = Chosen("grootte", "Grootte", item => item.Size) with
    {
        Order = ["1 tot 9 medewerkers", "10 tot 49 medewerkers", "50 tot 249 medewerkers", "250 of meer medewerkers"],
    };

    private static readonly Facet Costs = Chosen("kosten", "Kosten", item => item.CostClass) with
    {
        Order = ["Geen kosten", "Tot 1.000 euro", "1.000 tot 10.000 euro", "10.000 tot 100.000 euro", "Meer dan 100.000 euro"],
    };

    private static readonly Facet When = new("wanneer", (item, now) => item.When.IsAhead(now) ? Ahead : Past, (value, site) => site.T[$"when.{value}"])
    {
        Order = ["komend", "geweest"],
    };

    private static readonly Facet Type = new("type", (item, _) => TypeOf(item.Kind), (value, site) => site.T[$"type.{value}"]);

    public static ListDefinition Practices { get; } =
        new([ItemKind.Practice], [Goal, Sector, Size, Costs, Year], [ListOrder.Newest, ListOrder.Name, ListOrder.Cheapest], "practice");

    public static ListDefinition Organisations { get; } = new(
        [ItemKind.Organisation],
        [
            Chosen("soort", "Soort", item => item.Sort), Goal, Sector,
            new Facet("land", (item, _) => item.Countries, (value, _) => value),
            new Facet("rol", (item, _) => item.Roles, (value, site) => site.T[$"role.{value}"]),
        ],
        [ListOrder.Name],
        "organisation");

    public static ListDefinition Meetings { get; } =
        new([ItemKind.Meeting], [When, Chosen("soort", "Bijeenkomst", item => item.Sort), Goal, Year], [ListOrder.Agenda], "meeting");

    public static ListDefinition News { get; } = new([ItemKind.Article], [Year, Goal], [ListOrder.Newest], "article");

    public static ListDefinition Search { get; } = new(
        [ItemKind.Practice, ItemKind.Organisation, ItemKind.Meeting, ItemKind.Article, ItemKind.PrizeEdition, ItemKind.Goal, ItemKind.Page],
        [Type, Goal, Sector, Year],
        [ListOrder.Best, ListOrder.Newest, ListOrder.Name],
        "result");

    private static Facet Chosen(string key, string group, Func<CommunityItem, ImmutableArray<string>> values) =>
        new(key, (item, _) => values(item), (value, site) => site.Choice(group, value));

    private static ImmutableArray<string> TypeOf(ItemKind kind) => [kind switch
    {
        ItemKind.Practice => "praktijkvoorbeeld",
        ItemKind.Organisation => "organisatie",
        ItemKind.Meeting => "bijeenkomst",
        ItemKind.Article => "nieuws",
        ItemKind.PrizeEdition => "prijs",
        ItemKind.Goal => "doel",
        _ => "pagina",
    }];

    private static string GoalLabel(string value, SiteView site) => value.Contains('.', StringComparison.Ordinal)
        ? $"{value} {GoalCatalogue.Default.Target(TargetCode.Parse(value)).Name(site.Language)}"
        : site.GoalName(int.Parse(value, CultureInfo.InvariantCulture));

    private static string[] GoalOrder() =>
        [.. Enumerable.Range(1, GoalCatalogue.Count).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    private static string[] YearOrder() =>
        [.. Enumerable.Range(1900, 201).Reverse().Select(year => year.ToString(CultureInfo.InvariantCulture))];
}

/// <summary>An order as it stands in the URL (<c>sorteer</c>) and in the texts.</summary>
public enum ListOrder
{
    Best,
    Newest,
    Name,
    Cheapest,
    Agenda,
}

using System.Collections.Immutable;
using System.Globalization;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Site.Lists;

/// <summary>One way to narrow a list or a search down.</summary>
/// <param name="Key">As it stands in the URL, and in the indexes: "sector".</param>
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

/// <summary>The facets that lists and the search share.</summary>
internal static class SiteFacets
{
    private const int Quarter = 3;
    private const int Year = 12;

    private static readonly ImmutableArray<string> Ahead = ["komend"];
    private static readonly ImmutableArray<string> Past = ["geweest"];

    public static Facet Goal { get; } = new("doel", (item, _) => item.GoalValues, GoalLabel) { Order = Numbers(1, GoalCatalogue.Count) };

    public static Facet Sector { get; } = Chosen("sector", "Sector", item => item.Sectors);

    public static Facet Years { get; } = new("jaar", (item, _) => item.Years, (value, _) => value) { Order = [.. Numbers(1900, 201).Reverse()] };

    public static Facet Place { get; } = new("plaats", (item, _) => item.Towns, (value, _) => value);

    public static Facet Country { get; } = new("land", (item, _) => item.Countries, (value, _) => value);

    public static Facet Role { get; } = new("rol", (item, _) => item.Roles, (value, site) => site.T[$"role.{value}"]);

    public static Facet OrganisationKind { get; } = Chosen("soort", "Soort", item => item.Sort);

    public static Facet MeetingKind { get; } = Chosen("soort", "Bijeenkomst", item => item.Sort);

    /// <summary>Kinds of organisations and of meetings; no two have the same name.</summary>
    public static Facet AnyKind { get; } = new(
        "soort",
        (item, _) => item.Sort,
        (value, site) => site.Choice("Soort", value) is var organisation && organisation != value ? organisation : site.Choice("Bijeenkomst", value));

    public static Facet Size { get; } = Chosen("grootte", "Grootte", item => item.Size) with
    {
        Order = ["1 tot 9 medewerkers", "10 tot 49 medewerkers", "50 tot 249 medewerkers", "250 of meer medewerkers"],
    };

    public static Facet Costs { get; } = Chosen("kosten", "Kosten", item => item.CostClass) with
    {
        Order = ["Geen kosten", "Tot 1.000 euro", "1.000 tot 10.000 euro", "10.000 tot 100.000 euro", "Meer dan 100.000 euro"],
    };

    /// <summary>How soon there was a result.</summary>
    public static Facet Time { get; } = new("tijd", (item, _) => TimeOf(item.MonthsToResult), (value, site) => site.T[$"time.{value}"])
    {
        Order = ["binnen-3-maanden", "binnen-een-jaar", "later"],
    };

    public static Facet When { get; } = new("wanneer", (item, now) => item.When.IsAhead(now) ? Ahead : Past, (value, site) => site.T[$"when.{value}"])
    {
        Order = ["komend", "geweest"],
    };

    public static Facet Type { get; } = new("type", (item, _) => ItemTypes.Of(item.Kind), (value, site) => site.T[$"type.{value}"]);

    private static Facet Chosen(string key, string group, Func<CommunityItem, ImmutableArray<string>> values) =>
        new(key, (item, _) => values(item), (value, site) => site.Choice(group, value));

    private static ImmutableArray<string> TimeOf(int? months) => months switch
    {
        null => [],
        <= Quarter => ["binnen-3-maanden"],
        <= Year => ["binnen-een-jaar"],
        _ => ["later"],
    };

    private static string GoalLabel(string value, SiteView site) => value.Contains('.', StringComparison.Ordinal)
        ? $"{value} {GoalCatalogue.Default.Target(TargetCode.Parse(value)).Name(site.Language)}"
        : site.GoalName(int.Parse(value, CultureInfo.InvariantCulture));

    private static string[] Numbers(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(number => number.ToString(CultureInfo.InvariantCulture))];
}

using System.Collections.Immutable;
using System.Globalization;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Site.Lists;

namespace Deventer4GlobalGoals.Web.Search.Monitor;

/// <summary>By what the goals are set out.</summary>
/// <param name="Key">As it stands in the address: "sector".</param>
/// <param name="Kinds">What is counted in it.</param>
/// <param name="Values">The columns in which an item counts.</param>
public sealed record MonitorDimension(string Key, ItemKind[] Kinds, Func<CommunityItem, ImmutableArray<string>> Values)
{
    /// <summary>The first one is shown without asking.</summary>
    public static IReadOnlyList<MonitorDimension> All { get; } =
    [
        new("type", [ItemKind.Practice, ItemKind.Organisation, ItemKind.Meeting, ItemKind.Article], item => ItemTypes.Of(item.Kind)),
        new("sector", [ItemKind.Practice, ItemKind.Organisation], item => item.Sectors),
        new("jaar", [ItemKind.Practice, ItemKind.Meeting, ItemKind.Article], item => item.Years),
    ];

    public static MonitorDimension Find(string? key) => All.FirstOrDefault(dimension => dimension.Key == key) ?? All[0];
}

/// <param name="Code">"12", or of a target "12.3".</param>
/// <param name="Counts">Per column.</param>
/// <param name="Total">Items of it; one that stands in more columns counts once.</param>
public sealed record MonitorRow(string Code, IReadOnlyList<int> Counts, int Total);

/// <summary>Goals, or the targets of one goal, set out by something; a figure is how many items are tagged with the one and have the other.</summary>
public sealed record MonitorMatrix(MonitorDimension Dimension, int? Goal, IReadOnlyList<string> Columns, IReadOnlyList<MonitorRow> Rows)
{
    /// <summary>The most in any cell.</summary>
    public int Most { get; } = Rows.SelectMany(row => row.Counts).DefaultIfEmpty().Max();

    /// <param name="community">What is published.</param>
    /// <param name="dimension">The columns.</param>
    /// <param name="goal">Shows its targets; null shows all goals.</param>
    public static MonitorMatrix Count(CommunitySnapshot community, MonitorDimension dimension, int? goal) =>
        community.Derived((typeof(MonitorMatrix), dimension.Key, goal), snapshot => Make(snapshot, dimension, goal));

    private static MonitorMatrix Make(CommunitySnapshot community, MonitorDimension dimension, int? goal)
    {
        var totals = new Dictionary<string, int>(StringComparer.Ordinal);
        var counts = new Dictionary<(string Code, string Column), int>();
        var columns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in community.Items.Values.Where(item => dimension.Kinds.Contains(item.Kind)))
        {
            var values = dimension.Values(item);
            columns.UnionWith(values);
            foreach (var code in item.GoalValues)
            {
                totals[code] = totals.GetValueOrDefault(code) + 1;
                foreach (var value in values)
                {
                    counts[(code, value)] = counts.GetValueOrDefault((code, value)) + 1;
                }
            }
        }

        string[] ordered = dimension.Key == "type"
            ? [.. dimension.Kinds.Select(kind => ItemTypes.Of(kind)[0])]
            : [.. columns.Order(StringComparer.Ordinal)];
        return new MonitorMatrix(
            dimension,
            goal,
            ordered,
            [.. Codes(goal).Select(code => new MonitorRow(code, [.. ordered.Select(column => counts.GetValueOrDefault((code, column)))], totals.GetValueOrDefault(code)))]);
    }

    private static IEnumerable<string> Codes(int? goal) => goal is { } number
        ? GoalCatalogue.Default.Goal(number).Targets.Select(target => target.Code.ToString())
        : GoalCatalogue.Default.Goals.Select(known => known.Number.ToString(CultureInfo.InvariantCulture));
}

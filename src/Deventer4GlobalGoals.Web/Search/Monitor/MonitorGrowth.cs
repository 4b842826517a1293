using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Search.Monitor;

/// <param name="Year">In which they began.</param>
/// <param name="Practices">Practices that began in it.</param>
/// <param name="Meetings">Meetings in it.</param>
/// <param name="Total">Both, with all years before.</param>
public sealed record GrowthYear(int Year, int Practices, int Meetings, int Total)
{
    public int New => Practices + Meetings;
}

/// <summary>What was added per year, as far as a year is known.</summary>
public sealed record MonitorGrowth(IReadOnlyList<GrowthYear> Years, int Unknown)
{
    // Somebody's slip of a century must not draw a hundred empty years.
    private const int MostYears = 40;

    public static MonitorGrowth Count(CommunitySnapshot community) => community.Derived(typeof(MonitorGrowth), Make);

    private static MonitorGrowth Make(CommunitySnapshot community)
    {
        var items = community.Items.Values.Where(item => item.Kind is ItemKind.Practice or ItemKind.Meeting).ToList();
        var dated = items.Where(item => item.Years.Length > 0).ToLookup(item => int.Parse(item.Years[0], System.Globalization.CultureInfo.InvariantCulture));
        if (dated.Count == 0)
        {
            return new MonitorGrowth([], items.Count);
        }

        var last = dated.Max(year => year.Key);
        var first = Math.Max(dated.Min(year => year.Key), last - MostYears + 1);
        var total = dated.Where(year => year.Key < first).Sum(year => year.Count());
        var years = new List<GrowthYear>();
        for (var year = first; year <= last; year++)
        {
            var practices = dated[year].Count(item => item.Kind == ItemKind.Practice);
            var meetings = dated[year].Count() - practices;
            total += practices + meetings;
            years.Add(new GrowthYear(year, practices, meetings, total));
        }

        return new MonitorGrowth(years, items.Count - dated.Sum(year => year.Count()));
    }
}

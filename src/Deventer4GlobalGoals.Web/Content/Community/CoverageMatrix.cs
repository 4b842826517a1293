using System.Globalization;
using Deventer4GlobalGoals.Goals;

namespace Deventer4GlobalGoals.Web.Content.Community;

/// <summary>Goals against sectors: how much there is in each combination. Meetings have no sector, and count for their goals only.</summary>
public sealed class CoverageMatrix
{
    private readonly Coverage[,] _cells;
    private readonly Coverage[] _goals = new Coverage[GoalCatalogue.Count + 1];

    private CoverageMatrix(IReadOnlyList<string> sectors)
    {
        Sectors = sectors;
        _cells = new Coverage[GoalCatalogue.Count + 1, sectors.Count];
    }

    /// <summary>The sectors that occur, in Dutch order.</summary>
    public IReadOnlyList<string> Sectors { get; }

    /// <param name="goal">1 to 17.</param>
    public Coverage Goal(int goal) => _goals[goal];

    /// <param name="goal">1 to 17.</param>
    /// <param name="sector">The place of the sector in <see cref="Sectors"/>.</param>
    public Coverage Cell(int goal, int sector) => _cells[goal, sector];

    /// <param name="items">What is published.</param>
    /// <param name="year">Only what belongs to this year; null for all years.</param>
    public static CoverageMatrix Count(IEnumerable<CommunityItem> items, int? year)
    {
        var wanted = year?.ToString(CultureInfo.InvariantCulture);
        var counted = items
            .Where(item => item.Kind is ItemKind.Practice or ItemKind.Organisation or ItemKind.Meeting)
            .Where(item => wanted is null || item.Years.Contains(wanted))
            .ToArray();
        var order = CultureInfo.GetCultureInfo(SitePage.DefaultCulture).CompareInfo.GetStringComparer(CompareOptions.IgnoreCase);
        var matrix = new CoverageMatrix([.. counted.SelectMany(item => item.Sectors).Distinct().Order(order)]);
        var places = matrix.Sectors.Index().ToDictionary(sector => sector.Item, sector => sector.Index);
        foreach (var item in counted)
        {
            foreach (var goal in item.Goals)
            {
                matrix._goals[goal.Number] = matrix._goals[goal.Number].Plus(item.Kind);
                foreach (var sector in item.Sectors.Distinct())
                {
                    var place = places[sector];
                    matrix._cells[goal.Number, place] = matrix._cells[goal.Number, place].Plus(item.Kind);
                }
            }
        }

        return matrix;
    }
}

using System.Collections.Frozen;
using Deventer4GlobalGoals.Goals;

namespace Deventer4GlobalGoals.Web.Content.Community;

/// <summary>How much there is for one goal or target.</summary>
public readonly record struct Coverage(int Practices, int Organisations, int Meetings)
{
    /// <summary>Nobody in the city works at it yet, as far as the site knows: no practice and no meeting.</summary>
    public bool IsWhiteSpot => Practices == 0 && Meetings == 0;

    internal Coverage Plus(ItemKind kind) => kind switch
    {
        ItemKind.Practice => this with { Practices = Practices + 1 },
        ItemKind.Organisation => this with { Organisations = Organisations + 1 },
        ItemKind.Meeting => this with { Meetings = Meetings + 1 },
        _ => this,
    };
}

/// <summary>The site's figures. They are counted here and nowhere else, so no two pages can disagree.</summary>
public sealed class CommunityFigures
{
    private readonly Coverage[] _goals;
    private readonly int[,] _together;
    private readonly FrozenDictionary<TargetCode, Coverage> _targets;

    private CommunityFigures(Coverage total, int guests, Coverage[] goals, Dictionary<TargetCode, Coverage> targets, int[,] together)
    {
        Total = total;
        Guests = guests;
        _goals = goals;
        _targets = targets.ToFrozenDictionary();
        _together = together;
        WhiteSpots = GoalCatalogue.Default.Targets.Count(target => Target(target.Code).IsWhiteSpot);
    }

    public Coverage Total { get; }

    /// <summary>Guests at all meetings whose attendance is known.</summary>
    public int Guests { get; }

    /// <summary>Targets, of the 169, that nobody works at yet.</summary>
    public int WhiteSpots { get; }

    /// <summary>Goals that have at least one practice.</summary>
    public int GoalsWithPractice => _goals.Count(goal => goal.Practices > 0);

    /// <param name="number">1 to 17.</param>
    public Coverage Goal(int number) => _goals[number];

    public Coverage Target(TargetCode code) => _targets.GetValueOrDefault(code);

    /// <summary>The goals that go with this one most often in practices and meetings; most often first.</summary>
    public IEnumerable<int> Neighbours(int number) => Enumerable.Range(1, GoalCatalogue.Count)
        .Where(other => other != number && _together[number, other] > 0)
        .OrderByDescending(other => _together[number, other])
        .ThenBy(other => other);

    public static CommunityFigures Count(IEnumerable<CommunityItem> items)
    {
        var total = default(Coverage);
        var guests = 0;
        var goals = new Coverage[GoalCatalogue.Count + 1];
        var together = new int[GoalCatalogue.Count + 1, GoalCatalogue.Count + 1];
        var targets = new Dictionary<TargetCode, Coverage>();
        foreach (var item in items)
        {
            total = total.Plus(item.Kind);
            guests += item.Attendance ?? 0;
            foreach (var goal in item.Goals)
            {
                goals[goal.Number] = goals[goal.Number].Plus(item.Kind);
                foreach (var other in item.Goals)
                {
                    together[goal.Number, other.Number] += item.Kind is ItemKind.Practice or ItemKind.Meeting ? 1 : 0;
                }
            }

            foreach (var target in item.Targets)
            {
                targets[target] = targets.GetValueOrDefault(target).Plus(item.Kind);
            }
        }

        return new CommunityFigures(total, guests, goals, targets, together);
    }
}

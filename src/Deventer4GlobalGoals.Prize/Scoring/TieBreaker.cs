using System.Globalization;
using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Prize.Scoring;

/// <summary>One step that was looked at to tell equal entries apart.</summary>
/// <param name="Rule">Which rule of the chain.</param>
/// <param name="Values">What it compares, per entry that was still equal; higher goes first.</param>
/// <param name="Decided">Whether they are no longer all equal after it.</param>
public sealed record TieBreakStep(TieBreak Rule, IReadOnlyList<TieBreakValue> Values, bool Decided);

/// <summary>What one entry has to show: a mean, a count, a deviation or the first digits of a lot.</summary>
public sealed record TieBreakValue(string Entry, double Value, string Shown);

/// <summary>Puts entries in order and goes through the chain of the rulebook for those that are equal.</summary>
internal sealed class TieBreaker(Rulebook rulebook, string[] entries, EntryFacts[] facts)
{
    private readonly List<TieBreakStep> steps = [];

    /// <returns>The place of each entry, from 1, and what was looked at.</returns>
    public (int[] Ranks, IReadOnlyList<TieBreakStep> Steps) Rank(double[] scores)
    {
        var ranks = new int[scores.Length];
        Place([.. Groups(Enumerable.Range(0, scores.Length), entry => scores[entry])], ranks, 1);
        return (ranks, steps);
    }

    private void Place(List<int[]> groups, int[] ranks, int place)
    {
        foreach (var group in groups)
        {
            if (group.Length > 1)
            {
                Split(group, ranks, place, rule: 0);
            }
            else
            {
                ranks[group[0]] = place;
            }

            place += group.Length;
        }
    }

    private void Split(int[] equal, int[] ranks, int place, int rule)
    {
        if (equal.Length == 1 || rule == rulebook.TieBreaks.Count)
        {
            foreach (var entry in equal)
            {
                ranks[entry] = place;
            }

            return;
        }

        var tieBreak = rulebook.TieBreaks[rule];
        var values = equal.Select(entry => Value(tieBreak, entry)).ToDictionary(value => Array.IndexOf(entries, value.Entry));
        var groups = Groups(equal, entry => values[entry].Value).ToList();
        steps.Add(new TieBreakStep(tieBreak, [.. groups.SelectMany(group => group).Select(entry => values[entry])], groups.Count > 1));
        foreach (var group in groups)
        {
            Split(group, ranks, place, rule + 1);
            place += group.Length;
        }
    }

    private TieBreakValue Value(TieBreak rule, int entry)
    {
        var own = facts[entry];
        switch (rule.Kind)
        {
            case TieBreakKind.Criterion:
                var mean = own.Criteria.GetValueOrDefault(rule.Criterion!)?.Mean;
                return new TieBreakValue(entries[entry], mean ?? double.MinValue, mean?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-");
            case TieBreakKind.FirstPlaces:
                return new TieBreakValue(entries[entry], own.FirstPlaces, own.FirstPlaces.ToString(CultureInfo.InvariantCulture));
            case TieBreakKind.LowerSpread:
                return new TieBreakValue(entries[entry], -own.Spread, own.Spread.ToString("0.00", CultureInfo.InvariantCulture));
            default:
                // Anyone can draw this again: the SHA-256 of seed, colon and entry, as a fraction of one.
                var lot = Fingerprint.Of($"{rule.Seed}:{entries[entry]}")[..12];
                return new TieBreakValue(entries[entry], long.Parse(lot, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / Math.Pow(2, 48), lot);
        }
    }

    // Equal is equal to the first of a group, so a row of small differences isn't one tie.
    private static IEnumerable<int[]> Groups(IEnumerable<int> members, Func<int, double> value)
    {
        var group = new List<int>();
        foreach (var member in members.OrderByDescending(value))
        {
            if (group.Count > 0 && value(group[0]) - value(member) >= Ranks.Tie)
            {
                yield return [.. group.Order()];
                group.Clear();
            }

            group.Add(member);
        }

        if (group.Count > 0)
        {
            yield return [.. group.Order()];
        }
    }
}

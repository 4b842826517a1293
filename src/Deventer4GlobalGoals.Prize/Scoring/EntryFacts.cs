using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Prize.Scoring;

/// <summary>What is counted of an entry beside its score.</summary>
internal sealed record EntryFacts(double Spread, int FirstPlaces, IReadOnlyDictionary<string, CriterionResult> Criteria)
{
    /// <param name="rulebook">Which criteria there are.</param>
    /// <param name="ballots">In the order of the table.</param>
    /// <param name="table">The marks of those ballots.</param>
    public static EntryFacts[] Of(Rulebook rulebook, Ballot[] ballots, MarkTable table)
    {
        var highest = new double[table.Jurors.Length];
        Array.Fill(highest, double.NegativeInfinity);
        for (var mark = 0; mark < table.Count; mark++)
        {
            highest[table.JurorOf[mark]] = Math.Max(highest[table.JurorOf[mark]], table.Values[mark]);
        }

        return [.. Enumerable.Range(0, table.Entries.Length).Select(entry =>
        {
            var (from, until) = (table.Starts[entry], table.Starts[entry + 1]);
            var first = Enumerable.Range(from, until - from).Count(mark => table.Values[mark] > highest[table.JurorOf[mark]] - Ranks.Tie);
            return new EntryFacts(Deviation(table.Values[from..until]), first, PerCriterion(rulebook, ballots[from..until]));
        })];
    }

    private static Dictionary<string, CriterionResult> PerCriterion(Rulebook rulebook, Ballot[] ballots)
    {
        var results = new Dictionary<string, CriterionResult>(StringComparer.Ordinal);
        foreach (var criterion in rulebook.Criteria)
        {
            var scores = ballots.SelectMany(ballot => ballot.Scores).Where(score => score.Criterion == criterion.Key).Select(score => (double)score.Value).ToArray();
            if (scores.Length > 0)
            {
                results[criterion.Key] = new CriterionResult(scores.Average(), Deviation(scores), scores.Length);
            }
        }

        return results;
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return values.Length > 1 ? Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1)) : 0;
    }
}

/// <summary>Places, from 1, by value.</summary>
internal static class Ranks
{
    /// <summary>Values that differ less are the same.</summary>
    public const double Tie = 1e-6;

    public static int[] Of(double[] values) => [.. values.Select(value => 1 + values.Count(other => other > value + Tie))];
}

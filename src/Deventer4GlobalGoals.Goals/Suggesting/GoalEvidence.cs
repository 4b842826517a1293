namespace Deventer4GlobalGoals.Goals.Suggesting;

/// <summary>What the words of a text say about one goal.</summary>
/// <param name="Points">Their weights, counted so that the same word again says ever less.</param>
/// <param name="Targets">The same per target.</param>
/// <param name="Occurrences">Where they stand, in the order of the text.</param>
internal sealed record GoalEvidence(double Points, IReadOnlyDictionary<TargetCode, double> Targets, IReadOnlyList<(Occurrence Occurrence, int Weight)> Occurrences)
{
    /// <summary>How many different terms say it.</summary>
    public int Terms { get; } = Occurrences.Select(one => one.Occurrence.Term).Distinct().Count();

    private const int Free = -1;
    private const int Hidden = -2;

    /// <summary>Of each goal, goal 1 first.</summary>
    /// <param name="found">All terms in the text, the most precise first.</param>
    /// <param name="words">The number of words in the text.</param>
    public static GoalEvidence[] OfAll(IEnumerable<Occurrence> found, int words)
    {
        var perGoal = Enumerable.Range(0, GoalCatalogue.Count).Select(_ => new List<(Occurrence Occurrence, int Weight)>()).ToArray();
        foreach (var occurrence in found)
        {
            foreach (var (goal, weight) in occurrence.Term.Weights)
            {
                foreach (var list in goal == 0 ? perGoal : perGoal.AsSpan(goal - 1, 1))
                {
                    list.Add((occurrence, weight));
                }
            }
        }

        return [.. perGoal.Select((list, index) => Of(index + 1, list, words))];
    }

    /// <summary>Of words that several terms claim, the most precise term has them; a weight of 0 takes them and says nothing. A term inside a longer one still counts for its target.</summary>
    private static GoalEvidence Of(int goal, List<(Occurrence Occurrence, int Weight)> found, int words)
    {
        var owners = new int[words];
        Array.Fill(owners, Free);
        var claims = new List<(Occurrence Occurrence, int Weight)>();
        var inside = new List<Occurrence>();
        foreach (var (occurrence, weight) in found)
        {
            var span = owners.AsSpan(occurrence.From, occurrence.To - occurrence.From);
            if (!span.ContainsAnyExcept(Free))
            {
                span.Fill(weight > 0 ? claims.Count : Hidden);
                if (weight > 0)
                {
                    claims.Add((occurrence, weight));
                    inside.Add(occurrence);
                }
            }
            else if (span[0] >= 0 && !span.ContainsAnyExcept(span[0]))
            {
                inside.Add(occurrence);
            }
        }

        var points = claims.GroupBy(claim => claim.Occurrence.Term).Sum(term => PointsOf(term.First().Weight) * Saturation(term.Count()));
        var targets = new Dictionary<TargetCode, double>();
        foreach (var term in inside.GroupBy(occurrence => occurrence.Term))
        {
            foreach (var meaning in term.Key.Meanings.Where(meaning => meaning.Goal == goal && meaning is { Target: not null, Weight: > 0 }))
            {
                targets[meaning.Target!.Value] = targets.GetValueOrDefault(meaning.Target.Value) + (PointsOf(meaning.Weight) * Saturation(term.Count()));
            }
        }

        return new GoalEvidence(points, targets, [.. claims.OrderBy(claim => claim.Occurrence.From)]);
    }

    /// <summary>Five steps that are further apart the higher they are: 0.2, 0.8, 1.8, 3.2 and 5 points.</summary>
    private static double PointsOf(int weight) => weight * weight / 5.0;

    /// <summary>Once counts 1, twice 1.5, three times 1.75, and never 2.</summary>
    private static double Saturation(int times) => 2 - Math.Pow(0.5, times - 1);
}

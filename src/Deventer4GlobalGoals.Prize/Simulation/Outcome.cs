namespace Deventer4GlobalGoals.Prize.Simulation;

/// <summary>How a ranking compares with the truth.</summary>
internal static class Outcome
{
    private const double Tie = 1e-6;

    /// <summary>One value per <see cref="Measure"/>, in its order.</summary>
    public static double[] Of(ReadOnlySpan<double> scores, ReadOnlySpan<double> quality)
    {
        var (top, best) = (scores[0], 0);
        for (var entry = 1; entry < scores.Length; entry++)
        {
            top = Math.Max(top, scores[entry]);
            best = quality[entry] > quality[best] ? entry : best;
        }

        var (winners, won, reached) = (0, 0.0, 0.0);
        for (var entry = 0; entry < scores.Length; entry++)
        {
            if (scores[entry] > top - Tie)
            {
                winners++;
                won += entry == best ? 1 : 0;
                reached += quality[entry];
            }
        }

        return [won / winners, Tau(scores, quality), (reached / winners) - quality[best]];
    }

    private static double Tau(ReadOnlySpan<double> scores, ReadOnlySpan<double> quality)
    {
        var agree = 0;
        for (var one = 0; one < scores.Length; one++)
        {
            for (var other = one + 1; other < scores.Length; other++)
            {
                var difference = scores[one] - scores[other];
                agree += Math.Abs(difference) < Tie ? 0 : Math.Sign(difference) * Math.Sign(quality[one] - quality[other]);
            }
        }

        return 2.0 * agree / (scores.Length * (scores.Length - 1));
    }
}

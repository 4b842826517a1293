namespace Deventer4GlobalGoals.Prize.Scoring;

/// <summary>How firm a ranking is: what else the entries could be worth, given the marks.</summary>
/// <param name="Intervals">Per entry the bounds that hold its true worth with 90 % chance, against the mean of all.</param>
/// <param name="Best">Per entry the chance that it is the best.</param>
/// <param name="Draws">What it was counted in: per round one value per entry.</param>
internal sealed record Firmness(IReadOnlyList<(double Low, double High)> Intervals, IReadOnlyList<double> Best, double[][] Draws)
{
    public const double Level = 0.9;

    public static Firmness Of(PanelModel model, int rounds, SeededRandom random)
    {
        var draws = model.Draw(rounds, random);
        var count = model.Entries.Length;
        var best = new double[count];
        foreach (var draw in draws)
        {
            best[Array.IndexOf(draw, draw.Max())] += 1.0 / rounds;
        }

        var intervals = new (double, double)[count];
        var column = new double[rounds];
        for (var entry = 0; entry < count; entry++)
        {
            for (var round = 0; round < rounds; round++)
            {
                column[round] = draws[round][entry];
            }

            Array.Sort(column);
            var middle = model.Entries[entry];
            intervals[entry] = (
                middle + (model.Widening * (Quantile(column, (1 - Level) / 2) - middle)),
                middle + (model.Widening * (Quantile(column, (1 + Level) / 2) - middle)));
        }

        return new Firmness(intervals, best, draws);
    }

    /// <summary>The chance that one entry is better than another.</summary>
    public double Beats(int one, int other) => Draws.Count(draw => draw[one] > draw[other]) / (double)Draws.Length;

    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}

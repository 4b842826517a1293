using Deventer4GlobalGoals.Prize.Scoring;

namespace Deventer4GlobalGoals.Prize.Tests.Scoring;

public sealed class TwoWayModelTests
{
    public static TheoryData<int, int, int> Panels => new() { { 1, 3, 2 }, { 2, 4, 3 }, { 3, 8, 5 }, { 4, 12, 3 }, { 5, 2, 6 } };

    [Theory]
    [MemberData(nameof(Panels))]
    public void It_solves_what_the_equations_written_out_say(int seed, int entries, int jurors)
    {
        var (marks, values, precisions) = Panel(seed, entries, jurors);
        var model = new TwoWayModel(marks, values);
        foreach (var (entryRatio, jurorRatio) in new[] { (1.0, 1.0), (0.02, 50.0), (25.0, 0.004) })
        {
            model.Weigh(precisions);
            model.Solve(entryRatio, jurorRatio);
            var variances = model.VariancesOfFit();
            var dense = new DenseModel(marks, values, precisions, entryRatio, jurorRatio);
            Near(dense.Penalised, model.Penalised);
            Near(dense.LogDeterminant, model.LogDeterminant);
            Near(dense.Solution[0], model.Level);
            for (var juror = 0; juror < marks.Jurors.Length; juror++)
            {
                Near(dense.Solution[1 + juror], model.Juror(juror));
            }

            for (var entry = 0; entry < marks.Entries.Length; entry++)
            {
                Near(dense.Solution[1 + marks.Jurors.Length + entry], model.Entries[entry]);
                Near(dense.VarianceOfFit(entry, 0), variances[Array.FindIndex(marks.Panels, panel => panel.Entries.Contains(entry))][0]);
            }
        }
    }

    [Fact]
    public void Draws_scatter_as_the_inverse_of_the_equations_says()
    {
        var (marks, values, precisions) = Panel(seed: 6, entries: 4, jurors: 3);
        var model = new TwoWayModel(marks, values);
        model.Weigh(precisions);
        model.Solve(0.8, 1.5);
        var dense = new DenseModel(marks, values, precisions, 0.8, 1.5);
        const int Rounds = 100_000;
        var (random, draw) = (new SeededRandom(7), new double[4]);
        var (sums, products) = (new double[4], new double[4, 4]);
        for (var round = 0; round < Rounds; round++)
        {
            model.Draw(random, 1, draw);
            for (var one = 0; one < 4; one++)
            {
                sums[one] += draw[one];
                for (var other = 0; other < 4; other++)
                {
                    products[one, other] += draw[one] * draw[other];
                }
            }
        }

        for (var one = 0; one < 4; one++)
        {
            Assert.Equal(model.Entries[one], sums[one] / Rounds, 0.01);
            for (var other = 0; other < 4; other++)
            {
                var covariance = (products[one, other] / Rounds) - (sums[one] / Rounds * sums[other] / Rounds);
                Assert.Equal(Centred(dense.Inverse, 1 + 3, one, other), covariance, 0.01);
            }
        }
    }

    private static double Centred(double[,] inverse, int first, int one, int other)
    {
        double At(int row, int column) => inverse[first + row, first + column];
        var all = Enumerable.Range(0, 4).ToArray();
        return At(one, other) - all.Average(entry => At(one, entry)) - all.Average(entry => At(entry, other)) + all.Average(row => all.Average(column => At(row, column)));
    }

    private static (MarkTable Marks, double[] Values, double[] Precisions) Panel(int seed, int entries, int jurors)
    {
        var random = new SeededRandom((ulong)seed);
        var marks = MarkTable.Of(
            from entry in Enumerable.Range(0, entries)
            from juror in Enumerable.Range(0, jurors)
            where juror == entry % jurors || random.Uniform() < 0.7
            select new Mark($"e{entry:00}", $"j{juror:00}", Math.Round(6 + (2 * random.Normal()), 1)));
        var centre = marks.Values.Average();
        return (marks, [.. marks.Values.Select(value => value - centre)], [.. marks.Jurors.Select(_ => 0.3 + random.Uniform())]);
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-8 * Math.Max(1, Math.Abs(expected)));
}

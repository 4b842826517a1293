using Deventer4GlobalGoals.Prize.Scoring;

namespace Deventer4GlobalGoals.Prize.Simulation;

/// <summary>How many jurors it takes for the truly best entry to win, in an honest panel in which everybody scores everything.</summary>
public static class JurySize
{
    public const int Most = 60;

    public static readonly IReadOnlyList<int> Entries = [8, 15, 25, 40];

    public static readonly IReadOnlyList<double> Certainties = [0.5, 0.7, 0.8];

    /// <summary>Simulates one row per number of entries: for each certainty the smallest jury, or null when it takes more than <see cref="Most"/>.</summary>
    public static IReadOnlyList<(int Entries, IReadOnlyList<int?> Jurors)> Simulate(int repetitions, int seed) =>
        [.. Entries.Select(entries => (entries, Smallest(Chances(entries, repetitions, seed))))];

    private static IReadOnlyList<int?> Smallest(double[] chances) =>
        [.. Certainties.Select(certainty => Array.FindIndex(chances, chance => chance >= certainty) is var found and >= 0 ? found + 1 : (int?)null)];

    // By the raw mean: everybody scores everything, so a correction changes nothing. The jury grows one juror at a time.
    private static double[] Chances(int entries, int repetitions, int seed)
    {
        var setting = new PanelSetting(Coverage.All, PanelKind.Honest, Most, 1, Stretching.SignalAndNoise);
        var wins = new double[Most];
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            var panel = new SimulatedPanel(setting, entries, new SeededRandom(SeededRandom.Seed(seed, entries, repetition)));
            var quality = panel.Quality.ToArray();
            var marks = MarkTable.Of(panel.Marks());
            var sums = new double[entries];
            for (var juror = 0; juror < Most; juror++)
            {
                for (var entry = 0; entry < entries; entry++)
                {
                    sums[entry] += marks.Values[marks.Starts[entry] + juror];
                }

                wins[juror] += Outcome.Of(sums, quality)[(int)Measure.BestWins] / repetitions;
            }
        }

        return wins;
    }
}

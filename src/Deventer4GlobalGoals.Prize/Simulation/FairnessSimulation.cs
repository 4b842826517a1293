using Deventer4GlobalGoals.Prize.Scoring;

namespace Deventer4GlobalGoals.Prize.Simulation;

/// <summary>What is simulated.</summary>
public sealed record SimulationRequest
{
    /// <summary>Repetitions per cell: coverage, panel, jurors, strictness and way of stretching.</summary>
    public int Repetitions { get; init; } = 500;

    public int FewestJurors { get; init; } = 3;

    public int MostJurors { get; init; } = 9;

    public int FewestEntries { get; init; } = 8;

    public int MostEntries { get; init; } = 40;

    /// <summary>Another number gives other panels.</summary>
    public int Seed { get; init; } = 2030;

    /// <summary>Cells that are worked on at the same time.</summary>
    public int Parallel { get; init; } = 1;
}

/// <summary>One simulated panel, the how-manieth of its cell, with the corrected score of each entry, for whoever wants to recompute.</summary>
public sealed record SimulatedResult(PanelSetting Setting, int Number, SimulatedPanel Panel, IReadOnlyList<double> Scores);

/// <summary>Panels of which the truth is known, ranked by our method and by its rivals.</summary>
public static class FairnessSimulation
{
    private const int Rounds = 400;
    private const int JurorStep = 3;
    private static readonly double[] Strictness = [0.5, 1, 1.5];

    /// <summary>The cells of a request; jurors go up by three.</summary>
    public static IReadOnlyList<PanelSetting> Cells(SimulationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return
        [
            .. from stretching in Enum.GetValues<Stretching>()
               from coverage in Enum.GetValues<Coverage>()
               from kind in Enum.GetValues<PanelKind>()
               from step in Enumerable.Range(0, ((request.MostJurors - request.FewestJurors) / JurorStep) + 1)
               from strictness in Strictness
               select new PanelSetting(coverage, kind, request.FewestJurors + (JurorStep * step), strictness, stretching),
        ];
    }

    /// <param name="request">What to simulate.</param>
    /// <param name="progress">Hears how many cells are done, one call at a time.</param>
    /// <param name="seen">Gets every panel, when given; ask for one cell at a time then, to get them in order.</param>
    /// <param name="cancellation">Stops between cells.</param>
    /// <returns>One tally per cell, the same for the same request.</returns>
    public static IReadOnlyDictionary<PanelSetting, Tally> Run(
        SimulationRequest request,
        Action<int, int>? progress = null,
        Action<SimulatedResult>? seen = null,
        CancellationToken cancellation = default)
    {
        var cells = Cells(request);
        var tallies = new Tally[cells.Count];
        var done = 0;
        var told = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.Parallel, CancellationToken = cancellation };
        Parallel.For(0, cells.Count, options, cell =>
        {
            tallies[cell] = Repeat(request, cells[cell], cell, seen);
            lock (told)
            {
                progress?.Invoke(++done, cells.Count);
            }
        });
        return cells.Zip(tallies).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static Tally Repeat(SimulationRequest request, PanelSetting setting, int cell, Action<SimulatedResult>? seen)
    {
        var tally = new Tally();
        for (var repetition = 1; repetition <= request.Repetitions; repetition++)
        {
            var random = new SeededRandom(SeededRandom.Seed(request.Seed, cell, repetition));
            var entries = request.FewestEntries + random.Index(request.MostEntries - request.FewestEntries + 1);
            var panel = new SimulatedPanel(setting, entries, random);
            var scores = Judge(panel, random, tally);
            seen?.Invoke(new SimulatedResult(setting, repetition, panel, scores));
        }

        return tally;
    }

    private static double[] Judge(SimulatedPanel panel, SeededRandom random, Tally tally)
    {
        var marks = MarkTable.Of(panel.Marks());
        var quality = panel.Quality.ToArray();
        var model = new PanelModel(marks);
        var firmness = Firmness.Of(model, Rounds, random);
        var outcomes = new double[Tally.Methods.Count][];
        outcomes[0] = Outcome.Of(model.Entries, quality);
        for (var rival = 1; rival < outcomes.Length; rival++)
        {
            outcomes[rival] = Outcome.Of(Rivals.All[rival - 1].Score(marks), quality);
        }

        var mean = quality.Average();
        var covered = 0;
        for (var entry = 0; entry < quality.Length; entry++)
        {
            var (low, high) = firmness.Intervals[entry];
            covered += quality[entry] - mean >= low && quality[entry] - mean <= high ? 1 : 0;
        }

        var winner = Array.IndexOf(model.Entries, model.Entries.Max());
        tally.Add(outcomes, covered / (double)quality.Length, firmness.Best[winner]);
        return [.. model.Entries.Select(entry => entry + model.Centre)];
    }
}

using Deventer4GlobalGoals.Prize.Scoring;
using Deventer4GlobalGoals.Prize.Simulation;

namespace Deventer4GlobalGoals.Prize.Tests.Simulation;

public sealed class SimulationTests
{
    private static readonly SimulationRequest Small = new() { Repetitions = 2, FewestJurors = 3, MostJurors = 3, FewestEntries = 8, MostEntries = 9, Seed = 4 };

    [Fact]
    public void The_same_request_gives_the_same_figures_also_in_parallel()
    {
        var one = string.Join('\n', SimulationReport.Lines(FairnessSimulation.Run(Small)));
        var same = string.Join('\n', SimulationReport.Lines(FairnessSimulation.Run(Small with { Parallel = 3 })));
        Assert.Equal(one, same);
        Assert.NotEqual(one, string.Join('\n', SimulationReport.Lines(FairnessSimulation.Run(Small with { Seed = 5 }))));
    }

    [Fact]
    public void Progress_is_told_and_the_last_line_is_the_verdict()
    {
        var told = new List<(int Done, int All)>();
        var cells = FairnessSimulation.Run(Small, (done, all) => told.Add((done, all)));
        Assert.Equal(Enumerable.Range(1, cells.Count).Select(done => (done, cells.Count)), told);
        Assert.StartsWith("bar: ", SimulationReport.Verdict(cells).Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Coverage.All, 5, 5)]
    [InlineData(Coverage.Some, 3, 2)]
    [InlineData(Coverage.Some, 6, 3)]
    public void Every_entry_is_seen_by_as_many_jurors_as_the_coverage_says(Coverage coverage, int jurors, int perEntry)
    {
        var panel = Panel(coverage, PanelKind.Honest, jurors);
        Assert.All(panel.Scores.CountBy(ballot => ballot.Entry), count => Assert.Equal(perEntry, count.Value));
        Assert.Equal(12, panel.Scores.DistinctBy(ballot => ballot.Entry).Count());
    }

    [Fact]
    public void Drop_outs_leave_entries_with_fewer_jurors_and_none_without()
    {
        var counts = Panel(Coverage.DropOuts, PanelKind.Honest, 3).Scores.CountBy(ballot => ballot.Entry).Select(count => count.Value).ToArray();
        Assert.Equal(12, counts.Length);
        Assert.Equal(24, counts.Sum());
    }

    [Fact]
    public void A_lazy_juror_gives_everything_the_same()
    {
        var lazy = Panel(Coverage.All, PanelKind.Lazy, 4).Scores.Where(ballot => ballot.Juror == 0).SelectMany(ballot => ballot.Scores);
        Assert.Single(lazy.Distinct());
    }

    [Theory]
    [InlineData(new double[] { 3, 2, 1 }, 1, 1, 0)]
    [InlineData(new double[] { 1, 2, 3 }, 0, -1, -2)]
    [InlineData(new double[] { 2, 2, 1 }, 0.5, 2.0 / 3, -0.5)]
    public void A_ranking_is_compared_with_the_truth(double[] scores, double wins, double tau, double regret)
    {
        var outcome = Outcome.Of(scores, [3, 2, 1]);
        Assert.Equal((wins, regret), (outcome[0], outcome[2]));
        Assert.Equal(tau, outcome[1], 12);
    }

    [Fact]
    public void Rivals_score_a_panel_as_their_names_say()
    {
        // Juror y is two points milder, and saw only what is worse.
        var marks = MarkTable.Of([new("a", "x", 6), new("b", "x", 5), new("b", "y", 7), new("c", "y", 6), new("c", "x", 4)]);
        double[] Of(string name) => Rivals.All.Single(rival => rival.Name == name).Score(marks);
        Assert.Equal([6, 6, 5], Of("raw"));
        Assert.Equal([6, 6, 5], Of("median"));
        Assert.Equal([1, 0.75, 0], Of("Borda"));
        Assert.Equal([1, 0, -1], Of("fixed").Select(value => Math.Round(value, 3)));
        Assert.True(Of("Bradley-Terry") is [var a, var b, var c] && a > b && b > c);
        Assert.True(Of("random") is [var first, var second, var third] && first > second && second > third);
    }

    [Fact]
    public void The_bar_is_missed_by_a_method_that_is_worse_than_a_rival()
    {
        var setting = new PanelSetting(Coverage.All, PanelKind.Honest, 3, 1, Stretching.SignalAndNoise);
        var tally = new Tally();
        for (var repetition = 0; repetition < 500; repetition++)
        {
            var behind = Enumerable.Range(0, Tally.Methods.Count).Select(method => new[] { method == 0 ? 0.0 : repetition % 2, 0.5, 0 }).ToArray();
            tally.Add(behind, coveredShare: 0.8, statedChance: 0.2);
        }

        var missed = Bar.Judge(new Dictionary<PanelSetting, Tally> { [setting] = tally });
        Assert.Equal("aaaaaaaabde", string.Concat(missed.Select(shortfall => shortfall.Point)));
    }

    [Fact]
    public void A_larger_jury_finds_the_best_more_often()
    {
        var sizes = JurySize.Simulate(repetitions: 40, seed: 1);
        Assert.Equal(JurySize.Entries, sizes.Select(size => size.Entries));
        Assert.All(sizes, size => Assert.True(size.Jurors[0] < (size.Jurors[2] ?? JurySize.Most + 1)));
    }

    private static SimulatedPanel Panel(Coverage coverage, PanelKind kind, int jurors) =>
        new(new PanelSetting(coverage, kind, jurors, 1, Stretching.SignalAndNoise), 12, new SeededRandom(9));
}

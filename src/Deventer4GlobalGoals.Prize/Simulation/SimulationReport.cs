using System.Globalization;

namespace Deventer4GlobalGoals.Prize.Simulation;

/// <summary>The outcome of a simulation as text, a Markdown table per way of stretching.</summary>
public static class SimulationReport
{
    public static IEnumerable<string> Lines(IReadOnlyDictionary<PanelSetting, Tally> cells)
    {
        var strata = Bar.Strata(cells);
        foreach (var stretching in Enum.GetValues<Stretching>())
        {
            var own = strata.Where(stratum => stratum.Key.Stretching == stretching).ToArray();
            yield return string.Empty;
            yield return stretching == Stretching.SignalAndNoise ? "Jurors stretch signal and noise alike" : "Jurors stretch the signal only";
            yield return string.Empty;
            yield return "| who sees what | panel | jurors | best wins: raw | ours | best rival | tau: raw | ours | best rival | regret: raw | ours | best rival | 90 % interval holds | best: said | happened |";
            yield return "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";
            foreach (var (stratum, tally) in own)
            {
                yield return Say(
                    $"| {stratum.Coverage} | {stratum.Kind} | {stratum.Jurors} | {Three(tally, Measure.BestWins, 100, "0.0")} | {Three(tally, Measure.Tau, 1, "0.000")} | {Three(tally, Measure.Regret, -1, "0.000")} | {100 * tally.Covered:0.0} | {100 * tally.Stated:0.0} | {100 * tally.Happened:0.0} |");
            }
        }

        foreach (var line in AboveRaw(cells))
        {
            yield return line;
        }
    }

    /// <summary>The size of jury that a wished certainty takes.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<(int Entries, IReadOnlyList<int?> Jurors)> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        yield return string.Empty;
        yield return "Jurors it takes for the best entry to win (honest, everybody scores everything)";
        yield return string.Empty;
        yield return "| entries | 50 % | 70 % | 80 % |";
        yield return "|---|---|---|---|";
        foreach (var (entries, jurors) in sizes)
        {
            yield return Say($"| {entries} | {string.Join(" | ", jurors.Select(count => count?.ToString(CultureInfo.InvariantCulture) ?? Say($"over {JurySize.Most}")))} |");
        }
    }

    /// <summary>Where the bar is missed, a line each, and the verdict in the last line.</summary>
    public static IEnumerable<string> Verdict(IReadOnlyDictionary<PanelSetting, Tally> cells)
    {
        var missed = Bar.Judge(cells);
        yield return string.Empty;
        foreach (var shortfall in missed)
        {
            yield return $"({shortfall.Point}) {shortfall.Where}: {shortfall.Found}";
        }

        yield return missed.Count == 0
            ? "bar: met"
            : $"bar: missed in {string.Join("; ", missed.GroupBy(shortfall => shortfall.Point).Select(group => $"({group.Key}) {string.Join(", ", group.Select(one => one.Where).Distinct().Select(where => $"[{where}]"))}"))}";
    }

    private static IEnumerable<string> AboveRaw(IReadOnlyDictionary<PanelSetting, Tally> cells)
    {
        yield return string.Empty;
        yield return "Ours above raw, by how strict jurors are";
        yield return string.Empty;
        yield return "| stretched | who sees what | strictness | best wins, points | tau |";
        yield return "|---|---|---|---|---|";
        foreach (var part in cells.GroupBy(cell => (cell.Key.Stretching, cell.Key.Coverage, cell.Key.Strictness)))
        {
            var tally = Tally.Sum(part.Select(cell => cell.Value));
            yield return Say($"| {part.Key.Stretching} | {part.Key.Coverage} | {part.Key.Strictness:0.0} | {100 * tally.Ahead(1, Measure.BestWins):+0.0;-0.0} | {tally.Ahead(1, Measure.Tau):+0.000;-0.000} |");
        }
    }

    private static string Three(Tally tally, Measure measure, double times, string format)
    {
        string Shown(int method) => (times * tally.Mean(method, measure)).ToString(format, CultureInfo.InvariantCulture);
        var best = tally.Best(measure);
        return $"{Shown(1)} | {Shown(0)} | {Shown(best)} {Tally.Methods[best]}";
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

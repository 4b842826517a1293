using System.Globalization;
using Deventer4GlobalGoals.Prize.Scoring;

namespace Deventer4GlobalGoals.Prize.Simulation;

/// <summary>A kind of panel over all strictnesses and numbers of entries.</summary>
public sealed record Stratum(Stretching Stretching, Coverage Coverage, PanelKind Kind, int Jurors)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Coverage}, {Kind}, {Jurors} jurors, {Stretching}");
}

/// <summary>Where the method falls short.</summary>
/// <param name="Point">Which point, a to e.</param>
/// <param name="Where">The stratum, or the part of the simulation.</param>
/// <param name="Found">The figure, and what it should be.</param>
public sealed record Shortfall(char Point, string Where, string Found);

/// <summary>
/// What the scoring method has to meet: (a) nowhere significantly below the best rival; (b) never much below it, whatever jurors
/// stretch; (c) well above the raw mean where strict jurors see a part of the entries; (d) intervals that hold what they say;
/// (e) chances that come true.
/// </summary>
/// <remarks>(a) is judged where jurors stretch signal and noise alike; (b), (d) and (e) in both ways; (c) where signal and noise are.</remarks>
public static class Bar
{
    public const double FamilyError = 0.05;
    public const double MostPointsBelow = 0.02;
    public const double MostTauBelow = 0.015;
    public const double LeastPointsAbove = 0.04;
    public const double LeastTauAbove = 0.05;
    public const double LeastCovered = 0.87;
    public const double MostCovered = 0.93;
    public const double MostOff = 0.08;
    public const double MostOffWhenHonest = 0.05;

    public static IReadOnlyDictionary<Stratum, Tally> Strata(IReadOnlyDictionary<PanelSetting, Tally> cells) => cells
        .GroupBy(cell => new Stratum(cell.Key.Stretching, cell.Key.Coverage, cell.Key.Kind, cell.Key.Jurors))
        .ToDictionary(group => group.Key, group => Tally.Sum(group.Select(cell => cell.Value)));

    /// <summary>Where the bar is missed; empty when it is met.</summary>
    public static IReadOnlyList<Shortfall> Judge(IReadOnlyDictionary<PanelSetting, Tally> cells)
    {
        var strata = Strata(cells);
        return [.. NowhereBelow(strata), .. NeverMuchBelow(strata), .. AboveRaw(cells), .. Calibrated(strata)];
    }

    /// <summary>From so many standard errors behind a rival counts as significant: 5 % over all strata, measures and rivals together.</summary>
    public static double Significant(int strata) => Normal.Quantile(1 - (FamilyError / (strata * Tally.Measures * Rivals.All.Length)));

    private static IEnumerable<Shortfall> NowhereBelow(IReadOnlyDictionary<Stratum, Tally> strata)
    {
        var judged = strata.Where(stratum => stratum.Key.Stretching == Stretching.SignalAndNoise).ToArray();
        var limit = Significant(Math.Max(judged.Length, 1));
        return
            from stratum in judged
            from measure in Enum.GetValues<Measure>()
            from rival in Enumerable.Range(1, Rivals.All.Length)
            let errors = stratum.Value.AheadInErrors(rival, measure)
            where errors < -limit
            select new Shortfall('a', stratum.Key.ToString(), Say($"{measure}: {stratum.Value.Ahead(rival, measure):+0.000;-0.000} to {Tally.Methods[rival]}, {errors:0.0} standard errors"));
    }

    private static IEnumerable<Shortfall> NeverMuchBelow(IReadOnlyDictionary<Stratum, Tally> strata) =>
        from stratum in strata
        from limit in new[] { (Measure: Measure.BestWins, Most: MostPointsBelow), (Measure: Measure.Tau, Most: MostTauBelow) }
        let best = stratum.Value.Best(limit.Measure)
        let ahead = stratum.Value.Ahead(best, limit.Measure)
        where ahead < -limit.Most
        select new Shortfall('b', stratum.Key.ToString(), Say($"{limit.Measure}: {ahead:+0.000;-0.000} to {Tally.Methods[best]}, {stratum.Value.AheadInErrors(best, limit.Measure):0.0} standard errors"));

    private static IEnumerable<Shortfall> AboveRaw(IReadOnlyDictionary<PanelSetting, Tally> cells) =>
        from cell in cells
        where cell.Key is { Stretching: Stretching.SignalAndNoise, Strictness: >= 1 } && cell.Key.Coverage != Coverage.All
        group cell.Value by (cell.Key.Coverage, cell.Key.Strictness) into part
        let tally = Tally.Sum(part)
        let ahead = (Points: tally.Ahead(1, Measure.BestWins), Tau: tally.Ahead(1, Measure.Tau))
        where ahead.Points < LeastPointsAbove || ahead.Tau < LeastTauAbove
        select new Shortfall('c', Say($"{part.Key.Coverage}, strictness {part.Key.Strictness}"), Say($"{ahead.Points:+0.000;-0.000} best wins, {ahead.Tau:+0.000;-0.000} tau"));

    private static IEnumerable<Shortfall> Calibrated(IReadOnlyDictionary<Stratum, Tally> strata)
    {
        foreach (var (stratum, tally) in strata)
        {
            if (tally.Covered is < LeastCovered or > MostCovered)
            {
                yield return new Shortfall('d', stratum.ToString(), Say($"intervals hold {tally.Covered:0.000}"));
            }

            if (Math.Abs(tally.Stated - tally.Happened) > (stratum.Kind == PanelKind.Honest ? MostOffWhenHonest : MostOff))
            {
                yield return new Shortfall('e', stratum.ToString(), Say($"said {tally.Stated:0.000}, happened {tally.Happened:0.000}"));
            }
        }
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

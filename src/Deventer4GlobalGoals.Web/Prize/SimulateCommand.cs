using System.Diagnostics;
using System.Globalization;
using Deventer4GlobalGoals.Prize.Simulation;

namespace Deventer4GlobalGoals.Web.Prize;

/// <summary>The command line of <c>prize simulate</c>.</summary>
internal static class SimulateCommand
{
    private const int ProgressEvery = 12;
    private const int MostRepetitions = 10_000;
    private const int FewestToJudge = 500;

    private const string Help = """
        Usage: prize simulate [--seeds N] [--jurors 3..9] [--entries 8..40] [--base B] [--export F]

          Ranks made-up entries, of which the quality is known, by the site's method and by eight others,
          and compares: the chance that the best wins, Kendall's tau, regret, intervals, stated chances.

          --seeds N        repetitions per kind of panel, 1 to 10000; 500 when not given, which takes some minutes
          --jurors A..B    sizes of the jury, from 3, in steps of three; 3..9 when not given
          --entries A..B   how many entries, drawn anew for each panel; 8..40 when not given
          --base B         another number gives other panels; 2030 when not given
          --export F       writes every ballot to F and every corrected score to F with "-scores" in its name,
                           as CSV; some megabytes per repetition
          --help           this text

        The last line is "bar: met", or "bar: missed" and where. With fewer than 500 seeds chance alone can miss it.
        Exit code: 0 when the bar is met, 1 when it is missed, 2 when the command itself is wrong.
        """;

    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        if (args.Contains("--help") || args.Contains("-h"))
        {
            output.WriteLine(Help);
            return 0;
        }

        if (Parse(args, out var export, out var problem) is not { } request)
        {
            error.WriteLine(problem);
            error.WriteLine(Help);
            return 2;
        }

        using var writer = export is null ? null : new SimulationExport(export);
        var started = Stopwatch.GetTimestamp();
        var cells = FairnessSimulation.Run(
            request with { Parallel = writer is null ? Environment.ProcessorCount : 1 },
            (done, all) =>
            {
                if (done % ProgressEvery == 0 || done == all)
                {
                    var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… {done} of {all} kinds of panel, {seconds:0} s"));
                }
            },
            writer is null ? null : writer.Write);
        foreach (var line in SimulationReport.Lines(cells)
            .Concat(SimulationReport.Lines(JurySize.Simulate(Math.Max(request.Repetitions, 1), request.Seed)))
            .Concat(SimulationReport.Verdict(cells)))
        {
            output.WriteLine(line);
        }

        if (request.Repetitions < FewestToJudge)
        {
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The bar is meant for {FewestToJudge} seeds or more."));
        }

        return Bar.Judge(cells).Count == 0 ? 0 : 1;
    }

    private static SimulationRequest? Parse(IReadOnlyList<string> args, out string? export, out string problem)
    {
        var request = new SimulationRequest();
        export = null;
        problem = string.Empty;
        for (var index = 0; index < args.Count; index += 2)
        {
            var value = index + 1 < args.Count ? args[index + 1] : string.Empty;
            switch (args[index])
            {
                case "--seeds" when Number(value) is >= 1 and <= MostRepetitions and var count:
                    request = request with { Repetitions = count };
                    break;
                case "--base" when Number(value) is { } seed:
                    request = request with { Seed = seed };
                    break;
                case "--jurors" when Range(value) is (>= 3, <= 25) range:
                    request = request with { FewestJurors = range.From, MostJurors = range.Until };
                    break;
                case "--entries" when Range(value) is (>= 2, <= 200) range:
                    request = request with { FewestEntries = range.From, MostEntries = range.Until };
                    break;
                case "--export" when value.Length > 0:
                    export = value;
                    break;
                default:
                    problem = $"Not understood: {args[index]} {value}".TrimEnd();
                    return null;
            }
        }

        return request;
    }

    private static (int From, int Until)? Range(string text) =>
        text.Split("..") is [var from, var until] && Number(from) is { } low && Number(until) is { } high && low <= high ? (low, high) : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Globalization;
using System.Runtime.InteropServices;

namespace Deventer4GlobalGoals.Benchmarks;

/// <summary>Measures the figures that the site promises and prints them as one table. Progress goes to the error stream.</summary>
internal static class Benchmarks
{
    private const string Help = """
        Usage: bench [--quick]

          Fills a site of its own in a temporary folder, measures it, and prints one table:
          each figure, its bar, the number measured, and whether it is met. Takes some twenty
          minutes; on a machine that is doing other work the numbers are worse than they are.

          --quick   1,000 demo items instead of 10,000 and shorter measurements: to see that it works
          --help    this text

        Exit code: 0 when all was measured, met or not; 1 when something could not be measured; 2 when the command is wrong.
        """;

    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            // Two parts run in processes of their own, started by the measurement itself.
            case [BareServer.Verb, var port, var file]:
                return await BareServer.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), file);
            case [Publishing.Verb, var rounds]:
                return await Publishing.RunAsync(int.Parse(rounds, CultureInfo.InvariantCulture));
            case ["--help" or "-h"]:
                await Console.Out.WriteLineAsync(Help);
                return 0;
            case [] or ["--quick"]:
                return await MeasureAsync(args.Length == 0 ? Plan.Full : Plan.Quick);
            default:
                await Console.Error.WriteLineAsync($"Not understood: {string.Join(' ', args)}");
                await Console.Error.WriteLineAsync(Help);
                return 2;
        }
    }

    private static async Task<int> MeasureAsync(Plan plan)
    {
        // The runtime ends at once on these signals; an orderly exit stops the servers that were started.
        using var stopped = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Environment.Exit(143));
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => Environment.Exit(130));
        var figures = new FigureTable();
        try
        {
            await new Measurement(plan, figures).RunAsync();
            return 0;
        }
        catch (BenchmarkException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
        finally
        {
            figures.Print(Console.Out);
        }
    }
}

/// <summary>How much is measured.</summary>
/// <param name="Items">Demo items in the large site.</param>
/// <param name="Rounds">How often a page is saved and published, after a warm-up of as many.</param>
/// <param name="Renders">How many pages are rendered without the cache.</param>
/// <param name="LoadSeconds">How long each load of requests lasts.</param>
/// <param name="SearchDocuments">How many documents the search engine has by itself, one index after the other.</param>
internal sealed record Plan(int Items, int Rounds, int Renders, int LoadSeconds, int[] SearchDocuments)
{
    public static readonly Plan Full = new(10_000, 200, 1_000, 4, [10_000, 100_000]);
    public static readonly Plan Quick = new(1_000, 60, 200, 1, [1_000]);

    /// <summary>Demo items in the small site.</summary>
    public const int FewItems = 100;
}

/// <summary>Why there is no number; the message says what was tried.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);

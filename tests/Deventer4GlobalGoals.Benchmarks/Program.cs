using System.Globalization;
using System.Runtime.InteropServices;
using Deventer4GlobalGoals.Benchmarks.People;
using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Benchmarks;

/// <summary>Measures the figures that the site promises and prints them as one table. Progress goes to the error stream.</summary>
internal static class Benchmarks
{
    private const string Help = """
        Usage: bench [--quick | --large [--site FOLDER] | --people [--quick]]

          Fills a site of its own in a temporary folder, measures it, and prints one table:
          each figure, its bar, the number measured, and whether it is met. Takes some twenty
          minutes; on a machine that is doing other work the numbers are worse than they are.

          --quick         1,000 demo items instead of 10,000 and shorter measurements: to see that it works
          --large         what is promised at 100,000 demo items, and nothing else; to fill the site takes half an hour and more
          --people        what is promised about many people at once: editors, registrations, a jury and nominations before a deadline,
                          with the site killed in between; with --quick over 1,000 items instead of 10,000, which takes some ten minutes
          --site FOLDER   where the large site stays, so that a next measurement needn't fill it again
          --help          this text

        Exit code: 0 when all was measured, met or not; 1 when something could not be measured; 2 when the command is wrong.
        """;

    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            // Parts run in processes of their own, started by the measurement itself.
            case [BareServer.Verb, var port, var file]:
                return await BareServer.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), file);
            case [Publishing.Verb, var rounds]:
                return await Publishing.RunAsync(int.Parse(rounds, CultureInfo.InvariantCulture));
            case [Planting.Verb, var deadline]:
                return await Planting.RunAsync(CityTime.Parse(deadline));
            case ["--help" or "-h"]:
                await Console.Out.WriteLineAsync(Help);
                return 0;
            case []:
                return await MeasureAsync(Plan.Full, measurement => measurement.RunAsync());
            case ["--quick"]:
                return await MeasureAsync(Plan.Quick, measurement => measurement.RunAsync());
            case ["--large"]:
                return await MeasureAsync(Plan.Large, measurement => measurement.RunLargeAsync(null));
            case ["--large", "--site", var folder]:
                return await MeasureAsync(Plan.Large, measurement => measurement.RunLargeAsync(folder));
            case ["--people"]:
                return await MeasureAsync(Plan.Full, measurement => measurement.RunPeopleAsync());
            case ["--people", "--quick"]:
                return await MeasureAsync(Plan.Quick, measurement => measurement.RunPeopleAsync());
            default:
                await Console.Error.WriteLineAsync($"Not understood: {string.Join(' ', args)}");
                await Console.Error.WriteLineAsync(Help);
                return 2;
        }
    }

    private static async Task<int> MeasureAsync(Plan plan, Func<Measurement, Task> measure)
    {
        // The runtime ends at once on these signals; an orderly exit stops the servers that were started.
        using var stopped = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Environment.Exit(143));
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => Environment.Exit(130));
        var figures = new FigureTable();
        try
        {
            await measure(new Measurement(plan, figures));
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
/// <param name="Bars">What is promised for a site of this size.</param>
internal sealed record Plan(int Items, int Rounds, int Renders, int LoadSeconds, int[] SearchDocuments, Bars Bars)
{
    private static readonly Bars Usual = new(Query: 3, Memory: 400, Start: 5);

    public static readonly Plan Full = new(10_000, 200, 1_000, 4, [10_000, 100_000], Usual);
    public static readonly Plan Quick = new(1_000, 60, 200, 1, [1_000], Usual);
    public static readonly Plan Large = new(100_000, 200, 1_000, 4, [], new Bars(Query: 8, Memory: 1536, Start: 15));

    /// <summary>Demo items in the small site.</summary>
    public const int FewItems = 100;
}

/// <summary>What is promised, as an upper bound.</summary>
/// <param name="Query">Milliseconds for an uncached query of the Delivery API, 95 %.</param>
/// <param name="Memory">Megabytes of resident memory after the load.</param>
/// <param name="Start">Seconds to the first 200.</param>
internal sealed record Bars(double Query, double Memory, double Start);

/// <summary>Why there is no number; the message says what was tried.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);

using System.Diagnostics;
using System.Globalization;

namespace Deventer4GlobalGoals.Web.Demo;

/// <summary>The command line of <c>demo</c>: adds generated content, clearly marked as such, to see the site under load.</summary>
internal static class DemoCommand
{
    public const int MostItems = 100_000;

    private const int DefaultSeed = 17;
    private const int ProgressStep = 500;

    /// <summary>How it is used.</summary>
    public const string Help = """
        Usage: demo --count N [--seed S]

          Adds N generated items: practices (45 %), organisations (35 %) and meetings (20 %),
          published in Dutch and marked as examples. They go through the same services as
          an editor's own pages, below the pages that usync import made.

          --count N   how many items in all, 1 to 100000
          --seed S    another number gives other content; 17 when not given.
                      The same count and seed give the same content.
          --help      this text

        Exit code: 0 when all were added, 1 when an item could not be, 2 when the command itself is wrong.
        """;

    /// <summary>Runs what follows <c>demo</c> on the command line.</summary>
    /// <returns>0 when all were added, 1 when an item could not be, 2 when the command is wrong.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, IServiceProvider services, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (args.Contains("--help") || args.Contains("-h"))
        {
            await output.WriteLineAsync(Help);
            return 0;
        }

        if (Parse(args, out var problem) is not var (count, seed))
        {
            await error.WriteLineAsync(problem);
            await error.WriteLineAsync(Help);
            return 2;
        }

        try
        {
            return Add(count, seed, services, output, cancellation);
        }
        catch (DemoException failure)
        {
            await error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    /// <summary>Items in one transaction: what is flushed to the disk and told to the caches once per transaction weighs most when there are thousands.</summary>
    private const int BatchSize = 50;

    private static int Add(int count, int seed, IServiceProvider services, TextWriter output, CancellationToken cancellation)
    {
        var writer = ActivatorUtilities.CreateInstance<DemoWriter>(services);
        var started = Stopwatch.GetTimestamp();
        var added = 0;
        foreach (var batch in new DemoContent(count, seed).Items().Chunk(BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Add(batch);
            added += batch.Length;
            if (added % ProgressStep == 0 || added == count)
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"… {added} of {count} items, {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
            }
        }

        return 0;
    }

    private static (int Count, int Seed)? Parse(IReadOnlyList<string> args, out string problem)
    {
        int? count = null;
        var seed = DefaultSeed;
        problem = string.Empty;
        for (var index = 0; index < args.Count; index += 2)
        {
            var value = index + 1 < args.Count ? args[index + 1] : null;
            var isNumber = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
            switch (args[index])
            {
                case "--count" when isNumber && number is >= 1 and <= MostItems:
                    count = number;
                    break;
                case "--count":
                    problem = $"--count must be a whole number from 1 to {MostItems}, not '{value}'.";
                    return null;
                case "--seed" when isNumber:
                    seed = number;
                    break;
                case "--seed":
                    problem = $"--seed must be a whole number, not '{value}'.";
                    return null;
                default:
                    problem = $"Not understood: {args[index]}";
                    return null;
            }
        }

        problem = "Say how many: --count N.";
        return count is { } given ? (given, seed) : null;
    }
}

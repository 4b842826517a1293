using System.Diagnostics;
using System.Globalization;
using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Web.Search.Indexing;

namespace Deventer4GlobalGoals.Web.Search.Tools;

/// <summary>The command line of <c>index</c>.</summary>
internal static class IndexCommand
{
    /// <summary>How it is used.</summary>
    public const string Help = """
        Usage: index rebuild

          Fills ExternalIndex (what is published) and InternalIndex (drafts too) again from
          the content. The old ones answer until the new ones are finished. The site does
          this by itself when an index is missing, damaged or of another version.

          --help      this text

        Exit code: 0 when both were filled, 1 when the site is running and keeps them itself, 2 when the command is wrong.
        """;

    /// <summary>Runs what follows <c>index</c> on the command line.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, IServiceProvider services, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (args.Contains("--help") || args.Contains("-h"))
        {
            await output.WriteLineAsync(Help);
            return 0;
        }

        if (args is not ["rebuild"])
        {
            await error.WriteLineAsync("Say what to do: index rebuild.");
            await error.WriteLineAsync(Help);
            return 2;
        }

        var indexes = services.GetRequiredService<SiteIndexes>();
        if (indexes.IsCopy)
        {
            await error.WriteLineAsync($"Another process, most likely the site, has {indexes.Folder} and keeps it up to date. Stop it first.");
            return 1;
        }

        var upkeep = services.GetRequiredService<IndexUpkeep>();
        foreach (var source in services.GetServices<IPageSource>())
        {
            upkeep.Rebuild(source, new Progress(source.Index, output), cancellation);
        }

        return 0;
    }

    /// <summary>A line per batch.</summary>
    private sealed class Progress(string index, TextWriter output) : IProgress<RebuildProgress>
    {
        private readonly long _started = Stopwatch.GetTimestamp();

        public void Report(RebuildProgress value) => output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(value.Finished ? "✓" : "…")} {index}: {value.Documents} documents, {Stopwatch.GetElapsedTime(_started).TotalSeconds:0.0} s"));
    }
}

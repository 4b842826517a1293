using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Deventer4GlobalGoals.Cms.USync;

/// <summary>The command line of import, report and export.</summary>
/// <param name="contentRoot">The folder that holds <c>uSync/v17</c>; relative folders start here and stay inside.</param>
public sealed class USyncCommand(string contentRoot)
{
    private const int ProgressStep = 100;

    /// <summary>How it is used.</summary>
    public const string Help = """
        Usage: usync <verb> [--folder F]

          import   bring the site in line with the folder
          report   say what import would change, and change nothing
          export   write the site to the folder

          --folder F   the uSync folder; uSync/v17 when not given. A relative folder
                       starts at the site's own folder and stays inside it.
          --help       this text

        Exit code: 0 when all went well, 1 when an item failed, 2 when the command itself is wrong.
        """;

    /// <summary>Runs what follows <c>usync</c> on the command line.</summary>
    /// <returns>0 when all went well, 1 when an item failed, 2 when the command is wrong.</returns>
    public async Task<int> RunAsync(
        IReadOnlyList<string> args,
        IServiceProvider services,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellation)
    {
        if (args.Contains("--help") || args.Contains("-h"))
        {
            await output.WriteLineAsync(Help);
            return 0;
        }

        try
        {
            var (verb, folder) = Parse(args);
            var progress = new Progress(output, error);
            var report = verb switch
            {
                "export" => await services.GetRequiredService<USyncExporter>().ExportAsync(folder, progress, cancellation),
                _ => await services.GetRequiredService<USyncImporter>()
                    .ImportAsync(folder, verb == "import", progress, cancellation),
            };
            await output.WriteLineAsync($"{verb} {folder}: {report}");
            return report.Succeeded ? 0 : 1;
        }
        catch (ArgumentException wrong)
        {
            await error.WriteLineAsync(wrong.Message);
            await error.WriteLineAsync(Help);
            return 2;
        }
        catch (DirectoryNotFoundException wrong)
        {
            await error.WriteLineAsync(wrong.Message);
            return 1;
        }
    }

    private (string Verb, string Folder) Parse(IReadOnlyList<string> args)
    {
        if (args is not [var verb, ..] || verb is not ("import" or "export" or "report"))
        {
            throw new ArgumentException("Say import, report or export.");
        }

        return args.Skip(1).ToList() switch
        {
            [] => (verb, Path.Combine(contentRoot, "uSync", "v17")),
            ["--folder", { Length: > 0 } folder] => (verb, Folder(folder)),
            _ => throw new ArgumentException($"Not understood: {string.Join(' ', args.Skip(1))}"),
        };
    }

    /// <summary>An absolute folder is meant as it is; a relative one must not climb out of the site.</summary>
    private string Folder(string folder)
    {
        if (Path.IsPathRooted(folder))
        {
            return Path.GetFullPath(folder);
        }

        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(contentRoot)) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(Path.Combine(root, folder));
        return full.StartsWith(root, StringComparison.Ordinal)
            ? full
            : throw new ArgumentException($"--folder {folder} leaves {root}");
    }

    /// <summary>Every change and failure, and a sign of life now and then.</summary>
    private sealed class Progress(TextWriter output, TextWriter error) : IProgress<USyncResult>
    {
        private int _count;

        public void Report(USyncResult value)
        {
            _count++;
            if (value.Change == USyncChange.Failed)
            {
                error.WriteLine(value);
            }
            else if (value.Change != USyncChange.Unchanged || value.Message is not null)
            {
                output.WriteLine(value);
            }

            if (_count % ProgressStep == 0)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… {_count} files"));
            }
        }
    }
}

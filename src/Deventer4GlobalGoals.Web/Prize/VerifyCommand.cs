using System.Globalization;
using Deventer4GlobalGoals.Prize.Export;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize;

/// <summary>The command line of <c>prize verify</c>.</summary>
internal static class VerifyCommand
{
    private const string Sound = "verified: everything follows from the log";
    private const string Tampered = "tampered with";

    private const string Help = """
        Usage: prize verify --export F.zip | --edition YEAR [--head HASH]

          Recomputes a result from the log, compares, and names the first line that was tampered with.

          --export F.zip   what the site handed out; needs neither the site nor its database
          --edition YEAR   what is in the database of this site
          --head HASH      the hash of the log as printed in the jury report: finds also who wrote everything anew
          --help           this text

        Exit code: 0 when everything is as it was, 1 when something was tampered with, 2 when the command itself is wrong.
        """;

    /// <summary>Whether these words ask for what is in the database.</summary>
    public static bool NeedsSite(IReadOnlyList<string> args) => args.Contains("--edition") && !args.Contains("--export") && !args.Contains("--help") && !args.Contains("-h");

    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        if (Read(args, output, error, out var file, out _, out var head) is { } code)
        {
            return code;
        }

        if (file is null)
        {
            error.WriteLine("Say which: --export F.zip or --edition YEAR, and not both.");
            error.WriteLine(Help);
            return 2;
        }

        try
        {
            return Verify(file, head, output);
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            error.WriteLine($"{file} can't be read: {unreadable.Message}");
            return 2;
        }
    }

    /// <summary>Recomputes what is in the database, as it is stored: nothing that was kept in memory is trusted.</summary>
    /// <returns>0 when all is well, 1 when it is not, 2 when the command is wrong.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, IServiceProvider services, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (Read(args, output, error, out _, out var year, out var head) is { } code)
        {
            return code;
        }

        await using var db = services.GetRequiredService<ISiteDbFactory>().Create();
        var lines = await db.Set<PrizeLogRow>().AsNoTracking().Where(row => row.Year == year).OrderBy(row => row.Number).ToListAsync(cancellation);
        if (lines.Count == 0)
        {
            await error.WriteLineAsync($"There is no edition {year} that was opened.");
            return 2;
        }

        try
        {
            var log = PrizeLog.Read([.. lines.Select(line => new LogEntry(line.Number, line.At, line.Actor, line.Event, line.Previous, line.Hash))], head);
            var files = ResultFiles.Of(log);
            await output.WriteAsync(files[ResultFiles.Result]);
            await output.WriteAsync(files[ResultFiles.Head]);
            foreach (var (category, winner) in log.State!.Winners)
            {
                await output.WriteLineAsync($"decided {category}: {winner.Entry ?? "nobody"}");
            }

            await output.WriteLineAsync(Sound);
            return 0;
        }
        catch (TamperedLogException tampered)
        {
            await output.WriteLineAsync($"{ResultFiles.Log}, line {tampered.Fault.Number}: {tampered.Message}");
            await output.WriteLineAsync(Tampered);
            return 1;
        }
    }

    /// <returns>An exit code when there is nothing left to do.</returns>
    private static int? Read(IReadOnlyList<string> args, TextWriter output, TextWriter error, out string? file, out int? year, out string? head)
    {
        (file, year, head) = (null, null, null);
        for (var index = 0; index < args.Count; index += 2)
        {
            switch (args[index])
            {
                case "--export" when index + 1 < args.Count:
                    file = args[index + 1];
                    break;
                case "--edition" when index + 1 < args.Count && int.TryParse(args[index + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number):
                    year = number;
                    break;
                case "--head" when index + 1 < args.Count:
                    head = args[index + 1];
                    break;
                case "--help" or "-h":
                    output.WriteLine(Help);
                    return 0;
                default:
                    error.WriteLine($"Not understood: {args[index]}");
                    error.WriteLine(Help);
                    return 2;
            }
        }

        return null;
    }

    private static int Verify(string file, string? head, TextWriter output)
    {
        var faults = ResultCheck.Verify(ResultZip.Read(file), head);
        foreach (var fault in faults)
        {
            output.WriteLine($"{fault.File}, line {fault.Line}: {fault.Message}");
        }

        output.WriteLine(faults.Count == 0 ? Sound : Tampered);
        return faults.Count == 0 ? 0 : 1;
    }
}

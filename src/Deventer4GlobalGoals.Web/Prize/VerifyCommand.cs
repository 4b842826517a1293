using Deventer4GlobalGoals.Prize.Export;

namespace Deventer4GlobalGoals.Web.Prize;

/// <summary>The command line of <c>prize verify</c>.</summary>
internal static class VerifyCommand
{
    private const string Help = """
        Usage: prize verify --export F.zip [--head HASH]

          Recomputes a result from the log in an export, compares every file, and names the first line that was tampered with.

          --export F.zip   what the site handed out
          --head HASH      the hash of the log as printed in the jury report: finds also who wrote everything anew
          --help           this text

        Exit code: 0 when everything is as it was, 1 when something was tampered with, 2 when the command itself is wrong.
        """;

    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        string? file = null;
        string? head = null;
        for (var index = 0; index < args.Count; index += 2)
        {
            switch (args[index])
            {
                case "--export" when index + 1 < args.Count:
                    file = args[index + 1];
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

        if (file is null)
        {
            error.WriteLine("Say which: --export F.zip.");
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

    private static int Verify(string file, string? head, TextWriter output)
    {
        var faults = ResultCheck.Verify(ResultZip.Read(file), head);
        foreach (var fault in faults)
        {
            output.WriteLine($"{fault.File}, line {fault.Line}: {fault.Message}");
        }

        output.WriteLine(faults.Count == 0 ? "verified: everything follows from the log" : "tampered with");
        return faults.Count == 0 ? 0 : 1;
    }
}

namespace Deventer4GlobalGoals.Web.Prize;

/// <summary>The command line of <c>prize</c>.</summary>
internal static class PrizeCommand
{
    private const string Help = """
        Usage: prize simulate|verify [options]

          simulate   how fair the scoring method is, on panels of which the truth is known
          verify     recompute the result of an edition, and check that nobody changed its log

        Each has its own --help.
        """;

    /// <summary>Whether what follows <c>prize</c> asks for the site's database.</summary>
    public static bool NeedsSite(IReadOnlyList<string> args) => args is ["verify", ..] && VerifyCommand.NeedsSite([.. args.Skip(1)]);

    /// <summary>Runs what asks for it.</summary>
    public static Task<int> RunAsync(IReadOnlyList<string> args, IServiceProvider services, TextWriter output, TextWriter error, CancellationToken cancellation) =>
        VerifyCommand.RunAsync([.. args.Skip(1)], services, output, error, cancellation);

    /// <summary>Runs what follows <c>prize</c> and needs neither the site nor its database.</summary>
    /// <returns>0 when all is well, 1 when it is not, 2 when the command is wrong.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        switch (args)
        {
            case ["simulate", ..]:
                return SimulateCommand.Run([.. args.Skip(1)], output, error);
            case ["verify", ..]:
                return VerifyCommand.Run([.. args.Skip(1)], output, error);
            case ["--help" or "-h"]:
                output.WriteLine(Help);
                return 0;
            default:
                error.WriteLine(args is [var first, ..] ? $"Not understood: {first}" : "Say what to do: simulate or verify.");
                error.WriteLine(Help);
                return 2;
        }
    }
}

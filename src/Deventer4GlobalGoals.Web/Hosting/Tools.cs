using Deventer4GlobalGoals.Cms.USync;
using Deventer4GlobalGoals.Cms.Webhooks;
using Deventer4GlobalGoals.Web.Accounts.Users;
using Deventer4GlobalGoals.Web.Search.Tools;
using Deventer4GlobalGoals.Web.Suggesting;

namespace Deventer4GlobalGoals.Web.Hosting;

/// <summary>The application is also its own tool: a first argument that isn't an option is a verb.</summary>
public static class Tools
{
    private const string Help = """
        Usage: ./run.sh [verb]

          (no verb)                    start the site on http://127.0.0.1:5080
          usync import|export|report   bring content and schema in from files, write them out, or compare
          search "words"               search what is published, as the search page does
          index rebuild                fill both search indexes again from the content
          suggest [--lang L] < text    propose goals for a text; also for files, see its --help
          demo --count N               add N generated practices, organisations and meetings
          users list|recover ADDRESS   who has an account; a way back in for who lost theirs
          webhook add|list|…           tell other sites what is published
          bench                        measure speed (a project of its own)
          prize simulate|verify        how fair the scoring is; recompute a result

        Each verb has its own --help.
        """;

    /// <summary>The verbs and what they do: what follows the verb, the application, and where to write.</summary>
    private static readonly Dictionary<string, Func<IReadOnlyList<string>, WebApplication, CancellationToken, Task<int>>> Verbs = new(StringComparer.Ordinal)
    {
        ["usync"] = (args, app, cancellation) =>
            new USyncCommand(app.Environment.ContentRootPath).RunAsync(args, app.Services, Console.Out, Console.Error, cancellation),
        ["search"] = (args, app, cancellation) => SearchCommand.RunAsync(args, app.Services, Console.Out, Console.Error, cancellation),
        ["index"] = (args, app, cancellation) => IndexCommand.RunAsync(args, app.Services, Console.Out, Console.Error, cancellation),
        ["demo"] = (args, app, cancellation) => Demo.DemoCommand.RunAsync(args, app.Services, Console.Out, Console.Error, cancellation),
        ["webhook"] = (args, app, _) => WebhookCommand.RunAsync(args, app.Services, Console.Out, Console.Error),
        ["users"] = (args, app, cancellation) => UsersCommand.RunAsync(args, app.Services, Console.Out, Console.Error, cancellation),
        ["prize"] = (args, app, cancellation) => Prize.PrizeCommand.RunAsync(args, app.Services, Console.Out, Console.Error, cancellation),
    };

    /// <summary>How the verbs over the application are used; asking for it starts nothing.</summary>
    private static readonly Dictionary<string, string> Helps = new(StringComparer.Ordinal)
    {
        ["usync"] = USyncCommand.Help,
        ["search"] = SearchCommand.Help,
        ["index"] = IndexCommand.Help,
        ["demo"] = Demo.DemoCommand.Help,
        ["webhook"] = WebhookCommand.Help,
        ["users"] = UsersCommand.Help,
    };

    /// <summary>The verbs that need neither the application nor its database.</summary>
    private static readonly Dictionary<string, Func<string[], TextReader, TextWriter, TextWriter, int>> Standalone = new(StringComparer.Ordinal)
    {
        ["prize"] = (args, _, output, error) => Prize.PrizeCommand.Run(args, output, error),
        ["suggest"] = SuggestCommand.Run,
    };

    /// <summary>What the command line asks for when it asks for a tool: its verb, or null to start the site.</summary>
    public static string? Verb(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h") ? first : null;
    }

    /// <summary>Answers what needs no application: help, verbs that stand alone, and verbs that don't exist.</summary>
    /// <returns>An exit code, or null when the site is to be started or the verb is to be run over it.</returns>
    public static int? Answer(string[] args, TextReader input, TextWriter output, TextWriter error)
    {
        if (Verb(args) is not { } verb)
        {
            return null;
        }

        if (verb is "--help" or "-h" or "help")
        {
            output.WriteLine(Help);
            return 0;
        }

        if (Standalone.TryGetValue(verb, out var run) && !(verb == "prize" && Prize.PrizeCommand.NeedsSite(args[1..])))
        {
            return run(args[1..], input, output, error);
        }

        if (Verbs.ContainsKey(verb))
        {
            if (!args.Contains("--help") && !args.Contains("-h"))
            {
                return null;
            }

            output.WriteLine(Helps[verb]);
            return 0;
        }

        error.WriteLine($"There is no verb '{verb}'.");
        error.WriteLine(Help);
        return 2;
    }

    /// <summary>Runs a verb over the started application.</summary>
    public static Task<int> RunAsync(string verb, string[] args, WebApplication app, CancellationToken cancellation) => Verbs[verb](args, app, cancellation);
}

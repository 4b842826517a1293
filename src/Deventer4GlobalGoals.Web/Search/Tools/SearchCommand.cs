using System.Globalization;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Feeds;
using Deventer4GlobalGoals.Web.Search.Indexing;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Site.Lists;
using Microsoft.Extensions.Primitives;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Web.Search.Tools;

/// <summary>The command line of <c>search</c>: the answers of the search page, in plain text.</summary>
internal static class SearchCommand
{
    private const int MostValues = 10;

    /// <summary>How it is used.</summary>
    public const string Help = """
        Usage: search "words" [--lang nl|en|de] [--FILTER value]… [--sorteer order] [--pagina N]

          Searches what is published and gives the same answers as the page /zoeken and
          as /api/v1/search. The words may hold anything that the search field knows:
          "two words", -not, OR, start*, doel:12, jaar:2019..2021.

          --FILTER    doel, type, sector, soort, jaar, plaats, land, grootte or kosten, with a
                      value as it stands in an address, such as bouw-en-wonen; may be repeated
          --sorteer   beste, nieuwste or oudste
          --pagina    from 1
          --help      this text

        Exit code: 0 when something was found, 1 when nothing was, 2 when the command is wrong.
        """;

    /// <summary>Runs what follows <c>search</c> on the command line.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, IServiceProvider services, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (args.Contains("--help") || args.Contains("-h"))
        {
            await output.WriteLineAsync(Help);
            return 0;
        }

        if (Parse(args, out var problem) is not var (asked, language))
        {
            await error.WriteLineAsync(problem);
            await error.WriteLineAsync(Help);
            return 2;
        }

        if (!services.GetRequiredService<SiteIndexes>().IsCopy)
        {
            // No site keeps it up to date at this moment.
            services.GetRequiredService<IndexUpkeep>().Do(new IndexWork(0, IndexScope.Start, []), null, cancellation);
        }

        await using var scope = services.CreateAsyncScope();
        using var context = scope.ServiceProvider.GetRequiredService<IUmbracoContextFactory>().EnsureUmbracoContext();
        var site = scope.ServiceProvider.GetRequiredService<SiteView>();
        site.Speak(FeedSource.CultureOf(language));
        var query = scope.ServiceProvider.GetRequiredService<ListMaker>().Read(ListDefinition.Search, asked);
        var answer = SearchApi.Make(site, services.GetRequiredService<SiteSearch>(), query, ListDefinition.PageSize, site.Url);
        await WriteAsync(answer, output);
        return answer.Total > 0 ? 0 : 1;
    }

    private static async Task WriteAsync(SearchAnswer answer, TextWriter output)
    {
        if (answer.Correction is { } correction)
        {
            await output.WriteLineAsync(correction.IsApplied ? $"Nothing has these words; this is for \"{correction.Query}\"." : $"Did you mean \"{correction.Query}\"?");
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{answer.Total} found{(answer.IsLoose ? " with at least half of the words" : string.Empty)}; page {answer.Page} of {answer.Pages}"));
        foreach (var item in answer.Results)
        {
            await output.WriteLineAsync($"  {item.Title}");
            await output.WriteLineAsync($"    {item.Type}  {item.Url}");
        }

        foreach (var facet in answer.Facets.Where(facet => facet.Values.Count > 0))
        {
            var values = facet.Values.Where(value => value.Count > 0).Take(MostValues).Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Value} ({value.Count})"));
            await output.WriteLineAsync($"{facet.Field}: {string.Join(", ", values)}");
        }
    }

    private static (QueryCollection Asked, string Language)? Parse(IReadOnlyList<string> args, out string problem)
    {
        var asked = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        var words = new List<string>();
        problem = string.Empty;
        for (var at = 0; at < args.Count; at++)
        {
            if (!args[at].StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(args[at]);
            }
            else if (at + 1 < args.Count && SearchParameters.Names.Contains(args[at][2..]))
            {
                asked[args[at][2..]] = StringValues.Concat(asked.GetValueOrDefault(args[at][2..]), args[++at]);
            }
            else
            {
                problem = $"Not understood: {args[at]}";
                return null;
            }
        }

        var language = asked.GetValueOrDefault("lang").LastOrDefault() ?? LocalisedText.Languages[0];
        problem = $"--lang must be one of {string.Join(", ", LocalisedText.Languages)}, not '{language}'.";
        asked["q"] = string.Join(' ', words);
        return LocalisedText.Languages.Contains(language) ? (new QueryCollection(asked), language) : null;
    }
}

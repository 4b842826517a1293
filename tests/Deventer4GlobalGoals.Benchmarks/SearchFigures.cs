using System.Diagnostics;
using System.Globalization;
using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Search.Query;

namespace Deventer4GlobalGoals.Benchmarks;

/// <summary>
/// Measures the search engine by itself, on made-up documents whose words are as unevenly spread as those of a language:
/// some 150 words each, out of 40,000.
/// </summary>
internal static class SearchFigures
{
    private const int Vocabulary = 40_000;
    private const int Rounds = 300;
    private const int Searchers = 16;
    private const int Small = 10_000;

    private static readonly string[] Syllables =
    [
        "af", "val", "wa", "ter", "bo", "men", "stad", "groen", "werk", "plaats", "ener", "gie", "zon", "licht", "kracht", "school", "le", "ren", "huis", "bouw",
        "markt", "fiets", "weg", "zorg", "voe", "ding", "be", "ge", "ver", "ont", "heid", "lijk", "baar", "kring", "loop", "plan", "dag", "nacht", "meer", "hout",
    ];

    private static readonly string[] Sectors = ["horeca", "bouw", "zorg", "onderwijs", "industrie", "cultuur"];

    /// <param name="figures">Where the numbers go.</param>
    /// <param name="documents">10,000 or 100,000: there are bars for these.</param>
    public static void Measure(FigureTable figures, int documents)
    {
        var folder = Directory.CreateTempSubdirectory("search-figures-").FullName;
        try
        {
            var random = new Random(documents);
            var words = Words(random);
            using var index = new SearchIndex(folder, new SearchSchema(SearchSchema.External, SearchSchema.SiteFields), TimeProvider.System);
            var started = Stopwatch.GetTimestamp();
            index.Rebuild(Enumerable.Range(0, documents).Select(number => Document(number, words, random)));
            var rebuild = Stopwatch.GetElapsedTime(started);
            figures.Add(Sized("rebuild of the search index", documents), documents == Small ? "< 20 s" : "", $"{rebuild.TotalSeconds:0.0} s", documents == Small ? rebuild.TotalSeconds < 20 : null);

            var isSmall = documents <= Small;
            Add(figures, "two words, all facets", documents, isSmall ? 8 : 30, round => Search(index, words[20 + round] + " " + words[100 + (round * 3)]));
            Add(figures, "common word, all facets", documents, isSmall ? 15 : 60, round => Search(index, words[round % 10]));
            Add(figures, "suggestions, three letters", documents, isSmall ? 5 : 15, round => index.Suggest(words[500 + round][..3], "nl"));
            Add(figures, "one document changed", documents, 20, round => index.Apply([new IndexChange.Put(Document(round * 3, words, random))]));
            Parallel(figures, index, words, documents);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Add(FigureTable figures, string name, int documents, double most, Action<int> act)
    {
        var times = new List<double>();
        for (var round = -Rounds; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            act(Math.Abs(round));
            if (round >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        times.Sort();
        var p95 = times[times.Count * 95 / 100];
        figures.Add(Sized(name + ", p95", documents), string.Create(CultureInfo.InvariantCulture, $"< {most} ms"), $"{p95:0.0} ms (median {times[times.Count / 2]:0.0})", p95 < most);
    }

    private static void Parallel(FigureTable figures, SearchIndex index, string[] words, int documents)
    {
        const int each = 50;
        var started = Stopwatch.GetTimestamp();
        var searchers = Enumerable.Range(0, Searchers).Select(searcher => new Thread(() =>
        {
            for (var round = 0; round < each; round++)
            {
                Search(index, words[20 + (((round * Searchers) + searcher) % 300)] + " " + words[100 + round]);
            }
        })).ToList();
        searchers.ForEach(thread => thread.Start());
        searchers.ForEach(thread => thread.Join());
        var rate = Searchers * each / Stopwatch.GetElapsedTime(started).TotalSeconds;
        figures.Add(Sized($"{Searchers} searchers at the same time", documents), documents <= Small ? ">= 200/s" : "", $"{rate:0}/s", documents <= Small ? rate >= 200 : null);
    }

    private static int Search(SearchIndex index, string query) => index.Search(new SearchRequest("nl") { Query = query }).Total;

    private static string[] Words(Random random)
    {
        var words = new HashSet<string>();
        while (words.Count < Vocabulary)
        {
            words.Add(string.Concat(Enumerable.Range(0, 2 + random.Next(3)).Select(_ => Syllables[random.Next(Syllables.Length)])));
        }

        return [.. words];
    }

    private static SearchDocument Document(int number, string[] words, Random random)
    {
        // Some words are in half of the documents, most in a handful.
        string Text(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => words[(int)(Math.Pow(random.NextDouble(), 3.2) * words.Length)]));
        string Number(int from, int to) => random.Next(from, to).ToString(CultureInfo.InvariantCulture);
        return new SearchDocument("d" + number.ToString(CultureInfo.InvariantCulture), "nl")
        {
            Title = Text(5),
            Summary = Text(20),
            Tags = [Text(1), "Deventer"],
            Body = Text(120),
            Date = new DateOnly(2015 + random.Next(9), 1 + random.Next(12), 1),
            Fields = new Dictionary<string, IReadOnlyList<string>>
            {
                ["doel"] = [.. new[] { Number(1, 18), Number(1, 18) }.Distinct()],
                ["type"] = ["praktijk"],
                ["sector"] = [Sectors[random.Next(Sectors.Length)]],
                ["jaar"] = [Number(2015, 2024)],
                ["plaats"] = ["Deventer"],
                ["land"] = ["Nederland"],
                ["grootte"] = ["klein"],
                ["kosten"] = ["laag"],
            },
        };
    }

    private static string Sized(string name, int documents) => string.Create(CultureInfo.InvariantCulture, $"{name}, {documents} documents");
}

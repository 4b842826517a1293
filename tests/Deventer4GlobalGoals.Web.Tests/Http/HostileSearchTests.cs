using System.Diagnostics;
using System.Text;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>Whatever is typed: an answer, soon, that shows it as text and runs none of it.</summary>
[Collection(ReadsOnly.Name)]
public class HostileSearchTests(SharedSite shared)
{
    private const int Seed = 10_004;
    private const int Questions = 10_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly string[] Pieces =
    [
        "\"", "\"\"", "'", "*", "a*", "koff*", "-", "--", "OR", "AND", "NOT", "NEAR(", "(", ")", ":", "doel:", "doel:12", "jaar:2019..", "jaar:..", "title:", "^", "{", "}", "+", "\\", "%", "_",
        "'; drop table document; --", "\" or 1=1", "union select", "rowid:1", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</mark>", "&lt;", "{{7*7}}", "${7}", "\u0000", "\u0001",
        "\u200b", "\u202e", "\ufeff", "\ufffe", "İ", "ß", "é", "e\u0301", "😀", "ﷺ", "afval", "koffie", "duurzaam", "12.3", "SDG 7", " ", "\t", "\r\n",
    ];

    [Fact]
    public async Task Ten_thousand_hostile_questions_are_answered_in_time()
    {
        var random = new Random(Seed);
        var questions = Enumerable.Range(0, Questions).Select(number => (Path: Path(number), Text: Question(random))).ToList();
        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        var slowest = 0d;
        await Parallel.ForEachAsync(questions, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (question, cancellation) =>
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await shared.Site.Http.GetAsync(new Uri($"{question.Path}?q={question.Text}", UriKind.Relative), cancellation);
            var body = await answer.Content.ReadAsStringAsync(cancellation);
            slowest = Math.Max(slowest, Stopwatch.GetElapsedTime(started).TotalSeconds);

            // JSON may repeat what was asked as it is: no browser runs it.
            var runs = !question.Path.StartsWith("/api", StringComparison.Ordinal)
                && (body.Contains("<img src=x", StringComparison.Ordinal) || body.Contains("<script>alert", StringComparison.Ordinal));
            if (runs || (int)answer.StatusCode is not (200 or 400 or 414 or 431))
            {
                failures.Add($"{(int)answer.StatusCode} {question.Path} {question.Text}");
            }
        });

        Assert.Empty(failures);
        Assert.InRange(slowest, 0, Longest.TotalSeconds);
        Assert.True((int)System.Text.Json.Nodes.JsonNode.Parse(await shared.Site.TextAsync("/api/v1/search?q=koffie"))!["total"]! > 0);
    }

    // Most are asked where it costs least, so that there can be many.
    private static string Path(int number) => (number % 50) switch
    {
        0 => "/zoeken",
        1 => "/zoeken.atom",
        2 => "/praktijkvoorbeelden",
        < 10 => "/api/v1/search/suggestions",
        _ => "/api/v1/search",
    };

    private static string Question(Random random)
    {
        var text = new StringBuilder();
        for (var pieces = random.Next(1, 9); pieces > 0; pieces--)
        {
            text.Append(random.Next(6) == 0 ? new string((char)random.Next(1, 0xd7ff), random.Next(1, 4)) : Pieces[random.Next(Pieces.Length)]);
            text.Append(random.Next(3) == 0 ? " " : string.Empty);
        }

        var escaped = Uri.EscapeDataString(random.Next(400) == 0 ? string.Concat(Enumerable.Repeat(text.ToString(), 100_000 / text.Length)) : text.ToString());

        // Bytes that are no text at all.
        return random.Next(20) == 0 ? escaped + "%ed%a0%80%ff%c3%28" : escaped;
    }
}

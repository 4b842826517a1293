using System.Diagnostics;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Goals.Suggesting;

namespace Deventer4GlobalGoals.Benchmarks;

/// <summary>Measures the goal suggester on the sentences of the targets: each of their words may point at a goal, which is as hard as it gets.</summary>
internal static class SuggestFigures
{
    private const int Words = 500;
    private const int Rounds = 300;
    private const double Most = 5;

    public static void Measure(FigureTable figures)
    {
        foreach (var language in LocalisedText.Languages)
        {
            string[] words = [.. GoalCatalogue.Default.Targets.SelectMany(target => target.Sentence(language).Split(' '))];
            var times = new List<double>();
            for (var round = -3 * Rounds; round < Rounds; round++)
            {
                var text = string.Join(' ', words.Skip(Math.Abs(round) % Rounds * 5).Take(Words));
                var started = Stopwatch.GetTimestamp();
                GoalSuggester.Default.Suggest(text, language);
                if (round >= 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }
            }

            times.Sort();
            var p95 = times[times.Count * 95 / 100];
            figures.Add($"goals for {Words} words ({language}), p95", "< 5 ms", $"{p95:0.0} ms (median {times[times.Count / 2]:0.0})", p95 < Most);
        }
    }
}

using System.Diagnostics;
using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Prize.Scoring;
using Deventer4GlobalGoals.Web.Prize.Desk;

namespace Deventer4GlobalGoals.Benchmarks.People;

/// <summary>The scoreboard of an edition far larger than the city's.</summary>
internal static class BoardFigures
{
    private const int Entries = 200;
    private const int Jurors = 15;
    private const int Criteria = 6;
    private const int Runs = 7;

    /// <summary>The room draws at least this often.</summary>
    private const int FewestRounds = 100;
    private const ulong Seed = 20260211;

    public static void Measure(FigureTable figures)
    {
        var rules = RulebookTemplates.Make(RulebookTemplates.Committee, 2026)!;
        var scale = rules.Criteria[0].Scale;
        rules = rules with { Criteria = [.. Enumerable.Range(1, Criteria).Select(number => new Criterion($"c{number}", new Label($"Onderdeel {number}"), number, scale))], TieBreaks = [] };
        var random = new SeededRandom(Seed);
        var ballots = Enumerable.Range(0, Entries).SelectMany(entry => Enumerable.Range(0, Jurors).Select(juror => new Ballot(
            $"n-{entry:000}", $"j-{juror:00}", 1, [.. rules.Criteria.Select(criterion => new Score(criterion.Key, (decimal)(3 + random.Index(7))))]))).ToList();
        Add(figures, "fewest draws", rules, ballots, FewestRounds, 200);
        Add(figures, "2,000 draws", rules, ballots, ScoreboardMaker.DefaultRounds, 2000);
    }

    private static void Add(FigureTable figures, string name, Rulebook rules, List<Ballot> ballots, int rounds, double most)
    {
        var times = new Times();
        ScoreboardMaker.Make(rules, ballots, Seed, rounds);
        for (var run = 0; run < Runs; run++)
        {
            var started = Stopwatch.GetTimestamp();
            ScoreboardMaker.Make(rules, ballots, Seed, rounds);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var median = times.At(0.5);
        figures.Add($"scoreboard, {Entries} entries x {Jurors} jurors x {Criteria} criteria, {name}", FormattableString.Invariant($"< {most} ms"), $"{median:0} ms", median < most);
    }
}

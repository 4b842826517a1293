using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Scoring;

namespace Deventer4GlobalGoals.Prize.Tests.Scoring;

public sealed class ScoreboardTests
{
    [Fact]
    public void Ballots_in_any_order_give_the_same_result_to_the_last_bit()
    {
        var random = new SeededRandom(11);
        var ballots = Panel(random, entries: 9, jurors: 5, seen: 0.6);
        var expected = Text(ScoreboardMaker.Make(Sample.Rulebook, ballots, 1));
        for (var round = 0; round < 10; round++)
        {
            random.Shuffle(ballots);
            var shuffled = ballots.Select(ballot => ballot with { Scores = [.. ballot.Scores.Reverse()] });
            Assert.Equal(expected, Text(ScoreboardMaker.Make(Sample.Rulebook, shuffled, 1)));
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_intervals_and_another_seed_moves_them_a_little()
    {
        var ballots = Panel(new SeededRandom(12), entries: 6, jurors: 4, seen: 1);
        var one = ScoreboardMaker.Make(Sample.Rulebook, ballots, 1);
        var other = ScoreboardMaker.Make(Sample.Rulebook, ballots, 2);
        Assert.Equal(Text(one), Text(ScoreboardMaker.Make(Sample.Rulebook, ballots, 1)));
        Assert.Equal(one.Entries.Select(entry => entry.Corrected), other.Entries.Select(entry => entry.Corrected));
        Assert.NotEqual(one.Entries.Select(entry => entry.Low), other.Entries.Select(entry => entry.Low));
        Assert.All(one.Entries.Zip(other.Entries), pair => Assert.Equal(pair.First.Low, pair.Second.Low, 0.1));
    }

    [Fact]
    public void Raw_is_the_mean_of_the_weighted_means()
    {
        var board = ScoreboardMaker.Make(Sample.Rulebook, [Ballot("a", "x", 8, 6, 4, 2, 9), Ballot("a", "y", 4, 4, 4, 4, 4), Ballot("b", "x", 5, 5, 5, 5, 5)], 1);
        var a = board.Entries.Single(entry => entry.Entry == "a");
        Assert.Equal((((8 * 40) + (6 * 25) + (4 * 20) + (2 * 10) + (9 * 5)) / 100.0 + 4) / 2, a.Raw, 12);
        Assert.Equal((2, 6.0), (a.Ballots, a.Criteria["impact"].Mean));
    }

    [Fact]
    public void An_independent_criterion_is_shown_and_never_in_the_total()
    {
        var with = Ballot("a", "x", 7, 7, 7, 7, 7) with { Scores = [.. Ballot("a", "x", 7, 7, 7, 7, 7).Scores, new Score("pitch", 0)] };
        var board = ScoreboardMaker.Make(Sample.Rulebook, [with, Ballot("b", "x", 6, 6, 6, 6, 6)], 1);
        Assert.Equal((7.0, 0.0), (board.Entries[0].Raw, board.Entries[0].Criteria["pitch"].Mean));
    }

    [Fact]
    public void Abstaining_is_never_a_zero()
    {
        var abstained = new Ballot("a", "y", 1, [], "Geen tijd.");
        var board = ScoreboardMaker.Make(Sample.Rulebook, [Ballot("a", "x", 7, 7, 7, 7, 7), abstained, Ballot("b", "x", 6, 6, 6, 6, 6)], 1);
        Assert.Equal((7.0, 1), (board.Entries[0].Raw, board.Entries[0].Ballots));
    }

    [Fact]
    public void An_entry_that_only_strict_jurors_saw_moves_up()
    {
        var random = new SeededRandom(13);
        var ballots = new List<Ballot>();
        for (var entry = 0; entry < 12; entry++)
        {
            string[] jurors = entry < 6 ? ["mild", "midden"] : ["midden", "streng"];
            foreach (var juror in jurors)
            {
                var shift = juror switch { "mild" => 1, "streng" => -3, _ => 0 };
                ballots.Add(Level($"e{entry:00}", juror, 6 + (entry % 6 * 0.3) + shift + (0.3 * random.Normal())));
            }
        }

        var board = ScoreboardMaker.Make(Sample.Rulebook, ballots, 1);
        var strict = board.Entries.Where(entry => string.CompareOrdinal(entry.Entry, "e06") >= 0);
        Assert.All(strict, entry =>
        {
            Assert.True(entry.CorrectedRank <= entry.RawRank);
            Assert.Equal("streng", entry.Reasons[0].Juror);
            Assert.True(entry.Reasons[0].Points > 0.5);
        });
        Assert.True(board.Jurors.Single(juror => juror.Juror == "streng").Mildness < -1);
    }

    [Fact]
    public void In_a_full_panel_of_like_jurors_both_rankings_agree()
    {
        var ballots = new List<Ballot>();
        for (var entry = 0; entry < 8; entry++)
        {
            foreach (var (juror, shift) in new[] { ("a", 0.0), ("b", 1.0), ("c", -1.0) })
            {
                ballots.Add(Level($"e{entry}", juror, 5 + (entry * 0.4) + shift));
            }
        }

        var board = ScoreboardMaker.Make(Sample.Rulebook, ballots, 1);
        Assert.All(board.Entries, entry => Assert.Equal(entry.RawRank, entry.CorrectedRank));
        Assert.Equal("e7", board.Entries[0].Entry);
        Assert.Empty(board.Notes);
        Assert.All(board.WithoutJuror, left => Assert.True(left.SameWinner));
    }

    [Fact]
    public void Chances_of_being_best_add_up_and_the_first_two_agree_with_theirs()
    {
        var board = ScoreboardMaker.Make(Sample.Rulebook, Panel(new SeededRandom(14), entries: 7, jurors: 4, seen: 1), 1);
        Assert.Equal(1, board.Entries.Sum(entry => entry.ChanceBest), 9);
        Assert.InRange(board.ChanceFirstBeatsSecond!.Value, 0.4, 1);
        Assert.All(board.Entries, entry => Assert.InRange(entry.Corrected, entry.Low, entry.High));
    }

    [Fact]
    public void Leaving_a_juror_out_is_the_scoreboard_without_their_ballots()
    {
        for (var seed = 20; seed < 26; seed++)
        {
            var ballots = Panel(new SeededRandom((ulong)seed), entries: 6, jurors: 4, seen: 0.8);
            var board = ScoreboardMaker.Make(Sample.Rulebook, ballots, 1);
            foreach (var left in board.WithoutJuror)
            {
                var without = ScoreboardMaker.Make(Sample.Rulebook, ballots.Where(ballot => ballot.Juror != left.Juror), 1);
                Assert.Contains(left.Winner, without.Entries.Where(entry => entry.CorrectedRank == 1).Select(entry => entry.Entry));
                Assert.Equal(left.Winner == board.Entries[0].Entry, left.SameWinner);
            }
        }
    }

    [Fact]
    public void Where_the_panel_tells_nothing_the_raw_mean_stands_and_that_is_said()
    {
        Is(Fallback.NoBallots);
        Is(Fallback.OneJuror, Level("a", "x", 7), Level("b", "x", 6));
        Is(Fallback.NoOverlap, Level("a", "x", 7), Level("b", "y", 6));
        Is(Fallback.NoDifference, Level("a", "x", 6), Level("b", "x", 6), Level("a", "y", 6), Level("b", "y", 6));
        Is(Fallback.None, Level("a", "x", 7), Level("b", "x", 6), Level("a", "y", 6));

        static void Is(Fallback expected, params Ballot[] ballots)
        {
            var board = ScoreboardMaker.Make(Sample.Rulebook, ballots, 1);
            Assert.Equal(expected, board.Fallback);
            if (expected != Fallback.None)
            {
                Assert.All(board.Entries, entry => Assert.Equal((entry.Raw, entry.Raw, entry.Raw), (entry.Corrected, entry.Low, entry.High)));
                Assert.Null(board.ChanceFirstBeatsSecond);
            }
        }
    }

    [Fact]
    public void Groups_of_entries_that_no_juror_connects_are_named()
    {
        var board = ScoreboardMaker.Make(
            Sample.Rulebook,
            [Level("a", "x", 7), Level("b", "x", 6), Level("a", "w", 6), Level("c", "y", 5), Level("d", "y", 8), Level("d", "z", 7)],
            1);
        Assert.Equal([["a", "b"], ["c", "d"]], board.Disconnected);
    }

    [Fact]
    public void The_chair_hears_of_jurors_who_are_constant_or_favour_an_entry_and_they_still_count()
    {
        var random = new SeededRandom(15);
        var ballots = new List<Ballot>();
        for (var entry = 0; entry < 12; entry++)
        {
            for (var juror = 0; juror < 5; juror++)
            {
                ballots.Add(Level($"e{entry:00}", $"j{juror}", 5.5 + (entry * 0.1) + (0.25 * random.Normal()) + ((entry, juror) == (3, 1) ? 3 : 0)));
            }

            ballots.Add(Level($"e{entry:00}", "lui", 7));
        }

        var board = ScoreboardMaker.Make(Sample.Rulebook, ballots, 1);
        Assert.Equal(
            [("lui", JurorNoteKind.Constant, null), ("j1", JurorNoteKind.Favours, "e03")],
            board.Notes.Where(note => note.Kind != JurorNoteKind.Unsteady).Select(note => (note.Juror, note.Kind, note.Entry)));
        Assert.All(board.Entries, entry => Assert.Equal(6, entry.Ballots));
    }

    [Fact]
    public void Two_ballots_of_one_juror_for_one_entry_are_refused() =>
        Assert.Throws<ArgumentException>(() => ScoreboardMaker.Make(Sample.Rulebook, [Level("a", "x", 7), Level("a", "x", 6)], 1));

    internal static Ballot Ballot(string entry, string juror, params decimal[] scores) => new(
        entry, juror, 1, [.. new[] { "impact", "groei", "samen", "nieuw", "verhaal" }.Zip(scores, (key, score) => new Score(key, score))]);

    // Not on the scale's steps on purpose: the scoreboard takes what the log let in.
    internal static Ballot Level(string entry, string juror, double level) => Ballot(entry, juror, [.. Enumerable.Repeat((decimal)level, 5)]);

    private static List<Ballot> Panel(SeededRandom random, int entries, int jurors, double seen) =>
    [
        .. from entry in Enumerable.Range(0, entries)
           let quality = random.Normal()
           from juror in Enumerable.Range(0, jurors)
           where juror == entry % jurors || random.Uniform() < seen
           select Ballot($"e{entry:00}", $"j{juror}", [.. Enumerable.Range(0, 5).Select(_ => (decimal)Math.Clamp(Math.Round(6 + quality + (juror * 0.5) + random.Normal()), 0, 10))]),
    ];

    private static string Text(Scoreboard board) => System.Text.Json.JsonSerializer.Serialize(board);
}

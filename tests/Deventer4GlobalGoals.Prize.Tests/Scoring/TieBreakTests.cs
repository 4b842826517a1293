using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Prize.Scoring;
using static Deventer4GlobalGoals.Prize.Tests.Scoring.ScoreboardTests;

namespace Deventer4GlobalGoals.Prize.Tests.Scoring;

public sealed class TieBreakTests
{
    private static readonly Rulebook Raw = Sample.Rulebook with { Ranking = RankingKind.Raw };

    [Fact]
    public void The_first_rule_that_tells_them_apart_decides_and_the_trace_shows_it()
    {
        // The same total of 6: a has more impact.
        var board = ScoreboardMaker.Make(Raw, [Ballot("b", "x", 6, 6, 6, 6, 6), Ballot("a", "x", 7, 6, 4, 6, 6), Ballot("c", "x", 5, 5, 5, 5, 5)], 1);
        Assert.Equal([("a", 1), ("b", 2), ("c", 3)], board.Entries.Select(entry => (entry.Entry, entry.Rank)));
        var step = Assert.Single(board.TieBreaks);
        Assert.Equal((TieBreakKind.Criterion, true), (step.Rule.Kind, step.Decided));
        Assert.Equal([("a", "7.00"), ("b", "6.00")], step.Values.Select(value => (value.Entry, value.Shown)));
    }

    [Fact]
    public void Rules_are_tried_in_turn_down_to_the_lot_that_anyone_can_draw_again()
    {
        var board = ScoreboardMaker.Make(Raw, [Level("a", "x", 6), Level("b", "x", 6), Level("c", "x", 6)], 1);
        Assert.Equal(
            [TieBreakKind.Criterion, TieBreakKind.FirstPlaces, TieBreakKind.LowerSpread, TieBreakKind.Lot],
            board.TieBreaks.Select(step => step.Rule.Kind));
        Assert.Equal([false, false, false, true], board.TieBreaks.Select(step => step.Decided));
        Assert.Equal(
            new[] { "a", "b", "c" }.OrderByDescending(entry => Fingerprint.Of("Lebuïnuskerk 2026:" + entry)[..12], StringComparer.Ordinal),
            board.Entries.Select(entry => entry.Entry));
    }

    [Fact]
    public void A_smaller_spread_goes_before_a_larger_one()
    {
        var rules = Raw with { TieBreaks = [new TieBreak(TieBreakKind.LowerSpread)] };
        var board = ScoreboardMaker.Make(rules, [Level("a", "x", 5), Level("a", "y", 7), Level("b", "x", 6), Level("b", "y", 6)], 1);
        Assert.Equal(["b", "a"], board.Entries.Select(entry => entry.Entry));
    }

    [Fact]
    public void More_first_places_go_before_fewer()
    {
        var rules = Raw with { TieBreaks = [new TieBreak(TieBreakKind.FirstPlaces)] };
        Ballot[] ballots = [Level("a", "x", 8), Level("a", "y", 6), Level("a", "z", 4), Level("b", "x", 4), Level("b", "y", 7), Level("b", "z", 7)];
        var board = ScoreboardMaker.Make(rules, ballots, 1);
        Assert.Equal([("b", 2), ("a", 1)], board.Entries.Select(entry => (entry.Entry, entry.FirstPlaces)));
    }

    [Fact]
    public void Without_a_rule_that_tells_them_apart_they_share_a_place()
    {
        var rules = Raw with { TieBreaks = [] };
        var board = ScoreboardMaker.Make(rules, [Level("a", "x", 6), Level("b", "x", 6), Level("c", "x", 5)], 1);
        Assert.Equal([("a", 1), ("b", 1), ("c", 3)], board.Entries.Select(entry => (entry.Entry, entry.Rank)));
    }
}

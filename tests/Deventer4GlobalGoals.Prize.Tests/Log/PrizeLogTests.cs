using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Prize.Tests.Log;

public sealed class PrizeLogTests
{
    [Fact]
    public void What_counts_is_the_newest_ballot_of_who_is_not_recused()
    {
        var state = SampleLog.Decided().State!;
        Assert.Equal(
            ["e1 anna 7", "e1 bram 5", "e1 cato 8", "e2 anna 6", "e2 bram 5", "e2 cato 7", "e3 anna 5", "e3 bram 3"],
            state.Counting().Select(ballot => FormattableString.Invariant($"{ballot.Entry} {ballot.Juror} {ballot.Mark(state.Rulebook)}")));
        Assert.Equal([4m, 5m], state.Ballots[new Pair("e2", "bram")].Select(ballot => ballot.Mark(state.Rulebook)!.Value));
        Assert.Equal("e1", state.Winners["bedrijf"].Entry);
        Assert.Equal(Phase.Decided, state.Edition.Phase);
    }

    [Fact]
    public void A_ballot_never_overwrites_a_newer_one()
    {
        var log = SampleLog.Scoring().Then(SampleLog.Cast("e1", "anna", 1, 7));
        Refused(log, SampleLog.Cast("e1", "anna", 1, 8), "stale");
        Refused(log, SampleLog.Cast("e1", "anna", 3, 8), "stale");
        Assert.Equal(8, log.Then(SampleLog.Cast("e1", "anna", 2, 8)).State!.Ballot("e1", "anna")!.Scores[0].Value);
    }

    [Fact]
    public void Abstaining_is_no_score_and_keeps_the_entry_short_of_its_quorum()
    {
        var log = SampleLog.Scoring()
            .Then(SampleLog.Cast("e1", "anna", 1, 7))
            .Then(new BallotCast(new Ballot("e1", "bram", 1, [], "Te weinig kennis van.")));
        Assert.Equal(["e1"], log.State!.Counting().Select(ballot => ballot.Entry));
        Assert.Equal([("e1", 1), ("e2", 0), ("e3", 0)], log.State.BelowQuorum());
        Assert.DoesNotContain(new Pair("e1", "bram"), log.State.ToCome());
    }

    [Fact]
    public void A_juror_who_stops_is_gone_with_or_without_the_ballots()
    {
        var log = SampleLog.Scoring().Then(SampleLog.Cast("e1", "anna", 1, 7));
        Assert.Single(log.Then(new JurorLeft("anna", "Ziek.", KeepBallots: true)).State!.Counting());
        var without = log.Then(new JurorLeft("anna", "Bleek partij.", KeepBallots: false));
        Assert.Empty(without.State!.Counting());
        Assert.Single(without.State.Ballots);
        Refused(without, SampleLog.Cast("e2", "anna", 1, 7), "unknown-juror");
    }

    [Fact]
    public void What_cannot_happen_is_refused_by_name()
    {
        var scoring = SampleLog.Scoring();
        Refused(PrizeLog.Empty, new JurorJoined("dora"), "not-open");
        Refused(PrizeLog.Empty, new RulebookLocked(Sample.Rulebook with { Quorum = 0 }), "unsound-rulebook");
        Refused(scoring, new RulebookLocked(Sample.Rulebook), "already-open");
        Refused(scoring, new EntryAdmitted("e1", "bedrijf"), "duplicate");
        Refused(scoring, new EntryAdmitted("e9", "vereniging"), "unknown-category");
        Refused(scoring, new EntryWithdrawn("e9", "Weg."), "unknown-entry");
        Refused(scoring, new JurorJoined("anna"), "duplicate");
        Refused(scoring, new JurorAssigned("e1", "dora"), "unknown-juror");
        Refused(scoring, new PhaseChanged(Phase.Scoring, Phase.Announced, null), "no-such-step");
        Refused(scoring, new PhaseChanged(Phase.Scoring, Phase.Screening, " "), "reason-required");
        Refused(scoring, new FinalistsChosen("bedrijf", ["e1"]), "not-deliberating");
        Refused(scoring, SampleLog.Cast("e1", "anna", 1, 11), "outside-scale");
        Refused(scoring, SampleLog.Cast("e1", "anna", 1, 6.5m), "outside-scale");
        Refused(scoring, new BallotCast(SampleLog.Ballot("e1", "anna", 1, 6) with { Abstained = "Toch niet." }), "scores-and-abstained");
        Refused(scoring, new BallotCast(new Ballot("e1", "anna", 1, [])), "required");
        Refused(scoring, new BallotCast(new Ballot("e1", "anna", 1, [new Score("smaak", 7)])), "unknown-criterion");
        Refused(scoring, new BallotCast(new Ballot("e1", "anna", 1, [], " ")), "reason-required");
        var recused = scoring.Then(new JurorRecused("e1", "anna", ConflictDegree.Own, "Eigen bedrijf."));
        Refused(recused, SampleLog.Cast("e1", "anna", 1, 6), "not-assigned");
        Refused(recused, new JurorAssigned("e1", "anna"), "recused");
    }

    [Fact]
    public void After_the_decision_nothing_changes_that_the_result_depends_on()
    {
        var decided = SampleLog.Decided();
        Refused(decided, new EntryWithdrawn("e2", "Toch niet."), "frozen");
        Refused(decided, new EntryAdmitted("e4", "bedrijf"), "frozen");
        Refused(decided, new JurorLeft("anna", "Weg.", KeepBallots: false), "frozen");
        Refused(decided, new JurorRecused("e1", "anna", ConflictDegree.Close, "Vriend."), "frozen");
        Refused(decided, new RulebookAmended(Sample.Rulebook with { Quorum = 1 }, "Zo past het."), "frozen");
        Refused(decided, SampleLog.Cast("e1", "anna", 2, 1), "not-scoring");
        Refused(decided, new WinnerDecided("bedrijf", "Toch.", "e2"), "not-deliberating");
    }

    [Fact]
    public void A_ballot_comes_from_its_juror_and_from_nobody_else()
    {
        var log = SampleLog.Scoring().Then(SampleLog.Cast("e1", "anna", 1, 7));
        foreach (var actor in new[] { "secretaris", "bram", "", "Anna" })
        {
            Assert.Equal("not-own", Assert.Throws<EventRefusedException>(() => log.Add(SampleLog.Cast("e1", "anna", 2, 8), actor, Sample.Now)).Code);
        }
    }

    [Fact]
    public void Lines_that_follow_leave_a_head_that_was_printed_true()
    {
        var (before, after) = (SampleLog.Scoring(), SampleLog.Decided());
        Assert.Null(LogCheck.Verify(after.Entries, before.Head));
        Assert.NotNull(LogCheck.Verify(before.Entries, after.Head));
    }

    [Fact]
    public void A_criterion_with_scores_is_not_amended_away()
    {
        var log = SampleLog.Scoring().Then(SampleLog.Cast("e1", "anna", 1, 7));
        var without = Sample.Rulebook with { Criteria = [.. Sample.Rulebook.Criteria.Where(criterion => criterion.Key != "groei")] };
        Refused(log, new RulebookAmended(without, "Korter."), "amendment-refused");
        var reweighed = Sample.Rulebook with { Quorum = 1 };
        Assert.Equal(reweighed.Hash(), log.Then(new RulebookAmended(reweighed, "Ziekte.")).State!.Edition.Rules.Hash);
    }

    private static void Refused(PrizeLog log, PrizeEvent happened, string code) =>
        Assert.Equal(code, Assert.Throws<EventRefusedException>(() => log.Then(happened)).Code);
}

using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Prize.Tests.Log;

namespace Deventer4GlobalGoals.Prize.Tests.Jury;

public sealed class PanelChangeTests
{
    [Fact]
    public void Who_stops_is_replaced_as_far_as_the_others_can_and_the_plan_can_be_carried_out()
    {
        var log = SampleLog.Scoring().Then(SampleLog.Cast("e1", "anna", 1, 7)).Then(SampleLog.Cast("e1", "bram", 1, 6));
        var plan = PanelChange.Stop(log.State!, "anna", "Ziek.", keepBallots: false);
        Assert.True(plan.Assignment.IsComplete);
        Assert.Empty(plan.BelowQuorum);
        Assert.Equal([("anna", 3, 0), ("bram", 3, 3), ("cato", 3, 3)], plan.Load);
        var after = plan.Events.Aggregate(log, (known, happened) => known.Then(happened));
        Assert.Equal(plan.Assignment.Pairs.ToHashSet(), after.State!.Assigned.ToHashSet());
        Assert.Single(after.State.Counting());
    }

    [Fact]
    public void A_plan_says_which_entries_fall_below_the_quorum_and_what_happens_to_the_ranking()
    {
        var log = SampleLog.Scoring()
            .Then(new JurorRecused("e1", "cato", ConflictDegree.Own, "Eigen bedrijf."))
            .Then(SampleLog.Cast("e1", "anna", 1, 9)).Then(SampleLog.Cast("e2", "anna", 1, 5))
            .Then(SampleLog.Cast("e1", "bram", 1, 5)).Then(SampleLog.Cast("e2", "bram", 1, 6));
        var without = PanelChange.Stop(log.State!, "anna", "Partijdig.", keepBallots: false);
        Assert.Equal(["e1"], without.BelowQuorum);
        Assert.False(without.Assignment.IsComplete);
        Assert.Equal(["e1"], without.Assignment.Obstacles[0].Entries);
        Assert.Equal(("e1", "e2"), (without.Ranking[0].Before[0], without.Ranking[0].After[0]));
        Assert.Empty(PanelChange.Stop(log.State!, "anna", "Ziek.", keepBallots: true).BelowQuorum);
    }

    [Fact]
    public void Who_joins_late_evens_the_load_and_changes_no_ranking()
    {
        var log = SampleLog.Scoring()
            .Then(SampleLog.Cast("e1", "anna", 1, 7)).Then(SampleLog.Cast("e2", "anna", 1, 8))
            .Then(SampleLog.Cast("e1", "bram", 1, 6)).Then(SampleLog.Cast("e2", "bram", 1, 9));
        var plan = PanelChange.Join(log.State!, "dora", []);
        var entries = log.State!.Entries.Count;
        Assert.Equal([("anna", 3), ("bram", 3), ("cato", 3), ("dora", 0)], plan.Load.Select(load => (load.Juror, load.Before)));
        Assert.Equal(3 * entries, plan.Load.Sum(load => load.After));
        Assert.InRange(plan.Load.Max(load => load.After) - plan.Load.Min(load => load.After), 0, 1);
        Assert.Empty(plan.BelowQuorum);
        Assert.All(plan.Ranking, ranking => Assert.Equal(ranking.Before, ranking.After));

        // A quorum that could not be reached can be reached now.
        var few = log.Then(new RulebookAmended(log.State.Rulebook with { Quorum = 4 }, "Meer zekerheid."));
        Assert.Equal(entries, PanelChange.Stop(few.State!, "cato", "Ziek.", keepBallots: true).BelowQuorum.Count);
        Assert.Empty(PanelChange.Join(few.State!, "dora", []).BelowQuorum);
    }

    [Fact]
    public void Who_joins_late_takes_over_what_is_not_scored_yet()
    {
        var log = SampleLog.Scoring().Then(SampleLog.Cast("e1", "anna", 1, 7));
        var plan = PanelChange.Join(log.State!, "dora", [new JurorRecused("e2", "dora", ConflictDegree.Own, "Eigen bedrijf.")]);
        Assert.Equal(2, plan.Added.Count(pair => pair.Juror == "dora"));
        Assert.DoesNotContain(new Pair("e2", "dora"), plan.Assignment.Pairs);
        Assert.Contains(new Pair("e1", "anna"), plan.Assignment.Pairs);
        var after = plan.Events.Aggregate(log, (known, happened) => known.Then(happened));
        Assert.Equal(plan.Assignment.Pairs.ToHashSet(), after.State!.Assigned.ToHashSet());
    }
}

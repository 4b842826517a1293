using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Prize.Tests.Editions;

public sealed class LifeCycleTests
{
    private static readonly EditionFacts Ready = new()
    {
        Rulebook = Sample.Rulebook,
        Now = Sample.Rulebook.Ceremony.First(),
        Entries = 6,
        MostEntries = 6,
        Jurors = 4,
        HasMotivation = true,
    };

    // Facts in which just this condition doesn't hold.
    private static readonly Dictionary<string, EditionFacts> Missing = new()
    {
        ["rulebook is sound"] = Ready with { Rulebook = Sample.Rulebook with { Quorum = 0 } },
        ["nominating has closed"] = Ready with { Now = Sample.Rulebook.Nominating.From.First() },
        ["no nomination yet"] = Ready with { Nominations = 1 },
        ["everything is screened"] = Ready with { Unscreened = 1 },
        ["there are entries"] = Ready with { Entries = 0 },
        ["not too many entries"] = Ready with { MostEntries = 9 },
        ["every entry has its jurors"] = Ready with { EntriesShortOfJurors = 1 },
        ["every entry has its blind copy"] = Ready with { EntriesWithoutCopy = 1 },
        ["conflicts are answered"] = Ready with { OpenConflicts = 1 },
        ["no ballot yet"] = Ready with { Ballots = 1 },
        ["scoring is done"] = Ready with { BallotsToCome = 1, Now = Sample.Rulebook.Scoring.From.First() },
        ["quorum is reached"] = Ready with { EntriesBelowQuorum = 1 },
        ["every category is decided"] = Ready with { UndecidedCategories = 1 },
        ["decision is motivated"] = Ready with { HasMotivation = false },
        ["ceremony has come"] = Ready with { Now = Sample.Rulebook.Ceremony.First().AddSeconds(-1) },
        ["losers are anonymous"] = Ready with { ToAnonymise = 1 },
    };

    public static TheoryData<string, string, string> Steps
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var row in SpecTable.Rows("life-cycle.md", "Steps"))
            {
                data.Add(row[0], row[1], row[2]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_needs_each_of_its_conditions(string from, string to, string conditions)
    {
        var (edition, target) = (At(Enum.Parse<Phase>(from)), Enum.Parse<Phase>(to));
        var names = SpecTable.List(conditions);
        Assert.Equal(target, edition.Go(target, Ready, "secretaris", "Omdat het kan.").Phase);
        foreach (var name in names)
        {
            Assert.Equal([name], Assert.Throws<StepRefusedException>(() => edition.Go(target, Missing[name], "secretaris", "Toch.")).Missing);
        }

        foreach (var (_, facts) in Missing.Where(missing => !names.Contains(missing.Key) && missing.Value.Now == Ready.Now))
        {
            Assert.Equal(target, edition.Go(target, facts, "secretaris", "Mag ook.").Phase);
        }
    }

    [Fact]
    public void No_other_step_exists()
    {
        var known = SpecTable.Rows("life-cycle.md", "Steps").Select(row => (row[0], row[1])).ToHashSet();
        foreach (var from in Enum.GetValues<Phase>())
        {
            foreach (var to in Enum.GetValues<Phase>().Where(to => to != from && !known.Contains((from.ToString(), to.ToString()))))
            {
                Assert.Empty(Assert.Throws<StepRefusedException>(() => At(from).Go(to, Ready, "secretaris", "Toch.")).Missing);
            }
        }
    }

    [Fact]
    public void Going_back_needs_a_reason_and_stays_visible()
    {
        var scoring = At(Phase.Deliberation);
        Assert.Equal(["reason is given"], Assert.Throws<StepRefusedException>(() => scoring.Go(Phase.Scoring, Ready, "voorzitter", " ")).Missing);
        var back = scoring.Go(Phase.Scoring, Ready, "voorzitter", "Een formulier bleek onvolledig.").Go(Phase.Deliberation, Ready, "voorzitter");
        Assert.Equal(
            [
                new PhaseChange(Phase.Deliberation, Phase.Scoring, Ready.Now, "voorzitter", "Een formulier bleek onvolledig."),
                new PhaseChange(Phase.Scoring, Phase.Deliberation, Ready.Now, "voorzitter", null),
            ],
            back.History);
    }

    [Fact]
    public void A_step_to_where_it_is_changes_nothing()
    {
        var edition = At(Phase.Scoring);
        Assert.Same(edition, edition.Go(Phase.Scoring, Ready, "secretaris"));
    }

    [Fact]
    public void The_rules_of_a_draft_may_be_rewritten_and_later_not()
    {
        var changed = Sample.Rulebook with { Quorum = 3 };
        Assert.Equal(changed, At(Phase.Draft).Redraft(changed).Rulebook);
        Assert.Throws<StepRefusedException>(() => At(Phase.Nominations).Redraft(changed));
    }

    private static Edition At(Phase phase) => new(new LockedRulebook(Sample.Rulebook), phase, []);
}

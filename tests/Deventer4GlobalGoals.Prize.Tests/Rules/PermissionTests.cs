using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Prize.Tests.Rules;

public sealed class PermissionTests
{
    private static readonly Dictionary<string, Predicate> ByName = typeof(Predicates).GetFields()
        .Select(field => (Predicate)field.GetValue(null)!)
        .ToDictionary(predicate => predicate.Name);

    public static TheoryData<string, string, string, string> Rows
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach (var row in SpecTable.Rows("permissions.md", "Permissions"))
            {
                data.Add(row[0], row[1], row[2], row[3]);
            }

            return data;
        }
    }

    public static TheoryData<string, string, string, string, string> Modes
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string>();
            foreach (var row in SpecTable.Rows("permissions.md", "What a juror sees of others while scoring"))
            {
                data.Add(row[0], row[1], row[2], row[3], row[4]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_allows_its_phases_when_all_its_conditions_hold(string action, string role, string phases, string conditions)
    {
        var (what, who) = (Enum.Parse<PrizeAction>(action), Enum.Parse<PrizeRole>(role));
        var row = Assert.Single(Permissions.Table, row => row.Action == what && row.Role == who && Text(row) == (phases, conditions));
        foreach (var phase in Enum.GetValues<Phase>())
        {
            var situation = All(who, phase);
            Assert.Equal(phases == "any" || SpecTable.List(phases).Contains(phase.ToString()), row.Allows(what, situation));
            foreach (var condition in SpecTable.List(conditions))
            {
                Assert.False(row.Allows(what, Without(situation, condition)), $"{action} by {role} in {phase} without '{condition}'");
            }
        }
    }

    [Fact]
    public void The_table_has_no_row_that_the_page_does_not_show() =>
        Assert.Equal(SpecTable.Rows("permissions.md", "Permissions").Count, Permissions.Table.Count);

    [Fact]
    public void Only_jurors_ever_score_or_see_a_ballot()
    {
        PrizeAction[] ofJurors = [PrizeAction.Score, PrizeAction.SeeOwnBallot, PrizeAction.SeeOthersBallots];
        foreach (var role in Enum.GetValues<PrizeRole>().Except([PrizeRole.Juror, PrizeRole.Chair]))
        {
            foreach (var phase in Enum.GetValues<Phase>())
            {
                Assert.DoesNotContain(ofJurors, action => Permissions.Allow(action, All(role, phase)));
            }
        }
    }

    [Fact]
    public void A_recused_juror_sees_nothing_of_the_entry_in_any_phase()
    {
        PrizeAction[] ofAnEntry =
        [
            PrizeAction.ReadEntry, PrizeAction.SeeNomineeNames, PrizeAction.Score, PrizeAction.SeeOwnBallot,
            PrizeAction.SeeOthersBallots, PrizeAction.SeeJurorNames, PrizeAction.SeeScoreboard,
        ];
        foreach (var phase in Enum.GetValues<Phase>())
        {
            foreach (var mode in Enum.GetValues<VisibilityMode>())
            {
                var recused = All(PrizeRole.Juror, phase) with { IsRecused = true, Visibility = mode };
                Assert.DoesNotContain(ofAnEntry, action => Permissions.Allow(action, recused));
            }
        }
    }

    [Fact]
    public void Nobody_outside_the_jury_learns_a_score_before_deliberation()
    {
        foreach (var role in Enum.GetValues<PrizeRole>().Except([PrizeRole.Juror, PrizeRole.Chair]))
        {
            foreach (var phase in new[] { Phase.Draft, Phase.Nominations, Phase.Screening, Phase.Scoring })
            {
                Assert.False(Permissions.Allow(PrizeAction.SeeScoreboard, All(role, phase)));
                Assert.False(Permissions.Allow(PrizeAction.SeeResult, All(role, phase)));
                Assert.False(Permissions.Allow(PrizeAction.Export, All(role, phase)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_mode_shows_others_ballots_when_it_says(string mode, string unassigned, string ownNotIn, string ownIn, string allIn)
    {
        var way = Enum.Parse<VisibilityMode>(mode);
        Assert.Equal(unassigned == "yes", Visibility.Allows(way, assigned: false, ownIn: false, allOwnIn: false));
        Assert.Equal(ownNotIn == "yes", Visibility.Allows(way, assigned: true, ownIn: false, allOwnIn: false));
        Assert.Equal(ownIn == "yes", Visibility.Allows(way, assigned: true, ownIn: true, allOwnIn: false));
        Assert.Equal(allIn == "yes", Visibility.Allows(way, assigned: true, ownIn: true, allOwnIn: true));
    }

    [Fact]
    public void Every_mode_has_a_row() =>
        Assert.Equal(Enum.GetNames<VisibilityMode>(), SpecTable.Rows("permissions.md", "What a juror sees of others while scoring").Select(row => row[0]));

    private static (string, string) Text(PermissionRow row) => (
        row.Phases.Count == Enum.GetValues<Phase>().Length ? "any" : string.Join(", ", row.Phases),
        row.Conditions.Count == 0 ? "-" : string.Join(", ", row.Conditions));

    // Every condition holds here.
    private static Situation All(PrizeRole role, Phase phase) => new(role, phase)
    {
        NominatingOpen = true,
        ScoringOpen = true,
        VotingOpen = true,
        CeremonyReached = true,
        IsOwn = true,
        IsSameEdition = true,
        IsAssigned = true,
        OwnBallotIn = true,
        AllOwnBallotsIn = true,
        JurorsNamed = true,
        Visibility = VisibilityMode.Always,
    };

    private static Situation Without(Situation situation, string condition)
    {
        var without = condition switch
        {
            "nominating is open" => situation with { NominatingOpen = false },
            "scoring is open" => situation with { ScoringOpen = false },
            "voting is open" => situation with { VotingOpen = false },
            "ceremony is reached" => situation with { CeremonyReached = false },
            "is own" => situation with { IsOwn = false },
            "is same edition" => situation with { IsSameEdition = false },
            "is assigned" => situation with { IsAssigned = false },
            "is not recused" => situation with { IsRecused = true },
            "is recused from nothing" => situation with { IsRecusedFromAny = true },
            "names are open" => situation with { Blind = true },
            "jurors are named" => situation with { JurorsNamed = false },
            "visibility allows" => situation with { Visibility = VisibilityMode.Never },
            _ => throw new ArgumentException($"No such condition: {condition}.", nameof(condition)),
        };
        Assert.True(ByName[condition].Holds(situation));
        Assert.False(ByName[condition].Holds(without));
        return without;
    }
}

using Deventer4GlobalGoals.Prize.Editions;
using static Deventer4GlobalGoals.Prize.Editions.Phase;
using static Deventer4GlobalGoals.Prize.Rules.Predicates;
using static Deventer4GlobalGoals.Prize.Rules.PrizeRole;

namespace Deventer4GlobalGoals.Prize.Rules;

/// <summary>What can be done or seen in an edition.</summary>
public enum PrizeAction
{
    EditRulebook,
    AmendRulebook,
    ChangePhase,
    Nominate,
    EditNomination,
    WithdrawNomination,
    AnswerNomination,
    Screen,
    InviteJuror,
    Assign,
    Recuse,
    DeclareConflict,
    Redact,
    ReadEntry,
    SeeNomineeNames,
    Score,
    SeeOwnBallot,
    SeeOthersBallots,
    SeeJurorNames,
    SeeProgress,
    SeeScoreboard,
    PlanDeliberation,
    ChooseFinalists,
    Decide,
    Announce,
    SeeResult,
    Export,
    Vote,
    Anonymise,
}

/// <summary>One row: who may do what, in which phases, when every condition holds.</summary>
public sealed record PermissionRow(PrizeAction Action, PrizeRole Role, EquatableList<Phase> Phases, EquatableList<Predicate> Conditions)
{
    public bool Allows(PrizeAction action, Situation situation) =>
        Action == action
        && Role == situation.Role
        && Phases.Contains(situation.Phase)
        && Conditions.All(condition => condition.Holds(situation));
}

/// <summary>The whole table. What no row allows is forbidden; nobody but a juror may score, whatever the phase.</summary>
public static class Permissions
{
    private static readonly Phase[] Any = Enum.GetValues<Phase>();

    public static readonly IReadOnlyList<PermissionRow> Table =
    [
        // The rules and the course of things.
        Row(PrizeAction.EditRulebook, Secretary, [Draft], IsSameEdition),
        Row(PrizeAction.AmendRulebook, Chair, [Nominations, Screening, Phase.Scoring, Deliberation], IsSameEdition),
        Row(PrizeAction.ChangePhase, Secretary, [Draft, Nominations, Screening, Phase.Scoring, Deliberation, Decided, Announced], IsSameEdition),
        Row(PrizeAction.ChangePhase, Chair, [Phase.Scoring, Deliberation, Decided], IsSameEdition),

        // Nominating.
        Row(PrizeAction.Nominate, Visitor, [Nominations], NominatingIsOpen),
        Row(PrizeAction.EditNomination, Nominator, [Nominations], NominatingIsOpen, IsOwn, IsSameEdition),
        Row(PrizeAction.EditNomination, Nominee, [Nominations, Screening], IsOwn, IsSameEdition),
        Row(PrizeAction.WithdrawNomination, Nominator, [Nominations, Screening, Phase.Scoring, Deliberation], IsOwn, IsSameEdition),
        Row(PrizeAction.WithdrawNomination, Nominee, [Nominations, Screening, Phase.Scoring, Deliberation], IsOwn, IsSameEdition),
        Row(PrizeAction.AnswerNomination, Nominee, [Nominations, Screening], IsOwn, IsSameEdition),
        Row(PrizeAction.Screen, Secretary, [Nominations, Screening], IsSameEdition),

        // Preparing the jury.
        Row(PrizeAction.InviteJuror, Secretary, [Draft, Nominations, Screening, Phase.Scoring], IsSameEdition),
        Row(PrizeAction.Assign, Secretary, [Screening, Phase.Scoring], IsSameEdition),
        Row(PrizeAction.Recuse, Secretary, [Screening, Phase.Scoring, Deliberation], IsSameEdition),
        Row(PrizeAction.DeclareConflict, Juror, [Screening, Phase.Scoring, Deliberation], IsSameEdition),
        Row(PrizeAction.DeclareConflict, Chair, [Screening, Phase.Scoring, Deliberation], IsSameEdition),
        Row(PrizeAction.Redact, Secretary, [Nominations, Screening], IsSameEdition),

        // Reading.
        Row(PrizeAction.ReadEntry, Nominator, Any, IsOwn, IsSameEdition),
        Row(PrizeAction.ReadEntry, Nominee, Any, IsOwn, IsSameEdition),
        .. ForJury(PrizeAction.ReadEntry, [Phase.Scoring], IsAssigned, IsNotRecused, IsSameEdition),
        .. ForJury(PrizeAction.ReadEntry, [Deliberation, Decided, Announced], IsNotRecused, IsSameEdition),
        Row(PrizeAction.ReadEntry, Secretary, Any, IsSameEdition),
        .. ForJury(PrizeAction.SeeNomineeNames, [Phase.Scoring], NamesAreOpen, IsAssigned, IsNotRecused, IsSameEdition),
        .. ForJury(PrizeAction.SeeNomineeNames, [Deliberation, Decided, Announced], IsNotRecused, IsSameEdition),
        Row(PrizeAction.SeeNomineeNames, Secretary, Any, IsSameEdition),

        // Scoring.
        .. ForJury(PrizeAction.Score, [Phase.Scoring], ScoringIsOpen, IsAssigned, IsNotRecused, IsSameEdition),
        .. ForJury(PrizeAction.Score, [Deliberation], IsAssigned, IsNotRecused, IsSameEdition),
        .. ForJury(PrizeAction.SeeOwnBallot, [Phase.Scoring, Deliberation, Decided, Announced, Archived], IsOwn, IsNotRecused, IsSameEdition),
        .. ForJury(PrizeAction.SeeOthersBallots, [Phase.Scoring], VisibilityAllows, IsNotRecused, IsSameEdition),
        .. ForJury(PrizeAction.SeeOthersBallots, [Deliberation, Decided, Announced], IsNotRecused, IsSameEdition),
        .. ForJury(PrizeAction.SeeJurorNames, [Phase.Scoring], JurorsAreNamed, VisibilityAllows, IsNotRecused, IsSameEdition),
        .. ForJury(PrizeAction.SeeJurorNames, [Deliberation, Decided, Announced], JurorsAreNamed, IsNotRecused, IsSameEdition),
        Row(PrizeAction.SeeProgress, Secretary, [Phase.Scoring, Deliberation], IsSameEdition),
        Row(PrizeAction.SeeProgress, Chair, [Phase.Scoring, Deliberation], IsSameEdition),

        // Deciding.
        .. ForJury(PrizeAction.SeeScoreboard, [Deliberation, Decided, Announced, Archived], IsNotRecused, IsSameEdition),
        Row(PrizeAction.SeeScoreboard, Secretary, [Deliberation, Decided, Announced, Archived], IsSameEdition),
        Row(PrizeAction.PlanDeliberation, Secretary, [Phase.Scoring, Deliberation], IsSameEdition),
        Row(PrizeAction.PlanDeliberation, Chair, [Phase.Scoring, Deliberation], IsSameEdition),
        Row(PrizeAction.ChooseFinalists, Chair, [Deliberation], IsSameEdition),
        Row(PrizeAction.Decide, Chair, [Deliberation], IsSameEdition),
        Row(PrizeAction.Announce, Secretary, [Decided], CeremonyIsReached, IsSameEdition),

        // Afterwards.
        Row(PrizeAction.SeeResult, Visitor, [Announced, Archived], CeremonyIsReached),
        Row(PrizeAction.SeeResult, Nominator, [Announced, Archived], CeremonyIsReached, IsSameEdition),
        Row(PrizeAction.SeeResult, Nominee, [Announced, Archived], CeremonyIsReached, IsSameEdition),
        .. ForJury(PrizeAction.SeeResult, [Decided], IsRecusedFromNothing, IsSameEdition),
        .. ForJury(PrizeAction.SeeResult, [Announced, Archived], CeremonyIsReached, IsSameEdition),
        Row(PrizeAction.SeeResult, Secretary, [Decided, Announced, Archived], IsSameEdition),
        Row(PrizeAction.Export, Secretary, [Decided, Announced, Archived], IsSameEdition),
        Row(PrizeAction.Export, Chair, [Decided, Announced, Archived], IsRecusedFromNothing, IsSameEdition),
        Row(PrizeAction.Vote, Visitor, [Phase.Scoring, Deliberation, Decided], VotingIsOpen),
        Row(PrizeAction.Anonymise, Secretary, [Announced], IsSameEdition),
    ];

    public static bool Allow(PrizeAction action, Situation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        return Table.Any(row => row.Allows(action, situation));
    }

    private static PermissionRow Row(PrizeAction action, PrizeRole role, Phase[] phases, params Predicate[] conditions) =>
        new(action, role, [.. phases], [.. conditions]);

    private static PermissionRow[] ForJury(PrizeAction action, Phase[] phases, params Predicate[] conditions) =>
        [Row(action, Juror, phases, conditions), Row(action, Chair, phases, conditions)];
}

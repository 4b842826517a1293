using Deventer4GlobalGoals.Prize.Rules;
using static Deventer4GlobalGoals.Prize.Editions.Conditions;
using static Deventer4GlobalGoals.Prize.Editions.Phase;

namespace Deventer4GlobalGoals.Prize.Editions;

/// <summary>A step that exists, and what must hold for it. A step back always needs a reason.</summary>
public sealed record Transition(Phase From, Phase To, EquatableList<Condition> Conditions)
{
    public bool IsBack => To < From;
}

/// <summary>The steps of an edition. There is no way back from what was announced.</summary>
public static class LifeCycle
{
    public static readonly IReadOnlyList<Transition> Transitions =
    [
        new(Draft, Nominations, [RulebookIsSound]),
        new(Nominations, Screening, [NominatingHasClosed]),
        new(Screening, Phase.Scoring, [EverythingIsScreened, ThereAreEntries, NotTooManyEntries, EveryEntryHasItsJurors, EveryEntryHasItsCopy, ConflictsAreAnswered]),
        new(Phase.Scoring, Deliberation, [ScoringIsDone, QuorumIsReached, ConflictsAreAnswered]),
        new(Deliberation, Decided, [QuorumIsReached, EveryCategoryIsDecided, DecisionIsMotivated]),
        new(Decided, Announced, [CeremonyHasCome]),
        new(Announced, Archived, [LosersAreAnonymous]),
        new(Nominations, Draft, [NoNominationYet]),
        new(Screening, Nominations, [NoBallotYet]),
        new(Phase.Scoring, Screening, [NoBallotYet]),
        new(Deliberation, Phase.Scoring, []),
        new(Decided, Deliberation, []),
    ];

    public static Transition? Find(Phase from, Phase to) => Transitions.FirstOrDefault(step => step.From == from && step.To == to);
}

/// <summary>A step that was taken; it stays visible, also when a later one goes back.</summary>
public sealed record PhaseChange(Phase From, Phase To, DateTimeOffset At, string Actor, string? Reason = null);

/// <summary>One year of the prize: its rules, where it is, and how it got there.</summary>
public sealed record Edition(LockedRulebook Rules, Phase Phase, EquatableList<PhaseChange> History)
{
    public Edition(Rulebook draft)
        : this(new LockedRulebook(draft), Phase.Draft, [])
    {
    }

    public Rulebook Rulebook => Rules.Current;

    public int Year => Rules.Original.Year;

    /// <summary>Takes a step; to go back, it needs a reason.</summary>
    /// <returns>The edition after it; the same instance when it is there already.</returns>
    /// <exception cref="StepRefusedException">There is no such step, a condition doesn't hold, or a reason is missing.</exception>
    public Edition Go(Phase to, EditionFacts facts, string actor, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (to == Phase)
        {
            return this;
        }

        var step = LifeCycle.Find(Phase, to) ?? throw new StepRefusedException(Phase, to, [], $"There is no step from {Phase} to {to}.");
        var missing = step.Conditions.Where(condition => !condition.Holds(facts)).ToArray();
        if (missing.Length > 0)
        {
            throw new StepRefusedException(Phase, to, [.. missing.Select(condition => condition.Name)], string.Join(" ", missing.Select(condition => condition.Explain(facts))));
        }

        return step.IsBack && string.IsNullOrWhiteSpace(reason)
            ? throw new StepRefusedException(Phase, to, ["reason is given"], "Say why the edition goes back.")
            : this with { Phase = to, History = [.. History, new PhaseChange(Phase, to, facts.Now, actor, reason?.Trim())] };
    }

    /// <summary>Replaces the rules of a draft.</summary>
    /// <exception cref="StepRefusedException">The rules are locked: they change by amendment.</exception>
    public Edition Redraft(Rulebook rulebook) => Phase == Phase.Draft
        ? this with { Rules = new LockedRulebook(rulebook) }
        : throw new StepRefusedException(Phase, Phase, ["edition is a draft"], "The rules are locked; they change by amendment.");
}

/// <summary>An edition may not take this step.</summary>
public sealed class StepRefusedException(Phase from, Phase to, IReadOnlyList<string> missing, string message) : InvalidOperationException(message)
{
    public Phase From { get; } = from;

    public Phase To { get; } = to;

    /// <summary>The names of the conditions that don't hold.</summary>
    public IReadOnlyList<string> Missing { get; } = missing;
}

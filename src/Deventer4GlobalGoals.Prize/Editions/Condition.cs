using System.Globalization;
using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Prize.Editions;

/// <summary>What has to be known of an edition to say whether it may go on; counted by whoever keeps the records.</summary>
public sealed record EditionFacts
{
    public required Rulebook Rulebook { get; init; }

    public required DateTimeOffset Now { get; init; }

    public int Nominations { get; init; }

    /// <summary>Nominations without a decision on whether they may take part.</summary>
    public int Unscreened { get; init; }

    /// <summary>Entries of the category that has most of them.</summary>
    public int MostEntries { get; init; }

    public int Entries { get; init; }

    public int Jurors { get; init; }

    /// <summary>Entries with fewer jurors assigned than the quorum.</summary>
    public int EntriesShortOfJurors { get; init; }

    /// <summary>Entries without the copy that a jury reading blind gets; 0 when it doesn't read blind.</summary>
    public int EntriesWithoutCopy { get; init; }

    /// <summary>Conflicts that were proposed and that no juror answered.</summary>
    public int OpenConflicts { get; init; }

    public int Ballots { get; init; }

    /// <summary>Ballots that are still to come from jurors who are assigned.</summary>
    public int BallotsToCome { get; init; }

    /// <summary>Entries with fewer scored ballots than the quorum.</summary>
    public int EntriesBelowQuorum { get; init; }

    /// <summary>Categories without a winner, and without the decision that there is none.</summary>
    public int UndecidedCategories { get; init; }

    public bool HasMotivation { get; init; }

    /// <summary>Losing nominations that still hold personal data after their term.</summary>
    public int ToAnonymise { get; init; }
}

/// <summary>One condition for a step: screens say it by its name, logs by its explanation of what is missing.</summary>
public sealed record Condition(string Name, Func<EditionFacts, bool> Holds, Func<EditionFacts, string> Explain)
{
    public override string ToString() => Name;
}

/// <summary>The conditions that steps are guarded by.</summary>
public static class Conditions
{
    public static readonly Condition RulebookIsSound = new(
        "rulebook is sound",
        static facts => RulebookCheck.Problems(facts.Rulebook).Count == 0,
        static facts => string.Join(" ", RulebookCheck.Problems(facts.Rulebook).Select(problem => $"{problem.Path}: {problem.Message}")));

    public static readonly Condition NominatingHasClosed = new(
        "nominating has closed",
        static facts => facts.Rulebook.Nominating.IsOver(facts.Now),
        static facts => $"Nominating is open until {facts.Rulebook.Nominating.Until}.");

    public static readonly Condition NoNominationYet = Zero("no nomination yet", static facts => facts.Nominations, "nominations are there already");

    public static readonly Condition EverythingIsScreened = Zero("everything is screened", static facts => facts.Unscreened, "nominations have no decision");

    public static readonly Condition ThereAreEntries = new("there are entries", static facts => facts.Entries > 0, static _ => "No entry takes part.");

    public static readonly Condition NotTooManyEntries = new(
        "not too many entries",
        static facts => !(facts.MostEntries > facts.Rulebook.MostNominees),
        static facts => Say($"{facts.MostEntries} entries in one category; the rules allow {facts.Rulebook.MostNominees}."));

    public static readonly Condition EveryEntryHasItsJurors =
        Zero("every entry has its jurors", static facts => facts.EntriesShortOfJurors, "entries have fewer jurors than the quorum");

    public static readonly Condition EveryEntryHasItsCopy =
        Zero("every entry has its blind copy", static facts => facts.EntriesWithoutCopy, "entries have no copy without names");

    public static readonly Condition ConflictsAreAnswered = Zero("conflicts are answered", static facts => facts.OpenConflicts, "conflicts have no answer");

    public static readonly Condition NoBallotYet = Zero("no ballot yet", static facts => facts.Ballots, "ballots are in already");

    public static readonly Condition ScoringIsDone = new(
        "scoring is done",
        static facts => facts.BallotsToCome == 0 || facts.Rulebook.Scoring.IsOver(facts.Now),
        static facts => Say($"{facts.BallotsToCome} ballots are to come, and scoring is open until {facts.Rulebook.Scoring.Until}."));

    public static readonly Condition QuorumIsReached = Zero("quorum is reached", static facts => facts.EntriesBelowQuorum, "entries have fewer ballots than the quorum");

    public static readonly Condition EveryCategoryIsDecided = Zero("every category is decided", static facts => facts.UndecidedCategories, "categories have no decision");

    public static readonly Condition DecisionIsMotivated = new("decision is motivated", static facts => facts.HasMotivation, static _ => "The decision has no motivation.");

    public static readonly Condition CeremonyHasCome = new(
        "ceremony has come",
        static facts => facts.Now >= facts.Rulebook.Ceremony.First(),
        static facts => $"The ceremony is at {facts.Rulebook.Ceremony}.");

    public static readonly Condition LosersAreAnonymous = Zero("losers are anonymous", static facts => facts.ToAnonymise, "losing nominations still hold personal data");

    private static Condition Zero(string name, Func<EditionFacts, int> count, string what) =>
        new(name, facts => count(facts) == 0, facts => Say($"{count(facts)} {what}."));

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Prize.Scoring;

/// <summary>Why corrected scores are the raw means.</summary>
public enum Fallback
{
    /// <summary>They are not: there is something to correct by.</summary>
    None,

    NoBallots,

    /// <summary>One juror has nobody to be compared with.</summary>
    OneJuror,

    /// <summary>No entry was scored by two jurors.</summary>
    NoOverlap,

    /// <summary>Every mark is the same.</summary>
    NoDifference,
}

/// <summary>One entry on the scoreboard. Scores are on the scale of the criteria.</summary>
public sealed record EntryResult
{
    public required string Entry { get; init; }

    /// <summary>By the ranking that decides, after the tie-breaks; entries that are still equal share a rank.</summary>
    public required int Rank { get; init; }

    public required double Raw { get; init; }

    public required int RawRank { get; init; }

    public required double Corrected { get; init; }

    public required int CorrectedRank { get; init; }

    /// <summary>Between these the corrected score lies with 90 % chance.</summary>
    public required double Low { get; init; }

    public required double High { get; init; }

    /// <summary>The chance that this is the best entry.</summary>
    public required double ChanceBest { get; init; }

    public required int Ballots { get; init; }

    /// <summary>The standard deviation between jurors; 0 with one ballot.</summary>
    public required double Spread { get; init; }

    /// <summary>How many jurors gave no entry a higher mark.</summary>
    public required int FirstPlaces { get; init; }

    /// <summary>By criterion, also those that don't count.</summary>
    public required IReadOnlyDictionary<string, CriterionResult> Criteria { get; init; }

    /// <summary>The jurors who moved this entry up or down most, for a reason in plain words.</summary>
    public required IReadOnlyList<Moved> Reasons { get; init; }
}

public sealed record CriterionResult(double Mean, double Spread, int Scores);

/// <summary>What the correction for one juror does to one entry, in points.</summary>
/// <param name="Juror">Who.</param>
/// <param name="Mildness">How many points this juror is above the panel; below it when negative.</param>
/// <param name="Points">How much higher the entry comes out for it.</param>
public sealed record Moved(string Juror, double Mildness, double Points);

/// <summary>A juror in three plain numbers.</summary>
/// <param name="Juror">Who.</param>
/// <param name="Ballots">How many count.</param>
/// <param name="Mildness">Points above the panel.</param>
/// <param name="Range">How wide they score; 1 is as the panel does.</param>
/// <param name="Steadiness">How little chance is in their marks; 1 is as the panel.</param>
public sealed record JurorProfile(string Juror, int Ballots, double Mildness, double Range, double Steadiness);

/// <summary>What the ranking would be without one juror.</summary>
/// <param name="Juror">Who is left out.</param>
/// <param name="Winner">Who would be first; null when nothing is left to rank.</param>
/// <param name="SameWinner">Whether that is who is first now.</param>
public sealed record LeftOut(string Juror, string? Winner, bool SameWinner);

/// <summary>The result of one category: the only place where totals are made.</summary>
public sealed record Scoreboard
{
    /// <summary>In the order of the ranking that decides.</summary>
    public required IReadOnlyList<EntryResult> Entries { get; init; }

    public required IReadOnlyList<JurorProfile> Jurors { get; init; }

    public required RankingKind Ranking { get; init; }

    public required Fallback Fallback { get; init; }

    /// <summary>Groups of entries that no juror connects, when there are more than one: they are compared by assumption only.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Disconnected { get; init; }

    /// <summary>The chance that the first is better than the second; null when there aren't two, or nothing to tell by.</summary>
    public required double? ChanceFirstBeatsSecond { get; init; }

    public required IReadOnlyList<LeftOut> WithoutJuror { get; init; }

    /// <summary>For the chair only; nobody is left out because of one.</summary>
    public required IReadOnlyList<JurorNote> Notes { get; init; }

    public required IReadOnlyList<TieBreakStep> TieBreaks { get; init; }
}

using Deventer4GlobalGoals.Prize.Editions;

namespace Deventer4GlobalGoals.Prize.Rules;

/// <summary>What somebody is in an edition. The chair is also a juror.</summary>
public enum PrizeRole
{
    Visitor,

    /// <summary>Who nominated, through their signed link.</summary>
    Nominator,

    /// <summary>Who was nominated, through theirs.</summary>
    Nominee,
    Juror,
    Chair,
    Secretary,
}

/// <summary>Everything that a permission depends on: who, about which entry, in which edition, when.</summary>
/// <param name="Role">Who asks.</param>
/// <param name="Phase">Of the edition that the entry is in.</param>
public sealed record Situation(PrizeRole Role, Phase Phase)
{
    public bool NominatingOpen { get; init; }

    public bool ScoringOpen { get; init; }

    public bool VotingOpen { get; init; }

    /// <summary>The ceremony has come.</summary>
    public bool CeremonyReached { get; init; }

    /// <summary>The nomination or ballot is their own.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The entry is in the edition that they were let in for.</summary>
    public bool IsSameEdition { get; init; }

    /// <summary>A juror who is to score the entry.</summary>
    public bool IsAssigned { get; init; }

    /// <summary>A juror who has nothing to do with the entry any more.</summary>
    public bool IsRecused { get; init; }

    /// <summary>A juror who has nothing to do with some entry of the edition any more: what shows all entries at once isn't theirs to see.</summary>
    public bool IsRecusedFromAny { get; init; }

    /// <summary>A juror's own ballot for the entry is in.</summary>
    public bool OwnBallotIn { get; init; }

    /// <summary>So are those for every entry the juror is to score.</summary>
    public bool AllOwnBallotsIn { get; init; }

    public bool Blind { get; init; }

    public bool JurorsNamed { get; init; }

    public VisibilityMode Visibility { get; init; }
}

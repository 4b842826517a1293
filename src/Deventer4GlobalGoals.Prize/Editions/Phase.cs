namespace Deventer4GlobalGoals.Prize.Editions;

/// <summary>Where an edition is; one at a time, in this order.</summary>
public enum Phase
{
    /// <summary>The rules are being written.</summary>
    Draft,

    /// <summary>Anyone may nominate.</summary>
    Nominations,

    /// <summary>Nominations are checked and completed.</summary>
    Screening,

    /// <summary>Jurors score.</summary>
    Scoring,

    /// <summary>The jury talks, visits finalists and may revise.</summary>
    Deliberation,

    /// <summary>There is a winner, kept secret until the ceremony.</summary>
    Decided,

    /// <summary>Everybody knows.</summary>
    Announced,

    /// <summary>Nothing changes any more; losing nominations are anonymous.</summary>
    Archived,
}

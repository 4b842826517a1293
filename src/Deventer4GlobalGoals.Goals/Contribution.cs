namespace Deventer4GlobalGoals.Goals;

/// <summary>What an item (a practice, an organisation, a meeting) does for a goal or one of its targets, for better or worse.</summary>
/// <remarks>A contribution to a target is one to its goal; so it is made from either, and the two can never disagree.</remarks>
public sealed record Contribution
{
    /// <summary>More primary contributions on one item than this give a warning, not a refusal.</summary>
    public const int MostPrimary = 3;

    /// <param name="goal">1 to 17.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such goal.</exception>
    public Contribution(int goal) => Goal = GoalCatalogue.Default.Goal(goal).Number;

    /// <exception cref="ArgumentOutOfRangeException">There is no such target.</exception>
    public Contribution(TargetCode target)
    {
        Target = GoalCatalogue.Default.Target(target).Code;
        Goal = target.Goal;
    }

    /// <summary>1 to 17; the goal of <see cref="Target"/> when there is one.</summary>
    public int Goal { get; }

    /// <summary>Null when the contribution is to the goal as a whole.</summary>
    public TargetCode? Target { get; }

    public ContributionRole Role { get; init; }

    public ContributionDirection Direction { get; init; }

    /// <summary>What is claimed, in Dutch.</summary>
    public string? Claim { get; init; }

    /// <summary>Null when nothing has been measured yet.</summary>
    public Evidence? Evidence { get; init; }

    public ContributionSource Source { get; init; }

    /// <summary>Who confirmed it; null when nobody has.</summary>
    public string? ConfirmedBy { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }
}

/// <summary>What backs a claim. Every part may be missing, but not all at once: then there is no evidence.</summary>
/// <param name="Figure">What was measured, in <paramref name="Unit"/>.</param>
/// <param name="Unit">"%", "kg per jaar"; null for a bare number.</param>
/// <param name="Year">The year it was measured in, 1900 to 2100.</param>
/// <param name="Link">Where it can be checked: http or https.</param>
public sealed record Evidence(decimal? Figure = null, string? Unit = null, int? Year = null, Uri? Link = null)
{
    public const int EarliestYear = 1900;
    public const int LatestYear = 2100;

    public bool IsEmpty => Figure is null && Unit is null && Year is null && Link is null;
}

/// <summary>Whether the item is about this goal, or touches it beside what it is about.</summary>
public enum ContributionRole
{
    Primary,
    Secondary,
}

/// <summary>Whether the goal comes nearer, moves away, or some of both.</summary>
public enum ContributionDirection
{
    Positive,
    Negative,
    Mixed,
}

/// <summary>Who says so: an editor, a member about their own work, or the suggester.</summary>
public enum ContributionSource
{
    Editor,
    Member,
    Suggested,
}

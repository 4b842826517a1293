namespace Deventer4GlobalGoals.Goals;

/// <summary>Something wrong, or doubtful, in the JSON of a list of contributions.</summary>
/// <param name="Code">One of <see cref="ContributionProblemCode"/>: stable, so that a screen can say it in its own language.</param>
/// <param name="Path">Where, as a JSON path: <c>$[2].evidence.year</c>.</param>
/// <param name="Message">What, in English: the value that is wrong and what is allowed.</param>
/// <param name="Severity">Whether the value is refused for it.</param>
public sealed record ContributionProblem(string Code, string Path, string Message, ContributionSeverity Severity)
{
    public override string ToString() => $"{Path}: {Message}";
}

public enum ContributionSeverity
{
    /// <summary>The value is refused.</summary>
    Error,

    /// <summary>The value is kept; whoever wrote it should look again.</summary>
    Warning,
}

public static class ContributionProblemCode
{
    public const string Malformed = "malformed";
    public const string WrongType = "wrong-type";
    public const string Required = "required";
    public const string UnknownProperty = "unknown-property";
    public const string RepeatedProperty = "repeated-property";
    public const string UnknownGoal = "unknown-goal";
    public const string UnknownTarget = "unknown-target";
    public const string TargetOfOtherGoal = "target-of-other-goal";
    public const string UnknownValue = "unknown-value";
    public const string OutOfRange = "out-of-range";
    public const string TooLong = "too-long";
    public const string NotALink = "not-a-link";
    public const string NotAMoment = "not-a-moment";
    public const string Duplicate = "duplicate";

    /// <summary>A warning: more than <see cref="Contribution.MostPrimary"/> primary contributions.</summary>
    public const string TooManyPrimary = "too-many-primary";

    /// <summary>A warning: confirmedBy without confirmedAt, or the other way round.</summary>
    public const string HalfConfirmed = "half-confirmed";
}

/// <summary>The JSON of a list of contributions was refused.</summary>
public sealed class ContributionFormatException(IReadOnlyList<ContributionProblem> problems)
    : FormatException(string.Join(" ", problems))
{
    /// <summary>The errors, and the warnings found beside them.</summary>
    public IReadOnlyList<ContributionProblem> Problems { get; } = problems;
}

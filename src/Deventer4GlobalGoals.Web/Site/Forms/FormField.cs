namespace Deventer4GlobalGoals.Web.Site.Forms;

/// <summary>One text field of a public form, as <c>Views/Shared/_FormField.cshtml</c> draws it.</summary>
/// <param name="Name">Of the input, and its id.</param>
/// <param name="Label">What stands above it.</param>
/// <param name="Value">What was typed.</param>
/// <param name="Most">In characters.</param>
public sealed record FormField(string Name, string Label, string? Value, int Most)
{
    public string Type { get; init; } = "text";

    /// <summary>What a browser may fill in by itself.</summary>
    public string? Complete { get; init; }

    public string? Help { get; init; }

    public bool IsOptional { get; init; }

    /// <summary>0 for a field of one line.</summary>
    public int Rows { get; init; }

    /// <summary>The id of a list to choose from.</summary>
    public string? List { get; init; }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Problem { get; init; }

    public string? DescribedBy => string.Join(' ', new[] { Help is null ? null : Name + "-u", Problem is null ? null : Name + "-f" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;
}

/// <summary>The goals to choose from, as <c>Views/Shared/_GoalChoices.cshtml</c> draws them.</summary>
public sealed record GoalChoices(IReadOnlyCollection<int> Chosen, string? Problem);

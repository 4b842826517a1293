namespace Deventer4GlobalGoals.Web.Site.Lists;

/// <summary>A field to type words in.</summary>
/// <param name="Action">The path of the page that answers.</param>
/// <param name="Label">What stands above it.</param>
public sealed record SearchField(string Action, string Label)
{
    /// <summary>What was typed before.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Filters that stay.</summary>
    public IEnumerable<Choice> Choices { get; init; } = [];

    public bool IsOnHome { get; init; }

    /// <summary>Whether it proposes while somebody types; what it proposes is from the whole site.</summary>
    public bool Suggests { get; init; } = true;
}

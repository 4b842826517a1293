using System.Globalization;

namespace Deventer4GlobalGoals.Goals;

/// <summary>One of the UN's seventeen Sustainable Development Goals, in our own words.</summary>
/// <param name="Number">1 to 17.</param>
/// <param name="Colour">The UN's colour for this goal as <c>#RRGGBB</c> (SDG guidelines for the use of the colour wheel, 2019).</param>
/// <param name="TextColour"><c>#fff</c> or <c>#0d1418</c>: the one that reaches at least 4.5:1 on <paramref name="Colour"/> (WCAG 2.2, 1.4.3).</param>
/// <param name="Names">A name of a few words, without number or full stop.</param>
/// <param name="Sentences">One plain sentence that says what the goal asks.</param>
/// <param name="Targets">The goal's targets in the UN's order: numbers, then letters.</param>
public sealed record Goal(
    int Number,
    string Colour,
    string TextColour,
    LocalisedText Names,
    LocalisedText Sentences,
    IReadOnlyList<Target> Targets)
{
    /// <summary>The UN's identifier, <c>http://metadata.un.org/sdg/12</c>: an identifier, so http, and not meant to be visited.</summary>
    public Uri Uri { get; } = GoalUri.Of(Number.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="LocalisedText.In"/>
    public string Name(string? language) => Names.In(language);

    /// <inheritdoc cref="LocalisedText.In"/>
    public string Sentence(string? language) => Sentences.In(language);
}

/// <summary>One of the 169 targets below the goals, in our own words.</summary>
/// <param name="Code">"12.5" or "12.a".</param>
/// <param name="Names">A name of a few words, without code or full stop.</param>
/// <param name="Sentences">One plain sentence that says what the target asks, with the UN's year where there is one.</param>
public sealed record Target(TargetCode Code, LocalisedText Names, LocalisedText Sentences)
{
    public int GoalNumber => Code.Goal;

    /// <summary>The UN's identifier, <c>http://metadata.un.org/sdg/12.5</c>.</summary>
    public Uri Uri { get; } = GoalUri.Of(Code.ToString());

    /// <inheritdoc cref="LocalisedText.In"/>
    public string Name(string? language) => Names.In(language);

    /// <inheritdoc cref="LocalisedText.In"/>
    public string Sentence(string? language) => Sentences.In(language);
}

internal static class GoalUri
{
    public const string Path = "metadata.un.org/sdg/";

    public static Uri Of(string code) => new("http://" + Path + code);
}

namespace Deventer4GlobalGoals.Goals;

/// <summary>One text in the three languages of the site.</summary>
public sealed record LocalisedText(string Nl, string En, string De)
{
    /// <summary>The languages every text exists in; the first one is the fallback.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["nl", "en", "de"];

    /// <param name="language">A language tag such as "de" or "de-AT", in any case. Only the language counts, not the region.</param>
    /// <returns>The text in that language; in Dutch when the language is null or not one of <see cref="Languages"/>.</returns>
    public string In(string? language) => LanguageOf(language) switch
    {
        "en" => En,
        "de" => De,
        _ => Nl,
    };

    /// <returns>"nl", "en" or "de": the language in which <see cref="In"/> answers for this tag.</returns>
    public static string LanguageOf(string? language)
    {
        var tag = language.AsSpan().Trim();
        var end = tag.IndexOfAny('-', '_');
        var primary = end < 0 ? tag : tag[..end];
        foreach (var known in Languages)
        {
            if (primary.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }

        return Languages[0];
    }
}

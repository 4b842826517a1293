using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Deventer4GlobalGoals.Goals;

namespace Deventer4GlobalGoals.Web.Site;

/// <summary>
/// The site's own words in one language: what stands on buttons and above lists, not what editors write.
/// They live in <c>Site/Texts/{language}.json</c>, and each file has every text.
/// </summary>
public sealed class SiteTexts
{
    private static readonly FrozenDictionary<string, SiteTexts> ByLanguage =
        LocalisedText.Languages.ToFrozenDictionary(language => language, Read);

    private readonly FrozenDictionary<string, string> _texts;
    private readonly CultureInfo _culture;

    private SiteTexts(string language, Dictionary<string, string> texts)
    {
        Language = language;
        _texts = texts.ToFrozenDictionary(StringComparer.Ordinal);
        _culture = CultureInfo.GetCultureInfo(language);
    }

    /// <summary>"nl", "en" or "de".</summary>
    public string Language { get; }

    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string this[string key] =>
        _texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"There is no text \"{key}\" in {Language}.json.");

    /// <summary>The texts for a culture such as "en-US"; Dutch for one that the site doesn't speak.</summary>
    public static SiteTexts In(string culture) => ByLanguage[LocalisedText.LanguageOf(culture)];

    /// <summary>The text with its {0}, {1} filled in, numbers and dates in its own language.</summary>
    public string Format(string key, params object?[] values) => string.Format(_culture, this[key], values);

    /// <summary>The text for one ("key.one") or for another number ("key.many"), with the number as {0}.</summary>
    public string Count(string key, int number) => Format(number == 1 ? $"{key}.one" : $"{key}.many", number.ToString("N0", _culture));

    public string? Find(string key) => _texts.GetValueOrDefault(key);

    private static SiteTexts Read(string language)
    {
        using var stream = typeof(SiteTexts).Assembly.GetManifestResourceStream($"texts.{language}.json")
            ?? throw new InvalidDataException($"The texts {language}.json are missing from the assembly.");
        var groups = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)
            ?? throw new InvalidDataException($"The texts {language}.json are empty.");
        return new SiteTexts(language, groups
            .SelectMany(group => group.Value, (group, text) => (Key: $"{group.Key}.{text.Key}", text.Value))
            .ToDictionary(text => text.Key, text => text.Value));
    }
}

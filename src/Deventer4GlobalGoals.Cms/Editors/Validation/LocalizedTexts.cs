using System.Globalization;
using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Editors.Validation;

/// <summary>
/// The texts that Umbraco.Core carries for its desk, in Dutch, English and German. Stock Umbraco reads them through files
/// of a package that is not here. What its validators say to editors is said here in our own plain words.
/// </summary>
public sealed class LocalizedTexts : ILocalizedTextService
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    private static readonly Dictionary<string, string> Plain = new(StringComparer.Ordinal)
    {
        ["invalidEmail"] = "notAnAddress",
        ["stringLengthExceeded"] = "tooLong",
        ["outOfRangeMinimum"] = "below",
        ["outOfRangeMaximum"] = "above",
        ["invalidStep"] = "notAStep",
        ["notOneOfOptions"] = "notAnOption",
        ["invalidNull"] = "validation_invalidNull",
        ["invalidEmpty"] = "validation_invalidEmpty",
        ["invalidPattern"] = "validation_invalidPattern",
    };

    private readonly Dictionary<CultureInfo, Lazy<IDictionary<string, IDictionary<string, string>>>> _texts = new()
    {
        [Dutch] = new(() => Load("nl")),
        [English] = new(() => Load("en_us")),
        [German] = new(() => Load("de")),
    };

    /// <returns>The text, in English where there is no other; "[alias]" where there is none at all.</returns>
    public string Localize(string? area, string? alias, CultureInfo? culture, IDictionary<string, string?>? tokens = null)
    {
        if (string.IsNullOrEmpty(alias))
        {
            return string.Empty;
        }

        var language = ConvertToSupportedCultureWithRegionCode(culture ?? Dutch);
        if (area == "validation" && Plain.TryGetValue(alias, out var key))
        {
            return EditorMessages.Text(language, key, [.. Enumerable.Range(0, 3).Select(place => Token(tokens, place))]);
        }

        var text = Find(language, area, alias) ?? Find(English, area, alias) ?? $"[{alias}]";
        return (tokens ?? new Dictionary<string, string?>())
            .Aggregate(text, (filled, token) => filled.Replace($"%{token.Key}%", token.Value, StringComparison.Ordinal));
    }

    public IDictionary<string, IDictionary<string, string>> GetAllStoredValuesByAreaAndAlias(CultureInfo culture) =>
        _texts[ConvertToSupportedCultureWithRegionCode(culture)].Value;

    public IDictionary<string, string> GetAllStoredValues(CultureInfo culture) =>
        GetAllStoredValuesByAreaAndAlias(culture)
            .SelectMany(area => area.Value.Select(text => (Key: area.Key + "/" + text.Key, text.Value)))
            .ToDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal);

    public IEnumerable<CultureInfo> GetSupportedCultures() => _texts.Keys;

    public CultureInfo ConvertToSupportedCultureWithRegionCode(CultureInfo currentCulture) =>
        currentCulture.TwoLetterISOLanguageName switch
        {
            "en" => English,
            "de" => German,
            _ => Dutch,
        };

    private static string? Token(IDictionary<string, string?>? tokens, int place) =>
        tokens is not null && tokens.TryGetValue(place.ToString(CultureInfo.InvariantCulture), out var token) ? token : null;

    private static Dictionary<string, IDictionary<string, string>> Load(string language)
    {
        var name = $"Umbraco.Cms.Core.EmbeddedResources.Lang.{language}.xml";
        using var stream = typeof(ILocalizedTextService).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Umbraco.Core holds no {name}.");
        return XDocument.Load(stream).Descendants("area")
            .GroupBy(area => (string?)area.Attribute("alias") ?? string.Empty)
            .ToDictionary(
                area => area.Key,
                IDictionary<string, string> (area) => area.Elements("key")
                    .DistinctBy(key => (string?)key.Attribute("alias"))
                    .ToDictionary(key => (string?)key.Attribute("alias") ?? string.Empty, key => key.Value, StringComparer.Ordinal),
                StringComparer.Ordinal);
    }

    private string? Find(CultureInfo language, string? area, string alias)
    {
        var areas = _texts[language].Value;
        return string.IsNullOrEmpty(area)
            ? areas.Values.Select(texts => texts.TryGetValue(alias, out var found) ? found : null).FirstOrDefault(found => found is not null)
            : areas.TryGetValue(area, out var texts) && texts.TryGetValue(alias, out var text) ? text : null;
    }
}

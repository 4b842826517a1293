using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>The document types that pages are made of, as they are called in the desk.</summary>
public sealed class ItemTypes(IContentTypeService types)
{
    /// <summary>The Dutch plural, and singular and plural in English; the Dutch singular is the schema's own name.</summary>
    private static readonly Dictionary<string, (string Plural, string English, string EnglishPlural)> Words = new(StringComparer.Ordinal)
    {
        ["meeting"] = ("Bijeenkomsten", "Meeting", "Meetings"),
        ["practice"] = ("Praktijken", "Practice", "Practices"),
        ["article"] = ("Nieuws", "Article", "News"),
        ["organisation"] = ("Organisaties", "Organisation", "Organisations"),
        ["page"] = ("Pagina's", "Page", "Pages"),
        ["prizeEdition"] = ("Prijsuitreikingen", "Edition of the prize", "Editions of the prize"),
        ["goal"] = ("Doelen", "Goal", "Goals"),
    };

    /// <summary>Everything that is a page, by name.</summary>
    public IReadOnlyList<IContentType> All() => [.. types.GetAll().Where(type => !type.IsElement && type.DefaultTemplateId != 0).OrderBy(type => type.Name, StringComparer.OrdinalIgnoreCase)];

    public IContentType? Find(string? alias) => string.IsNullOrEmpty(alias) ? null : All().FirstOrDefault(type => type.Alias == alias);

    public static string Name(ISimpleContentType type, string language) =>
        Name(type?.Alias ?? string.Empty, type?.Name ?? string.Empty, language);

    public static string Name(string alias, string dutch, string language) =>
        language == "en" && Words.TryGetValue(alias, out var words) ? words.English : dutch;

    public static string Plural(string alias, string dutch, string language) =>
        Words.TryGetValue(alias, out var words) ? language == "en" ? words.EnglishPlural : words.Plural : dutch;
}

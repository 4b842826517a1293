using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Deventer4GlobalGoals.Web.Desk.Items;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Tools;

/// <summary>A kind of page with its fields, and what may lie under it.</summary>
public sealed record SchemaType(string Alias, string Name, string? Help, bool Varies, IReadOnlyList<FieldGroup> Groups, IReadOnlyList<string> Below);

/// <summary>Which kinds of pages there are and what is asked on them. It is changed in the files of the schema, not here.</summary>
[Route("umbraco/schema")]
public sealed class SchemaController(Viewer viewer, ItemTypes types, FieldControls controls, IContentTypeService all) : DeskController(viewer)
{
    [HttpGet("")]
    public IActionResult Show()
    {
        var names = all.GetAll().ToDictionary(type => type.Key, type => ItemTypes.Name(type.Alias, type.Name ?? type.Alias, Viewer.Language));
        IReadOnlyList<SchemaType> shown =
        [
            .. types.All().Select(type => new SchemaType(
                type.Alias,
                names[type.Key],
                type.Description,
                type.Variations.HasFlag(ContentVariation.Culture),
                controls.Specs(type.Key),
                [.. (type.AllowedContentTypes ?? []).OrderBy(allowed => allowed.SortOrder).Select(allowed => names.GetValueOrDefault(allowed.Key, allowed.Alias))])),
        ];
        return View("~/Desk/Views/Schema.cshtml", shown);
    }
}

/// <summary>What goes in a field, in plain words.</summary>
internal static class SchemaWords
{
    private static readonly Dictionary<string, (string Dutch, string English)> Words = new(StringComparer.Ordinal)
    {
        [Constants.PropertyEditors.Aliases.TextBox] = ("één regel tekst", "one line of text"),
        [Constants.PropertyEditors.Aliases.TextArea] = ("een paar zinnen", "a few sentences"),
        [Constants.PropertyEditors.Aliases.EmailAddress] = ("een mailadres", "a mail address"),
        [Constants.PropertyEditors.Aliases.MarkdownEditor] = ("tekst met kopjes, lijstjes en links", "text with headings, lists and links"),
        [Constants.PropertyEditors.Aliases.RichText] = ("opgemaakte tekst", "formatted text"),
        [Constants.PropertyEditors.Aliases.MultipleTextstring] = ("een lijst van regels", "a list of lines"),
        [Constants.PropertyEditors.Aliases.Tags] = ("trefwoorden", "keywords"),
        [Constants.PropertyEditors.Aliases.Boolean] = ("ja of nee", "yes or no"),
        [Constants.PropertyEditors.Aliases.Integer] = ("een heel getal", "a whole number"),
        [Constants.PropertyEditors.Aliases.Decimal] = ("een getal", "a number"),
        [Constants.PropertyEditors.Aliases.DateOnly] = ("een datum", "a date"),
        [Constants.PropertyEditors.Aliases.DateTimeWithTimeZone] = ("een datum met tijd", "a date and time"),
        [Constants.PropertyEditors.Aliases.DropDownListFlexible] = ("een keuze uit een lijst", "a choice from a list"),
        [Constants.PropertyEditors.Aliases.RadioButtonList] = ("één keuze", "one choice"),
        [Constants.PropertyEditors.Aliases.CheckBoxList] = ("een of meer keuzes", "one or more choices"),
        [Constants.PropertyEditors.Aliases.MultiNodeTreePicker] = ("andere pagina's van de site", "other pages of the site"),
        [Constants.PropertyEditors.Aliases.ContentPicker] = ("een andere pagina van de site", "another page of the site"),
        [Constants.PropertyEditors.Aliases.MediaPicker3] = ("beeld of bestanden uit de bibliotheek", "pictures or files from the library"),
        [Constants.PropertyEditors.Aliases.MultiUrlPicker] = ("links", "links"),
        [Constants.PropertyEditors.Aliases.BlockList] = ("een lijst met eigen velden", "a list with fields of its own"),
        ["D4GG.Contributions"] = ("bijdragen aan de doelen", "contributions to the goals"),
    };

    public static string Of(FieldSpec field, string language) =>
        Words.TryGetValue(field.EditorAlias, out var words) ? language == "en" ? words.English : words.Dutch : field.EditorAlias;
}

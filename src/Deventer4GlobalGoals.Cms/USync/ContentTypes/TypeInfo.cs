using System.Globalization;
using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.USync.Files;
using Deventer4GlobalGoals.Cms.USync.Folders;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.USync.ContentTypes;

/// <summary>What a type is, apart from its properties. Cleanup and templates are for document types only.</summary>
/// <remarks>A type hangs under another type, which is then one of its compositions too, or in a folder, or at the top.</remarks>
public sealed record TypeInfo(
    string Name,
    string Icon,
    string Thumbnail,
    string Description,
    bool AllowAtRoot,
    Guid ListView,
    ContentVariation Variations,
    bool IsElement,
    CleanupFile Cleanup,
    KeyedName? Parent,
    FolderFile? Folder,
    IReadOnlyList<KeyedName> Compositions,
    string DefaultTemplate,
    IReadOnlyList<KeyedName> Templates)
{
    public static TypeInfo Read(XElement info, string element) => new(
        USyncXml.RequiredText(info, "Name"),
        USyncXml.Text(info, "Icon"),
        USyncXml.Text(info, "Thumbnail"),
        USyncXml.Text(info, "Description"),
        USyncXml.Flag(info, "AllowAtRoot"),
        USyncXml.OptionalGuid(info, "ListView"),
        USyncXml.Choice(info, "Variations", ContentVariation.Nothing),
        USyncXml.Flag(info, "IsElement"),
        CleanupFile.Read(info.Element("HistoryCleanup")),
        ReadParent(info),
        ReadParent(info) is null ? FolderFile.Read(info) : null,
        [.. info.Elements("Compositions").Elements("Composition").Select(KeyedName.Read)],
        element == TypeFile.Document ? USyncXml.Text(info, "DefaultTemplate") : string.Empty,
        [.. info.Elements("AllowedTemplates").Elements("Template").Select(KeyedName.Read)]);

    public XElement Write(string element)
    {
        var info = new XElement(
            "Info",
            USyncXml.Text("Name", Name),
            USyncXml.Text("Icon", Icon),
            USyncXml.Text("Thumbnail", Thumbnail),
            USyncXml.Text("Description", Description),
            USyncXml.Capitalised("AllowAtRoot", AllowAtRoot),
            USyncXml.Element("ListView", ListView),
            new XElement("Variations", Variations),
            USyncXml.Element("IsElement", IsElement));
        if (element == TypeFile.Document)
        {
            info.Add(Cleanup.Write());
        }

        info.Add(Parent?.Write("Parent") ?? Folder?.Write());
        info.Add(List("Compositions", "Composition", Compositions));
        if (element == TypeFile.Document)
        {
            info.Add(USyncXml.Text("DefaultTemplate", DefaultTemplate), List("AllowedTemplates", "Template", Templates));
        }

        return info;
    }

    private static KeyedName? ReadParent(XElement info) =>
        info.Element("Parent") is { } element && KeyedName.Read(element) is var parent
        && (parent.Key != Guid.Empty || parent.Name.Length > 0)
            ? parent
            : null;

    private static XElement List(string name, string element, IEnumerable<KeyedName> items) => new(
        name,
        items.OrderBy(item => item.Name, StringComparer.OrdinalIgnoreCase).Select(item => item.Write(element)));
}

/// <summary>How old versions of a type's documents are cleaned up; null days means the site's own setting.</summary>
public sealed record CleanupFile(bool Prevent, int? KeepAllDays, int? KeepDailyDays)
{
    public static CleanupFile Read(XElement? element) => new(
        USyncXml.Flag(element, "PreventCleanup"),
        USyncXml.OptionalNumber(element, "KeepAllVersionsNewerThanDays"),
        USyncXml.OptionalNumber(element, "KeepLatestVersionPerDayForDays"));

    public XElement Write() => new(
        "HistoryCleanup",
        USyncXml.Capitalised("PreventCleanup", Prevent),
        USyncXml.Text("KeepAllVersionsNewerThanDays", KeepAllDays?.ToString(CultureInfo.InvariantCulture)),
        USyncXml.Text("KeepLatestVersionPerDayForDays", KeepDailyDays?.ToString(CultureInfo.InvariantCulture)));
}

using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.USync.Files;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.USync.ContentTypes;

/// <summary>A property of a type. Only document types say how a property varies, only member types who may see it.</summary>
public sealed record PropertyFile(
    Guid Key,
    string Name,
    string Alias,
    KeyedName DataType,
    bool Mandatory,
    string Validation,
    string Description,
    int SortOrder,
    string TabAlias,
    string TabName,
    ContentVariation? Variations,
    MemberAccess? Access,
    string MandatoryMessage,
    string ValidationMessage,
    bool LabelOnTop)
{
    public static PropertyFile Read(XElement element, IReadOnlyList<TabFile> tabs)
    {
        var alias = USyncXml.RequiredText(element, "Alias");
        try
        {
            var key = USyncXml.OptionalGuid(element, "Key");
            var tab = TabOf(element.Element("Tab"), tabs);
            return new PropertyFile(
                key == Guid.Empty ? throw new USyncException("Key", "The property has no key.") : key,
                USyncXml.RequiredText(element, "Name"),
                alias,
                new KeyedName(USyncXml.OptionalGuid(element, "Definition"), USyncXml.Text(element, "Type")),
                USyncXml.Flag(element, "Mandatory"),
                USyncXml.Text(element, "Validation"),
                USyncXml.Text(element, "Description"),
                USyncXml.Number(element, "SortOrder"),
                tab.Alias,
                tab.Name,
                element.Element("Variations") is null
                    ? null
                    : USyncXml.Choice(element, "Variations", ContentVariation.Nothing),
                MemberAccess.Read(element),
                USyncXml.Text(element, "MandatoryMessage"),
                USyncXml.Text(element, "ValidationRegExpMessage"),
                USyncXml.Flag(element, "LabelOnTop"));
        }
        catch (USyncException error) when (!error.Field.Contains('[', StringComparison.Ordinal))
        {
            throw new USyncException($"GenericProperties/GenericProperty[{alias}]/{error.Field.Split('/')[^1]}", error.Message, error);
        }
    }

    public XElement Write() => new(
        "GenericProperty",
        USyncXml.Element("Key", Key),
        USyncXml.Text("Name", Name),
        USyncXml.Text("Alias", Alias),
        USyncXml.Element("Definition", DataType.Key),
        USyncXml.Text("Type", DataType.Name),
        USyncXml.Element("Mandatory", Mandatory),
        USyncXml.Text("Validation", Validation),
        new XElement("Description", new XCData(Description)),
        USyncXml.Element("SortOrder", SortOrder),
        new XElement("Tab", TabAlias.Length == 0 ? null : new XAttribute("Alias", TabAlias), TabName),
        Variations is { } variations ? new XElement("Variations", variations) : null,
        Access?.Write(),
        USyncXml.Text("MandatoryMessage", MandatoryMessage),
        USyncXml.Text("ValidationRegExpMessage", ValidationMessage),
        USyncXml.Element("LabelOnTop", LabelOnTop));

    /// <summary>Older exports name the tab by its caption only.</summary>
    private static (string Alias, string Name) TabOf(XElement? tab, IReadOnlyList<TabFile> tabs)
    {
        var name = tab?.Value.Trim() ?? string.Empty;
        var alias = tab?.Attribute("Alias")?.Value
            ?? tabs.FirstOrDefault(candidate => candidate.Caption == name)?.Alias
            ?? string.Empty;
        return (alias, name);
    }
}

/// <summary>What a member may do with a property of the own profile.</summary>
public sealed record MemberAccess(bool CanEdit, bool CanView, bool IsSensitive)
{
    public static MemberAccess? Read(XElement property) => property.Element("CanEdit") is null
        ? null
        : new MemberAccess(
            USyncXml.Flag(property, "CanEdit"),
            USyncXml.Flag(property, "CanView"),
            USyncXml.Flag(property, "IsSensitive"));

    public XElement[] Write() =>
    [
        USyncXml.Element("CanEdit", CanEdit),
        USyncXml.Element("CanView", CanView),
        USyncXml.Element("IsSensitive", IsSensitive),
    ];
}

using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.USync.Files;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.USync.ContentTypes;

/// <summary>A document type, media type or member type.</summary>
/// <remarks>The level is there for people and for uSync's order; the parent or folder decides where a type hangs.</remarks>
public sealed record TypeFile(
    string Element,
    Guid Key,
    string Alias,
    int Level,
    TypeInfo Info,
    IReadOnlyList<AllowedType> Structure,
    IReadOnlyList<PropertyFile> Properties,
    IReadOnlyList<TabFile> Tabs) : IUSyncFile<TypeFile>
{
    public const string Document = "ContentType";
    public const string Media = "MediaType";
    public const string Member = "MemberType";

    public string Label => Alias;

    public string FileName => Alias.ToLowerInvariant();

    public static TypeFile Read(XElement root)
    {
        var element = root.Name.LocalName;
        var tabs = root.Elements("Tabs").Elements("Tab").Select(TabFile.Read).ToList();
        return new TypeFile(
            element,
            USyncXml.RequiredKey(root),
            USyncXml.RequiredAttribute(root, "Alias"),
            USyncXml.NumberAttribute(root, "Level", 1),
            TypeInfo.Read(root.Element("Info") ?? throw new USyncException("Info", "There is no <Info>."), element),
            [.. root.Elements("Structure").Elements(element).Select(AllowedType.Read)],
            [.. root.Elements("GenericProperties").Elements("GenericProperty")
                .Select(property => PropertyFile.Read(property, tabs))
                .Select(property => element == Document && property.Variations is null
                    ? property with { Variations = ContentVariation.Nothing }
                    : property)],
            tabs);
    }

    public XElement Write()
    {
        var structure = new XElement(
            "Structure",
            Structure.OrderBy(child => child.SortOrder).ThenBy(child => child.Alias, StringComparer.Ordinal)
                .Select(child => child.Write(Element)));
        var properties = new XElement(
            "GenericProperties",
            Properties.OrderBy(property => property.Alias, StringComparer.OrdinalIgnoreCase)
                .Select(property => property.Write()));
        return new XElement(
            Element,
            new XAttribute("Key", Key),
            new XAttribute("Alias", Alias),
            new XAttribute("Level", Level),
            Info.Write(Element),
            Element == Document ? structure : null,
            properties,
            Element == Document ? null : structure,
            new XElement(
                "Tabs",
                Tabs.OrderBy(tab => tab.Key.ToString(), StringComparer.Ordinal).Select(tab => tab.Write())));
    }
}

/// <summary>A type whose items may be made under items of this one.</summary>
public sealed record AllowedType(Guid Key, string Alias, int SortOrder)
{
    public static AllowedType Read(XElement element, int index) => new(
        KeyedName.Read(element).Key,
        element.Value.Trim(),
        USyncXml.NumberAttribute(element, "SortOrder", index));

    public XElement Write(string element) =>
        new(element, new XAttribute("Key", Key), new XAttribute("SortOrder", SortOrder), Alias);
}

/// <summary>A tab or group of properties.</summary>
public sealed record TabFile(Guid Key, string Caption, string Alias, PropertyGroupType Type, int SortOrder)
{
    /// <summary>Exports before version 8.17 name a tab by its caption only; from 9 on there are keys and aliases.</summary>
    public static TabFile Read(XElement tab)
    {
        var caption = USyncXml.RequiredText(tab, "Caption");
        var alias = USyncXml.Text(tab, "Alias");
        alias = alias.Length > 0 ? alias : AliasOf(caption);
        var key = USyncXml.OptionalGuid(tab, "Key");
        return new TabFile(
            key == Guid.Empty ? USyncNames.Key("propertygroup", alias) : key,
            caption,
            alias,
            USyncXml.Choice(tab, "Type", PropertyGroupType.Group),
            USyncXml.Number(tab, "SortOrder"));
    }

    public XElement Write() => new(
        "Tab",
        USyncXml.Element("Key", Key),
        USyncXml.Text("Caption", Caption),
        USyncXml.Text("Alias", Alias),
        new XElement("Type", Type),
        USyncXml.Element("SortOrder", SortOrder));

    private static string AliasOf(string caption)
    {
        var words = USyncNames.Pascal(caption);
        return words.Length == 0 ? caption : char.ToLowerInvariant(words[0]) + words[1..];
    }
}

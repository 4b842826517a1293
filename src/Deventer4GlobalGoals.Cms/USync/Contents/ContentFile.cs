using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.USync.Files;

namespace Deventer4GlobalGoals.Cms.USync.Contents;

/// <summary>A page or a media item. Publication is null for media.</summary>
/// <remarks>Path and level are there for people and for uSync's order; the parent decides where an item hangs.</remarks>
public sealed record ContentFile(
    string Element,
    Guid Key,
    string Name,
    int Level,
    KeyedName Parent,
    string Path,
    bool Trashed,
    string ContentType,
    DateTime? CreateDate,
    IReadOnlyDictionary<string, string> Names,
    int SortOrder,
    PublicationFile? Publication,
    IReadOnlyList<ValuesFile> Properties) : IUSyncFile<ContentFile>
{
    public const string Document = "Content";
    public const string Media = "Media";

    public string Label => Name;

    public string FileName => USyncNames.Slug(Name) is { Length: > 0 } slug ? slug : Key.ToString();

    public static ContentFile Read(XElement root)
    {
        var info = root.Element("Info") ?? throw new USyncException("Info", "There is no <Info>.");
        var element = root.Name.LocalName;
        var nodeName = info.Element("NodeName");
        var name = nodeName?.Attribute("Default")?.Value ?? root.Attribute("Alias")?.Value;
        return new ContentFile(
            element,
            USyncXml.RequiredKey(root),
            string.IsNullOrWhiteSpace(name) ? throw new USyncException("Info/NodeName", "There is no name.") : name,
            USyncXml.NumberAttribute(root, "Level", 1),
            info.Element("Parent") is { } parent ? KeyedName.Read(parent) : new KeyedName(Guid.Empty, string.Empty),
            USyncXml.Text(info, "Path"),
            USyncXml.Flag(info, "Trashed"),
            USyncXml.RequiredText(info, "ContentType"),
            USyncXml.OptionalDate(info, "CreateDate"),
            ReadNames(nodeName),
            USyncXml.Number(info, "SortOrder"),
            element == Document ? PublicationFile.Read(info) : null,
            [.. root.Elements("Properties").Elements().Select(ValuesFile.Read)]);
    }

    public XElement Write()
    {
        var info = new XElement(
            "Info",
            Parent.Write("Parent"),
            USyncXml.Text("Path", Path),
            USyncXml.Element("Trashed", Trashed),
            USyncXml.Text("ContentType", ContentType),
            CreateDate is { } date ? USyncXml.Text("CreateDate", USyncXml.Date(date)) : null,
            new XElement(
                "NodeName",
                new XAttribute("Default", Name),
                Names.OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
                    .Select(pair => new XElement("Name", new XAttribute("Culture", pair.Key), pair.Value))),
            USyncXml.Element("SortOrder", SortOrder));
        Publication?.WriteTo(info);
        return new XElement(
            Element,
            new XAttribute("Key", Key),
            new XAttribute("Alias", Name),
            new XAttribute("Level", Level),
            info,
            new XElement(
                "Properties",
                Properties.OrderBy(property => property.Alias, StringComparer.OrdinalIgnoreCase)
                    .Select(property => property.Write())));
    }

    private static SortedDictionary<string, string> ReadNames(XElement? nodeName)
    {
        var names = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in nodeName?.Elements("Name") ?? [])
        {
            names[USyncXml.RequiredAttribute(name, "Culture")] = name.Value.Trim();
        }

        return names;
    }
}

/// <summary>The values of one property, per culture and segment.</summary>
public sealed record ValuesFile(string Alias, IReadOnlyList<ValueFile> Values)
{
    public static ValuesFile Read(XElement element) => new(
        element.Name.LocalName,
        [.. element.Elements("Value").Select(value => new ValueFile(
            OrNull(value.Attribute("Culture")?.Value),
            OrNull(value.Attribute("Segment")?.Value),
            value.Value))]);

    public XElement Write() => new(
        Alias,
        Values.OrderBy(value => value.Culture ?? string.Empty, StringComparer.OrdinalIgnoreCase)
            .ThenBy(value => value.Segment ?? string.Empty, StringComparer.OrdinalIgnoreCase)
            .Select(value => new XElement(
                "Value",
                value.Culture is null ? null : new XAttribute("Culture", value.Culture),
                value.Segment is null ? null : new XAttribute("Segment", value.Segment),
                new XCData(value.Text))));

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>A stored value as text; empty when there is none.</summary>
public sealed record ValueFile(string? Culture, string? Segment, string Text);

using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.USync.Files;

namespace Deventer4GlobalGoals.Cms.USync.RelationTypes;

/// <summary>A kind of relation; an empty end may be of any object type.</summary>
public sealed record RelationTypeFile(
    Guid Key,
    string Alias,
    string Name,
    Guid ParentType,
    Guid ChildType,
    bool IsBidirectional,
    bool IsDependency) : IUSyncFile<RelationTypeFile>
{
    public string Label => Alias;

    public string FileName => Alias.ToLowerInvariant();

    public static RelationTypeFile Read(XElement root)
    {
        var info = root.Element("Info");
        return new RelationTypeFile(
            USyncXml.RequiredKey(root),
            USyncXml.RequiredAttribute(root, "Alias"),
            USyncXml.RequiredText(info, "Name"),
            USyncXml.OptionalGuid(info, "ParentType"),
            USyncXml.OptionalGuid(info, "ChildType"),
            USyncXml.Flag(info, "Bidirectional"),
            USyncXml.Flag(info, "IsDependency"));
    }

    public XElement Write() => new(
        "RelationType",
        new XAttribute("Key", Key),
        new XAttribute("Alias", Alias),
        new XAttribute("Level", 0),
        new XElement(
            "Info",
            USyncXml.Text("Name", Name),
            ObjectType("ParentType", ParentType),
            ObjectType("ChildType", ChildType),
            USyncXml.Element("Bidirectional", IsBidirectional),
            USyncXml.Element("IsDependency", IsDependency)));

    private static XElement ObjectType(string name, Guid type) => new(name, type == Guid.Empty ? null : type);
}

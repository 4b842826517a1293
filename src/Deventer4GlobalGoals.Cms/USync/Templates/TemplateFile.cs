using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.USync.Files;

namespace Deventer4GlobalGoals.Cms.USync.Templates;

/// <summary>The name of a view. The view itself is a file of the site and isn't part of an export.</summary>
public sealed record TemplateFile(Guid Key, string Alias, string Name, string Parent, int Level)
    : IUSyncFile<TemplateFile>
{
    public string Label => Alias;

    public string FileName => Alias.ToLowerInvariant();

    public static TemplateFile Read(XElement root) => new(
        USyncXml.RequiredKey(root),
        USyncXml.RequiredAttribute(root, "Alias"),
        USyncXml.RequiredText(root, "Name"),
        USyncXml.Text(root, "Parent"),
        USyncXml.NumberAttribute(root, "Level", 1));

    public XElement Write() => new(
        "Template",
        new XAttribute("Key", Key),
        new XAttribute("Alias", Alias),
        new XAttribute("Level", Level),
        USyncXml.Text("Name", Name),
        new XElement("Parent", Parent.Length == 0 ? null : Parent));
}

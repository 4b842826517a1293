using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.USync.Files;

namespace Deventer4GlobalGoals.Cms.USync.Domains;

/// <summary>A host name or path that leads to a page in a language. Its key says nothing, as with languages.</summary>
public sealed record DomainFile(string Alias, bool IsWildcard, string Language, KeyedName Root)
    : IUSyncFile<DomainFile>
{
    public Guid Key => USyncNames.AliasKey(Alias);

    public string Label => Alias;

    public string FileName => $"{USyncNames.Slug(Alias)}_{Language.ToLowerInvariant()}";

    public static DomainFile Read(XElement root)
    {
        var info = root.Element("Info");
        var page = info?.Element("Root")
            ?? throw new USyncException("Info/Root", "There is no <Root>: a domain must lead to a page.");
        return new DomainFile(
            USyncXml.RequiredAttribute(root, "Alias"),
            USyncXml.Flag(info, "IsWildcard"),
            USyncXml.RequiredText(info, "Language"),
            KeyedName.Read(page));
    }

    public XElement Write() => new(
        "Domain",
        new XAttribute("Key", Key),
        new XAttribute("Alias", Alias),
        new XElement(
            "Info",
            USyncXml.Element("IsWildcard", IsWildcard),
            USyncXml.Text("Language", Language),
            Root.Write("Root")));
}

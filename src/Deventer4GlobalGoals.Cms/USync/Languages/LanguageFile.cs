using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.USync.Files;

namespace Deventer4GlobalGoals.Cms.USync.Languages;

/// <summary>A language. Its key says nothing: uSync derives it from the language.</summary>
public sealed record LanguageFile(string IsoCode, string Name, bool IsMandatory, bool IsDefault, string Fallback)
    : IUSyncFile<LanguageFile>
{
    public Guid Key => USyncNames.AliasKey(IsoCode);

    public string Label => IsoCode;

    public string FileName => IsoCode.ToLowerInvariant();

    public static LanguageFile Read(XElement root) => new(
        USyncXml.RequiredText(root, "IsoCode"),
        USyncXml.Text(root, "Name"),
        USyncXml.Flag(root, "IsMandatory"),
        USyncXml.Flag(root, "IsDefault"),
        USyncXml.Text(root, "Fallback"));

    public XElement Write() => new(
        "Language",
        new XAttribute("Key", Key),
        new XAttribute("Alias", IsoCode),
        new XAttribute("Level", 0),
        USyncXml.Text("Name", Name),
        USyncXml.Text("IsoCode", IsoCode),
        USyncXml.Element("IsMandatory", IsMandatory),
        USyncXml.Element("IsDefault", IsDefault),
        Fallback.Length == 0 ? null : USyncXml.Text("Fallback", Fallback));
}

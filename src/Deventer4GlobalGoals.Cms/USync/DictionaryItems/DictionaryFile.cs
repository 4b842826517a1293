using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.USync.Files;

namespace Deventer4GlobalGoals.Cms.USync.DictionaryItems;

/// <summary>A word or sentence of the site with its translations, by culture.</summary>
public sealed record DictionaryFile(
    Guid Key,
    string Alias,
    int Level,
    string Parent,
    IReadOnlyDictionary<string, string> Translations) : IUSyncFile<DictionaryFile>
{
    public string Label => Alias;

    public string FileName => Alias.ToLowerInvariant().Replace('/', '-').Replace('\\', '-');

    public static DictionaryFile Read(XElement root)
    {
        var translations = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var translation in root.Elements("Translations").Elements("Translation"))
        {
            translations[USyncXml.RequiredAttribute(translation, "Language")] = translation.Value;
        }

        return new DictionaryFile(
            USyncXml.RequiredKey(root),
            USyncXml.RequiredAttribute(root, "Alias"),
            USyncXml.NumberAttribute(root, "Level", 0),
            USyncXml.Text(root.Element("Info"), "Parent"),
            translations);
    }

    public XElement Write() => new(
        "Dictionary",
        new XAttribute("Key", Key),
        new XAttribute("Alias", Alias),
        new XAttribute("Level", Level),
        new XElement("Info", Parent.Length == 0 ? null : USyncXml.Text("Parent", Parent)),
        new XElement(
            "Translations",
            Translations.OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).Select(pair => new XElement(
                "Translation",
                new XAttribute("Language", pair.Key),
                pair.Value))));
}

using System.Xml.Linq;

namespace Deventer4GlobalGoals.Cms.USync.Files;

/// <summary>What one uSync file says, before anything is looked up: XML in, record out, and back.</summary>
public interface IUSyncFile<TSelf>
    where TSelf : class, IUSyncFile<TSelf>
{
    Guid Key { get; }

    /// <summary>Alias, name, ISO code or domain: what people call the item.</summary>
    string Label { get; }

    /// <summary>The name uSync gives the file, without extension. Not unique: two pages may share a name.</summary>
    string FileName { get; }

    /// <exception cref="USyncException">A required part is missing or a value isn't of its kind.</exception>
    static abstract TSelf Read(XElement root);

    XElement Write();
}

/// <summary>A reference by key, with the alias or name beside it for people and for sites where keys differ.</summary>
public sealed record KeyedName(Guid Key, string Name)
{
    public static KeyedName Read(XElement element) =>
        new(USyncXml.OptionalGuid(element.Attribute("Key")?.Value, element.Name.LocalName), element.Value.Trim());

    public XElement Write(string element) => new(element, new XAttribute("Key", Key), Name);
}

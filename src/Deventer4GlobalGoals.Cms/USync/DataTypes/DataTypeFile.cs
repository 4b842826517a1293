using System.Text.Json.Nodes;
using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.USync.Files;
using Deventer4GlobalGoals.Cms.USync.Folders;

namespace Deventer4GlobalGoals.Cms.USync.DataTypes;

/// <summary>A property editor with its configuration.</summary>
/// <remarks>
/// DatabaseType was written by uSync up to version 13; from 14 on it follows from the editor, and is empty here. The
/// level follows from the folder.
/// </remarks>
public sealed record DataTypeFile(
    Guid Key,
    string Name,
    string EditorAlias,
    string EditorUiAlias,
    string DatabaseType,
    FolderFile? Folder,
    JsonObject Config) : IUSyncFile<DataTypeFile>
{
    public string Label => Name;

    public string FileName => USyncNames.Pascal(Name);

    public static DataTypeFile Read(XElement root)
    {
        var info = root.Element("Info");
        var interfaceAlias = USyncXml.Text(info, "EditorUIAlias");
        var config = ConfigJson.Parse(root.Element("Config")?.Value);
        return new DataTypeFile(
            USyncXml.RequiredKey(root),
            USyncXml.RequiredText(info, "Name"),
            USyncXml.RequiredText(info, "EditorAlias"),
            interfaceAlias,
            USyncXml.Text(info, "DatabaseType"),
            FolderFile.Read(info),
            interfaceAlias.Length == 0 ? ConfigJson.FromOlderSite(config) : config);
    }

    public XElement Write() => new(
        "DataType",
        new XAttribute("Key", Key),
        new XAttribute("Alias", Name),
        new XAttribute("Level", 1 + (Folder?.Names.Count ?? 0)),
        new XElement(
            "Info",
            USyncXml.Text("Name", Name),
            USyncXml.Text("EditorAlias", EditorAlias),
            USyncXml.Text("EditorUIAlias", EditorUiAlias),
            Folder?.Write()),
        new XElement("Config", new XCData(ConfigJson.Print(Config))));
}

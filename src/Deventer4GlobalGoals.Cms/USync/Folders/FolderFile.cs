using System.Globalization;
using System.Web;
using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.USync.Files;

namespace Deventer4GlobalGoals.Cms.USync.Folders;

/// <summary>The folder of a data type or content type, from the top: <c>Blocks/Call+to+action</c> is two names.</summary>
/// <remarks>
/// uSync writes no file for a folder, only its path in the files of what is in it. Older versions wrote its key beside
/// the path; today's don't, and neither do we. An empty folder is in no file.
/// </remarks>
public sealed record FolderFile(Guid Key, IReadOnlyList<string> Names)
{
    /// <returns>Null when the item hangs at the top.</returns>
    public static FolderFile? Read(XElement? info)
    {
        var names = USyncXml.Text(info, "Folder")
            .Split('/')
            .Select(name => HttpUtility.UrlDecode(name).Trim())
            .Where(name => name.Length > 0)
            .ToList();
        return names.Count == 0
            ? null
            : new FolderFile(USyncXml.OptionalGuid(info?.Element("Folder")?.Attribute("Key")?.Value, "Info/Folder"), names);
    }

    public XElement Write() => USyncXml.Text("Folder", string.Join('/', Names.Select(HttpUtility.UrlEncode)));

    /// <summary>Umbraco doesn't tell folders apart by capitals.</summary>
    public FolderFile Folded() => new(Guid.Empty, [.. Names.Select(name => name.ToUpper(CultureInfo.InvariantCulture))]);
}

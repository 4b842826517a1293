using System.Xml;
using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.USync.Files;

namespace Deventer4GlobalGoals.Cms.USync;

/// <summary>Writes the site as a uSync folder: one file per item, the same bytes for the same site.</summary>
public sealed class USyncExporter(USyncKinds kinds)
{
    /// <summary>The version of uSync, and of its file format, whose files these are.</summary>
    private static readonly XElement Settings =
        new("uSync", new XAttribute("version", "17.3.8.0"), new XAttribute("format", "10.7.0"));

    /// <summary>
    /// An item keeps the file it has; files of items that are gone are removed. Files of other kinds are left alone, and
    /// so are those that say of an item in the recycle bin that it is there.
    /// </summary>
    public async Task<USyncReport> ExportAsync(
        string folder,
        IProgress<USyncResult>? progress,
        CancellationToken cancellation)
    {
        var root = Directory.CreateDirectory(folder).FullName;
        var present = USyncFolder.Read(root);
        var results = new List<USyncResult>();
        foreach (var file in present.Unreadable)
        {
            Add(new USyncResult(string.Empty, string.Empty, file.File, USyncChange.Ignored, null, file.Message));
        }

        foreach (var kind in kinds.InOrder)
        {
            var own = present.Documents.Where(d => d.Element == kind.Element && d.Folder == kind.Folder).ToList();
            var names = new USyncFileNames(kind.Folder, own);
            foreach (var item in Sorted(await kind.ExportAsync()))
            {
                cancellation.ThrowIfCancellationRequested();
                Add(Write(root, names.For(item), kind, item));
            }

            foreach (var gone in own.Where(document => !names.Used(document.File)))
            {
                if (await LiesInBinAsync(kind, gone))
                {
                    continue;
                }

                File.Delete(USyncFolder.Locate(root, gone.File));
                var label = gone.Root.Attribute("Alias")?.Value ?? string.Empty;
                Add(new USyncResult(kind.Element, label, gone.File, USyncChange.Deleted));
            }
        }

        Put(Path.Combine(root, USyncFolder.Settings), USyncDisk.ToBytes(Settings));
        return new USyncReport(results);

        void Add(USyncResult result)
        {
            results.Add(result);
            progress?.Report(result);
        }
    }

    private static async Task<bool> LiesInBinAsync(IUSyncSerializer kind, USyncDocument document) =>
        bool.TryParse(document.Root.Element("Info")?.Element("Trashed")?.Value, out var trashed)
        && trashed
        && Guid.TryParse(document.Root.Attribute("Key")?.Value, out var key)
        && await kind.ExistsAsync(key, string.Empty);

    /// <summary>By file name, then key, so that who gets the plain name doesn't depend on the database's order.</summary>
    private static IEnumerable<USyncItem> Sorted(IEnumerable<USyncItem> items) =>
        items.OrderBy(item => item.File, StringComparer.Ordinal).ThenBy(item => item.Key);

    private static USyncResult Write(string root, string file, IUSyncSerializer kind, USyncItem item)
    {
        var result = new USyncResult(kind.Element, item.Label, file, USyncChange.Unchanged);
        try
        {
            return result with { Change = Put(USyncFolder.Locate(root, file), USyncDisk.ToBytes(kind.Write(item))) };
        }
        catch (Exception error) when (error is ArgumentException or XmlException)
        {
            return result with
            {
                Change = USyncChange.Failed,
                Message = $"A value holds characters that XML can't carry: {error.Message}",
            };
        }
    }

    private static USyncChange Put(string path, byte[] bytes)
    {
        var exists = File.Exists(path);
        if (exists && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
        {
            return USyncChange.Unchanged;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return exists ? USyncChange.Updated : USyncChange.Created;
    }
}

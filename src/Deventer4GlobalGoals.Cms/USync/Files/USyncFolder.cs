using System.Xml;
using System.Xml.Linq;

namespace Deventer4GlobalGoals.Cms.USync.Files;

/// <summary>A well-formed file of the folder; <paramref name="File"/> is its path from the folder, with forward slashes.</summary>
public sealed record USyncDocument(string File, XElement Root)
{
    public string Element => Root.Name.LocalName;

    /// <summary>The first folder on the way to the file: <c>Content</c>, <c>DataTypes</c> …</summary>
    public string Folder => File.Split('/') is [var first, _, ..] ? first : string.Empty;
}

/// <summary>A file that can't be read, and why.</summary>
public sealed record USyncUnreadable(string File, string Message);

/// <summary>Everything in a uSync folder, in a fixed order.</summary>
public sealed record USyncFolder(
    string Root,
    IReadOnlyList<USyncDocument> Documents,
    IReadOnlyList<USyncUnreadable> Unreadable)
{
    public const string Settings = "usync.config";
    private const int DeepestFolder = 16;

    /// <summary>Reads every <c>.config</c> file below <paramref name="root"/>; never follows a link out of it.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static USyncFolder Read(string root)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        if (!Directory.Exists(full))
        {
            throw new DirectoryNotFoundException($"There is no folder {full}.");
        }

        var documents = new List<USyncDocument>();
        var unreadable = new List<USyncUnreadable>();
        Walk(new DirectoryInfo(full), full, 0, documents, unreadable);
        return new USyncFolder(full, documents, unreadable);
    }

    /// <summary>Where a file of the folder lies on disk.</summary>
    /// <exception cref="USyncException">The path leaves the folder.</exception>
    public static string Locate(string root, string file)
    {
        var full = Path.GetFullPath(Path.Combine(root, file));
        return IsInside(Path.GetFullPath(root), full)
            ? full
            : throw new USyncException("File", $"{file} leaves the folder.");
    }

    private static void Walk(
        DirectoryInfo directory,
        string root,
        int depth,
        List<USyncDocument> documents,
        List<USyncUnreadable> unreadable)
    {
        foreach (var entry in directory.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(root, entry.FullName).Replace('\\', '/');
            if (entry.Name.StartsWith('.') || (depth == 0 && IsSettings(entry)))
            {
                continue;
            }

            if (LeavesFolder(entry, root))
            {
                unreadable.Add(new USyncUnreadable(name, "This is a link that leaves the folder; it is not followed."));
            }
            else if (entry is DirectoryInfo child)
            {
                if (depth < DeepestFolder)
                {
                    Walk(child, root, depth + 1, documents, unreadable);
                }
                else
                {
                    unreadable.Add(new USyncUnreadable(name, $"Folders go deeper than {DeepestFolder}."));
                }
            }
            else if (entry.Extension.Equals(".config", StringComparison.OrdinalIgnoreCase))
            {
                Load((FileInfo)entry, name, documents, unreadable);
            }
        }
    }

    private static void Load(
        FileInfo file,
        string name,
        List<USyncDocument> documents,
        List<USyncUnreadable> unreadable)
    {
        try
        {
            documents.Add(new USyncDocument(name, USyncDisk.Load(file)));
        }
        catch (XmlException error)
        {
            unreadable.Add(new USyncUnreadable(
                name,
                $"Not well-formed XML, line {error.LineNumber}, column {error.LinePosition}: {error.Message}"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            unreadable.Add(new USyncUnreadable(name, error.Message));
        }
    }

    private static bool IsSettings(FileSystemInfo entry) =>
        entry.Name.Equals(Settings, StringComparison.OrdinalIgnoreCase);

    private static bool LeavesFolder(FileSystemInfo entry, string root) =>
        entry.LinkTarget is not null
        && (entry.ResolveLinkTarget(returnFinalTarget: true) is not { } target || !IsInside(root, target.FullName));

    private static bool IsInside(string root, string path) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}

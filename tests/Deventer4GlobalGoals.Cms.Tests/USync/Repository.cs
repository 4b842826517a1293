using System.Xml.Linq;

namespace Deventer4GlobalGoals.Cms.Tests.USync;

/// <summary>The files of this repository that the tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The schema and content of the site.</summary>
    public static string Site => Path.Combine(Root, "uSync", "v17");

    /// <summary>A made-up export in the manner of stock sites, versions 13 to 17.</summary>
    public static string Foreign =>
        Path.Combine(Root, "tests", "Deventer4GlobalGoals.Cms.Tests", "USync", "Fixtures", "Foreign");

    /// <summary>A made-up export of a stock site in which only what somebody saved has a file.</summary>
    public static string SavedOnly => Path.Combine(Path.GetDirectoryName(Foreign)!, "SavedOnly");

    public static XElement Load(string folder, string file) => XElement.Load(Path.Combine(folder, file));

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Deventer4GlobalGoals.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException("The repository is not above the tests.");
    }
}

/// <summary>A folder of its own for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("usync-").FullName;

    public string Write(string file, string text)
    {
        var full = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public static TemporaryFolder CopyOf(string folder)
    {
        var copy = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(copy.Path, System.IO.Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public string Read(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    /// <summary>Replaces a text that must be there.</summary>
    public void Alter(string file, string old, string text)
    {
        var before = Read(file);
        Assert.Contains(old, before, StringComparison.Ordinal);
        Write(file, before.Replace(old, text, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

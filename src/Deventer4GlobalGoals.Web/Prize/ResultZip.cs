using System.IO.Compression;

namespace Deventer4GlobalGoals.Web.Prize;

/// <summary>An export as one file.</summary>
public static class ResultZip
{
    /// <summary>More than any edition needs; keeps a file that unpacks to gigabytes out of memory.</summary>
    private const long MostBytes = 64 << 20;

    /// <summary>Writes the files in a fixed order and with a fixed date, so that the same edition gives the same bytes.</summary>
    public static void Write(Stream stream, IReadOnlyDictionary<string, string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var entry = zip.CreateEntry(name);
            entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var writer = new StreamWriter(entry.Open());
            writer.Write(text);
        }
    }

    /// <exception cref="InvalidDataException">It isn't a zip, or holds more than an edition can.</exception>
    public static IReadOnlyDictionary<string, string> Read(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            if (entry.Length > MostBytes || !files.TryAdd(entry.FullName, string.Empty))
            {
                throw new InvalidDataException($"{entry.FullName} is too large, or is there twice.");
            }

            using var reader = new StreamReader(entry.Open());
            files[entry.FullName] = reader.ReadToEnd();
        }

        return files;
    }
}

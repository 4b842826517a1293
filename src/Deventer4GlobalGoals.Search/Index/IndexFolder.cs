using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Deventer4GlobalGoals.Search.Index;

/// <summary>The files of an index. Each is numbered; a file that is being built has a longer name until it is finished.</summary>
internal sealed class IndexFolder(string folder, SearchSchema schema, Action<IndexReplaced>? replaced)
{
    private const string Building = ".building";

    /// <inheritdoc cref="SearchIndex.TryCopy"/>
    public static bool TryCopy(string folder, string name, string target)
    {
        if (!Directory.Exists(folder) || Directory.EnumerateFiles(folder, name + ".*.sqlite").Order(StringComparer.Ordinal).LastOrDefault() is not { } newest)
        {
            return false;
        }

        Directory.CreateDirectory(target);
        IndexFile.CopyTo(newest, Path.Combine(target, Path.GetFileName(newest)));
        return true;
    }

    /// <summary>Opens the newest file, or an empty one when there is none that can be used; removes all others.</summary>
    public Generation OpenNewest()
    {
        Directory.CreateDirectory(folder);
        foreach (var leftover in Directory.EnumerateFiles(folder, schema.Name + ".*" + Building + "*").ToList())
        {
            File.Delete(leftover);
        }

        var files = Directory.EnumerateFiles(folder, schema.Name + ".*.sqlite").OrderByDescending(NumberOf).ToList();
        foreach (var older in files.Skip(1))
        {
            IndexFile.Delete(older);
        }

        if (files.Count == 0)
        {
            return Empty(1);
        }

        var reason = IndexFile.WhatIsWrong(files[0], schema);
        if (reason is null)
        {
            try
            {
                return new Generation(files[0], schema);
            }
            catch (SqliteException exception) when (IndexFile.IsDamage(exception))
            {
                reason = IndexFile.Damaged(exception);
            }
        }

        IndexFile.Delete(files[0]);
        replaced?.Invoke(new IndexReplaced(schema.Name, files[0], reason));
        return Empty(NumberOf(files[0]) + 1);
    }

    /// <summary>Makes an empty file to take the place of a damaged one, and tells why.</summary>
    public Generation Replacement(string damaged, SqliteException reason)
    {
        replaced?.Invoke(new IndexReplaced(schema.Name, damaged, IndexFile.Damaged(reason)));
        return Empty(NumberOf(damaged) + 1);
    }

    /// <returns>Where the file after this one is built.</returns>
    public string NextBuilding(string path) => Numbered(NumberOf(path) + 1) + Building;

    /// <summary>Gives a finished file its place. The renaming is the moment at which it counts, also after a crash.</summary>
    /// <param name="building">The finished file.</param>
    /// <param name="after">The file that answers now.</param>
    public Generation Finish(string building, string after)
    {
        using (var stream = new FileStream(building, FileMode.Open, FileAccess.ReadWrite))
        {
            stream.Flush(flushToDisk: true);
        }

        var path = Numbered(NumberOf(after) + 1);
        File.Move(building, path);
        return new Generation(path, schema);
    }

    private Generation Empty(int number)
    {
        var path = Numbered(number);
        IndexFile.Create(path, schema).Dispose();
        return new Generation(path, schema);
    }

    private string Numbered(int number) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{schema.Name}.{number:D4}.sqlite"));

    private int NumberOf(string path) =>
        int.TryParse(Path.GetFileNameWithoutExtension(path)[(schema.Name.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

namespace Deventer4GlobalGoals.Prize.Tests;

/// <summary>The tables of a file in <c>Specs/</c>.</summary>
internal static class SpecTable
{
    /// <param name="file">The name of the file, with its extension.</param>
    /// <param name="section">The text of a level-two heading; its first table is read.</param>
    /// <returns>The cells of each row.</returns>
    /// <exception cref="InvalidDataException">There is no such section, or its table has no rows.</exception>
    public static IReadOnlyList<string[]> Rows(string file, string section)
    {
        var rows = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Specs", file))
            .SkipWhile(line => line != "## " + section)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line[1..^1].Split('|').Select(cell => cell.Trim()).ToArray())
            .ToArray();
        return rows.Length > 0 ? rows : throw new InvalidDataException($"{file}: no rows under \"{section}\".");
    }

    /// <summary>What stands between commas in a cell; nothing for a dash.</summary>
    public static string[] List(string cell) => cell == "-" ? [] : [.. cell.Split(',').Select(item => item.Trim())];
}

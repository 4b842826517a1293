namespace Deventer4GlobalGoals.Goals.Tests;

/// <summary>The tables of a file in <c>Specs/</c>, one row per test.</summary>
internal static class SpecTable
{
    /// <param name="file">The name of the file, with its extension.</param>
    /// <param name="section">The text of a level-two heading; its first table is read.</param>
    /// <returns>The cells of each row, without backquotes; a bar is written as <c>&amp;#124;</c>.</returns>
    /// <exception cref="InvalidDataException">There is no such section, or its table has no rows.</exception>
    public static IReadOnlyList<string[]> Read(string file, string section)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Specs", file));
        string[][] rows =
        [
            .. lines
                .SkipWhile(line => line != "## " + section)
                .Skip(1)
                .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
                .Where(line => line.StartsWith('|'))
                .Skip(2)
                .Select(Cells),
        ];
        return rows.Length > 0 ? rows : throw new InvalidDataException($"{file}: no rows under \"{section}\".");
    }

    private static string[] Cells(string line) =>
        [.. line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`').Replace("&#124;", "|", StringComparison.Ordinal))];
}

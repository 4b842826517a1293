namespace Deventer4GlobalGoals.Search.Tests;

/// <summary>The tables of a file in <c>Specs/</c>, one row per test.</summary>
internal static class SpecTable
{
    /// <param name="file">The name of the file, with its extension.</param>
    /// <param name="section">The text of a level-two heading; its first table is read.</param>
    /// <returns>The cells of each row, without backquotes; a bar is written as <c>&amp;#124;</c>.</returns>
    /// <exception cref="InvalidDataException">There is no such section, or its table has no rows.</exception>
    public static TheoryData<string, string> Read(string file, string section)
    {
        var rows = new TheoryData<string, string>();
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Specs", file))
            .SkipWhile(line => line != "## " + section)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Skip(2);
        foreach (var line in lines)
        {
            var cells = line.Trim('|').Split('|').Select(Text).ToArray();
            rows.Add(cells[0], cells[1]);
        }

        return rows.Count > 0 ? rows : throw new InvalidDataException($"{file}: no rows under \"{section}\".");
    }

    private static string Text(string cell) => cell.Trim().Trim('`').Replace("&#124;", "|", StringComparison.Ordinal);
}

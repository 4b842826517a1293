namespace Deventer4GlobalGoals.Cms.Tests.Routing;

/// <summary>The tables of a Markdown file, one row per test.</summary>
internal static class SpecTable
{
    /// <param name="path">The file, from the test project's folder.</param>
    /// <returns>The cells of every row of every table in it, without backquotes.</returns>
    /// <exception cref="InvalidDataException">The file has no rows.</exception>
    public static IReadOnlyList<string[]> Read(string path)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, path)).Where(line => line.StartsWith('|')).ToList();
        string[][] rows = [.. lines.Where((line, index) => !IsRule(line) && (index + 1 == lines.Count || !IsRule(lines[index + 1]))).Select(Cells)];
        return rows.Length > 0 ? rows : throw new InvalidDataException($"{path} has no rows.");
    }

    private static bool IsRule(string line) => line.All(character => character is '|' or '-' or ' ');

    private static string[] Cells(string line) =>
        [.. line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`'))];
}

using System.Text;

namespace Deventer4GlobalGoals.Prize.Export;

/// <summary>Comma-separated values that no spreadsheet takes for a formula.</summary>
public static class Csv
{
    public static string Line(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\n";

    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !IsNumber(text) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n;") ? new StringBuilder("\"").Append(safe).Replace("\"", "\"\"", 1, safe.Length).Append('"').ToString() : safe;
    }

    private static bool IsNumber(string text) =>
        decimal.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);
}

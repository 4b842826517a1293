using System.Text;

namespace Deventer4GlobalGoals.Web.Desk;

/// <summary>Lists of the desk as files that a spreadsheet opens: a semicolon between the cells, a mark of UTF-8 in front.</summary>
internal static class DeskCsv
{
    public const string Type = "text/csv; charset=utf-8";

    public static byte[] Bytes(string text) => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];

    /// <summary>Quoted; what a spreadsheet would take for a formula gets an apostrophe in front.</summary>
    public static string Cell(string text)
    {
        var isFormula = text.TrimStart() is [('=' or '+' or '-' or '@'), ..];
        var safe = isFormula ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

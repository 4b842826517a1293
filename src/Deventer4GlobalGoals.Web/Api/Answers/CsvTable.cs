using System.Globalization;
using CsvHelper;

namespace Deventer4GlobalGoals.Web.Api.Answers;

/// <summary>A column of a CSV file: its name, which is that of the property in JSON, and what stands in it.</summary>
internal sealed record CsvColumn<T>(string Name, Func<T, object?> Value);

/// <summary>Writes CSV as RFC 4180 has it: UTF-8, commas, a line with names first.</summary>
internal static class CsvTable
{
    /// <summary>Between the values of a list in one field.</summary>
    private const string Separator = "; ";

    /// <summary>A text that a spreadsheet would run as a formula gets an apostrophe in front.</summary>
    private static readonly CsvWriterOptions Form = new() { NewLine = "\r\n", Injection = CsvInjection.Escape };

    public static byte[] Write<T>(IReadOnlyList<CsvColumn<T>> columns, IEnumerable<T> rows)
    {
        using var buffer = new MemoryStream();
        using (var csv = CsvWriter.Create(buffer, Form, leaveOpen: true))
        {
            foreach (var column in columns)
            {
                csv.WriteField(column.Name);
            }

            csv.EndRecord();
            foreach (var row in rows)
            {
                foreach (var column in columns)
                {
                    csv.WriteField(Text(column.Value(row)));
                }

                csv.EndRecord();
            }
        }

        return buffer.ToArray();
    }

    private static string Text(object? value) => value switch
    {
        null => string.Empty,
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset moment => moment.UtcDateTime.ToString(UtcMoment.Form, CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IEnumerable<string> many => string.Join(Separator, many),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };
}

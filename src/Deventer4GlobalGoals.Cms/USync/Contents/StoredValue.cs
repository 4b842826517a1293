using System.Globalization;
using Deventer4GlobalGoals.Cms.USync.Files;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.USync.Contents;

/// <summary>Between a value in the database and its text in a file. Text stays as it is; numbers and dates get one form.</summary>
internal static class StoredValue
{
    private const string DateFormat = "yyyy-MM-ddTHH:mm:ss";

    public static string ToText(object? value) => value switch
    {
        null => string.Empty,
        string text => text,
        decimal number => Shortest(number),
        DateTime date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
        bool flag => flag ? "1" : "0",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    /// <exception cref="USyncException">The text isn't a number or date where the property stores one.</exception>
    public static object? FromText(string text, ValueStorageType storage, string field)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var trimmed = text.Trim();
        return storage switch
        {
            ValueStorageType.Integer => Integer(trimmed)
                ?? throw new USyncException(field, $"\"{trimmed}\" is not a whole number."),
            ValueStorageType.Decimal => decimal.TryParse(
                trimmed,
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var number)
                ? number
                : throw new USyncException(field, $"\"{trimmed}\" is not a number."),
            ValueStorageType.Date => DateTime.TryParse(
                trimmed,
                CultureInfo.InvariantCulture,
                DateTimeStyles.RoundtripKind,
                out var date)
                ? date
                : throw new USyncException(field, $"\"{trimmed}\" is not a date."),
            _ => text,
        };
    }

    private static int? Integer(string text)
    {
        if (bool.TryParse(text, out var flag))
        {
            return flag ? 1 : 0;
        }

        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Without the trailing zeros that a database may add: 38.00 is 38.</summary>
    private static string Shortest(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);
}

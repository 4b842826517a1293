using System.Collections.Frozen;
using System.Globalization;

namespace Deventer4GlobalGoals.Web.Content.Community;

/// <summary>
/// Reads how long something took from what editors wrote: "een half jaar", "ongeveer 6 weken", "drie maanden per gast". Only Dutch, which
/// every page has.
/// </summary>
public static class DutchDuration
{
    private static readonly FrozenDictionary<string, decimal> Numbers = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["een"] = 1, ["half"] = 0.5m, ["halve"] = 0.5m, ["anderhalf"] = 1.5m, ["anderhalve"] = 1.5m, ["twee"] = 2, ["drie"] = 3, ["vier"] = 4, ["vijf"] = 5,
        ["zes"] = 6, ["zeven"] = 7, ["acht"] = 8, ["negen"] = 9, ["tien"] = 10, ["elf"] = 11, ["twaalf"] = 12, ["achttien"] = 18,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, decimal> MonthsPer = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["dag"] = 1 / 30m, ["dagen"] = 1 / 30m, ["week"] = 0.25m, ["weken"] = 0.25m, ["maand"] = 1, ["maanden"] = 1, ["kwartaal"] = 3, ["jaar"] = 12, ["jaren"] = 12,
    }.ToFrozenDictionary();

    /// <returns>Whole months, rounded up; null when the text names no number with a unit of time.</returns>
    public static int? Months(string text)
    {
        var words = TextFolding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i < words.Length; i++)
        {
            if (MonthsPer.TryGetValue(words[i], out var months) && Number(words[i - 1]) is { } number)
            {
                return (int)Math.Ceiling(number * months);
            }
        }

        return null;
    }

    private static decimal? Number(string word) =>
        Numbers.TryGetValue(word, out var number) || (decimal.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and < 1200)
            ? number
            : null;
}

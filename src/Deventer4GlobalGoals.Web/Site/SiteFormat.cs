using System.Globalization;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Content;

namespace Deventer4GlobalGoals.Web.Site;

/// <summary>Dates, times and figures as people in a language write them. Dates and times are those of Deventer.</summary>
public sealed class SiteFormat(string culture)
{
    private const char HardSpace = '\u00a0';
    private const char Minus = '\u2212';

    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(culture);
    private readonly string _language = LocalisedText.LanguageOf(culture);

    /// <summary>"11 maart 2027".</summary>
    public string Date(DateOnly date) => date.ToString(_language switch { "en" => "d MMMM yyyy", "de" => "d. MMMM yyyy", _ => "d MMMM yyyy" }, _culture);

    /// <summary>"donderdag 11 maart 2027".</summary>
    public string LongDate(DateOnly date) => $"{Weekday(date)}{(_language == "de" ? ", " : " ")}{Date(date)}";

    public string Weekday(DateOnly date) => date.ToString("dddd", _culture);

    /// <summary>"maart 2027".</summary>
    public string Month(DateOnly date) => date.ToString("MMMM yyyy", _culture);

    /// <summary>"12.00 tot 13.30 uur"; without an end "12.00 uur".</summary>
    public string Times(DateTimeOffset start, DateTimeOffset? end)
    {
        var (separator, until, after) = _language switch
        {
            "en" => (':', "to", string.Empty),
            "de" => (':', "bis", " Uhr"),
            _ => ('.', "tot", " uur"),
        };
        var times = Time(start, separator);
        return end is { } close && DeventerTime.In(close).Date == DeventerTime.In(start).Date
            ? $"{times} {until} {Time(close, separator)}{after}"
            : $"{times}{after}";
    }

    /// <summary>"1.140" or "38,5"; a real minus sign.</summary>
    public string Number(decimal number) => number.ToString("#,0.##", _culture).Replace('-', Minus);

    /// <summary>A figure with its unit, with a space that doesn't break: "38 %", "€ 7.400".</summary>
    public string Figure(decimal number, string? unit) => unit switch
    {
        null or "" => Number(number),
        "€" or "euro" => $"€{HardSpace}{Number(number)}",
        "%" => $"{Number(number)}{HardSpace}%",
        _ => $"{Number(number)} {unit}",
    };

    private static string Time(DateTimeOffset moment, char separator)
    {
        var local = DeventerTime.In(moment);
        return string.Create(CultureInfo.InvariantCulture, $"{local.Hour:00}{separator}{local.Minute:00}");
    }
}

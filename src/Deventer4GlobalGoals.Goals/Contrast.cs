using System.Globalization;

namespace Deventer4GlobalGoals.Goals;

/// <summary>How well two colours can be told apart, by the formula of WCAG 2.2 ("contrast ratio", "relative luminance").</summary>
public static class Contrast
{
    /// <summary>What normal text needs at level AA (WCAG 2.2, success criterion 1.4.3).</summary>
    public const double Text = 4.5;

    /// <param name="first">A colour as <c>#RGB</c> or <c>#RRGGBB</c>.</param>
    /// <param name="second">A colour in the same form; the order of the two makes no difference.</param>
    /// <returns>From 1 (the same) to 21 (black on white).</returns>
    /// <exception cref="FormatException">One of the two is not such a colour.</exception>
    public static double Ratio(string first, string second)
    {
        var (one, other) = (Luminance(first), Luminance(second));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    /// <returns>Relative luminance, from 0 (black) to 1 (white).</returns>
    /// <exception cref="FormatException">The text is not a colour in the form <c>#RGB</c> or <c>#RRGGBB</c>.</exception>
    public static double Luminance(string colour) =>
        TryParse(colour, out var rgb)
            ? (0.2126 * Linear(rgb.Red)) + (0.7152 * Linear(rgb.Green)) + (0.0722 * Linear(rgb.Blue))
            : throw new FormatException($"\"{colour}\" is not a colour: write #RGB or #RRGGBB.");

    internal static bool TryParse(string? colour, out (byte Red, byte Green, byte Blue) rgb)
    {
        rgb = default;
        if (colour is not ['#', .. var digits] || digits.Length is not (3 or 6))
        {
            return false;
        }

        var full = digits.Length == 6 ? digits : string.Concat(digits.SelectMany(digit => new[] { digit, digit }));
        if (!int.TryParse(full, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        rgb = ((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        return true;
    }

    private static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}

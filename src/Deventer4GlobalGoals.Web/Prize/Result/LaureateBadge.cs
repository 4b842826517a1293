using System.Xml;
using System.Xml.Linq;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Site;

namespace Deventer4GlobalGoals.Web.Prize.Result;

/// <summary>
/// Draws what a winner or finalist puts on their own site: what they are, of which prize and year, on the wall of the seventeen goals. It holds no
/// name, so it stays the same when names are erased, and no script, style or address, so it is safe in any page.
/// </summary>
public static class LaureateBadge
{
    public const int Width = 400;
    public const int Height = 236;

    private const int Margin = 24;
    private const int Inside = Width - (2 * Margin);

    // A course is nine stones of four and two units by turns, twenty-eight in all; the second one is set in by one, as on the site.
    private const int Units = 28;
    private const int PerCourse = 9;
    private const int Joint = 3;
    private const int Course = 26;
    private const int WallTop = Height - Margin - (2 * Course) - Joint;

    // Letters of a usual face are some six tenths as wide as high.
    private const double LetterWidth = 0.58;

    private const string Brick = "#86331d";
    private const string Ink = "#14222a";
    private const string Quiet = "#575147";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The drawing, as XML.</summary>
    public static string Draw(Laureate laureate, string culture)
    {
        ArgumentNullException.ThrowIfNull(laureate);
        var rules = laureate.Edition.Rulebook;
        var (texts, title) = (SiteTexts.In(culture), NominationWords.Title(rules, culture));
        var category = rules.Categories.Count > 1 ? NominationWords.Of(laureate.Category.Name, culture) : null;
        return new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {Height}"),
            new XAttribute("width", Width),
            new XAttribute("height", Height),
            new XAttribute("role", "img"),
            new XAttribute(XNamespace.Xml + "lang", LocalisedText.LanguageOf(culture)),
            new XAttribute("font-family", "'Avenir Next', 'Segoe UI', Roboto, Arial, 'Liberation Sans', sans-serif"),
            new XElement(Svg + "title", Clean(Describe(laureate, culture))),
            Box(1, 1, Width - 2, Height - 2, "#fff", Brick),
            Mark(),
            Text("Deventer4GlobalGoals", Margin + 46, 44, 19, 700, "#4f1c10"),
            Text(texts[laureate.Honour], Margin, 98, 40, 800, Ink, Inside - 110),
            Text($"{laureate.Edition.Year}", Width - Margin, 98, 40, 800, Brick, anchor: "end"),
            Text(title, Margin, category is null ? 132 : 124, 18, 600, Ink),
            category is null ? null : Text(category, Margin, 146, 16, 400, Quiet),
            Enumerable.Range(0, 2 * PerCourse).Select(Stone)).ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>The same in words: "Winnaar, Deventer4GlobalGoals-prijs 2031, Bedrijven".</summary>
    public static string Describe(Laureate laureate, string culture)
    {
        ArgumentNullException.ThrowIfNull(laureate);
        var rules = laureate.Edition.Rulebook;
        var category = rules.Categories.Count > 1 ? ", " + NominationWords.Of(laureate.Category.Name, culture) : null;
        return $"{SiteTexts.In(culture)[laureate.Honour]}, {NominationWords.Title(rules, culture)}{category}";
    }

    private static IEnumerable<XElement> Stone(int place)
    {
        const double Unit = (Inside + (double)Joint) / Units;
        var (row, column) = (place / PerCourse, place % PerCourse);

        // Long and short by turns; the second course begins with a short one, one unit further on.
        var isLong = (place % 2) == 0;
        var before = row == 0 ? (column * 3) + (column % 2) : 1 + (column * 3) - (column % 2);
        var (x, y) = (Math.Round(Margin + (before * Unit), 1), WallTop + (row * (Course + Joint)));
        var width = Math.Round(((isLong ? 4 : 2) * Unit) - Joint, 1);
        if (place >= GoalCatalogue.Count)
        {
            // The wall is never finished.
            yield return Dashed(Box(x + 1, y + 1, width - 2, Course - 2, "none", Brick), "4 3");
            yield break;
        }

        var goal = GoalCatalogue.Default.Goal(place + 1);
        yield return Box(x, y, width, Course, goal.Colour, null);
        yield return Text($"{goal.Number}", x + (width / 2), y + 18, 13, 700, goal.TextColour, anchor: "middle");
    }

    // The site's own mark, five bricks and an open place.
    private static XElement Mark() => new(
        Svg + "g",
        new XAttribute("transform", $"translate({Margin} 22) scale(.8)"),
        Box(0, 0, 27, 12, Brick, null),
        Box(29, 0, 15, 12, Brick, null),
        Box(0, 14, 13, 12, Brick, null),
        Box(15, 14, 29, 12, Brick, null),
        Box(0, 28, 27, 12, Brick, null),
        Dashed(Box(30, 29, 13, 10, "none", Brick), "3 2"));

    private static XElement Dashed(XElement box, string dashes)
    {
        box.Add(new XAttribute("stroke-dasharray", dashes));
        return box;
    }

    private static XElement Box(double x, double y, double width, double height, string fill, string? stroke) => new(
        Svg + "rect",
        new XAttribute("x", x),
        new XAttribute("y", y),
        new XAttribute("width", width),
        new XAttribute("height", height),
        new XAttribute("fill", fill),
        stroke is null ? null : new[] { new XAttribute("stroke", stroke), new XAttribute("stroke-width", 2) });

    /// <summary>A line of text, in smaller letters when it would be wider than there is room.</summary>
    private static XElement Text(string text, double x, double y, double size, int weight, string fill, double room = Inside, string? anchor = null) => new(
        Svg + "text",
        new XAttribute("x", x),
        new XAttribute("y", y),
        new XAttribute("font-size", Math.Round(Math.Min(size, room / (LetterWidth * Math.Max(text.Length, 1))), 1)),
        new XAttribute("font-weight", weight),
        new XAttribute("fill", fill),
        anchor is null ? null : new XAttribute("text-anchor", anchor),
        Clean(text));

    private static string Clean(string text) => new([.. text.Where(XmlConvert.IsXmlChar)]);
}

using System.Globalization;
using AngleSharp.Dom;

namespace Deventer4GlobalGoals.Web.Desk.Checks;

/// <summary>What is read from the mark-up of texts: pictures, headings, links, tables.</summary>
internal static class TextRules
{
    private const int LongestQuote = 60;

    /// <summary>Headings of a text begin here: the page's own name is above them.</summary>
    private const int TopHeading = 2;

    private static readonly HashSet<string> VagueTexts = new(StringComparer.OrdinalIgnoreCase)
    {
        "klik hier", "hier", "lees meer", "lees verder", "meer", "meer info", "meer informatie", "link", "deze link", "website", "klik", "verder", "deze pagina", "download",
        "click here", "here", "read more", "more", "more info", "more information", "this link", "this page",
        "hier klicken", "klicken sie hier", "mehr", "mehr lesen", "weiterlesen", "mehr informationen",
    };

    public static IEnumerable<Finding> Pictures(CheckedPage page) => page.Pictures
        .Where(picture => string.IsNullOrWhiteSpace(picture.Description))
        .Select(picture => new Finding(CheckRules.AltMissing, picture.Field, picture.Name))
        .Concat(page.Texts.SelectMany(text => text.Body.QuerySelectorAll("img")
            .Where(image => string.IsNullOrWhiteSpace(image.GetAttribute("alt")))
            .Select(image => new Finding(CheckRules.AltMissing, text.Field, Short(FileName(image.GetAttribute("src")))))));

    public static IEnumerable<Finding> Headings(CheckedPage page)
    {
        foreach (var text in page.Texts)
        {
            // A page's texts stand below headings of level two, so that a first heading may be of level two or three.
            var before = TopHeading;
            foreach (var heading in text.Body.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
            {
                var level = int.Parse(heading.LocalName.AsSpan(1), CultureInfo.InvariantCulture);
                if (level < TopHeading || level > before + 1)
                {
                    yield return new Finding(CheckRules.HeadingOrder, text.Field, Short(heading.TextContent));
                }

                before = Math.Max(level, TopHeading);
            }
        }
    }

    public static IEnumerable<Finding> Links(CheckedPage page) => page.Links
        .SelectMany(link => Judge(link.Field, link.Text, link.Target, link.Leads))
        .Concat(page.Texts.SelectMany(text => text.Body.QuerySelectorAll("a[href]")
            .SelectMany(link => Judge(text.Field, NameOf(link), link.GetAttribute("href") ?? string.Empty, page.Leads(link.GetAttribute("href") ?? string.Empty)))));

    public static IEnumerable<Finding> Tables(CheckedPage page) =>
        from text in page.Texts
        from table in text.Body.QuerySelectorAll("table")
        where !table.QuerySelectorAll("th").Any(cell => !string.IsNullOrWhiteSpace(cell.TextContent))
        select new Finding(CheckRules.TableHeaders, text.Field, Short(table.QuerySelector("td")?.TextContent ?? string.Empty));

    /// <summary>The beginning of a text, on one line.</summary>
    internal static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestQuote ? line : line[..LongestQuote].TrimEnd() + "…";
    }

    private static IEnumerable<Finding> Judge(string field, string text, string target, bool leads)
    {
        if (text.Length == 0)
        {
            yield return new Finding(CheckRules.LinkEmpty, field, Short(target));
        }
        else if (VagueTexts.Contains(text.TrimEnd('.', '!', ':', '»', '>', '→', '…').TrimEnd()))
        {
            yield return new Finding(CheckRules.LinkVague, field, Short(text));
        }

        if (!leads)
        {
            yield return new Finding(CheckRules.LinkBroken, field, Short(target));
        }
    }

    private static string NameOf(IElement link) =>
        string.Join(' ', (link.TextContent + " " + string.Join(' ', link.QuerySelectorAll("img[alt]").Select(image => image.GetAttribute("alt"))))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string FileName(string? address) => address?.Split('?')[0].Split('/')[^1] ?? string.Empty;
}

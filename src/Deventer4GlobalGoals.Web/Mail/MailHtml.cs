using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace Deventer4GlobalGoals.Web.Mail;

/// <summary>The text of a mail as HTML, for programs that show that rather than text: the same words, in paragraphs, with links that can be pressed.</summary>
public static partial class MailHtml
{
    /// <param name="subject">Becomes the title.</param>
    /// <param name="text">Plain text; an empty line ends a paragraph.</param>
    public static string From(string subject, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var html = new StringBuilder("<!doctype html><html><head><meta charset=\"utf-8\"><title>").Append(HtmlEncoder.Default.Encode(subject))
            .Append("</title></head><body style=\"font-family: sans-serif; line-height: 1.5; max-width: 40em\">");
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append("<p>").AppendJoin("<br>", paragraph.Split('\n').Select(Line)).Append("</p>");
        }

        return html.Append("</body></html>").ToString();
    }

    private static string Line(string line)
    {
        var html = new StringBuilder();
        var done = 0;
        foreach (var link in Link().Matches(line).Cast<Match>())
        {
            var address = HtmlEncoder.Default.Encode(link.Value);
            html.Append(HtmlEncoder.Default.Encode(line[done..link.Index])).Append("<a href=\"").Append(address).Append("\">").Append(address).Append("</a>");
            done = link.Index + link.Length;
        }

        return html.Append(HtmlEncoder.Default.Encode(line[done..])).ToString();
    }

    /// <summary>What ends a sentence behind an address isn't part of it.</summary>
    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)]")]
    private static partial Regex Link();
}

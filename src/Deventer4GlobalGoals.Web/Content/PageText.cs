using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Deventer4GlobalGoals.Web.Content;

/// <summary>
/// A text of a page in the visitor's language, or in Dutch when the page has no such text: a view that shows it
/// then marks it with its language by itself.
/// </summary>
/// <param name="Text">Plain text; it is encoded when shown.</param>
/// <param name="Lang">The language of the text when it is not the visitor's: "nl". Otherwise null.</param>
public sealed record PageText(string Text, string? Lang = null) : IHtmlContent
{
    public static PageText Empty { get; } = new(string.Empty);

    public bool IsEmpty => Text.Length == 0;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => Marked.Write(writer, encoder, "span", Lang, () => encoder.Encode(writer, Text));

    public override string ToString() => Text;
}

/// <summary>What an editor wrote with mark-up, sanitised where it was converted.</summary>
/// <param name="Html">Safe HTML.</param>
/// <param name="Lang"><inheritdoc cref="PageText" path="/param[@name='Lang']"/></param>
public sealed record PageHtml(string Html, string? Lang = null) : IHtmlContent
{
    public static PageHtml Empty { get; } = new(string.Empty);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Html);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => Marked.Write(writer, encoder, "div", Lang, () => writer.Write(Html));
}

internal static class Marked
{
    public static void Write(TextWriter writer, HtmlEncoder encoder, string element, string? lang, Action content)
    {
        if (lang is null)
        {
            content();
            return;
        }

        writer.Write($"<{element} lang=\"");
        encoder.Encode(writer, lang);
        writer.Write("\">");
        content();
        writer.Write($"</{element}>");
    }
}

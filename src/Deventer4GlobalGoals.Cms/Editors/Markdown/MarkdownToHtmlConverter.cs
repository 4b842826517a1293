using Deventer4GlobalGoals.Cms.Editors.RichText;
using Markdig;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Editors.Markdown;

/// <summary>
/// Markdown (CommonMark with tables, bare addresses as links, strike-through) to HTML. Raw HTML in it is shown as text,
/// and what Markdig makes of the rest passes the same allow-list as rich text, which refuses javascript: and the like.
/// </summary>
public sealed class MarkdownToHtmlConverter(RichTextSanitizer sanitizer) : IMarkdownToHtmlConverter
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseAutoLinks()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .Build();

    public string ToHtml(string markdown) =>
        string.IsNullOrWhiteSpace(markdown)
            ? string.Empty
            : sanitizer.SanitizeForDisplay(Markdig.Markdown.ToHtml(markdown, Pipeline)).Trim();
}

using Deventer4GlobalGoals.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Web.Desk.Fields;

/// <summary>How Markdown will look, while it is being typed.</summary>
[Route("umbraco/markdown")]
public sealed class MarkdownController(Viewer viewer, IMarkdownToHtmlConverter markdown) : DeskController(viewer)
{
    private const int LongestText = 200_000;

    /// <summary>Safe HTML, as on the site.</summary>
    [HttpPost("")]
    public IActionResult Show(string? text) => text?.Length > LongestText
        ? StatusCode(StatusCodes.Status413PayloadTooLarge)
        : Content(markdown.ToHtml(text ?? string.Empty), "text/html; charset=utf-8");
}

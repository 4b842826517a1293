using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Hosting;
using Deventer4GlobalGoals.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>A link with which anybody may look at a draft, until it expires.</summary>
public sealed record SharedPreviewPage(IContent Item, string Culture, string Link, DateTimeOffset Until);

/// <summary>A draft in a frame as wide as a phone or a computer.</summary>
public sealed record PreviewPage(IContent Item, string Culture, IReadOnlyList<(string Culture, string Name, ItemState State)> Cultures, bool IsPhone)
{
    /// <summary>What asks for the width of a phone.</summary>
    public const string Phone = "phone";

    /// <summary>What asks for that of a computer; also when nothing is asked.</summary>
    public const string Desktop = "desktop";

    public string Address(string culture, string width) => $"/umbraco/items/{Item.Key}/preview/screen?culture={culture}&width={width}";
}

/// <summary>How a draft will look, for who writes it.</summary>
[Route("umbraco/items/{key:guid}/preview")]
public sealed class PreviewController(Viewer viewer, IContentService contents, EditPages pages, PreviewLinks links, SiteOrigin origin, AuditLog audit) : DeskController(viewer)
{
    /// <summary>The draft itself.</summary>
    /// <param name="key">Of the item.</param>
    /// <param name="culture">In which language.</param>
    /// <param name="framed">Whether its links open in a tab of their own: in the frame they could not.</param>
    [HttpGet("")]
    public IActionResult Show(Guid key, string? culture, bool framed = false)
    {
        if (Find(key) is not { } item)
        {
            return NotFound();
        }

        SecurityHeaders.AllowInFrame(Response);
        return new DraftResult(key, culture ?? SitePage.DefaultCulture, item.ContentType.Alias, framed);
    }

    /// <summary>The draft in a frame.</summary>
    [HttpGet("screen")]
    public async Task<IActionResult> Screen(Guid key, string? culture, string? width)
    {
        if (Find(key) is not { } item)
        {
            return NotFound();
        }

        var cultures = await pages.CulturesAsync(item);
        var language = cultures.Select(one => one.Culture).FirstOrDefault(one => one == culture) ?? SitePage.DefaultCulture;
        SecurityHeaders.AllowFrames(Response);
        return View("~/Desk/Views/Preview.cshtml", new PreviewPage(item, language, cultures, width == PreviewPage.Phone));
    }

    /// <summary>Makes a link for somebody without an account.</summary>
    [HttpPost("share")]
    public async Task<IActionResult> Share(Guid key, string? culture)
    {
        if (Find(key) is not { } item)
        {
            return NotFound();
        }

        var language = culture ?? SitePage.DefaultCulture;
        var (token, until) = links.Make(key, language);
        await audit.WriteAsync("item.shared", Viewer.Required.Id, key.ToString(), language);
        return View("~/Desk/Views/SharedPreview.cshtml", new SharedPreviewPage(item, language, $"{origin.Current}/voorbeeld/{token}", until));
    }

    private IContent? Find(Guid key) => contents.GetById(key) is { Trashed: false } item && ItemAccess.MayEdit(Viewer, item) ? item : null;
}

/// <summary>A draft for whoever has a link to it. It always shows what is on the desk at that moment.</summary>
public sealed class SharedPreviewController(IContentService contents, PreviewLinks links) : Controller
{
    [HttpGet("voorbeeld/{token}")]
    public IActionResult Show(string token)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        return links.Read(token) is { } draft && contents.GetById(draft.Key) is { Trashed: false } item
            ? new DraftResult(draft.Key, draft.Culture, item.ContentType.Alias)
            : NotFound();
    }
}

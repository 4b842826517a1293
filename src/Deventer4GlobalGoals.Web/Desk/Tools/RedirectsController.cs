using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Tools;

/// <summary>An old address, and where it leads now.</summary>
public sealed record RedirectEntry(Guid Key, string Old, string? Culture, Guid Page, string Name, string? Now, DateTime At);

public sealed record RedirectsPage(IReadOnlyList<RedirectEntry> Entries, long Total, int Number)
{
    public const int Size = 50;

    public int Pages => (int)((Total + Size - 1) / Size);
}

/// <summary>Old addresses of pages that were renamed or moved. They come by themselves; one that is in the way can be removed.</summary>
[Route("umbraco/redirects")]
public sealed class RedirectsController(Viewer viewer, IRedirectUrlService redirects, IPublishedUrlProvider urls, PageNames names, AuditLog audit) : DeskController(viewer)
{
    [HttpGet("")]
    public IActionResult Show(int page = 1)
    {
        var number = Math.Clamp(page, 1, 10_000);
        var found = redirects.GetAllRedirectUrls(number - 1, RedirectsPage.Size, out var total).ToList();
        return View("~/Desk/Views/Redirects.cshtml", new RedirectsPage([.. found.Select(one => new RedirectEntry(
            one.Key, Path(one.Url, one.Culture), one.Culture, one.ContentKey, names.Name(one.ContentKey), Now(one.ContentKey, one.Culture), one.CreateDateUtc))], total, number));
    }

    [HttpPost("remove")]
    public async Task<IActionResult> Remove(Guid key)
    {
        redirects.Delete(key);
        await audit.WriteAsync("redirect.removed", Viewer.Required.Id, key.ToString());
        Tell(T("Weggehaald. Het oude adres leidt nergens meer heen.", "Removed. The old address leads nowhere any more."));
        return RedirectToAction(nameof(Show));
    }

    private string? Now(Guid page, string? culture) => urls.GetUrl(page, UrlMode.Relative, culture) is { Length: > 0 } url && url[0] == '/' ? url : null;

    /// <summary>As a visitor would type it: Umbraco keeps it with the number of the home page in front.</summary>
    private static string Path(string url, string? culture) => (culture switch { "en-US" => "/en", "de-DE" => "/de", _ => string.Empty }) + url.TrimStart("0123456789".ToCharArray());
}

using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Site;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Desk.Freshness;

/// <summary>The question, or the thanks.</summary>
/// <param name="Practice">As it is on the site.</param>
/// <param name="Token">In the links.</param>
/// <param name="IsConfirmed">Whether they said yes just now.</param>
public sealed record FreshnessPage(CommunityItem Practice, string Token, bool IsConfirmed);

/// <summary>Is it still so? Looking at the link, as mail scanners do, confirms nothing; its button does.</summary>
[AutoValidateAntiforgeryToken]
public sealed class FreshnessController(FreshnessLinks links, PracticeKeeping keeping, SiteView site) : Controller
{
    private const string Languages = "{language:regex(^(en|de)$)}";

    [HttpGet("praktijkvoorbeeld-actueel/{token}")]
    [HttpGet(Languages + "/praktijkvoorbeeld-actueel/{token}")]
    public IActionResult Show(string token, int bevestigd = 0)
    {
        Response.Headers.CacheControl = "no-store";
        return links.Read(token) is { } link && keeping.Find(link.Practice) is { } practice
            ? View("~/Views/Freshness/Show.cshtml", new FreshnessPage(practice, token, bevestigd == 1))
            : NotFound();
    }

    [HttpPost("praktijkvoorbeeld-actueel/{token}")]
    [HttpPost(Languages + "/praktijkvoorbeeld-actueel/{token}")]
    public async Task<IActionResult> Confirm(string token, CancellationToken cancellation) =>
        links.Read(token) is { } link && await keeping.ConfirmAsync(link.Practice, cancellation)
            ? Redirect(FreshnessLinks.Path(site.Culture, token) + "?bevestigd=1")
            : NotFound();
}

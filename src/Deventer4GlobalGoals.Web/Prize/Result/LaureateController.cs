using System.Globalization;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Site;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Prize.Result;

/// <summary>Certificate and badge of winners and finalists, from the ceremony on. Before it the answer is the same as for a year without a prize.</summary>
public sealed class LaureateController(Laureates laureates, SiteView site) : Controller
{
    private const string Languages = "{language:regex(^(en|de)$)}";

    /// <summary>"/prijs/2031/oorkonde/n-3f09c1ab".</summary>
    public static string CertificatePath(string culture, int year, string entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{NominationMails.Prefix(culture)}/prijs/{year}/oorkonde/{Uri.EscapeDataString(entry)}");

    /// <summary>"/prijs/2031/embleem/n-3f09c1ab.svg".</summary>
    public static string BadgePath(string culture, int year, string entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{NominationMails.Prefix(culture)}/prijs/{year}/embleem/{Uri.EscapeDataString(entry)}.svg");

    /// <summary>A page to print, with the badge to take along. Whose name was erased has none any more.</summary>
    [HttpGet("prijs/{year:int}/oorkonde/{entry}")]
    [HttpGet(Languages + "/prijs/{year:int}/oorkonde/{entry}")]
    public async Task<IActionResult> Certificate(int year, string entry, CancellationToken cancellation)
    {
        site.Addresses = SiteLinks.Cultures.ToDictionary(culture => culture, culture => CertificatePath(culture, year, entry));
        return await laureates.FindAsync(year, entry, cancellation) is { Name: not null } laureate ? View("~/Views/Result/Certificate.cshtml", laureate) : NotFound();
    }

    /// <summary>A drawing that other sites may show.</summary>
    [HttpGet("prijs/{year:int}/embleem/{entry}.svg")]
    [HttpGet(Languages + "/prijs/{year:int}/embleem/{entry}.svg")]
    public async Task<IActionResult> Badge(int year, string entry, CancellationToken cancellation)
    {
        if (await laureates.FindAsync(year, entry, cancellation) is not { } laureate)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = "default-src 'none'";
        Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        Response.Headers.CacheControl = "public, max-age=3600";
        return Content(LaureateBadge.Draw(laureate, site.Culture), "image/svg+xml; charset=utf-8");
    }
}

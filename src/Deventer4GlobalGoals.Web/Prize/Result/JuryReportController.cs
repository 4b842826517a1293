using Deventer4GlobalGoals.Web.Site;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Prize.Result;

/// <summary>The jury report for everybody, from the ceremony on. Before it the answer is the same as for a year without a prize.</summary>
public sealed class JuryReportController(JuryReports reports, ReportPdfs pdfs, SiteView site) : Controller
{
    internal const string ReportView = "~/Views/Result/Report.cshtml";

    /// <summary>"/prijs/2031/juryrapport".</summary>
    public static string Path(string culture, int year) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{Nominating.NominationMails.Prefix(culture)}/prijs/{year}/juryrapport");

    [HttpGet("prijs/{year:int}/juryrapport")]
    [HttpGet("{language:regex(^(en|de)$)}/prijs/{year:int}/juryrapport")]
    public async Task<IActionResult> Show(int year, CancellationToken cancellation)
    {
        site.Addresses = SiteLinks.Cultures.ToDictionary(culture => culture, culture => Path(culture, year));
        return await reports.FindPublicAsync(year, cancellation) is { } report ? View(ReportView, pdfs.Linked(report, Path(site.Culture, year))) : NotFound();
    }

    /// <summary>The same report, as a file.</summary>
    [HttpGet("prijs/{year:int}/juryrapport.pdf")]
    [HttpGet("{language:regex(^(en|de)$)}/prijs/{year:int}/juryrapport.pdf")]
    public async Task<IActionResult> Pdf(int year, CancellationToken cancellation)
    {
        // Should the page come in its place, it is that page.
        site.Addresses = SiteLinks.Cultures.ToDictionary(culture => culture, culture => Path(culture, year));
        return await reports.FindPublicAsync(year, cancellation) is { } report ? await pdfs.AnswerAsync(this, report, Path(site.Culture, year), cancellation) : NotFound();
    }
}

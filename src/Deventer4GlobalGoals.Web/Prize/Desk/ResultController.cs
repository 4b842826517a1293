using Deventer4GlobalGoals.Prize.Export;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Prize.Audience;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Prize.Result;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>The report before everybody reads it, what is handed out to recompute it, and erasing who didn't win.</summary>
[Route("umbraco/prize/{year:int}")]
public sealed class ResultController(Viewer viewer, EditionDesk desk, JuryReports reports, ReportPdfs pdfs, Anonymising anonymising, AudienceCount votes, PrizePeople people, AuditLog audit) : DeskController(viewer)
{
    [HttpGet("report")]
    public async Task<IActionResult> Report(int year, CancellationToken cancellation) =>
        await EnterAsync(year, PrizeAction.SeeResult, cancellation) is { } edition
            ? View(JuryReportController.ReportView, pdfs.Linked(await reports.MakeAsync(edition, cancellation), Page(year)))
            : NotFound();

    [HttpGet("report.pdf")]
    public async Task<IActionResult> Pdf(int year, CancellationToken cancellation) =>
        await EnterAsync(year, PrizeAction.SeeResult, cancellation) is { } edition
            ? await pdfs.AnswerAsync(this, await reports.MakeAsync(edition, cancellation), Page(year), cancellation)
            : NotFound();

    [HttpGet("export")]
    public async Task<IActionResult> Export(int year, CancellationToken cancellation)
    {
        if (await EnterAsync(year, PrizeAction.Export, cancellation) is not { } edition)
        {
            return NotFound();
        }

        await audit.WriteAsync("prize.exported", Viewer.Required.Id, $"{year}", cancellation: cancellation);
        var files = new Dictionary<string, string>(ResultFiles.Of(edition.Log), StringComparer.Ordinal);
        if (await votes.CsvAsync(edition, cancellation) is { } lines)
        {
            files[AudienceCount.File] = lines;
        }

        var stream = new MemoryStream();
        ResultZip.Write(stream, files);
        stream.Position = 0;
        return File(stream, "application/zip", $"prijs-{year}.zip");
    }

    [HttpPost("anonymise")]
    public async Task<IActionResult> Anonymise(int year, CancellationToken cancellation)
    {
        if (await EnterAsync(year, PrizeAction.Anonymise, cancellation) is null)
        {
            return NotFound();
        }

        await audit.WriteAsync("prize.anonymised", Viewer.Required.Id, $"{year}", cancellation: cancellation);
        await anonymising.EraseAsync(year, await people.ActorAsync(year, cancellation), close: false, cancellation);
        Tell(T("Van wie niet won, zijn de gegevens gewist.", "What was known of who didn't win is erased."));
        return Redirect($"/umbraco/prize/{year}");
    }

    private static string Page(int year) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/umbraco/prize/{year}/report");

    private async Task<EditionNow?> EnterAsync(int year, PrizeAction action, CancellationToken cancellation) =>
        await desk.EnterAsync(year, cancellation) is { State: not null } edition && await desk.MayAsync(action, edition, cancellation) ? edition : null;
}

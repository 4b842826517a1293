using System.Text;
using Deventer4GlobalGoals.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Desk.Checks;

/// <summary>The list of findings; Rule is the one that is shown, null for all.</summary>
public sealed record ChecksPage(SiteFindings Found, CheckRule? Rule, int Number, IReadOnlyList<PageFindings> Shown, int Total)
{
    public const int Size = 50;

    public int Pages => (Total + Size - 1) / Size;
}

/// <summary>What the checks found on the whole site: as a page, and as a file.</summary>
[Route("umbraco/checks")]
public sealed class ChecksController(Viewer viewer, SiteCheck check) : DeskController(viewer)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PatienceForFile = TimeSpan.FromMinutes(2);

    [HttpGet("")]
    public async Task<IActionResult> Show(string? rule, int page = 1, CancellationToken cancellation = default)
    {
        var found = await check.LookAsync(Patience, cancellation);
        var chosen = CheckRules.All.FirstOrDefault(one => one.Id == rule);
        var shown = chosen is null
            ? found.Pages
            : [.. found.Pages.Select(one => one with { Findings = [.. one.Findings.Where(finding => finding.Rule == chosen)] }).Where(one => one.Findings.Count > 0)];
        var number = Math.Clamp(page, 1, Math.Max(1, (shown.Count + ChecksPage.Size - 1) / ChecksPage.Size));
        return View("~/Desk/Views/Checks.cshtml", new ChecksPage(found, chosen, number, [.. shown.Skip((number - 1) * ChecksPage.Size).Take(ChecksPage.Size)], shown.Count));
    }

    [HttpGet("csv")]
    public async Task<IActionResult> Csv(CancellationToken cancellation)
    {
        var found = await check.LookAsync(PatienceForFile, cancellation);
        var text = new StringBuilder(T("Pagina;Taal;Soort;Regel;Fout;Waar;Wat;Adres", "Page;Language;Kind;Rule;Error;Where;What;Address")).Append("\r\n");
        foreach (var page in found.Pages)
        {
            foreach (var finding in page.Findings)
            {
                string[] cells =
                [
                    page.Name, page.Culture, page.Type, finding.Rule.Id, finding.Rule.IsError ? T("ja", "yes") : T("nee", "no"), finding.Field, finding.Text(Viewer.Language),
                    $"/umbraco/items/{page.Key}?culture={page.Culture}",
                ];
                text.AppendJoin(';', cells.Select(DeskCsv.Cell)).Append("\r\n");
            }
        }

        return File(DeskCsv.Bytes(text.ToString()), DeskCsv.Type, T("controles.csv", "checks.csv"));
    }
}

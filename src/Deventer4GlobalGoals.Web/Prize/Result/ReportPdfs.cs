using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Deventer4GlobalGoals.Web.Hosting.Pdf;
using Deventer4GlobalGoals.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Net.Http.Headers;

namespace Deventer4GlobalGoals.Web.Prize.Result;

/// <summary>A print that is kept.</summary>
/// <param name="Source">SHA-256 of the page that it was made of.</param>
/// <param name="Bytes">Null when it could not be made.</param>
/// <param name="At">When it was tried.</param>
public sealed record Print(string Source, byte[]? Bytes, DateTimeOffset At);

/// <summary>
/// The prints of jury reports, one per report and language, as long as the page stays the same: a browser starts when a report changed, not when
/// somebody asks. One that failed is tried again after <see cref="Rest"/>.
/// </summary>
public sealed class ReportPrints(PdfPrinter printer, KeptResults kept, IHostApplicationLifetime lifetime, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Print> _prints = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _one = new(1, 1);

    public bool IsAvailable => printer.IsAvailable;

    /// <summary>How often a browser was started.</summary>
    internal int Made { get; private set; }

    /// <summary>In bytes; null while there is none.</summary>
    public int? SizeOf(string name) => _prints.GetValueOrDefault(name)?.Bytes?.Length;

    /// <param name="name">Of which report, in which language, for whom.</param>
    /// <param name="html">What it says.</param>
    /// <param name="cancellation">Ends waiting; a print that has begun goes on, for whoever asks next.</param>
    public async Task<Print> OfAsync(string name, string html, CancellationToken cancellation)
    {
        var source = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)));
        if (Find(name, source) is { } known)
        {
            return known;
        }

        await _one.WaitAsync(cancellation);
        try
        {
            if (Find(name, source) is { } meanwhile)
            {
                return meanwhile;
            }

            Made++;
            var made = new Print(source, await printer.PrintAsync(html, lifetime.ApplicationStopping), time.GetUtcNow());
            _prints[name] = made;

            // The page says how large the file is.
            kept.Changed();
            return made;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private Print? Find(string name, string source) =>
        _prints.GetValueOrDefault(name) is { } print && print.Source == source && (print.Bytes is not null || time.GetUtcNow() - print.At < Rest) ? print : null;
}

/// <summary>The jury report as a tagged PDF, for whoever may read the page that it is made of.</summary>
public sealed class ReportPdfs(ReportPrints prints, ICompositeViewEngine views, SiteView site)
{
    /// <summary>The report with where its PDF is, on a server that can make one.</summary>
    /// <param name="report">For whoever reads it.</param>
    /// <param name="page">The path of the page; the PDF is beside it.</param>
    public JuryReport Linked(JuryReport report, string page)
    {
        ArgumentNullException.ThrowIfNull(report);
        return prints.IsAvailable ? report with { Pdf = new ReportPdf(page + ".pdf", prints.SizeOf(NameOf(report))) } : report;
    }

    /// <summary>The PDF. Without a browser: to the page, which says how to make one; when the browser failed, the page in its place.</summary>
    /// <param name="controller">That answers.</param>
    /// <param name="report">For whoever reads it.</param>
    /// <param name="page">The path of the page.</param>
    /// <param name="cancellation">Ends waiting.</param>
    public async Task<IActionResult> AnswerAsync(Controller controller, JuryReport report, string page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(controller);
        ArgumentNullException.ThrowIfNull(report);
        if (!prints.IsAvailable)
        {
            return controller.Redirect(page + "#pdf");
        }

        var print = await prints.OfAsync(NameOf(report), await WriteAsync(controller, report with { IsOnPaper = true }), cancellation);
        if (print.Bytes is null)
        {
            controller.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            controller.Response.Headers.RetryAfter = ((int)ReportPrints.Rest.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return controller.View(JuryReportController.ReportView, report with { HasFailed = true });
        }

        // What is erased is asked for again; the desk keeps nothing at all.
        var headers = controller.Response.Headers;
        headers.CacheControl = headers.CacheControl.Count == 0 ? "no-cache" : headers.CacheControl;
        headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"inline; filename=\"juryrapport-{report.Edition.Year}.pdf\"");
        return new FileContentResult(print.Bytes, "application/pdf") { EntityTag = new EntityTagHeaderValue($"\"{print.Source}\"") };
    }

    // The page before the ceremony says that it is secret, so it is another file.
    private string NameOf(JuryReport report) => string.Create(CultureInfo.InvariantCulture, $"{report.Edition.Year} {site.Language} {report.IsSealed}");

    private async Task<string> WriteAsync(Controller controller, JuryReport report)
    {
        var view = views.GetView(null, JuryReportController.ReportView, isMainPage: true).EnsureSuccessful([]).View!;
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        var data = new ViewDataDictionary<JuryReport>(controller.ViewData, report);
        await view.RenderAsync(new ViewContext(controller.ControllerContext, view, data, controller.TempData, text, new HtmlHelperOptions()));
        return text.ToString();
    }
}

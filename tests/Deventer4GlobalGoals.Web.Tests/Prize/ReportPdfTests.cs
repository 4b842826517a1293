using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Hosting.Pdf;
using Deventer4GlobalGoals.Web.Prize.Result;
using Deventer4GlobalGoals.Web.Tests.Browser;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.Extensions.Options;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>Where a browser can print and Debian's poppler can look into what it printed.</summary>
public sealed class PrintedFactAttribute : FactAttribute
{
    public PrintedFactAttribute() => Skip = Chromium.Missing ?? (File.Exists("/usr/bin/pdfinfo") ? null : "/usr/bin/pdfinfo is not installed: apt-get install poppler-utils.");
}

/// <summary>The jury report as a file: what is in it, who gets it when, and what there is without a browser. One site; a year per fact.</summary>
public sealed partial class ReportPdfTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    private static readonly DateTimeOffset Ceremony = new CityTime(2032, 2, 11, 17, 0).First();

    [PrintedFact]
    public async Task It_has_tags_for_headings_and_tables_and_is_made_once()
    {
        await DecideAsync(2051);
        using var nobody = new Person(site.Own);
        using var editor = await site.Own.SignInAsync("pdfredacteur", Web.Accounts.AccountRoles.Editor);
        await site.MoveToAsync(Ceremony - TimeSpan.FromMinutes(5));
        foreach (var person in new[] { nobody, site.Secretary })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync("/prijs/2051/juryrapport.pdf")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync("/en/prijs/2051/juryrapport.pdf")).Status);
        }

        // Before the ceremony only where the page is, and it says that it is secret.
        Assert.NotEqual(HttpStatusCode.OK, (await nobody.GetAsync("/umbraco/prize/2051/report.pdf")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await editor.GetAsync("/umbraco/prize/2051/report.pdf")).Status);
        Assert.Equal("/umbraco/prize/2051/report.pdf", (await site.Secretary.GetAsync("/umbraco/prize/2051/report")).Page.QuerySelector("#pdf a")!.GetAttribute("href"));
        Assert.Contains("Geheim tot de uitreiking", await PopplerAsync("pdftotext", await site.Secretary.BytesAsync("/umbraco/prize/2051/report.pdf"), "-"), StringComparison.Ordinal);

        await site.MoveToAsync(Ceremony);
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        var link = (await nobody.GetAsync("/prijs/2051/juryrapport")).Page.QuerySelector("#pdf a")!;
        Assert.Equal(("Download dit rapport (pdf, toegankelijk)", "application/pdf"), (link.TextContent, link.GetAttribute("type")));
        var (paper, tag) = await ReadAsync(link.GetAttribute("href")!);
        await Look.KeepAsync(paper, "juryrapport.pdf");
        var about = await PopplerAsync("pdfinfo", paper);
        Assert.Matches("""(?m)^Title: +Juryrapport 2051 \| Deventer4GlobalGoals$""", about);
        Assert.Matches("(?m)^Tagged: +yes$", about);
        Assert.Matches("(?m)^JavaScript: +no$", about);
        Assert.Matches(@"(?m)^Page size: +59[45]\.\d+ x 84[12]\.?\d* pts \(A4\)$", about);

        var tags = await PopplerAsync("pdfinfo", paper, "-struct");
        Assert.Equal(["H1"], Tags(tags, "H1"));
        Assert.InRange(Tags(tags, "H2").Count, 3, 20);
        Assert.Equal(2, Tags(tags, "Table").Count);
        Assert.InRange(Tags(tags, "TH").Count, 12, 100);
        Assert.Equal(2, Tags(tags, "Caption").Count);
        Assert.Contains("/Scope /Column", tags, StringComparison.Ordinal);
        Assert.Contains("/Scope /Row", tags, StringComparison.Ordinal);
        var text = await PopplerAsync("pdftotext", paper, "-");
        Assert.Contains("Het duidelijkst voor de stad in 2051.", text, StringComparison.Ordinal);
        Assert.Contains("Bedrijf 2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bedrijf 3", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheim", text, StringComparison.Ordinal);
        Assert.Equal("nl", LanguageOf(paper));
        Assert.Equal(["Figure"], Tags(tags, "Figure"));

        // Once made it is sent again, and its size is on the page.
        var made = site.Own.Get<ReportPrints>().Made;
        Assert.Equal(tag, (await ReadAsync("/prijs/2051/juryrapport.pdf")).Tag);
        using (var again = new HttpRequestMessage(HttpMethod.Get, new Uri("/prijs/2051/juryrapport.pdf", UriKind.Relative)))
        {
            again.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var answer = await site.Own.Http.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        }

        Assert.Equal(made, site.Own.Get<ReportPrints>().Made);
        Assert.EndsWith("\u00a0kB)", Spaced((await nobody.GetAsync("/prijs/2051/juryrapport")).Page.QuerySelector("#pdf a")!.TextContent), StringComparison.Ordinal);

        var english = (await ReadAsync("/en/prijs/2051/juryrapport.pdf")).Paper;
        Assert.Matches("""(?m)^Title: +Jury report 2051 \|""", await PopplerAsync("pdfinfo", english));
        Assert.Equal("en", LanguageOf(english));

        // Who is erased on the page is erased here.
        await site.WithAsync<Anonymising>(anonymising => anonymising.EraseAsync(2051, "p-test", close: false, CancellationToken.None));
        Assert.DoesNotContain("Bedrijf 2", await PopplerAsync("pdftotext", (await ReadAsync("/prijs/2051/juryrapport.pdf")).Paper, "-"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_browser_there_is_a_page_to_print_and_one_that_fails_is_not_started_again_at_once()
    {
        await DecideAsync(2052);
        await site.MoveToAsync(Ceremony);
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        using var nobody = new Person(site.Own);
        var options = site.Own.Get<IOptions<PdfOptions>>().Value;
        var browser = options.Browser;
        var folder = Directory.CreateTempSubdirectory("d4gg-browser-").FullName;
        try
        {
            options.Browser = Path.Combine(folder, "browser");
            var page = await nobody.GetAsync("/de/prijs/2052/juryrapport");
            Assert.Empty(page.Page.QuerySelectorAll("a[href$='.pdf']"));
            Assert.StartsWith("Diese Website erstellt derzeit selbst kein PDF.", page.Page.QuerySelector("#pdf")!.TextContent.Trim(), StringComparison.Ordinal);
            var answer = await nobody.GetAsync("/de/prijs/2052/juryrapport.pdf");
            Assert.Equal((HttpStatusCode.Redirect, "/de/prijs/2052/juryrapport#pdf"), (answer.Status, answer.Location));

            Hosting.PdfPrinterTests.WriteScript(options.Browser, "exit 1");
            var made = site.Own.Get<ReportPrints>().Made;
            for (var i = 0; i < 2; i++)
            {
                var failed = await nobody.GetAsync("/prijs/2052/juryrapport.pdf");
                Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.Status);
                Assert.Contains("De pdf lukt nu niet.", failed.Text, StringComparison.Ordinal);
                Assert.Contains("Het duidelijkst voor de stad in 2052.", failed.Text, StringComparison.Ordinal);
            }

            Assert.Equal(made + 1, site.Own.Get<ReportPrints>().Made);
            await site.MoveToAsync(Ceremony + ReportPrints.Rest + TimeSpan.FromMinutes(1));
            await nobody.GetAsync("/prijs/2052/juryrapport.pdf");
            Assert.Equal(made + 2, site.Own.Get<ReportPrints>().Made);
        }
        finally
        {
            options.Browser = browser;
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task DecideAsync(int year)
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        await site.DecideAsync(year);
    }

    private async Task<(byte[] Paper, string Tag)> ReadAsync(string path)
    {
        using var answer = await site.Own.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "application/pdf", "no-cache"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.ToString()));
        return (await answer.Content.ReadAsByteArrayAsync(), answer.Headers.ETag!.ToString());
    }

    private static string Spaced(string text) => text.Replace(' ', '\u00a0');

    /// <summary>Each time that a tag stands in the tree that poppler draws of a file.</summary>
    private static List<string> Tags(string tree, string tag) => [.. Regex.Matches(tree, $@"(?m)^ *({tag})\b").Select(match => match.Groups[1].Value)];

    /// <summary>Of the file as a whole; poppler says nothing of it.</summary>
    private static string LanguageOf(byte[] paper) => Language().Match(Encoding.Latin1.GetString(paper)).Groups[1].Value;

    private static async Task<string> PopplerAsync(string tool, byte[] paper, params string[] arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(file, paper);
        try
        {
            using var process = Process.Start(new ProcessStartInfo("/usr/bin/" + tool, tool == "pdfinfo" ? [.. arguments, file] : [file, .. arguments]) { RedirectStandardOutput = true })!;
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            return said;
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex(@"/Type /Catalog.*?/Lang \(([^)]*)\)", RegexOptions.Singleline)]
    private static partial Regex Language();
}

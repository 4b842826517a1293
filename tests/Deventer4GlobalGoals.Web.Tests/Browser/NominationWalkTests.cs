using Deventer4GlobalGoals.Cms.Tests.Media.Pictures;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Site.Forms;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Deventer4GlobalGoals.Web.Tests.Prize;
using Microsoft.Playwright;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>Nominating in a real browser, with the mail read from a sink, and the secretary's screens; every page on the way is held against axe.</summary>
public sealed class NominationWalkTests(OpenBrowser browser, PrizeSite site) : IClassFixture<OpenBrowser>, IClassFixture<PrizeSite>
{
    [BrowserTheory]
    [InlineData(2061, 320, true)]
    [InlineData(2062, 1280, true)]
    [InlineData(2063, 1280, false)]
    public async Task From_the_form_to_handed_in(int year, int width, bool javaScript)
    {
        await site.OpenAsync(year);
        var mail = $"nora{year}@voorbeeld.nl";
        await using var visit = await browser.VisitAsync(site.Own, width, javaScript);
        var page = visit.Page;
        await page.GotoAsync($"/prijs/{year}/nomineren");
        await LookAsync(visit, width, javaScript, "voordragen");
        await page.FillAsync("#Name", "Nora");
        await page.FillAsync("#Email", mail);
        await page.CheckAsync("#own");
        await page.FillAsync("#Organisation", "Voorbeeldbedrijf De Kantine");
        await page.CheckAsync("#cat-bedrijven");
        await page.FillAsync("#Why", "Een jaar lang wegen wat er terugkomt, en dan kleinere schalen.");
        site.Clock.MoveTo(site.Clock.GetUtcNow() + FormStamps.Fastest + TimeSpan.FromSeconds(1));

        // Something is missing: it is said, and what was typed is still there.
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Dien in" }).ClickAsync();
        await page.Locator("#fouten").WaitForAsync();
        await LookAsync(visit, width, javaScript, "voordragen-fout");
        await page.CheckAsync("#doel-12");
        site.Clock.MoveTo(site.Clock.GetUtcNow() + FormStamps.Fastest + TimeSpan.FromSeconds(1));
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Dien in" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Kijk in uw mail" }).WaitForAsync();
        await LookAsync(visit, width, javaScript, "kijk-in-uw-mail");

        await page.GotoAsync(await site.LinkToAsync(mail));
        await page.SetInputFilesAsync("#File", new FilePayload { Name = "dak.png", MimeType = "image/png", Buffer = TestPicture.Quarters(800, 400).ToPng() });
        await page.FillAsync("#Description", "Ons dak met panelen");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Voeg toe", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Ons dak met panelen" }).WaitForAsync();
        await LookAsync(visit, width, javaScript, "uw-voordracht");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ja, dit klopt" }).ClickAsync();
        await page.GetByText("Ingediend", new PageGetByTextOptions { Exact = true }).WaitForAsync();
        await LookAsync(visit, width, javaScript, "ingediend");
        Assert.Equal(mail, (await site.Mail.NextAsync()).To);

        // The browser reports the status of the refused form; that is the point of that page.
        Assert.DoesNotContain(visit.Complaints, complaint => !complaint.Contains("422", StringComparison.Ordinal));
    }

    [BrowserTheory]
    [InlineData(2064, 320)]
    [InlineData(2065, 1280)]
    public async Task The_secretary_s_screens_are_accessible_and_fit(int year, int width)
    {
        await site.OpenAsync(year);
        using var nora = new Person(site.Own);
        await site.NominateAsync(nora, year, "hand-in");
        var path = await site.LinkToAsync($"nora{year}@voorbeeld.nl");
        await nora.UploadAsync(path, path + "/bijlagen", "File", "dak.png", TestPicture.Quarters(800, 400).ToPng(), ("Description", "Ons dak met panelen"));
        await nora.UploadAsync(path, path + "/bijlagen", "File", "cijfers.pdf", "%PDF-1.4"u8.ToArray(), ("Description", "De cijfers van vorig jaar"));
        await nora.PostAsync(path, path + "/bevestigen");
        await site.Mail.NextAsync();
        var key = (await site.NominationAsync(year)).Key;
        using var piet = new Person(site.Own);
        await site.NominateAsync(piet, year, "hand-in", ("Email", $"piet{year}@voorbeeld.nl"), ("Organisation", "Voorbeeldbedrijf De Kantine B.V."));
        var other = await site.LinkToAsync($"piet{year}@voorbeeld.nl");
        await piet.PostAsync(other, other + "/bevestigen");
        await site.Mail.NextAsync();
        await site.Own.AddAsync($"bert{year}", AccountRoles.PrizeSecretary);
        await using var visit = await browser.VisitAsync(site.Own, width);
        await visit.Page.GotoAsync("/umbraco");
        await visit.Page.FillAsync("#email", $"bert{year}@voorbeeld.nl");
        await visit.Page.FillAsync("#password", DeskSite.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/umbraco");
        foreach (var (address, name) in new[]
        {
            ("/umbraco/prize", "edities"), ($"/umbraco/prize/{year}", "editie"), ($"/umbraco/prize/{year}/rules", "reglement"), ($"/umbraco/prize/{year}/jury", "jurylijst"),
            ($"/umbraco/prize/{year}/nominations", "voordrachten"), ($"/umbraco/prize/{year}/nominations/{key}", "controle"),
        })
        {
            await visit.Page.GotoAsync(address);
            foreach (var summary in name == "controle" ? await visit.Page.Locator("[aria-labelledby=dubbel] summary").AllAsync() : [])
            {
                await summary.ClickAsync();
            }

            await LookAsync(visit, width, true, name);
        }

        Assert.Empty(visit.Complaints);
    }

    private static Task LookAsync(Visit visit, int width, bool javaScript, string name) => javaScript ? Look.AtAsync(visit, width, "prijs-" + name) : Task.CompletedTask;
}

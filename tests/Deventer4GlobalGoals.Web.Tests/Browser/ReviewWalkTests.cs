using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Freshness;
using Deventer4GlobalGoals.Web.Tests.Desk;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.Playwright;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>A practice by the public form, through the queue, to the site: in a real browser, with every page on the way held against axe.</summary>
public sealed class ReviewWalkTests(OpenBrowser browser, ReviewSite site) : IClassFixture<OpenBrowser>, IClassFixture<ReviewSite>
{
    [BrowserTheory]
    [InlineData(320, true)]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    public async Task From_the_form_by_review_to_the_site(int width, bool javaScript)
    {
        var who = $"nora{width}{javaScript}".ToUpperInvariant();
        var title = $"Kleinere schalen {width} {javaScript}";
        await using var visitor = await browser.VisitAsync(site.Own, width, javaScript);
        var page = visitor.Page;
        await page.GotoAsync(ReviewSite.Form);
        await LookAsync(visitor, width, javaScript, "delen");
        await page.FillAsync("#Name", "Nora");
        await page.FillAsync("#Email", ReviewSite.Email(who));
        await page.FillAsync("#Organisation", site.Organisation);
        await page.FillAsync("#Title", title);
        await page.FillAsync("#Summary", "Een jaar lang woog de kantine wat er terugkwam.");
        await page.FillAsync("#WhatWasDone", "Wij wogen elke dag de borden. Daarna kozen wij kleinere schalen.");
        site.Hurry();

        // Something is missing: it is said, and what was typed is still there.
        await PressAsync(page, "Dien in");
        await page.Locator("#fouten").WaitForAsync();
        await LookAsync(visitor, width, javaScript, "delen-fout");
        await page.CheckAsync("#doel-12");
        site.Hurry();
        await PressAsync(page, "Dien in");
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Kijk in uw mail" }).WaitForAsync();
        await LookAsync(visitor, width, javaScript, "delen-mail");
        await page.GotoAsync(await site.LinkToAsync(who));
        await LookAsync(visitor, width, javaScript, "delen-bevestigen");
        await PressAsync(page, "Ja, dit klopt");
        await page.GetByText("Ingediend, een redacteur leest het").WaitForAsync();
        var own = await site.LinkToAsync(who);

        var row = await site.RowAsync(title);
        await using var desk = await EnterAsync($"eva{width}{javaScript}", width, javaScript);
        await LookAsync(desk, width, javaScript, "vandaag-te-beoordelen");
        await desk.Page.GotoAsync("/umbraco/review");
        await LookAsync(desk, width, javaScript, "te-beoordelen");
        await desk.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = title }).First.ClickAsync();
        await desk.Page.WaitForURLAsync($"**/umbraco/review/{row.Key}");
        await LookAsync(desk, width, javaScript, "beoordelen");
        await desk.Page.FillAsync("#note", "Hoeveel schalen waren het?");
        await PressAsync(desk.Page, "Stuur terug");
        await desk.Page.WaitForURLAsync("**/umbraco/review");
        await site.LinkToAsync(who);

        await page.GotoAsync(own);
        await LookAsync(visitor, width, javaScript, "delen-teruggestuurd");
        await page.FillAsync("#WhatWasDone", "Wij wogen elke dag de borden. Daarna kozen wij twintig kleinere schalen.");
        await PressAsync(page, "Dien in");
        await page.GetByText("Ingediend, een redacteur leest het").WaitForAsync();
        await site.LinkToAsync(who);

        await desk.Page.GotoAsync($"/umbraco/review/{row.Key}");
        await PressAsync(desk.Page, "Zet het online");
        await desk.Page.WaitForURLAsync("**/umbraco/review");
        Assert.Equal("Het staat op de site. Wie het stuurde, krijgt mail.", (await desk.Page.Locator("[role=status] strong").First.InnerTextAsync()).Trim());
        await page.GotoAsync(await site.LinkToAsync(who));
        Assert.Equal(title, (await page.Locator("h1").InnerTextAsync()).Replace("\u00ad", string.Empty, StringComparison.Ordinal));
        await page.GotoAsync(own);
        await LookAsync(visitor, width, javaScript, "delen-online");

        // The browser reports the status of the refused form; that is the point of that page.
        Assert.DoesNotContain(visitor.Complaints.Concat(desk.Complaints), complaint => !complaint.Contains("422", StringComparison.Ordinal));
    }

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task The_other_screens_are_accessible_and_fit(int width)
    {
        var practice = site.Item("Circulair bouwen bij VDR Bouwgroep").Key;
        var token = site.Own.Get<FreshnessLinks>().Make(new FreshnessLink(practice, "vdr@voorbeeld.nl"));
        await using var owner = await browser.VisitAsync(site.Own, width);
        foreach (var (address, name) in new[]
        {
            ($"/praktijkvoorbeeld-actueel/{token}", "klopt-dit-nog"), ($"/praktijkvoorbeeld-delen?praktijk={token}", "verbeteren"), ("/en/praktijkvoorbeeld-delen", "delen-en"), ("/de/praktijkvoorbeeld-delen", "delen-de"),
        })
        {
            await owner.Page.GotoAsync(address);
            await Look.AtAsync(owner, width, name);
        }

        await owner.Page.GotoAsync($"/praktijkvoorbeeld-actueel/{token}");
        await PressAsync(owner.Page, "Ja, dit klopt nog");
        await owner.Page.WaitForURLAsync("**?bevestigd=1");
        await Look.AtAsync(owner, width, "klopt-nog");

        var (who, list) = ($"dora{width}", site.Item("Praktijkvoorbeelden").Key);
        using var dora = await site.AuthorAsync(who);
        await dora.PostAsync($"/umbraco/tree?under={list}", "/umbraco/items/new", ("type", "practice"), ("under", list.ToString()), ("name", "Van " + who));
        await using var author = await SignInAsync(who, width, true);
        await author.Page.GotoAsync($"/umbraco/items/{site.Item("Van " + who).Key}");
        await author.Page.FillAsync("#f-summary", "Wij maken fietsen.");
        await PressAsync(author.Page, "Stuur naar een redacteur");
        await author.Page.GetByText("Dit ligt bij een redacteur").WaitForAsync();
        await Look.AtAsync(author, width, "auteur-verstuurd");
        await author.Page.GotoAsync("/umbraco");
        await Look.AtAsync(author, width, "auteur-vandaag");

        await using var desk = await EnterAsync($"bas{width}", width, true, AccountRoles.Administrator);
        await desk.Page.GotoAsync($"/umbraco/users/{(await site.Own.AccountAsync(who)).Key}");
        await Look.AtAsync(desk, width, "mens");
        await desk.Page.GotoAsync("/umbraco/account");
        await Look.AtAsync(desk, width, "account-met-mail");

        using var nora = new Person(site.Own);
        await site.WaitInEnglishAsync(nora, $"nora{width}", $"Smaller dishes {width}");
        await desk.Page.GotoAsync("/umbraco/review");
        await Look.AtAsync(desk, width, "te-beoordelen-engels");
        await desk.Page.GotoAsync($"/umbraco/review/{(await site.RowAsync($"Smaller dishes {width}")).Key}");
        await Look.AtAsync(desk, width, "beoordelen-engels");
        await PressAsync(desk.Page, "Schrijf de Nederlandse tekst");
        await desk.Page.GetByText("Schrijf nu de Nederlandse tekst").WaitForAsync();
        await Look.AtAsync(desk, width, "engels-zonder-nederlands");
        await desk.Page.GotoAsync("/umbraco/prize/person");
        await desk.Page.FillAsync("#email", ReviewSite.Email($"nora{width}"));
        await PressAsync(desk.Page, "Zoek");
        await desk.Page.GetByText("vanzelf gewist op").First.WaitForAsync();
        await Look.AtAsync(desk, width, "wat-wij-bewaren");
        Assert.Empty(owner.Complaints.Concat(author.Complaints).Concat(desk.Complaints));
    }

    private static Task PressAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name }).First.ClickAsync();

    private async Task<Visit> EnterAsync(string name, int width, bool javaScript, AccountRoles roles = AccountRoles.Editor)
    {
        await site.Own.AddAsync(name, roles);
        return await SignInAsync(name, width, javaScript);
    }

    private Task<Visit> SignInAsync(string name, int width, bool javaScript) => browser.EnterAsync(site.Own, $"{name}@voorbeeld.nl", width, javaScript);

    private static Task LookAsync(Visit visit, int width, bool javaScript, string name) => javaScript ? Look.AtAsync(visit, width, name) : Task.CompletedTask;
}

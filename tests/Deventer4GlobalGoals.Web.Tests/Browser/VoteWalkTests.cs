using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Web.Prize.Result;
using Deventer4GlobalGoals.Web.Site.Forms;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Deventer4GlobalGoals.Web.Tests.Prize;
using Microsoft.Playwright;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>Voting in a real browser, with the mail read from a sink, the secretary's page, and the count after the ceremony; every page on the way is held against axe.</summary>
public sealed class VoteWalkTests(OpenBrowser browser, PrizeSite site) : IClassFixture<OpenBrowser>, IClassFixture<PrizeSite>
{
    [BrowserTheory]
    [InlineData(2061, 320)]
    [InlineData(2062, 1280)]
    public async Task From_the_finalists_to_a_vote_that_is_counted(int year, int width)
    {
        await AudienceVoteTests.FinalistsAsync(site, year);
        await using var visit = await browser.VisitAsync(site.Own, width);
        var page = visit.Page;
        await page.GotoAsync("/prijs");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Stem:" }).First.ClickAsync();
        await page.WaitForURLAsync("**/stemmen");
        await page.GotoAsync($"/prijs/{year}/stemmen");
        await page.Locator("details.d4-invoer summary").First.ClickAsync();
        await Look.AtAsync(visit, width, "stemmen");
        await SendAsync(page);
        await page.Locator("#fouten").WaitForAsync();
        await Look.AtAsync(visit, width, "stemmen-fout");
        await page.CheckAsync("#f-n-1");
        await page.FillAsync("#Email", $"kiezer{year}@voorbeeld.nl");
        await SendAsync(page);
        await page.GetByText("Wij stuurden een link").WaitForAsync();
        await Look.AtAsync(visit, width, "stemmen-gemaild");
        await page.GotoAsync(await AudienceVoteTests.LinkToAsync(site, $"kiezer{year}@voorbeeld.nl"));
        await Look.AtAsync(visit, width, "stem-bevestigen");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ja, tel mijn stem" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Uw stem is geteld" }).WaitForAsync();
        await Look.AtAsync(visit, width, "stem-geteld");
        await AudienceVoteTests.CrowdAsync(site, year);

        await page.GotoAsync("/umbraco");
        await page.FillAsync("#email", site.SecretaryEmail);
        await page.FillAsync("#password", DeskSite.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/umbraco");
        await page.GotoAsync($"/umbraco/prize/{year}/audience");
        await Look.AtAsync(visit, width, "stemmen-desk");
        await page.GotoAsync($"/umbraco/prize/{year}/rules");
        await Look.AtAsync(visit, width, "stemmen-reglement");

        await site.AppendAsync(year, new WinnerDecided("bedrijven", "Het duidelijkst voor de stad.", "n-1"), new PhaseChanged(Phase.Deliberation, Phase.Decided));
        await site.MoveToAsync(PrizeSite.Rules(year).Ceremony.First());
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        await using var later = await browser.VisitAsync(site.Own, width);
        await later.Page.GotoAsync($"/prijs/{year}");
        await Look.AtAsync(later, width, "stemmen-editie");
        await later.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Zo stemde het publiek" }).ClickAsync();
        await later.Page.WaitForURLAsync("**/stemmen");
        await Look.AtAsync(later, width, "stemmen-uitslag");
        await later.Page.GotoAsync($"/de/prijs/{year}/juryrapport");
        await Look.AtAsync(later, width, "stemmen-juryrapport");
        Assert.Empty(later.Complaints);

        // The browser reports the status of the refused form; that is the point of that page.
        Assert.DoesNotContain(visit.Complaints, complaint => !complaint.Contains("422", StringComparison.Ordinal));
    }

    /// <summary>No mouse: every control is reached with Tab, and pressed.</summary>
    [BrowserTheory]
    [InlineData(2063, 320)]
    [InlineData(2064, 1280)]
    public async Task From_the_page_of_the_edition_to_the_secretary_s_count_by_keyboard_alone(int year, int width)
    {
        await AudienceVoteTests.FinalistsAsync(site, year);
        Announce(year);
        await using var visit = await browser.VisitAsync(site.Own, width);
        var page = visit.Page;
        await page.GotoAsync($"/prijs/{year}");
        await Look.AtAsync(visit, width, "editie-stemmen");
        await PressAsync(page, $"main a[href='/prijs/{year}/stemmen']");
        await page.WaitForURLAsync("**/stemmen");
        await Look.AtAsync(visit, width, "stemmen-toets");
        await TabToAsync(page, "input[type=radio]");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await page.IsCheckedAsync("#f-n-2"));
        await TabToAsync(page, "#Email");
        await page.Keyboard.TypeAsync($"toets{year}@voorbeeld.nl");
        site.Clock.MoveTo(site.Clock.GetUtcNow() + FormStamps.Fastest + TimeSpan.FromSeconds(1));
        await PressAsync(page, "main form button[type=submit]");
        await page.GetByText("Wij stuurden een link").WaitForAsync();
        await Look.AtAsync(visit, width, "stemmen-gemaild-toets");
        await page.GotoAsync(await AudienceVoteTests.LinkToAsync(site, $"toets{year}@voorbeeld.nl"));
        await Look.AtAsync(visit, width, "stem-bevestigen-toets");
        Assert.Equal("Bedrijf 2", await page.Locator("main li strong").TextContentAsync());
        await PressAsync(page, "main form button[type=submit]");
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Uw stem is geteld" }).WaitForAsync();
        await Look.AtAsync(visit, width, "stem-geteld-toets");

        await page.GotoAsync("/umbraco");
        await TabToAsync(page, "#email");
        await page.Keyboard.TypeAsync(site.SecretaryEmail);
        await TabToAsync(page, "#password");
        await page.Keyboard.TypeAsync(DeskSite.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/umbraco");
        await page.GotoAsync("/umbraco/prize");
        await PressAsync(page, $"main a[href='/umbraco/prize/{year}']");
        await page.WaitForURLAsync($"**/umbraco/prize/{year}");
        await PressAsync(page, $"a[href='/umbraco/prize/{year}/audience']");
        await page.WaitForURLAsync("**/audience");
        await page.GetByText("1 mens stemde.").WaitForAsync();
        await Look.AtAsync(visit, width, "stemmen-desk-toets");
        Assert.Empty(visit.Complaints);
    }

    /// <summary>An editor put a page of the edition on the site before anything is known of the result.</summary>
    private void Announce(int year)
    {
        var contents = site.Own.Get<IContentService>();
        var parent = contents.GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 10_000, out _).Single(item => item.ContentType.Alias == "prize");
        var edition = contents.Create($"{year}", parent, "prizeEdition");
        edition.SetCultureName($"{year}", "nl");
        edition.SetValue("year", year);
        edition.SetValue("summary", "De jury koos de finalisten.", "nl");
        contents.Save(edition);
        Assert.True(contents.Publish(edition, ["nl"]).Success);
    }

    private static async Task PressAsync(IPage page, string selector)
    {
        await TabToAsync(page, selector);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        const int Most = 200;
        for (var pressed = 0; pressed < Most; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"Tab doesn't lead to {selector}.");
    }

    private async Task SendAsync(IPage page)
    {
        site.Clock.MoveTo(site.Clock.GetUtcNow() + FormStamps.Fastest + TimeSpan.FromSeconds(1));
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Stuur mij de link" }).ClickAsync();
    }
}

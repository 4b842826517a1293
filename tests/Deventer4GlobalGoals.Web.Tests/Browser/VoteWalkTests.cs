using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Web.Prize.Result;
using Deventer4GlobalGoals.Web.Site.Forms;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Deventer4GlobalGoals.Web.Tests.Prize;
using Microsoft.Playwright;

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

    private async Task SendAsync(IPage page)
    {
        site.Clock.MoveTo(site.Clock.GetUtcNow() + FormStamps.Fastest + TimeSpan.FromSeconds(1));
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Stuur mij de link" }).ClickAsync();
    }
}

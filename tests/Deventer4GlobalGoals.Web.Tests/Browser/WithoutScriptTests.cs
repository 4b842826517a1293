using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.Playwright;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>A visitor whose browser runs no script finds the way.</summary>
[Collection(ReadsOnly.Name)]
public class WithoutScriptTests(SharedSite shared, OpenBrowser browser) : IClassFixture<OpenBrowser>
{
    [BrowserTheory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task From_home_through_goal_12_to_a_practice_to_its_organisation(int width)
    {
        await using var visit = await browser.VisitAsync(shared.Site, width, javaScript: false);
        var page = visit.Page;
        await page.GotoAsync("/");
        await page.Locator("main a[href^='/doelen/12-']").First.ClickAsync();
        Assert.StartsWith("/doelen/12-", Path(page), StringComparison.Ordinal);
        await page.Locator("main a[href^='/praktijkvoorbeelden/']").First.ClickAsync();
        Assert.StartsWith("/praktijkvoorbeelden/", Path(page), StringComparison.Ordinal);
        var organisation = page.Locator("main a[href^='/organisaties/']").First;
        var href = await organisation.GetAttributeAsync("href");
        await organisation.ClickAsync();
        Assert.Equal(href, Path(page));
        Assert.Equal(1, await page.Locator("main h1").CountAsync());
    }

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task A_list_is_narrowed_down_and_widened_again(int width)
    {
        await using var visit = await browser.VisitAsync(shared.Site, width, javaScript: false);
        var page = visit.Page;
        await page.GotoAsync("/praktijkvoorbeelden");
        var all = await page.Locator("#gevonden").InnerTextAsync();
        var option = page.Locator(".d4-facet__keuze[href*='doel=11']");
        if (!await option.IsVisibleAsync())
        {
            await page.Locator(".d4-facetten > summary").ClickAsync();
        }

        var promised = await option.Locator(".d4-facet__aantal").EvaluateAsync<string>("element => element.firstChild.data");
        await option.ClickAsync();
        Assert.EndsWith("?doel=11", page.Url, StringComparison.Ordinal);
        Assert.StartsWith(promised.Trim() + " ", await page.Locator("#gevonden").InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator(".d4-gekozen__filter").First.ClickAsync();
        Assert.Equal(all, await page.Locator("#gevonden").InnerTextAsync());
    }

    [BrowserFact]
    public async Task Searching_from_home_finds_the_coffee()
    {
        await using var visit = await browser.VisitAsync(shared.Site, 320, javaScript: false);
        var page = visit.Page;
        await page.GotoAsync("/");
        await page.Locator("main input[name=q]").FillAsync("Koffie");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/zoeken?q=Koffie");
        Assert.Contains("Koffie", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Locator("main h3 a").CountAsync() > 0);
    }

    [BrowserFact]
    public async Task Switching_the_language_stays_on_the_page()
    {
        await using var visit = await browser.VisitAsync(shared.Site, 1280, javaScript: false);
        var page = visit.Page;
        await page.GotoAsync("/doelen");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "EN", Exact = true }).ClickAsync();
        Assert.Equal("/en/goals", Path(page));
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "DE", Exact = true }).ClickAsync();
        Assert.Equal("/de/ziele", Path(page));
    }

    private static string Path(IPage page) => new Uri(page.Url).AbsolutePath;
}

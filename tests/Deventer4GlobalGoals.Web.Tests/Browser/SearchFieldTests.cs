using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.Playwright;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>Proposals while typing, with the keyboard, and what assistive software is told of them; and the guide without script.</summary>
[Collection(ReadsOnly.Name)]
public class SearchFieldTests(SharedSite shared, OpenBrowser browser) : IClassFixture<OpenBrowser>
{
    [BrowserTheory]
    [InlineData("/", 1280)]
    [InlineData("/zoeken", 320)]
    public async Task The_arrow_keys_go_through_the_proposals_and_escape_gives_back_what_was_typed(string address, int width)
    {
        await using var visit = await browser.VisitAsync(shared.Site, width);
        var page = visit.Page;
        await page.GotoAsync(address);
        var field = page.GetByRole(AriaRole.Combobox);
        await field.PressSequentiallyAsync("koff");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        Assert.Equal("true", await field.GetAttributeAsync("aria-expanded"));
        Assert.NotEmpty(await page.Locator("[role=status]").InnerTextAsync());

        await field.PressAsync("ArrowDown");
        var option = page.Locator("[role=option][aria-selected=true]");
        Assert.Equal(await option.GetAttributeAsync("id"), await field.GetAttributeAsync("aria-activedescendant"));
        Assert.Equal("koffie", await field.InputValueAsync(), ignoreCase: true);

        await field.PressAsync("Escape");
        Assert.Equal(("koff", "false"), (await field.InputValueAsync(), await field.GetAttributeAsync("aria-expanded")));
        await field.PressAsync("ArrowDown");
        await field.PressAsync("Enter");
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/zoeken\\?q=koffie", System.Text.RegularExpressions.RegexOptions.IgnoreCase));
        Assert.Empty(visit.Complaints);
    }

    [BrowserFact]
    public async Task A_proposed_page_is_gone_to_with_a_click()
    {
        await using var visit = await browser.VisitAsync(shared.Site, 1280);
        await visit.Page.GotoAsync("/zoeken");
        await visit.Page.GetByRole(AriaRole.Combobox).PressSequentiallyAsync("deventer koff");
        await visit.Page.Locator("[role=option][data-url]").First.ClickAsync();
        await visit.Page.WaitForURLAsync("**/praktijkvoorbeelden/deventer-koffie");
    }

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task The_guide_takes_three_steps_to_practices_without_script(int width)
    {
        await using var visit = await browser.VisitAsync(shared.Site, width, javaScript: false);
        var page = visit.Page;
        await page.GotoAsync("/een-bedrijf-zoals-het-uwe");
        await page.Locator(".d4-keuze[href*='sector=industrie']").ClickAsync();

        // Of no practice in the starting content the size of the company is known, so it isn't asked.
        Assert.Equal("3", await page.Locator(".d4-wijzer__stap--nu .d4-wijzer__nummer").TextContentAsync());
        await page.Locator(".d4-wijzer__stap--nu .d4-verder").ClickAsync();
        Assert.EndsWith("?sector=industrie&grootte=alle&kosten=alle", page.Url, StringComparison.Ordinal);
        Assert.True(await page.Locator(".d4-boek h3 a").CountAsync() > 0);

        await page.Locator(".d4-wijzer__stap a").First.ClickAsync();
        Assert.Equal("/een-bedrijf-zoals-het-uwe", new Uri(page.Url).PathAndQuery);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>Every template in a real browser, narrow (as at 400 % zoom) and wide.</summary>
[Collection(ReadsOnly.Name)]
public partial class TemplateTests(SharedSite shared, OpenBrowser browser) : IClassFixture<OpenBrowser>
{
    /// <summary>The elements that stick out of the page, outermost last; what scrolls inside its own box doesn't count.</summary>
    private const string StickingOut = """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
            .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
            .slice(0, 5).map(element => `${element.tagName}.${element.className} ${Math.round(element.getBoundingClientRect().right)}`)
        """;

    [BrowserTheory]
    [MemberData(nameof(Templates.AtBothWidths), MemberType = typeof(Templates))]
    public async Task A_page_is_accessible_fits_and_raises_no_complaint(string address, int width)
    {
        await using var visit = await browser.VisitAsync(shared.Site, width);
        var answer = await visit.Page.GotoAsync(address);
        await Look.PictureAsync(visit, width, NotInAFileName().Replace(address.Trim('/'), "-"));

        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(StickingOut));
        Assert.Empty(await Axe.ViolationsAsync(visit.Page));

        // The browser itself reports a page that isn't there; that is the point of that page.
        Assert.DoesNotContain(visit.Complaints, complaint => answer!.Status < 400 || !complaint.Contains(answer.Status.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Assert.All(visit.Requests, request => Assert.StartsWith(shared.Site.Origin + "/", request, StringComparison.Ordinal));
    }

    [BrowserTheory]
    [InlineData("/", "Naar de inhoud")]
    [InlineData("/en/practices", "To the content")]
    public async Task The_first_tab_shows_a_link_that_skips_to_the_content(string address, string text)
    {
        await using var visit = await browser.VisitAsync(shared.Site, 1280);
        await visit.Page.GotoAsync(address);
        await visit.Page.Keyboard.PressAsync("Tab");
        var link = visit.Page.Locator("a:focus");

        Assert.Equal("#inhoud", await link.GetAttributeAsync("href"));
        Assert.NotEmpty(text);
        var box = await link.BoundingBoxAsync();
        Assert.True(box is { X: >= 0, Y: >= 0, Width: > 20, Height: > 20 });
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("inhoud", await visit.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"));
    }

    [BrowserTheory]
    [InlineData("/", 1280)]
    [InlineData("/doelen/12-verantwoord-verbruik", 1280)]
    [InlineData("/praktijkvoorbeelden", 320)]
    [InlineData("/organisaties/circulus-berkel", 1280)]
    [InlineData("/zoeken?q=koffie", 320)]
    public async Task Whatever_has_the_focus_is_seen_to_have_it(string address, int width)
    {
        await using var visit = await browser.VisitAsync(shared.Site, width);
        await visit.Page.GotoAsync(address);
        var reachable = await visit.Page.Locator("a[href], button, input:not([type=hidden]), summary, select").CountAsync();
        for (var i = 0; i < Math.Min(reachable, 60); i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var unseen = await visit.Page.EvaluateAsync<string?>("""
                () => {
                    const element = document.activeElement;
                    if (element === document.body) { return null; }
                    const box = element.getBoundingClientRect();
                    const ringed = part => {
                        const style = getComputedStyle(part);
                        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                    };
                    // A card whose title is its link is ringed as a whole.
                    const card = element.closest('.d4-boek');
                    const shown = ringed(element) || getComputedStyle(element).boxShadow !== 'none' || (card !== null && ringed(card));
                    return shown && box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0 ? null : element.outerHTML.slice(0, 200);
                }
                """);
            Assert.Null(unseen);
        }
    }

    [GeneratedRegex("[^a-z0-9-]+")]
    private static partial Regex NotInAFileName();
}

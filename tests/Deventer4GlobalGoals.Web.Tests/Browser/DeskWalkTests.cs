using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.Playwright;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>The desk in a real browser, narrow (as at 400 % zoom) and wide; every screen on the way is held against axe.</summary>
public sealed class DeskWalkTests(OpenBrowser browser) : IClassFixture<OpenBrowser>, IAsyncLifetime
{
    private CommunitySite _site = null!;

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync(new MailSink());

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [BrowserTheory]
    [InlineData(320, true)]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    public async Task From_signing_in_to_a_meeting_on_the_site(int width, bool javaScript)
    {
        await _site.AddAsync("anna", AccountRoles.Administrator);
        await using var visit = await browser.VisitAsync(_site, width, javaScript);
        var page = visit.Page;
        await page.GotoAsync("/umbraco");
        await LookAsync(visit, width, javaScript, "aanmelden");
        await page.FillAsync("#email", "anna@voorbeeld.nl");
        await page.FillAsync("#password", DeskSite.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/umbraco");
        await LookAsync(visit, width, javaScript, "vandaag");

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Nieuwe bijeenkomst" }).ClickAsync();
        await LookAsync(visit, width, javaScript, "nieuwe-bijeenkomst");
        await page.FillAsync("#Name", "Van afval naar grondstof");
        await page.FillAsync("#Summary", "Drie bedrijven laten zien wat zij niet meer weggooien.");
        await page.FillAsync("#Date", "2099-03-11");
        await page.FillAsync("#From", "12:00");
        await page.FillAsync("#Until", "13:30");
        await page.FillAsync("#PlaceName", "Boreel 1");
        await page.CheckAsync("#doel-12");
        await page.CheckAsync("#doel-9");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Zet online" }).ClickAsync();
        await page.WaitForURLAsync("**/umbraco/items/*");
        Assert.Equal("De bijeenkomst staat online.", (await page.Locator("[role=status] strong").First.InnerTextAsync()).Trim());
        await LookAsync(visit, width, javaScript, "bewerken");

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Bekijk het op de site" }).ClickAsync();
        await page.WaitForURLAsync("**/agenda/van-afval-naar-grondstof");
        Assert.Equal(2, await page.Locator(".d4-bijdrage").CountAsync());
        Assert.Empty(visit.Complaints);
    }

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Two_people_in_one_practice_and_a_version_that_comes_back(int width)
    {
        await using var anna = await EnterAsync("anna", width);
        await using var bob = await EnterAsync("bob", width);
        var address = $"/umbraco/items/{Practice("Circulair bouwen bij VDR Bouwgroep").Key}";
        await anna.Page.GotoAsync(address);
        await bob.Page.GotoAsync(address);
        await LookAsync(bob, width, "praktijk-bewerken");
        await anna.Page.FillAsync("#f-summary", "Van Anna.");
        await SaveAsync(anna);
        await bob.Page.FillAsync("#f-summary", "Van Bob.");
        await SaveAsync(bob);
        await LookAsync(bob, width, "conflict");
        await bob.Page.CheckAsync("#f-summary-mine");
        await bob.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Bewaar wat ik koos" }).ClickAsync();
        await bob.Page.WaitForURLAsync($"**{address}?culture=nl");
        Assert.Equal("Van Bob.", await bob.Page.InputValueAsync("#f-summary"));

        await bob.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Vergelijk" }).First.ClickAsync();
        await LookAsync(bob, width, "versies");
        await bob.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Zet de oude versie terug" }).ClickAsync();
        await bob.Page.WaitForURLAsync($"**{address}?culture=nl");
        Assert.NotEqual("Van Bob.", await bob.Page.InputValueAsync("#f-summary"));

        // The browser reports the conflict's own status; that is the point of that page.
        Assert.DoesNotContain(bob.Complaints, complaint => !complaint.Contains("409", StringComparison.Ordinal));
    }

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Every_other_screen_is_accessible_and_fits(int width)
    {
        await using var anna = await EnterAsync("anna", width);
        var practice = Practice("Circulair bouwen bij VDR Bouwgroep").Key;
        foreach (var (address, name) in new[]
        {
            ("/umbraco/items?type=practice", "lijst"), ("/umbraco/items?q=xyzzy", "lijst-leeg"), ("/umbraco/tree", "boom"),
            ("/umbraco/redirects", "oude-adressen"), ("/umbraco/schema", "soorten"), ("/umbraco/history", "wie-deed-wat"), ($"/umbraco/items/{practice}/history", "geschiedenis"),
            ("/umbraco/checks", "controles"), ("/umbraco/media", "beeld"), ("/umbraco/media?view=unused", "beeld-niet-gebruikt"), ("/umbraco/media?view=bin", "beeld-prullenbak"),
            ($"/umbraco/items/{practice}?culture=en-US", "engels"), ($"/umbraco/items/{practice}/place", "verplaatsen"), ("/umbraco/bin", "prullenbak"),
            ("/umbraco/users", "mensen"), ("/umbraco/account", "account"), ("/umbraco/account/code", "tweede-stap"), ("/umbraco/sign-in/again", "opnieuw"),
            ("/umbraco/password/forgotten", "vergeten"),
        })
        {
            await anna.Page.GotoAsync(address);
            await LookAsync(anna, width, name);
        }

        Assert.Empty(anna.Complaints);
    }

    private static Task LookAsync(Visit visit, int width, string name) => LookAsync(visit, width, javaScript: true, name);

    // axe is a script itself.
    private static Task LookAsync(Visit visit, int width, bool javaScript, string name) => javaScript ? Look.AtAsync(visit, width, name) : Task.CompletedTask;

    private static Task SaveAsync(Visit visit) => visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Bewaar als concept" }).ClickAsync();

    private async Task<Visit> EnterAsync(string name, int width)
    {
        await _site.AddAsync(name, AccountRoles.Administrator);
        var visit = await browser.VisitAsync(_site, width);
        await visit.Page.GotoAsync("/umbraco");
        await visit.Page.FillAsync("#email", $"{name}@voorbeeld.nl");
        await visit.Page.FillAsync("#password", DeskSite.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/umbraco");
        return visit;
    }

    private IContent Practice(string name) =>
        _site.Get<IContentService>().GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 10_000, out _).Single(item => item.Name == name);
}

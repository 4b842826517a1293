using Deventer4GlobalGoals.Cms.Tests.Media.Pictures;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
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
        var (meeting, picture) = await PrepareAsync(practice);
        foreach (var (address, name) in new[]
        {
            ("/umbraco/items?type=practice", "lijst"), ("/umbraco/items?q=xyzzy", "lijst-leeg"), ("/umbraco/tree", "boom"),
            ("/umbraco/redirects", "oude-adressen"), ("/umbraco/schema", "soorten"), ("/umbraco/history", "wie-deed-wat"), ($"/umbraco/items/{practice}/history", "geschiedenis"),
            ($"/umbraco/meetings/{meeting}/registrations", "aanmeldingen"), ($"/umbraco/meetings/{meeting}/registrations/message", "bericht"),
            ($"/umbraco/meetings/{meeting}/registrations/badges", "naamkaartjes"), ("/umbraco", "vandaag-met-plekken"), ($"/umbraco/meetings/new?from={meeting}", "bijeenkomst-van-eerdere"),
            ($"/umbraco/media/{picture}", "beeld-bewerken"), ($"/umbraco/items/{practice}", "praktijk-met-beeld"),
            ("/umbraco/checks", "controles"), ("/umbraco/media", "beeld"), ("/umbraco/media?view=unused", "beeld-niet-gebruikt"), ("/umbraco/media?view=bin", "beeld-prullenbak"),
            ($"/umbraco/items/{practice}?culture=en-US", "engels"), ($"/umbraco/items/{practice}/place", "verplaatsen"), ("/umbraco/bin", "prullenbak"),
            ($"/aanmelden/{meeting}", "zich-aanmelden"), ($"/umbraco/users/{(await _site.AccountAsync("anna")).Key}", "mens"), ("/umbraco/users", "mensen"), ("/umbraco/account", "account"), ("/umbraco/account/code", "tweede-stap"), ("/umbraco/sign-in/again", "opnieuw"),
            ("/umbraco/password/forgotten", "vergeten"),
        })
        {
            await anna.Page.GotoAsync(address);
            await LookAsync(anna, width, name);
        }

        await anna.Page.GotoAsync($"/umbraco/items/{meeting}");
        await anna.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Haal van de site" }).ClickAsync();
        await anna.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ja, haal van de site" }).WaitForAsync();
        await LookAsync(anna, width, "weet-u-het-zeker-met-gasten");
        await anna.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ja, haal van de site" }).ClickAsync();
        await anna.Page.WaitForURLAsync("**/umbraco/items/*");
        await anna.Page.GotoAsync($"/umbraco/meetings/{meeting}/registrations");
        await LookAsync(anna, width, "aanmeldingen-van-de-site");
        await anna.Page.GotoAsync("/umbraco/meetings/new");
        await anna.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "English" }).ClickAsync();
        await anna.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "New meeting" }).WaitForAsync();
        await LookAsync(anna, width, "new-meeting");
        Assert.Empty(anna.Complaints);
    }

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Looking_along_asking_for_goals_and_taking_away_what_is_used(int width)
    {
        await using var anna = await EnterAsync("anna", width);
        var page = anna.Page;
        await page.GotoAsync($"/umbraco/items/{Practice("Circulair bouwen bij VDR Bouwgroep").Key}");
        await page.Locator("button[value=suggest]").ClickAsync();
        await page.Locator("#voorstellen [role=status]").WaitForAsync();
        await LookAsync(anna, width, "doelen-voorgesteld");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Laat iemand meekijken" }).ClickAsync();
        await page.Locator("#link").WaitForAsync();
        await LookAsync(anna, width, "meekijken");

        await page.GotoAsync($"/umbraco/items/{Practice("Praktijkvoorbeelden").Key}");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Haal van de site" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ja, haal van de site" }).WaitForAsync();
        await LookAsync(anna, width, "weet-u-het-zeker");

        // The script of the library: a row with its own words for each file that is chosen, and a preview of Markdown.
        await page.GotoAsync("/umbraco/media");
        await page.SetInputFilesAsync("#bestanden", [new FilePayload { Name = "een.png", MimeType = "image/png", Buffer = TestPicture.Quarters(80, 60).ToPng() }, new FilePayload { Name = "twee.png", MimeType = "image/png", Buffer = TestPicture.Quarters(80, 60).ToPng() }]);
        await LookAsync(anna, width, "beeld-toevoegen");
        await page.FillAsync("#beeld-0", "Vier vlakken.");
        await page.FillAsync("#beeld-1", "Nog vier vlakken.");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Zet in de bibliotheek" }).ClickAsync();
        await page.Locator(".d4-beeldraster a", new PageLocatorOptions { HasTextString = "Twee" }).WaitForAsync();

        await page.GotoAsync($"/umbraco/items/{Practice("Circulair bouwen bij VDR Bouwgroep").Key}");
        await page.FillAsync("#f-whatWasDone", "Een **vet** woord.");
        await page.Locator("#f-whatWasDone + button").ClickAsync();
        Assert.Equal("vet", await page.Locator("#f-whatWasDone ~ .d4-voorbeeld strong").InnerTextAsync());
        await LookAsync(anna, width, "markdown");
        Assert.Empty(anna.Complaints);
    }

    private static Task LookAsync(Visit visit, int width, string name) => LookAsync(visit, width, javaScript: true, name);

    // axe is a script itself.
    private static Task LookAsync(Visit visit, int width, bool javaScript, string name) => javaScript ? Look.AtAsync(visit, width, name) : Task.CompletedTask;

    private static Task SaveAsync(Visit visit) => visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Bewaar als concept" }).ClickAsync();

    private async Task<Visit> EnterAsync(string name, int width)
    {
        await _site.AddAsync(name, AccountRoles.Administrator);
        return await browser.EnterAsync(_site, $"{name}@voorbeeld.nl", width);
    }

    /// <summary>A meeting for which somebody registered, and a picture that stands on a practice.</summary>
    private async Task<(string Meeting, string Picture)> PrepareAsync(Guid practice)
    {
        using var bea = await _site.SignInAsync("bea", AccountRoles.Editor);
        var made = await bea.PostAsync(
            "/umbraco/meetings/new", "/umbraco/meetings/new", ("Name", "Lunch met plekken"), ("Summary", "Een lunch."), ("Date", "2099-03-11"), ("From", "12:00"), ("PlaceName", "Boreel 1"), ("Capacity", "1"), ("Goals", "12"), ("do", "publish"));
        var meeting = made.Location!.Split('/')[^1];
        foreach (var name in new[] { "Een", "Twee" })
        {
            await bea.PostAsync($"/aanmelden/{meeting}", $"/aanmelden/{meeting}", ("Name", name), ("Email", $"{name}@voorbeeld.nl"), ("Seats", "1"), ("Needs", "Geen vlees"));
        }

        var seen = await _site.AskAsync(db => db.Set<RegistrationRow>().Where(row => row.State == RegistrationState.Placed).Select(row => row.Key).SingleAsync());
        await bea.PostAsync("/umbraco", $"/umbraco/meetings/{meeting}/registrations/attended", ("registration", seen.ToString()), ("attended", "true"));
        await bea.UploadAsync("/umbraco/media", "/umbraco/media/upload", "file0", "bouwplaats.png", TestPicture.Quarters(800, 400).ToPng(), ("text0", "Vier gekleurde vlakken."));
        var picture = (await bea.GetAsync("/umbraco/media?q=bouwplaats")).Page.QuerySelector(".d4-beeldraster a")!.GetAttribute("href")!.Split('/')[^1];
        var address = $"/umbraco/items/{practice}?culture=nl";
        await bea.SubmitAsync((await bea.GetAsync(address)).Page.QuerySelector("form#bewerk")!, address, ("f.headerImage.add", "Bouwplaats"), ("do", "save"));
        return (meeting, picture);
    }

    private IContent Practice(string name) =>
        _site.Get<IContentService>().GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 10_000, out _).Single(item => item.Name == name);
}

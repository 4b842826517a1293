using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Deventer4GlobalGoals.Web.Tests.Prize;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>A juror in a real browser: by keyboard alone, on a phone, with a connection that goes away, and without a script.</summary>
public sealed class ScoringWalkTests(OpenBrowser browser, PrizeSite site) : IClassFixture<OpenBrowser>, IClassFixture<PrizeSite>
{
    /// <summary>What the browser says of a lost connection, a ballot that isn't whole yet, and one that was in already.</summary>
    private static readonly string[] Expected = ["INTERNET_DISCONNECTED", "ERR_FAILED", "ERR_ABORTED", "409", "422"];

    /// <summary>In milliseconds: what could not be saved is tried again after 2, 5, 10 and 30 seconds.</summary>
    private const float Patience = 90_000;

    [BrowserTheory]
    [InlineData(2097, 320)]
    [InlineData(2098, 1280)]
    public async Task A_ballot_saves_itself_and_survives_a_lost_connection(int year, int width)
    {
        await using var visit = await EnterAsync(year, width, true);
        var page = visit.Page;
        await Look.AtAsync(visit, width, "jury-inzendingen");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "1. Bedrijf 1" }).ClickAsync();
        await Look.AtAsync(visit, width, "jury-oordeel");

        // Space chooses, arrows move: nothing but the keyboard.
        foreach (var criterion in new[] { "effect", "na-te-doen", "vernieuwend" })
        {
            await page.Locator($"input[name='scores[{criterion}]'][value='0']").FocusAsync();
            await page.Keyboard.PressAsync("Space");
            await page.Keyboard.PressAsync("ArrowRight");
        }

        await page.Locator("[data-status]", new PageLocatorOptions { HasText = "Bewaard om" }).WaitForAsync();
        Assert.Equal([1m, 1m, 1m], (await site.FindAsync(year))!.State!.Counting().Single().Scores.Select(score => score.Value));

        await page.Context.SetOfflineAsync(true);
        await page.Locator("input[name='scores[effect]'][value='9']").CheckAsync();
        await page.Locator("[data-status]", new PageLocatorOptions { HasText = "Nog niet bewaard" }).WaitForAsync();
        await page.Context.SetOfflineAsync(false);
        await page.Locator("[data-status]", new PageLocatorOptions { HasText = "Bewaard om" }).WaitForAsync();
        Assert.Equal(9m, (await site.FindAsync(year))!.State!.Counting().Single().Scores.Single(score => score.Criterion == "effect").Value);

        // An answer that gets lost: the site has it, the browser doesn't know. The next choice goes on from it.
        await page.RouteAsync("**/jury/**", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await page.Locator("input[name='scores[effect]'][value='8']").CheckAsync();
        await page.Locator("[data-status]", new PageLocatorOptions { HasText = "Nog niet bewaard" }).WaitForAsync();
        await page.Locator("input[name='scores[effect]'][value='7']").CheckAsync();
        await page.UnrouteAllAsync();
        await page.Locator("[data-status]", new PageLocatorOptions { HasText = "Bewaard om" }).WaitForAsync();
        var versions = (await site.FindAsync(year))!.State!.Ballots.Single().Value.Select(ballot => ballot.Scores.Single(score => score.Criterion == "effect").Value).Distinct();
        Assert.Equal([1m, 9m, 8m, 7m], versions);

        // A closed tab: what was chosen without a connection is there again.
        await page.Context.SetOfflineAsync(true);
        await page.Locator("input[name='scores[effect]'][value='5']").CheckAsync();
        await page.Locator("[data-status]", new PageLocatorOptions { HasText = "Nog niet bewaard" }).WaitForAsync();
        await visit.ReopenAsync();
        page = visit.Page;
        page.SetDefaultTimeout(Patience);
        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync($"/jury/{year}/n-1");
        await page.Locator("[data-status]", new PageLocatorOptions { HasText = "Bewaard om" }).WaitForAsync();
        Assert.Equal(5m, (await site.FindAsync(year))!.State!.Counting().Single().Scores.Single(score => score.Criterion == "effect").Value);
        await page.GotoAsync($"/jury/{year}/ballots");
        await Look.AtAsync(visit, width, "jury-naast-elkaar");
        Assert.DoesNotContain(visit.Complaints, complaint => !Expected.Any(part => complaint.Contains(part, StringComparison.Ordinal)));
    }

    [BrowserFact]
    public async Task A_note_saves_itself_and_of_two_windows_nothing_is_lost()
    {
        await using var visit = await EnterAsync(2096, 360, true);
        var page = visit.Page;
        await page.GotoAsync("/jury/2096/n-1");
        await Note(page, "Private").Locator("xpath=ancestor::details").Locator("summary").ClickAsync();
        await Note(page, "Private").Locator("textarea").FillAsync("Zij wegen zelf.");
        await Saved(page).WaitForAsync();

        // A closed tab: what was typed without a connection is there again, and is saved.
        await page.Context.SetOfflineAsync(true);
        await Note(page, "Private").Locator("textarea").FillAsync("Zij wegen zelf, elke week.");
        await Note(page, "Private").Locator("[data-status]", new LocatorLocatorOptions { HasText = "Nog niet bewaard" }).WaitForAsync();
        await visit.ReopenAsync();
        page = visit.Page;
        page.SetDefaultTimeout(Patience);
        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync("/jury/2096/n-1");
        await Saved(page).WaitForAsync();
        Assert.Equal("Zij wegen zelf, elke week.", (await NoteAsync()).Text);

        // Another window saved meanwhile: that stands beside what is typed here, and the button chooses.
        var other = await page.Context.NewPageAsync();
        other.SetDefaultTimeout(Patience);
        await other.GotoAsync("/jury/2096/n-1");
        await Note(other, "Private").Locator("textarea").FillAsync("Uit het andere venster.");
        await Saved(other).WaitForAsync();
        await other.CloseAsync();
        await Note(page, "Private").Locator("textarea").FillAsync("Uit dit venster.");
        await Note(page, "Private").Locator("[data-other-text]", new LocatorLocatorOptions { HasText = "Uit het andere venster." }).WaitForAsync();
        Assert.Equal("Uit het andere venster.", (await NoteAsync()).Text);
        await Look.AtAsync(visit, 360, "jury-notitie-twee-vensters");

        // Neither does coming back to the page overwrite it.
        await page.ReloadAsync();
        await Note(page, "Private").Locator("[data-other-text]", new LocatorLocatorOptions { HasText = "Uit het andere venster." }).WaitForAsync();
        Assert.Equal("Uit dit venster.", await Note(page, "Private").Locator("textarea").InputValueAsync());
        await Note(page, "Private").GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByText("De notitie is bewaard.").WaitForAsync();
        Assert.Equal("Uit dit venster.", (await NoteAsync()).Text);

        // Whoever goes on at once loses nothing.
        await Note(page, "Shared").Locator("xpath=ancestor::details").Locator("summary").ClickAsync();
        await Note(page, "Shared").Locator("textarea").FillAsync("Voor de jury.");
        await page.GotoAsync("/jury/2096/n-1");
        await Note(page, "Shared").Locator("[data-status]", new LocatorLocatorOptions { HasText = "Bewaard" }).WaitForAsync();
        Assert.Equal("Voor de jury.", await Note(page, "Shared").Locator("textarea").InputValueAsync());
        Assert.DoesNotContain(visit.Complaints, complaint => !Expected.Any(part => complaint.Contains(part, StringComparison.Ordinal)));

        static ILocator Note(IPage page, string kind) => page.Locator($"form[data-note$={kind}]");
        static ILocator Saved(IPage page) => Note(page, "Private").Locator("[data-status]", new LocatorLocatorOptions { HasText = "Bewaard om" });
        Task<PrizeNoteRow> NoteAsync() => site.Own.AskAsync(db => db.Set<PrizeNoteRow>().AsNoTracking().SingleAsync(note => note.Year == 2096 && note.Kind == NoteKind.Private));
    }

    [BrowserFact]
    public async Task Without_a_script_it_is_a_form()
    {
        await using var visit = await EnterAsync(2099, 1280, false);
        var page = visit.Page;
        await page.GotoAsync("/jury/2099/n-1");
        await page.Locator("input[name='scores[effect]'][value='8']").CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Bewaar en ga verder" }).ClickAsync();
        await page.Locator("#fouten").WaitForAsync();
        Assert.True(await page.Locator("input[name='scores[effect]'][value='8']").IsCheckedAsync());
        await page.Locator("input[name='scores[na-te-doen]'][value='7']").CheckAsync();
        await page.Locator("input[name='scores[vernieuwend]'][value='6']").CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Bewaar en ga verder" }).ClickAsync();
        await page.WaitForURLAsync("**/jury/2099/n-2");
        Assert.Equal([8m, 7m, 6m], (await site.FindAsync(2099))!.State!.Counting().Single().Scores.Select(score => score.Value));
    }

    private async Task<Visit> EnterAsync(int year, int width, bool javaScript)
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        foreach (var juror in (await site.ScoreAsync(year)).Jurors)
        {
            juror.Dispose();
        }

        var visit = await browser.VisitAsync(site.Own, width, javaScript);

        visit.Page.SetDefaultTimeout(Patience);
        await visit.Page.GotoAsync("/umbraco/sign-in?returnUrl=%2Fjury");
        await visit.Page.FillAsync("#email", $"jurylid{year}1@voorbeeld.nl");
        await visit.Page.FillAsync("#password", DeskSite.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/jury");
        return visit;
    }
}

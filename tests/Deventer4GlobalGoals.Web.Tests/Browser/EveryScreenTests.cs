using Deventer4GlobalGoals.Cms.Tests.Media.Pictures;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Accounts.Permissions;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Desk.Review;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Tests.Desk;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Deventer4GlobalGoals.Web.Tests.Prize;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>Every screen of desk and jury as the permission table has them, at both widths: a new one is held against axe without being named.</summary>
public sealed class EveryScreenTests(OpenBrowser browser, PrizeSite site) : IClassFixture<OpenBrowser>, IClassFixture<PrizeSite>
{
    private const int Scoring = 2071;
    private const int Deliberating = 2072;

    /// <summary>No screens: files, data, and the draft alone, which is a page of the site.</summary>
    private static readonly string[] Others =
    [
        "umbraco/items/{key:guid}/preview", "umbraco/names", "umbraco/checks/csv", "umbraco/meetings/{key:guid}/registrations/csv", "umbraco/prize/{year:int}/export",
        "umbraco/prize/{year:int}/report.pdf", "umbraco/prize/{year:int}/nominations/{key:guid}/files/{file:guid}", "jury/{year:int}/{entry}/files/{file:guid}",
    ];

    [BrowserFact]
    public async Task Every_screen_is_accessible_and_fits_at_both_widths()
    {
        var keys = await PrepareAsync();
        var routes = PermissionTable.Rows.Where(row => row.Method == "GET" && !Others.Contains(row.Route)).Select(row => row.Route).ToList();
        Assert.Empty(Others.Except(PermissionTable.Rows.Select(row => row.Route)));
        await using var anna = await EnterAsync("anna");
        await using var juror = await EnterAsync($"jurylid{Scoring}1");
        foreach (var route in routes)
        {
            var (visit, year) = route.StartsWith("jury", StringComparison.Ordinal) ? (juror, Scoring) : (anna, Deliberating);
            var key = keys.First(one => route.StartsWith(one.Start, StringComparison.Ordinal)).Key;
            var answer = await visit.Page.GotoAsync(PrizeRoutes.Filled(route, year, "n-1", key, keys[^2].Key, Guid.Empty));
            Assert.True(answer!.Status is 200 || route is "umbraco/begin/{token}", $"{route} gave {answer.Status}");
            foreach (var width in new[] { 320, 1280 })
            {
                await visit.Page.SetViewportSizeAsync(width, 900);
                await Look.AtAsync(visit, width, "scherm-" + route.Replace('/', '-').Replace("{", string.Empty, StringComparison.Ordinal).Replace("}", string.Empty, StringComparison.Ordinal).Replace(':', '-'));
            }
        }
    }

    /// <summary>Something to see on each; the key that an address takes is that of the first beginning that fits.</summary>
    private async Task<IReadOnlyList<(string Start, Guid Key)>> PrepareAsync()
    {
        static Rulebook Voted(Rulebook rules) => rules with { MostFinalists = 3, AudienceVote = new Window(new CityTime(2031, 11, 1, 9, 0), new CityTime(2032, 1, 15, 23, 59)) };
        foreach (var year in new[] { Scoring, Deliberating })
        {
            Array.ForEach((await site.ScoreAsync(year, Voted)).Jurors, person => person.Dispose());
            await site.CastAsync(year);
        }

        await site.StepAsync(Deliberating, Phase.Deliberation);
        await site.AppendAsync(Deliberating, new FinalistsChosen("bedrijven", ["n-1", "n-2"]));
        await site.Own.AddAsync("anna", AccountRoles.Administrator | AccountRoles.Editor | AccountRoles.PrizeSecretary);
        using var bea = await site.Own.SignInAsync("bea", AccountRoles.Editor);
        var made = await bea.PostAsync(
            "/umbraco/meetings/new", "/umbraco/meetings/new", ("Name", "Lunch met plekken"), ("Summary", "Een lunch."), ("Date", "2099-03-11"), ("From", "12:00"), ("PlaceName", "Boreel 1"), ("Capacity", "1"), ("Goals", "12"), ("do", "publish"));
        var meeting = Guid.Parse(made.Location!.Split('/')[^1]);
        foreach (var name in new[] { "Een", "Twee" })
        {
            await bea.PostAsync($"/aanmelden/{meeting}", $"/aanmelden/{meeting}", ("Name", name), ("Email", $"{name}@voorbeeld.nl"), ("Seats", "1"), ("Needs", "Geen vlees"));
        }

        await bea.UploadAsync("/umbraco/media", "/umbraco/media/upload", "file0", "bouwplaats.png", TestPicture.Quarters(800, 400).ToPng(), ("text0", "Vier gekleurde vlakken."));
        var picture = Guid.Parse((await bea.GetAsync("/umbraco/media?q=bouwplaats")).Page.QuerySelector(".d4-beeldraster a")!.GetAttribute("href")!.Split('/')[^1]);
        var practice = site.Own.Get<IContentService>().GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 10_000, out _).First(item => item.ContentType.Alias == "practice").Key;
        var nomination = await site.Own.AskAsync(db => db.Set<NominationRow>().Where(row => row.Year == Deliberating).Select(row => row.Key).FirstAsync());
        var account = await site.Own.AccountAsync("anna");
        var chair = await site.Own.AskAsync(db => db.Users.SingleAsync(one => one.Email == $"jurylid{Deliberating}1@voorbeeld.nl"));
        return
        [
            ("umbraco/items/", practice), ("umbraco/media/", picture), ("umbraco/meetings/", meeting), ("umbraco/review/", await ShareAsync()),
            ("umbraco/users/", account.Key), ("umbraco/prize/", nomination), ("the juror", chair.Key), (string.Empty, Guid.Empty),
        ];
    }

    /// <summary>A practice that waits in the queue.</summary>
    private async Task<Guid> ShareAsync()
    {
        using var visitor = new Person(site.Own);
        var page = await visitor.GetAsync(ReviewSite.Form);
        site.Clock.MoveTo(site.Clock.GetUtcNow() + Web.Site.Forms.FormStamps.Fastest + TimeSpan.FromSeconds(1));
        await visitor.SubmitAsync(
            page.Page.QuerySelector("main form")!,
            ReviewSite.Form,
            ("Name", "Rik"), ("Email", "rik@voorbeeld.nl"), ("Organisation", site.Own.Get<OrganisationNames>().All.First()), ("Title", "Borden wegen"), ("Summary", "Een jaar lang woog de kantine wat er terugkwam."),
            ("WhatWasDone", "Wij wogen elke dag de borden."), ("Goals", "12"), ("do", "hand-in"));
        while (true)
        {
            if (await site.Mail.NextAsync() is { To: "rik@voorbeeld.nl" } mail)
            {
                await visitor.PostAsync(mail.Link(), mail.Link() + "/bevestigen");
                return (await site.Own.AskAsync(db => db.Set<ReviewRow>().AsNoTracking().SingleAsync(row => row.Title == "Borden wegen"))).Key;
            }
        }
    }

    private async Task<Visit> EnterAsync(string name)
    {
        var visit = await browser.VisitAsync(site.Own, 1280);
        await visit.Page.GotoAsync("/umbraco");
        await visit.Page.FillAsync("#email", $"{name}@voorbeeld.nl");
        await visit.Page.FillAsync("#password", DeskSite.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/umbraco");
        return visit;
    }
}

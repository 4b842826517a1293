using Deventer4GlobalGoals.Cms.Tests.Media.Pictures;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Accounts.Permissions;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Desk.Review;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Site.Forms;
using Deventer4GlobalGoals.Web.Tests.Desk;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Deventer4GlobalGoals.Web.Tests.Prize;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>One site with something to see on every screen of desk and jury, and somebody at a browser for each. Who shares it leaves it as it is.</summary>
public sealed class ScreenSite : IAsyncLifetime
{
    /// <summary>An edition whose log isn't what was written.</summary>
    public const int Unsound = 2069;

    private const int Nominating = 2070;
    private const int Scoring = 2071;
    private const int Deliberating = 2072;
    private const int Decided = 2073;

    private readonly PrizeSite _prize = new();
    private readonly OpenBrowser _browser = new();
    private readonly List<(string Start, Guid Key)> _keys = [];
    private Guid _juror;
    private string _invitation = string.Empty;

    /// <summary>Editor, secretary of the prize, and the only administrator.</summary>
    public Visit Anna { get; private set; } = null!;

    /// <summary>Chair of the edition that is deliberated.</summary>
    public Visit Chair { get; private set; } = null!;

    /// <summary>In the jury of the edition that is scored.</summary>
    public Visit Juror { get; private set; } = null!;

    public Visit Nobody { get; private set; } = null!;

    /// <summary>Without an account, with a password that was right and a code still to come.</summary>
    public Visit HalfIn { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _browser.InitializeAsync();
        if (Chromium.Missing is null)
        {
            await _prize.InitializeAsync();
            await PlantPrizeAsync();
            await PlantDeskAsync();
            await EnterAsync();
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var visit in new[] { Anna, Chair, Juror, Nobody, HalfIn }.OfType<Visit>())
        {
            await visit.DisposeAsync();
        }

        await _browser.DisposeAsync();
        if (_prize.Own is not null)
        {
            await _prize.DisposeAsync();
        }
    }

    /// <summary>Who looks at a screen.</summary>
    public Visit VisitorOf(string route) => route switch
    {
        "umbraco/sign-in/code" => HalfIn,
        "jury/{year:int}/scoreboard" => Chair,
        _ when PermissionTable.Find("GET", route) is null or { Roles: null } => Nobody,
        _ when route.StartsWith("jury", StringComparison.Ordinal) => Juror,
        _ => Anna,
    };

    /// <summary>The address of a screen on which there is something to see.</summary>
    public string AddressOf(string route) => route == "umbraco/password/new"
        ? _invitation
        : PrizeRoutes.Filled(route, YearOf(route), "n-1", _keys.First(one => route.StartsWith(one.Start, StringComparison.Ordinal)).Key, _juror, Guid.Empty);

    private static int YearOf(string route) => route switch
    {
        _ when route.EndsWith("/report", StringComparison.Ordinal) => Decided,
        _ when route.EndsWith("/scoreboard", StringComparison.Ordinal) => Deliberating,
        _ when route.Contains("/nominations", StringComparison.Ordinal) => Nominating,
        _ when route.Contains("jury", StringComparison.Ordinal) || route.EndsWith("/assignment", StringComparison.Ordinal) || route.EndsWith("/progress", StringComparison.Ordinal) => Scoring,
        _ => Deliberating,
    };

    private async Task PlantPrizeAsync()
    {
        static Rulebook Voted(Rulebook rules) => rules with { MostFinalists = 2, AudienceVote = new Window(new CityTime(2031, 11, 1, 9, 0), new CityTime(2032, 1, 15, 23, 59)) };
        await _prize.OpenAsync(Nominating, rules => rules with { Blind = true });
        using (var nora = new Person(_prize.Own))
        {
            foreach (var name in new[] { "Voorbeeldbedrijf De Kantine", "voorbeeldbedrijf de KANTINE" })
            {
                await _prize.NominateAsync(nora, Nominating, "hand-in", ("Organisation", name));
                var path = await _prize.LinkToAsync($"nora{Nominating}@voorbeeld.nl");
                await nora.PostAsync(path, path + "/bevestigen");
                await _prize.Mail.NextAsync();
            }
        }

        await _prize.OpenAsync(Unsound);
        await _prize.Own.AskAsync(async db =>
        {
            var twice = await db.Set<PrizeLogRow>().AsNoTracking().Where(row => row.Year == Unsound).OrderByDescending(row => row.Number).FirstAsync();
            twice.Number++;
            db.Add(twice);
            return await db.SaveChangesAsync();
        });
        foreach (var year in new[] { Scoring, Deliberating })
        {
            await _prize.MoveToAsync(PrizeSite.Autumn);
            Array.ForEach((await _prize.ScoreAsync(year, Voted)).Jurors, person => person.Dispose());
            await _prize.CastAsync(year);
        }

        await _prize.StepAsync(Deliberating, Phase.Deliberation);
        await _prize.AppendAsync(Deliberating, new FinalistsChosen("bedrijven", ["n-1", "n-2"]));
        (await _prize.ChairAsync(Deliberating)).Dispose();
        await _prize.MoveToAsync(PrizeSite.Autumn);
        await _prize.DecideAsync(Decided);
        _juror = (await _prize.Own.AskAsync(db => db.Users.SingleAsync(one => one.Email == $"jurylid{Scoring}1@voorbeeld.nl"))).Key;
        _keys.Add(("umbraco/prize/", await _prize.Own.AskAsync(db => db.Set<NominationRow>().Where(row => row.Year == Nominating).Select(row => row.Key).FirstAsync())));
    }

    private async Task PlantDeskAsync()
    {
        await _prize.Own.AddAsync("anna", AccountRoles.Administrator | AccountRoles.Editor | AccountRoles.PrizeSecretary);
        using var bea = await _prize.Own.SignInAsync("bea", AccountRoles.Editor);
        var made = await bea.PostAsync(
            "/umbraco/meetings/new", "/umbraco/meetings/new", ("Name", "Lunch met plekken"), ("Summary", "Een lunch."), ("Date", "2099-03-11"), ("From", "12:00"), ("PlaceName", "Boreel 1"), ("Capacity", "1"), ("Goals", "12"), ("do", "publish"));
        Assert.True(made.Location is not null, made.Text);
        var meeting = Guid.Parse(made.Location!.Split('/')[^1]);
        foreach (var name in new[] { "Een", "Twee" })
        {
            await bea.PostAsync($"/aanmelden/{meeting}", $"/aanmelden/{meeting}", ("Name", name), ("Email", $"{name}@voorbeeld.nl"), ("Seats", "1"), ("Needs", "Geen vlees"));
        }

        // What is uploaded is kept by the time of its file, which no clock of ours moves.
        _prize.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        await bea.UploadAsync("/umbraco/media", "/umbraco/media/upload", "file0", "bouwplaats.png", TestPicture.Quarters(800, 400).ToPng(), ("text0", "Vier gekleurde vlakken."));
        _prize.Clock.MoveTo(PrizeSite.Winter);
        var picture = (await bea.GetAsync("/umbraco/media?q=bouwplaats")).Page.QuerySelector(".d4-beeldraster a")!.GetAttribute("href")!.Split('/')[^1];
        var practice = _prize.Own.Get<IContentService>().GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 10_000, out _).First(item => item.ContentType.Alias == "practice").Key;
        _keys.AddRange(
        [
            ("umbraco/items/", practice), ("umbraco/media/", Guid.Parse(picture)), ("umbraco/meetings/", meeting), ("aanmelden/", meeting), ("umbraco/review/", await ShareAsync()),
            ("umbraco/users/", (await _prize.Own.AccountAsync("anna")).Key), (string.Empty, Guid.Empty),
        ]);
    }

    /// <summary>A practice that waits in the queue.</summary>
    private async Task<Guid> ShareAsync()
    {
        using var visitor = new Person(_prize.Own);
        var page = await visitor.GetAsync(ReviewSite.Form);
        _prize.Clock.MoveTo(_prize.Clock.GetUtcNow() + FormStamps.Fastest + TimeSpan.FromSeconds(1));
        await visitor.SubmitAsync(
            page.Page.QuerySelector("main form")!,
            ReviewSite.Form,
            ("Name", "Rik"), ("Email", "rik@voorbeeld.nl"), ("Organisation", _prize.Own.Get<OrganisationNames>().All.First()), ("Title", "Borden wegen"), ("Summary", "Een jaar lang woog de kantine wat er terugkwam."),
            ("WhatWasDone", "Wij wogen elke dag de borden."), ("Goals", "12"), ("do", "hand-in"));
        var path = (await MailToAsync("rik@voorbeeld.nl")).Link();
        await visitor.PostAsync(path, path + "/bevestigen");
        return (await _prize.Own.AskAsync(db => db.Set<ReviewRow>().AsNoTracking().SingleAsync(row => row.Title == "Borden wegen"))).Key;
    }

    private async Task EnterAsync()
    {
        var site = _prize.Own;
        Anna = await _browser.EnterAsync(site, "anna@voorbeeld.nl", 1280);
        Chair = await _browser.EnterAsync(site, $"jurylid{Deliberating}1@voorbeeld.nl", 1280);
        Juror = await _browser.EnterAsync(site, $"jurylid{Scoring}1@voorbeeld.nl", 1280);
        Nobody = await _browser.VisitAsync(site, 1280);

        await site.AddAsync("cas", AccountRoles.Author);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var cas = (await users.FindByEmailAsync("cas@voorbeeld.nl"))!;
            await users.ResetAuthenticatorKeyAsync(cas);
            await users.SetTwoFactorEnabledAsync(cas, true);
        }

        HalfIn = await _browser.EnterAsync(site, "cas@voorbeeld.nl", 1280, arrives: "**/sign-in/code**");

        using var kees = await _prize.SignInAgainAsync("anna");
        await kees.PostAsync("/umbraco/users", "/umbraco/users/invite", ("name", "Dora"), ("email", "dora@voorbeeld.nl"), ("roles", "Author"));
        _invitation = (await MailToAsync("dora@voorbeeld.nl")).Link();
    }

    private async Task<MailRow> MailToAsync(string email)
    {
        while (true)
        {
            if (await _prize.Mail.NextAsync() is { } mail && mail.To == email)
            {
                return mail;
            }
        }
    }
}

/// <summary>Test classes in this collection share one <see cref="ScreenSite"/>.</summary>
[CollectionDefinition(Name)]
public sealed class OneScreenSite : ICollectionFixture<ScreenSite>
{
    public const string Name = "one screen site";
}

using System.Net;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Freshness;
using Deventer4GlobalGoals.Web.Desk.Review;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>The yearly question to who owns a practice, and what the answer does.</summary>
public sealed class FreshnessTests : IAsyncLifetime
{
    private const string Path = "/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep";
    private static readonly DateTimeOffset Now = new(2031, 3, 10, 10, 0, 0, TimeSpan.Zero);

    private readonly MovedClock _clock = new();
    private readonly MailSink _mail = new();
    private CommunitySite _site = null!;

    private IContentService Contents => _site.Get<IContentService>();

    private IContent Practice => Contents.GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 10_000, out _).First(item => item.Name == "Circulair bouwen bij VDR Bouwgroep");

    public async Task InitializeAsync()
    {
        _clock.MoveTo(Now);
        _site = await CommunitySite.StartAsync(
            services => services.AddSingleton<TimeProvider>(_clock).AddSingleton<Deventer4GlobalGoals.Web.Mail.IMailTransport>(_mail),
            ("Umbraco:CMS:WebRouting:UmbracoApplicationUrl", "https://voorbeeld.nl"));
        SetOwner("vdr@voorbeeld.nl");
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task The_owner_is_asked_once_a_year_and_one_press_turns_the_light_on()
    {
        Assert.Equal(1, await AskAsync());
        Assert.Equal(0, await AskAsync());
        var path = await LinkAsync();
        using var owner = new Person(_site);
        Assert.Contains("Nog niet bevestigd", await LightAsync(owner), StringComparison.Ordinal);

        // Looking, as a mail scanner does, confirms nothing.
        var question = await owner.GetAsync(path);
        Assert.Contains("Nog niet bevestigd", await LightAsync(owner), StringComparison.Ordinal);
        Assert.Equal(path + "?bevestigd=1", (await owner.SubmitAsync(question.Page.QuerySelector("main form")!, path)).Location);
        Assert.Equal("Ja, bevestigd in maart 2031", await LightAsync(owner));

        _clock.MoveTo(Now.AddDays(300));
        Assert.Equal(0, await AskAsync());
        _clock.MoveTo(Now.AddDays(367));
        Assert.Equal(1, await AskAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync(path)).Status);
    }

    [Fact]
    public async Task What_an_editor_is_writing_stays_a_draft_when_the_owner_confirms()
    {
        var item = Practice;
        var (name, online) = (item.GetPublishName("nl"), item.GetValue<string>("summary", "nl", published: true));
        item.SetValue("summary", "Nog niet af.", "nl");
        item.SetCultureName("Nieuwe naam in de maak", "nl");
        Contents.Save(item);
        await AskAsync();
        var path = await LinkAsync();
        using var owner = new Person(_site);
        await owner.PostAsync(path, path);
        Assert.Equal("Ja, bevestigd in maart 2031", await LightAsync(owner));
        var after = Contents.GetById(item.Key)!;
        Assert.Equal((name, online), (after.GetPublishName("nl"), after.GetValue<string>("summary", "nl", published: true)));
        Assert.Equal(("Nieuwe naam in de maak", "Nog niet af.", true), (after.GetCultureName("nl"), after.GetValue<string>("summary", "nl"), after.Edited));
    }

    [Fact]
    public async Task A_correction_waits_for_an_editor_and_keeps_what_the_form_does_not_ask()
    {
        var claims = Practice.GetValue<string>("contributions")!;
        await AskAsync();
        var path = await LinkAsync();
        using var owner = new Person(_site);
        var form = $"/praktijkvoorbeeld-delen?praktijk={path.Split('/')[^1]}";
        var page = await owner.GetAsync(form);
        Assert.Null(page.Page.QuerySelector("#Email"));
        _clock.MoveTo(Now.AddMinutes(1));
        var sent = await owner.SubmitAsync(page.Page.QuerySelector("main form")!, "/praktijkvoorbeeld-delen", ("Name", "Vera"), ("Summary", "Wij bouwen nu ook met hout."), ("do", "hand-in"));
        Assert.Equal("Dank u wel", sent.Page.QuerySelector("h1")!.TextContent);
        var row = await _site.AskAsync(db => db.Set<ReviewRow>().SingleAsync());
        Assert.Equal((ReviewState.Waiting, "vdr@voorbeeld.nl", Practice.Key), (row.State, row.Email, row.Item));
        Assert.DoesNotContain("met hout", (await owner.GetAsync(Path)).Text, StringComparison.Ordinal);

        using var eva = await _site.SignInAsync("eva", AccountRoles.Editor);
        await eva.PostAsync($"/umbraco/review/{row.Key}", $"/umbraco/review/{row.Key}/accept", ("version", "1"));
        Assert.Contains("met hout", (await owner.GetAsync(Path)).Text, StringComparison.Ordinal);
        Assert.Equal("Ja, bevestigd in maart 2031", await LightAsync(owner));
        Assert.Equal(claims, Practice.GetValue<string>("contributions"));
    }

    [Fact]
    public async Task Without_a_contact_an_author_of_the_organisation_is_asked_and_else_nobody()
    {
        SetOwner(string.Empty);
        Assert.Equal(0, await AskAsync());
        await _site.AddAsync("dora", AccountRoles.Author);
        var organisation = _site.Get<Deventer4GlobalGoals.Web.Content.Community.CommunityIndex>().Current.Find(Practice.Key)!.Organisations[0];
        await _site.AskAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.Organisation, organisation)));
        Assert.NotEqual(0, await AskAsync());
        Assert.Equal("dora@voorbeeld.nl", (await _mail.NextAsync()).To);
    }

    private Task<int> AskAsync() => _site.Get<FreshnessRounds>().AskAsync(CancellationToken.None);

    private async Task<string> LinkAsync() => new Uri((await _mail.NextAsync()).Text.Split('\n').Single(line => line.StartsWith("https", StringComparison.Ordinal))).AbsolutePath;

    private static async Task<string> LightAsync(Person person) => (await person.GetAsync(Path)).Page.QuerySelectorAll("aside .d4-staat")[^1].TextContent.Trim();

    private void SetOwner(string email)
    {
        var item = Practice;
        item.SetValue("contactEmail", email);
        Contents.Save(item);
        Contents.Publish(item, [.. item.PublishedCultures]);
    }
}

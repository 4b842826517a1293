using System.Net;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Desk.Review;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>From a practice that a visitor shares, or a page that an author wrote, to the site or back.</summary>
public sealed class ReviewTests(ReviewSite site) : IClassFixture<ReviewSite>
{
    [Fact]
    public async Task It_waits_when_the_address_is_confirmed_and_not_before()
    {
        using var nora = new Person(site.Own);
        Assert.Equal(HttpStatusCode.OK, (await site.ShareAsync(nora, "nora1", "Wachten op bevestiging", "hand-in")).Status);
        var path = await site.LinkToAsync("nora1");

        // Looking at the link, as a mail scanner does, confirms nothing; and until then editors don't see it.
        await nora.GetAsync(path);
        var row = await site.RowAsync("Wachten op bevestiging");
        Assert.Equal(ReviewState.Unconfirmed, row.State);
        Assert.DoesNotContain("Wachten op bevestiging", (await site.Editor.GetAsync("/umbraco/review")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Editor.GetAsync($"/umbraco/review/{row.Key}")).Status);

        await nora.PostAsync(path, path + "/bevestigen");
        Assert.Equal(ReviewState.Waiting, (await site.RowAsync("Wachten op bevestiging")).State);
        Assert.Equal("Ontvangen: Wachten op bevestiging", (await site.Mail.NextAsync()).Subject);
        Assert.Contains("Wachten op bevestiging", (await site.Editor.GetAsync("/umbraco/review")).Text, StringComparison.Ordinal);
        var waiting = await site.Own.AskAsync(db => db.Set<ReviewRow>().CountAsync(one => one.State == ReviewState.Waiting));
        Assert.Equal($"Te beoordelen: {waiting}", (await site.Editor.GetAsync("/umbraco")).Page.QuerySelector("#beoordelen")!.TextContent);

        // Twice does no harm.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await nora.PostAsync(path, path + "/bevestigen")).Status);
        await nora.PostAsync(path, path + "/intrekken");
        Assert.Equal(ReviewState.Withdrawn, (await site.RowAsync("Wachten op bevestiging")).State);
    }

    [Fact]
    public async Task Accepted_it_is_on_the_site_with_its_organisation_and_the_sender_hears()
    {
        using var nora = new Person(site.Own);
        var path = await site.WaitAsync(nora, "nora2", "Kleinere schalen", ("ContactPerson", "Nora Bakker"), ("ContactEmail", "vraag@voorbeeld.nl"));
        var decided = await site.DecideAsync("Kleinere schalen", "accept");
        Assert.Equal("/umbraco/review", decided.Location);

        var page = await nora.GetAsync("/praktijkvoorbeelden/kleinere-schalen");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(site.Organisation, page.Page.QuerySelector("aside .d4-feiten")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nora Bakker", page.Page.QuerySelector(".d4-persoon")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Ja, bevestigd in", page.Page.QuerySelector("aside .d4-staat")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain(ReviewSite.Email("nora2"), page.Page.Source.Text, StringComparison.Ordinal);
        var contribution = ContributionJson.Parse(site.Item("Kleinere schalen").GetValue<string>("contributions")).Single();
        Assert.Equal((12, ContributionRole.Primary, ContributionSource.Member), (contribution.Goal, contribution.Role, contribution.Source));

        Assert.Equal("/praktijkvoorbeelden/kleinere-schalen", await site.LinkToAsync("nora2"));
        var yours = await nora.GetAsync(path);
        Assert.NotNull(yours.Page.QuerySelector("a[href='/praktijkvoorbeelden/kleinere-schalen']"));
        Assert.Null(yours.Page.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.DecideAsync("Kleinere schalen", "accept")).Status);
        var steps = await site.Own.AskAsync(db => db.Set<ReviewStepRow>().Where(step => db.Set<ReviewRow>().Any(row => row.Key == step.Review && row.Title == "Kleinere schalen")).OrderBy(step => step.Id).Select(step => step.Kind).ToListAsync());
        Assert.Equal(["handed-in", "confirmed", "accepted"], steps);
    }

    [Fact]
    public async Task What_the_checks_stop_goes_on_in_the_form_and_publishing_there_answers_it()
    {
        using var nora = new Person(site.Own);
        await site.WaitAsync(nora, "nora3", "Klikken", ("WhatWasDone", "Lees [klik hier](/agenda)."), ("Organisation", "Gloednieuw BV"));
        var stopped = await site.DecideAsync("Klikken", "accept");
        var item = site.Item("Klikken");
        Assert.Equal(($"/umbraco/items/{item.Key}", false), (stopped.Location, item.Published));
        Assert.Equal(ReviewState.Waiting, (await site.RowAsync("Klikken")).State);

        // An organisation that is new here is a draft, and linked.
        var organisation = site.Item("Gloednieuw BV");
        Assert.Equal(("organisation", false), (organisation.ContentType.Alias, organisation.Published));
        Assert.Contains(organisation.Key.ToString("N"), item.GetValue<string>("organisations"), StringComparison.Ordinal);

        var form = (await site.Editor.GetAsync($"/umbraco/items/{item.Key}")).Page.QuerySelector("form#bewerk")!;
        await site.Editor.SubmitAsync(form, $"/umbraco/items/{item.Key}?culture=nl", ("f.whatWasDone", "Lees [de agenda](/agenda)."), ("do", "publish"));
        Assert.Equal((true, ReviewState.Accepted), (site.Item("Klikken").Published, (await site.RowAsync("Klikken")).State));
        Assert.Equal("Staat op de site: Klikken", (await site.Mail.NextAsync()).Subject);
    }

    [Fact]
    public async Task Sent_back_the_sender_goes_on_with_the_same_link_and_an_older_page_decides_nothing()
    {
        using var nora = new Person(site.Own);
        var path = await site.WaitAsync(nora, "nora4", "Nog niet af");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.DecideAsync("Nog niet af", "return")).Status);
        Assert.Equal("/umbraco/review", (await site.DecideAsync("Nog niet af", "return", ("note", "Hoeveel schalen?"))).Location);
        var mail = await site.Mail.NextAsync();
        Assert.Contains("Hoeveel schalen?", mail.Text, StringComparison.Ordinal);

        var form = (await nora.GetAsync(path)).Page.QuerySelector("form.d4-inzendformulier")!;
        Assert.Contains("Hoeveel schalen?", (await nora.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await nora.SubmitAsync(form, path, ("WhatWasDone", "Twintig schalen."), ("do", "hand-in"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await nora.SubmitAsync(form, path, ("WhatWasDone", "Uit een ander tabblad."), ("do", "save"))).Status);
        await site.Mail.NextAsync();
        var row = await site.RowAsync("Nog niet af");
        Assert.Equal((ReviewState.Waiting, 2), (row.State, row.Version));

        var late = await site.Editor.PostAsync($"/umbraco/review/{row.Key}", $"/umbraco/review/{row.Key}/accept", ("version", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Equal("/umbraco/review", (await site.DecideAsync("Nog niet af", "reject", ("note", "Niet uit Deventer."))).Location);
        Assert.Contains("Niet uit Deventer.", (await site.Mail.NextAsync()).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nog niet af", site.Contents.GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 10_000, out _).Select(item => item.Name));
    }

    [Theory]
    [InlineData("Email", "geen adres", "#Email")]
    [InlineData("Title", "", "#Title")]
    [InlineData("Goals", "18", "#Goals")]
    [InlineData("ContactEmail", "a@b\r\nBcc: c@d.nl", "#ContactEmail")]
    [InlineData("Website", "http://voorbeeld.nl", null)]
    [InlineData("Drawn", "zelf gemaakt", null)]
    public async Task What_is_wrong_is_said_and_nothing_is_kept_or_mailed(string field, string value, string? at)
    {
        using var visitor = new Person(site.Own);
        var answer = await site.ShareAsync(visitor, "fout", "Fout " + field, "hand-in", (field, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(at is null ? [] : [at], answer.Page.QuerySelectorAll("#fouten a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Een jaar lang woog de kantine wat er terugkwam.", answer.Page.QuerySelector("#Summary")!.TextContent);
        Assert.Equal(0, await site.Own.AskAsync(db => db.Set<ReviewRow>().CountAsync(row => row.Email == "fout@voorbeeld.nl")));
    }

    [Fact]
    public async Task A_draft_goes_on_by_its_link_and_a_link_that_is_made_up_leads_nowhere()
    {
        using var nora = new Person(site.Own);
        await site.ShareAsync(nora, "nora5", "Half af", "save", ("Summary", ""), ("Goals", ""));
        var path = await site.LinkToAsync("nora5");
        var form = (await nora.GetAsync(path)).Page.QuerySelector("form.d4-inzendformulier")!;
        var incomplete = await nora.SubmitAsync(form, path, ("do", "hand-in"));
        Assert.Equal(["#Goals", "#Summary"], incomplete.Page.QuerySelectorAll("#fouten a").Select(link => link.GetAttribute("href")).Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, (await nora.SubmitAsync(form, path, ("Summary", "Nu wel."), ("Goals", "7"), ("do", "hand-in"))).Status);
        Assert.Equal(ReviewState.Waiting, (await site.RowAsync("Half af")).State);
        Assert.Equal("Ontvangen: Half af", (await site.Mail.NextAsync()).Subject);
        foreach (var wrong in new[] { ReviewSite.Form + "/x", path[..^8], path + "AAAA" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await nora.GetAsync(wrong)).Status);
        }
    }

    [Fact]
    public async Task An_author_sends_what_is_of_their_own_organisation_and_an_editor_publishes_it()
    {
        using var dora = await site.AuthorAsync("dora");
        var list = site.Item("Praktijkvoorbeelden").Key;
        await dora.PostAsync($"/umbraco/tree?under={list}", "/umbraco/items/new", ("type", "practice"), ("under", list.ToString()), ("name", "Fietsen maken"));
        var key = site.Item("Fietsen maken").Key;
        await SendAsync(dora, key, ("f.summary", "Wij maken fietsen."));
        var row = await site.RowAsync("Fietsen maken");
        Assert.Equal((ReviewState.Waiting, key), (row.State, row.Item));
        Assert.Contains("dora", (await site.Editor.GetAsync("/umbraco/review")).Text, StringComparison.Ordinal);

        await site.DecideAsync("Fietsen maken", "return", ("note", "Voor wie?"));
        Assert.Equal($"/umbraco/items/{key}", await site.LinkToAsync("dora"));
        Assert.Contains("Voor wie?", (await dora.GetAsync($"/umbraco/items/{key}")).Page.QuerySelector(".utrecht-alert--warning")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Teruggestuurd", (await dora.GetAsync("/umbraco")).Text, StringComparison.Ordinal);
        await SendAsync(dora, key, ("f.summary", "Wij maken fietsen voor kinderen."));
        Assert.Equal("/umbraco/review", (await site.DecideAsync("Fietsen maken", "accept")).Location);
        Assert.Equal("/praktijkvoorbeelden/fietsen-maken", await site.LinkToAsync("dora"));

        // What is on the site stays as it is until an editor agrees; and an author doesn't take it off.
        await SendAsync(dora, key, ("f.summary", "Wij maken ook steps."));
        Assert.Contains("voor kinderen", (await dora.GetAsync("/praktijkvoorbeelden/fietsen-maken")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await dora.PostAsync("/umbraco/account", $"/umbraco/items/{key}/bin", ("sure", "true"))).Status);
        Assert.Equal(2, await site.Own.AskAsync(db => db.Set<ReviewRow>().CountAsync(one => one.Title == "Fietsen maken")));
    }

    [Fact]
    public async Task Without_an_organisation_or_with_only_others_nothing_is_sent()
    {
        using var carl = await site.Own.SignInAsync("carl", AccountRoles.Author);
        var list = site.Item("Praktijkvoorbeelden").Key;
        await carl.PostAsync($"/umbraco/tree?under={list}", "/umbraco/items/new", ("type", "practice"), ("under", list.ToString()), ("name", "Van niemand"));
        var key = site.Item("Van niemand").Key;
        await SendAsync(carl, key, ("f.summary", "Een tekst."));
        var own = site.Own.Get<OrganisationNames>().Find(site.Organisation);
        await site.Own.AskAsync(db => db.Users.Where(account => account.Name == "carl").ExecuteUpdateAsync(set => set.SetProperty(account => account.Organisation, own)));
        await SendAsync(carl, key, ("f.summary", "Nog een tekst."));
        Assert.Equal(0, await site.Own.AskAsync(db => db.Set<ReviewRow>().CountAsync(row => row.Title == "Van niemand")));
    }

    [Fact]
    public async Task What_is_kept_of_a_person_is_found_and_erased_on_request()
    {
        using var nora = new Person(site.Own);
        await site.ShareAsync(nora, "nora6", "Te wissen", "save");
        await site.LinkToAsync("nora6");
        await using var scope = site.Own.Services.CreateAsyncScope();
        var file = scope.ServiceProvider.GetRequiredService<PersonFile>();
        Assert.Equal(["mail", "submission"], (await file.ReadAsync("NORA6@voorbeeld.nl", CancellationToken.None)).Select(one => one.As).Order(StringComparer.Ordinal));
        await file.EraseAsync("nora6@voorbeeld.nl", CancellationToken.None);
        Assert.Empty(await file.ReadAsync("nora6@voorbeeld.nl", CancellationToken.None));
    }

    private static async Task SendAsync(Person author, Guid key, (string Name, string Value) change)
    {
        var address = $"/umbraco/items/{key}?culture=nl";
        var form = (await author.GetAsync(address)).Page.QuerySelector("form#bewerk")!;
        await author.SubmitAsync(form, address, change, ("do", "review"));
    }
}

using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Search.Indexing;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>Writing on the desk, over HTTP and without a script.</summary>
public sealed class EditTests : IAsyncLifetime
{
    private CommunitySite _site = null!;

    private IContentService Contents => _site.Get<IContentService>();

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync(new MailSink());

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_meeting_is_announced_on_one_page_and_is_on_the_site()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var made = await anna.PostAsync("/umbraco/meetings/new", "/umbraco/meetings/new", [.. Meeting("Lunch over afval"), ("Goals", "9"), ("do", "publish")]);
        Assert.Equal(HttpStatusCode.Redirect, made.Status);
        var page = await _site.DocumentAsync("/agenda/lunch-over-afval");
        Assert.Equal("Lunch over afval", page.QuerySelector("h1")!.TextContent.Replace("\u00ad", string.Empty, StringComparison.Ordinal).Trim());
        Assert.Contains("12.00 tot 13.30 uur", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Boreel 1", page.Body.TextContent, StringComparison.Ordinal);

        var item = Item("Lunch over afval");
        Assert.Equal((await _site.AccountAsync("anna")).Id, item.CreatorId);
        Assert.Equal("""{"date":"2099-03-11T12:00:00+01:00","timeZone":"Europe/Amsterdam"}""", item.GetValue<string>("start"));
    }

    [Fact]
    public async Task A_draft_is_found_by_a_word_that_stands_in_its_text()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var made = await anna.PostAsync("/umbraco/meetings/new", "/umbraco/meetings/new", [.. Meeting("Lunch over afval").Where(pair => pair.Name != "Summary"), ("Summary", "Met kwetterbrood.")]);
        Assert.Equal(HttpStatusCode.Redirect, made.Status);

        // While an index is filled as a whole nobody waits for it.
        Assert.True(await _site.Get<PendingChanges>().CatchUpAsync(TimeSpan.FromMinutes(1), CancellationToken.None));
        var found = (await anna.GetAsync("/umbraco/items?type=meeting&q=kwetterbroden")).Page;
        Assert.Equal("Lunch over afval", Assert.Single(found.QuerySelectorAll(".d4-taken a")).TextContent);
        Assert.Empty((await anna.GetAsync("/umbraco/items?type=practice&q=kwetterbroden")).Page.QuerySelectorAll(".d4-taken a"));
        Assert.Empty((await anna.GetAsync("/umbraco/items?state=online&q=kwetterbroden")).Page.QuerySelectorAll(".d4-taken a"));
    }

    [Theory]
    [InlineData("Name", "")]
    [InlineData("Date", "2001-01-01")]
    [InlineData("Date", "morgen")]
    [InlineData("From", "twaalf")]
    [InlineData("Until", "11:00")]
    [InlineData("Capacity", "-1")]
    [InlineData("Capacity", "99999999999999")]
    [InlineData("PlaceName", "")]
    [InlineData("Organiser", "Bestaat Niet BV")]
    public async Task What_is_wrong_with_a_new_meeting_is_said_and_nothing_typed_is_lost(string field, string value)
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var fields = Meeting("Lunch met <script>alert(1)</script>").Where(pair => pair.Name != field).Append((field, value)).Append(("do", "publish"));
        var refused = await anna.PostAsync("/umbraco/meetings/new", "/umbraco/meetings/new", [.. fields]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Page.QuerySelector("#fouten a[href='#" + field + "']"));
        Assert.Equal(value, refused.Page.QuerySelector($"[name={field}]")!.GetAttribute("value") ?? string.Empty);
        Assert.Equal("Een lunch.", refused.Page.QuerySelector("#Summary")!.TextContent);
        Assert.Null(refused.Page.QuerySelector("script:not([src])"));
    }

    [Fact]
    public async Task Saving_a_form_as_it_is_changes_no_value()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        foreach (var path in new[] { "/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep", "/organisaties/circulus-berkel", "/agenda/deventer-ondernemers-event-2020", "/prijs/2020", "/over-ons", "/doelen/12-verantwoord-verbruik" })
        {
            var key = Key(path);
            var before = Values(key);
            var (form, address) = await FormAsync(anna, key);
            Assert.Equal(HttpStatusCode.Redirect, (await anna.SubmitAsync(form, address, ("do", "save"))).Status);
            Assert.Equal(before, Values(key));
        }
    }

    [Fact]
    public async Task A_draft_shows_in_the_preview_and_not_on_the_site_until_it_is_published()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var key = Key("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep");
        var (form, address) = await FormAsync(anna, key);
        await anna.SubmitAsync(form, address, ("f.summary", "Brood dat fluistert."), ("do", "save"));
        Assert.Contains("Brood dat fluistert.", (await anna.GetAsync($"/umbraco/items/{key}/preview?culture=nl")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Brood dat fluistert.", await _site.TextAsync("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep"), StringComparison.Ordinal);

        (form, address) = await FormAsync(anna, key);
        await anna.SubmitAsync(form, address, ("do", "publish"));
        Assert.Contains("Brood dat fluistert.", await _site.TextAsync("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep"), StringComparison.Ordinal);

        await anna.PostAsync($"/umbraco/items/{key}", $"/umbraco/items/{key}/unpublish?culture=nl", ("sure", "true"));
        Assert.Equal(HttpStatusCode.NotFound, (await _site.PageAsync("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep")).Status);
    }

    [Fact]
    public async Task Of_two_people_in_one_field_the_second_sees_both_texts_and_decides()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        using var bob = await _site.SignInAsync("bob", AccountRoles.Editor);
        var key = Key("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep");
        var (ofAnna, address) = await FormAsync(anna, key);
        var (ofBob, _) = await FormAsync(bob, key);
        await anna.SubmitAsync(ofAnna, address, ("f.summary", "Van Anna."), ("do", "save"));

        var conflict = await bob.SubmitAsync(ofBob, address, ("f.summary", "Van Bob."), ("f.costs", "Tien euro"), ("do", "save"));
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        var texts = conflict.Page.QuerySelectorAll(".d4-versietekst").Select(text => text.TextContent).ToList();
        Assert.Equal(["Van Bob.", "Van Anna."], texts);
        Assert.Equal("Van Anna.", Contents.GetById(key)!.GetValue<string>("summary", "nl"));

        var choice = conflict.Page.QuerySelector("form[action^='/umbraco/items']")!;
        Assert.Equal(HttpStatusCode.Redirect, (await bob.SubmitAsync(choice, address, ("kies.f.summary", "theirs"), ("do", "save"))).Status);
        var item = Contents.GetById(key)!;
        Assert.Equal(("Van Anna.", "Tien euro"), (item.GetValue<string>("summary", "nl"), item.GetValue<string>("costs", "nl")));
    }

    /// <summary>Issue 6: whoever came second could be compared with what was there before the first.</summary>
    [Fact]
    public async Task Of_many_who_save_at_the_same_moment_one_is_first_and_the_others_see_it()
    {
        var key = Key("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep");
        var people = new List<Person>();
        for (var number = 0; number < 6; number++)
        {
            people.Add(await _site.SignInAsync($"redacteur{number}", AccountRoles.Editor));
        }

        for (var round = 0; round < 5; round++)
        {
            var forms = await Task.WhenAll(people.Select(person => FormAsync(person, key)));
            var answers = await Task.WhenAll(people.Select((person, number) => Task.Run(() =>
                person.SubmitAsync(forms[number].Form, forms[number].Address, ("f.summary", $"Ronde {round} van {number}."), ("do", "save")))));
            Assert.Equal([HttpStatusCode.Redirect, .. Enumerable.Repeat(HttpStatusCode.Conflict, people.Count - 1)], answers.Select(answer => answer.Status).Order());
        }

        people.ForEach(person => person.Dispose());
    }

    [Fact]
    public async Task Of_two_people_in_different_fields_both_are_kept()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        using var bob = await _site.SignInAsync("bob", AccountRoles.Editor);
        var key = Key("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep");
        var (ofAnna, address) = await FormAsync(anna, key);
        var (ofBob, _) = await FormAsync(bob, key);
        await anna.SubmitAsync(ofAnna, address, ("f.summary", "Van Anna."), ("do", "save"));
        var saved = await bob.SubmitAsync(ofBob, address, ("f.costs", "Tien euro"), ("do", "save"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var item = Contents.GetById(key)!;
        Assert.Equal(("Van Anna.", "Tien euro"), (item.GetValue<string>("summary", "nl"), item.GetValue<string>("costs", "nl")));
    }

    [Fact]
    public async Task An_older_version_is_compared_and_brought_back()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var key = Key("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep");
        var before = Contents.GetById(key)!.GetValue<string>("summary", "nl")!;
        var (form, address) = await FormAsync(anna, key);
        await anna.SubmitAsync(form, address, ("f.summary", "Heel iets anders."), ("do", "publish"));

        var compared = await anna.GetAsync($"/umbraco/items/{key}/versions?culture=nl");
        Assert.Equal(before, compared.Page.QuerySelector("del")!.TextContent);
        Assert.Equal("Heel iets anders.", compared.Page.QuerySelector("ins")!.TextContent);
        var restore = compared.Page.QuerySelector("form[action*='/versions/restore']")!;
        await anna.SubmitAsync(restore, restore.GetAttribute("action")!);
        Assert.Equal(before, Contents.GetById(key)!.GetValue<string>("summary", "nl"));
        Assert.Contains("Heel iets anders.", await _site.TextAsync("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_writes_what_is_theirs_and_publishes_nothing()
    {
        using var dora = await _site.SignInAsync("dora", AccountRoles.Author);
        var others = Key("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep");
        Assert.Equal(HttpStatusCode.NotFound, (await dora.GetAsync($"/umbraco/items/{others}")).Status);

        var list = Key("/praktijkvoorbeelden");
        var made = await dora.PostAsync($"/umbraco/tree?under={list}", "/umbraco/items/new", ("type", "practice"), ("under", list.ToString()), ("name", "Fietsen maken"));
        var own = Item("Fietsen maken");
        Assert.Equal($"/umbraco/items/{own.Key}", made.Location);
        var (form, address) = await FormAsync(dora, own.Key);
        await dora.SubmitAsync(form, address, ("f.summary", "Wij maken fietsen."), ("do", "publish"));
        own = Contents.GetById(own.Key)!;
        Assert.Equal(("Wij maken fietsen.", false), (own.GetValue<string>("summary", "nl"), own.Published));
    }

    [Fact]
    public async Task What_goes_in_the_bin_comes_out_where_it_lay()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var key = Key("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep");
        var parent = Contents.GetById(key)!.ParentId;
        Assert.Equal(HttpStatusCode.Redirect, (await anna.PostAsync($"/umbraco/items/{key}", $"/umbraco/items/{key}/bin", ("sure", "true"))).Status);
        Assert.True(Contents.GetById(key)!.Trashed);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.PageAsync("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep")).Status);
        Assert.Equal($"/umbraco/items/{key}", (await anna.PostAsync("/umbraco/bin", "/umbraco/bin/restore", ("key", key.ToString()))).Location);
        Assert.Equal((false, parent), (Contents.GetById(key)!.Trashed, Contents.GetById(key)!.ParentId));
    }

    [Theory]
    [InlineData("f.yearFrom", "negentien")]
    [InlineData("f.yearFrom", "99999999999999999999")]
    [InlineData("f.lastConfirmed.date", "31-31-2020")]
    [InlineData("f.organisations.add", "Bestaat Niet BV")]
    [InlineData("f.contributions.0.goal", "99")]
    [InlineData("name", "")]
    public async Task What_can_not_be_is_said_by_the_field_and_everything_typed_comes_back(string field, string value)
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var key = Key("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep");
        var (form, address) = await FormAsync(anna, key);
        var refused = await anna.SubmitAsync(form, address, ("f.summary", "Dit wil ik houden."), (field, value), ("do", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Dit wil ik houden.", refused.Page.QuerySelector("[name='f.summary']")!.TextContent);
        Assert.NotEmpty(refused.Page.QuerySelectorAll("#fouten li"));
        Assert.DoesNotContain("Dit wil ik houden.", Contents.GetById(key)!.GetValue<string>("summary", "nl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goals_are_proposed_for_what_is_typed_and_taken_over_without_saving()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var list = Key("/praktijkvoorbeelden");
        await anna.PostAsync($"/umbraco/tree?under={list}", "/umbraco/items/new", ("type", "practice"), ("under", list.ToString()), ("name", "Zonnepanelen op de school"));
        var key = Item("Zonnepanelen op de school").Key;
        var (form, address) = await FormAsync(anna, key);
        var asked = await anna.SubmitAsync(form, address, ("f.summary", "De school wekt zelf stroom op met zonnepanelen en stoot minder CO2 uit."), ("do", "suggest"));
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        var proposal = asked.Page.QuerySelectorAll("#voorstellen button[value^='take 7 ']").Single();

        var taken = await anna.SubmitAsync(asked.Page.QuerySelector("form#bewerk")!, address, ("do", proposal.GetAttribute("value")!));
        Assert.Equal("7", ((AngleSharp.Html.Dom.IHtmlSelectElement)taken.Page.QuerySelector("[name='f.contributions.0.goal']")!).Value);
        Assert.Contains("De school wekt", taken.Page.QuerySelector("[name='f.summary']")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(taken.Page.QuerySelectorAll("#voorstellen button[value^='take 7 ']"));
        Assert.Null(Contents.GetById(key)!.GetValue<string>("summary", "nl"));

        Assert.Equal(HttpStatusCode.Redirect, (await anna.SubmitAsync(taken.Page.QuerySelector("form#bewerk")!, address, ("do", "save"))).Status);
        Assert.Contains("\"goal\":7", Contents.GetById(key)!.GetValue<string>("contributions"), StringComparison.Ordinal);
    }

    private static List<(string Name, string Value)> Meeting(string name) =>
    [
        ("Name", name), ("Summary", "Een lunch."), ("Date", "2099-03-11"), ("From", "12:00"), ("Until", "13:30"), ("PlaceName", "Boreel 1"),
        ("Street", "Boreelplein 1"), ("Town", "Deventer"), ("Organiser", ""), ("Capacity", "40"), ("Body", "Neem *honger* mee."), ("Goals", "12"),
    ];

    private static async Task<(IElement Form, string Address)> FormAsync(Person person, Guid key)
    {
        var answer = await person.GetAsync($"/umbraco/items/{key}?culture=nl");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return (answer.Page.QuerySelector("form#bewerk")!, $"/umbraco/items/{key}?culture=nl");
    }

    private Guid Key(string path) => _site.Get<IDocumentUrlService>().GetDocumentKeyByRoute(path, "nl", Contents.GetRootContent().Single().Id, false)
        ?? throw new InvalidOperationException($"There is no page at {path}.");

    private IContent Item(string name) => Contents.GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 10_000, out _).Single(item => item.Name == name);

    private List<string> Values(Guid key)
    {
        var item = Contents.GetById(key)!;
        return [.. item.Properties.SelectMany(property => property.Values.Select(value => $"{property.Alias} {value.Culture}: {Plain(value.EditedValue)}")).Order(StringComparer.Ordinal)];
    }

    /// <summary>JSON with all signs written the same way.</summary>
    private static string Plain(object? value) => value?.ToString() is { } text && text.StartsWith('{') ? JsonNode.Parse(text)!.ToJsonString() : $"{value}";
}

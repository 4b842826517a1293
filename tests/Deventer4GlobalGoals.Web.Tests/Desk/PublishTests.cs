using System.Net;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Items;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>What an editor does around writing: many pages at once, looking along, old addresses, who did what.</summary>
public sealed class PublishTests : IAsyncLifetime
{
    private readonly MovedClock _clock = new();
    private CommunitySite _site = null!;

    private IContentService Contents => _site.Get<IContentService>();

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync(new MailSink(), services => services.AddSingleton<TimeProvider>(_clock));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Taking_away_what_other_pages_use_is_asked_first()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var item = Contents.GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 10_000, out _).Where(one => one.ContentType.Alias == "organisation" && one.Published).ToList()
            .First(one => _site.Get<ItemUses>().OfAsync(one).GetAwaiter().GetResult().Total > 0);
        var address = $"/umbraco/items/{item.Key}";
        foreach (var action in new[] { "unpublish", "bin" })
        {
            var question = await anna.PostAsync(address, $"{address}/{action}?culture=nl");
            Assert.Equal(HttpStatusCode.OK, question.Status);
            Assert.NotEmpty(question.Page.QuerySelectorAll("main .d4-controle a"));
            Assert.Equal((action == "unpublish", false), (Contents.GetById(item.Key)!.Published, Contents.GetById(item.Key)!.Trashed));
            var form = question.Page.QuerySelector($"form[action*='/{action}']")!;
            await anna.SubmitAsync(form, form.GetAttribute("action")!);
        }

        Assert.True(Contents.GetById(item.Key)!.Trashed);
    }

    [Fact]
    public async Task A_choice_from_a_list_goes_online_together_and_what_has_an_error_stays()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var list = Item("Nieuws");
        var names = new[] { "Eerste bericht", "Tweede bericht", "Derde bericht" };
        foreach (var name in names)
        {
            await anna.PostAsync($"/umbraco/tree?under={list.Key}", "/umbraco/items/new", ("type", "article"), ("under", list.Key.ToString()), ("name", name));
            var made = Item(name);
            await SaveAsync(anna, made, ("f.summary", "Een bericht."), ("f.body", name == "Derde bericht" ? "<p><a href=\"/agenda\">klik hier</a></p>" : "<p>Een tekst.</p>"), ("f.date.date", "2026-01-02"));
        }

        var keys = names.Select(name => ("keys", Item(name).Key.ToString())).ToArray();
        var done = await anna.PostAsync("/umbraco/items?type=article", "/umbraco/items/bulk", [.. keys, ("do", "publish"), ("returnUrl", "/umbraco/items?type=article")]);
        Assert.Equal("/umbraco/items?type=article", done.Location);
        Assert.Equal([true, true, false], names.Select(name => Item(name).Published));
        Assert.Contains("Derde bericht", (await anna.GetAsync("/umbraco/items?type=article")).Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);

        await anna.PostAsync("/umbraco/items?type=article", "/umbraco/items/bulk", [.. keys, ("do", "bin")]);
        Assert.Equal([true, true, true], names.Select(name => Item(name).Trashed));
    }

    [Fact]
    public async Task A_page_goes_online_with_everything_under_it()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var about = Item("Over ons");
        await MakeAsync(anna, about, "Onze geschiedenis");
        var parent = Item("Onze geschiedenis");
        await MakeAsync(anna, parent, "Het begin");
        var child = Item("Het begin");
        foreach (var item in new[] { parent, child })
        {
            await SaveAsync(anna, item, ("f.summary", "Hoe het begon."), ("f.body", "<p>Een tekst.</p>"));
        }

        await anna.PostAsync($"/umbraco/items/{parent.Key}", $"/umbraco/items/{parent.Key}/branch");
        Assert.Equal((true, true), (Item("Onze geschiedenis").Published, Item("Het begin").Published));
    }

    [Fact]
    public async Task Whoever_has_the_link_sees_the_draft_until_it_expires()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        using var guest = new Person(_site);
        var item = Item("Circulair bouwen bij VDR Bouwgroep");
        await SaveAsync(anna, item, ("f.summary", "Brood dat fluistert."));
        var shared = await anna.PostAsync($"/umbraco/items/{item.Key}", $"/umbraco/items/{item.Key}/preview/share?culture=nl");
        var path = new Uri(shared.Page.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;
        Assert.Contains("Brood dat fluistert.", (await guest.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(path[..^4] + "AAAA")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync("/voorbeeld/x")).Status);
        _clock.MoveTo(_clock.GetUtcNow() + PreviewLinks.Valid + TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_renamed_page_leaves_an_old_address_that_can_be_removed_and_its_history_says_who_did_it()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Administrator);
        var item = Item("Circulair bouwen bij VDR Bouwgroep");
        await SaveAsync(anna, item, ("name", "Bouwen zonder afval"), ("do", "publish"));
        using var moved = await _site.Http.GetAsync(new Uri("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep", UriKind.Relative));
        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);

        var screen = await anna.GetAsync("/umbraco/redirects");
        var row = screen.Page.QuerySelectorAll(".d4-taken li").Single(one => one.TextContent.Contains("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep", StringComparison.Ordinal));
        await anna.SubmitAsync(row.QuerySelector("form")!, "/umbraco/redirects/remove");
        Assert.Equal(HttpStatusCode.NotFound, (await _site.PageAsync("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep")).Status);

        var history = (await anna.GetAsync($"/umbraco/items/{item.Key}/history")).Page.QuerySelectorAll(".d4-controle li");
        Assert.Contains("Online gezet", history[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("anna", history[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", (await anna.GetAsync("/umbraco/history")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_is_told_in_plain_words()
    {
        using var dora = await _site.SignInAsync("dora", AccountRoles.Author);
        var practice = (await dora.GetAsync("/umbraco/schema")).Page.QuerySelector("#practice")!;
        Assert.Contains("bijdragen aan de doelen", practice.TextContent, StringComparison.Ordinal);
        Assert.Contains("per taal", practice.TextContent, StringComparison.Ordinal);
    }

    private static async Task MakeAsync(Person person, IContent parent, string name) =>
        await person.PostAsync($"/umbraco/tree?under={parent.Key}", "/umbraco/items/new", ("type", "page"), ("under", parent.Key.ToString()), ("name", name));

    private static async Task SaveAsync(Person person, IContent item, params (string Name, string Value)[] changes)
    {
        var address = $"/umbraco/items/{item.Key}?culture=nl";
        var form = (await person.GetAsync(address)).Page.QuerySelector("form#bewerk")!;
        Assert.Equal(HttpStatusCode.Redirect, (await person.SubmitAsync(form, address, changes.Any(change => change.Name == "do") ? changes : [.. changes, ("do", "save")])).Status);
    }

    private IContent Item(string name) => Contents.GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 10_000, out _).Concat(Contents.GetPagedContentInRecycleBin(0, 1_000, out _)).First(item => item.Name == name);
}

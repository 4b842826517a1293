using System.Net;
using Deventer4GlobalGoals.Web.Search.Indexing;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>What an editor does is what the very next visitor gets, also on pages that were kept; and nothing else gets out.</summary>
public sealed class NextRequestTests : IAsyncLifetime
{
    private const string Secret = "Kwetterbrood";

    private CommunitySite _site = null!;

    private IContentService Contents => _site.Get<IContentService>();

    public async Task InitializeAsync()
    {
        _site = await CommunitySite.StartAsync();

        // While an index is filled as a whole nobody waits for it.
        Assert.True(await _site.Get<PendingChanges>().CatchUpAsync(TimeSpan.FromMinutes(1), CancellationToken.None));
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_practice_is_everywhere_from_publish_until_it_goes_into_the_bin()
    {
        string[] shows = ["/praktijkvoorbeelden?q=kwetterbrood", "/zoeken?q=kwetterbrood", "/feed.atom", "/sitemap.xml", "/praktijkvoorbeelden?sorteer=naam&q=kwetterbrood"];
        var before = await HomeFigureAsync();

        var practice = Draft("practice", "/praktijkvoorbeelden");
        Assert.DoesNotContain("/praktijkvoorbeelden/kwetterbrood", await AllAsync(shows), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/praktijkvoorbeelden/kwetterbrood"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/umbraco/delivery/api/v2/content/item/{practice.Key}"));

        Publish(practice);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/praktijkvoorbeelden/kwetterbrood"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/umbraco/delivery/api/v2/content/item/{practice.Key}"));
        Assert.Equal(before + 1, await HomeFigureAsync());
        foreach (var url in shows)
        {
            Assert.Contains("/praktijkvoorbeelden/kwetterbrood", await _site.TextAsync(url), StringComparison.Ordinal);
        }

        Assert.True(Contents.MoveToRecycleBin(Contents.GetById(practice.Key)!).Success);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/praktijkvoorbeelden/kwetterbrood"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/umbraco/delivery/api/v2/content/item/{practice.Key}"));
        Assert.DoesNotContain("/praktijkvoorbeelden/kwetterbrood", await AllAsync(shows), StringComparison.Ordinal);
        Assert.Equal(before, await HomeFigureAsync());
    }

    [Fact]
    public async Task What_is_unpublished_or_not_yet_published_stays_inside()
    {
        var practice = Draft("practice", "/praktijkvoorbeelden");
        Publish(practice);
        practice = Contents.GetById(practice.Key)!;
        practice.SetValue("summary", "Een geheim van morgen.", "nl");
        Assert.True(Contents.Save(practice).Success);
        Assert.DoesNotContain("geheim van morgen", await _site.TextAsync("/praktijkvoorbeelden/kwetterbrood"), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim van morgen", await _site.TextAsync("/praktijkvoorbeelden?q=kwetterbrood"), StringComparison.Ordinal);

        Assert.True(Contents.Unpublish(Contents.GetById(practice.Key)!).Success);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/praktijkvoorbeelden/kwetterbrood"));
        Assert.DoesNotContain("/kwetterbrood", await _site.TextAsync("/praktijkvoorbeelden?q=kwetterbrood"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_is_in_no_calendar_or_figure_until_it_is_published_and_says_then_where_to_take_part()
    {
        string[] shows = ["/agenda", "/agenda.ics", "/sitemap.xml", "/api/v1/meetings?year=2027"];
        var figures = await _site.TextAsync("/monitor.csv");
        var meeting = Draft("meeting", "/agenda");
        meeting.SetValue("start", """{"date":"2027-03-11T19:30:00+01:00","timeZone":"Europe/Amsterdam"}""");
        meeting.SetValue("online", 1);
        meeting.SetValue("onlineUrl", "https://overleg.voorbeeld.nl/kamer-1");
        meeting.SetValue("status", "Vol");
        meeting.SetValue("contributions", """[{"goal":14,"role":"primary","direction":"positive","source":"editor"}]""");
        Assert.True(Contents.Save(meeting).Success);
        Assert.DoesNotContain("kwetterbrood", await AllAsync(shows), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/agenda/kwetterbrood.ics"));
        Assert.Equal(figures, await _site.TextAsync("/monitor.csv"));

        Publish(meeting);
        foreach (var url in shows)
        {
            Assert.Contains("kwetterbrood", await _site.TextAsync(url), StringComparison.OrdinalIgnoreCase);
        }

        Assert.NotEqual(figures, await _site.TextAsync("/monitor.csv"));
        var page = await _site.DocumentAsync("/agenda/kwetterbrood");
        Assert.NotNull(page.QuerySelector("a[href='https://overleg.voorbeeld.nl/kamer-1']"));
        Assert.NotNull(page.QuerySelector(".d4-staat--let-op"));
    }

    [Fact]
    public async Task A_renamed_page_leaves_a_redirect_in_every_language_that_it_has()
    {
        var practice = Draft("practice", "/praktijkvoorbeelden");
        practice.SetCultureName("Chirping bread", "en-US");
        practice.SetValue("summary", "Bread that sings.", "en-US");
        Assert.True(Contents.Save(practice).Success);
        Publish(practice);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/en/practices/chirping-bread"));

        practice = Contents.GetById(practice.Key)!;
        practice.SetCultureName("Fluitbrood", "nl");
        practice.SetCultureName("Whistling bread", "en-US");
        Publish(practice);

        Assert.Equal("/praktijkvoorbeelden/fluitbrood", await MovedAsync("/praktijkvoorbeelden/kwetterbrood"));
        Assert.Equal("/en/practices/whistling-bread", await MovedAsync("/en/practices/chirping-bread"));
    }

    [Fact]
    public async Task A_renamed_list_takes_all_below_it_along()
    {
        var news = At("/nieuws");
        news.SetCultureName("Berichten", "nl");
        Publish(news);

        Assert.Equal("/berichten", await MovedAsync("/nieuws"));
        Assert.Equal(
            "/berichten/deventer-is-de-meest-inspirerende-global-goals-gemeente",
            await MovedAsync("/nieuws/deventer-is-de-meest-inspirerende-global-goals-gemeente"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/berichten/deventer-is-de-meest-inspirerende-global-goals-gemeente"));
    }

    [Fact]
    public async Task A_moved_page_leaves_a_redirect()
    {
        var page = Draft("page", "/over-ons");
        Publish(page);
        Assert.True(Contents.Move(Contents.GetById(page.Key)!, At("/over-ons/de-kerngroep").Id).Success);
        Assert.Equal("/over-ons/de-kerngroep/kwetterbrood", await MovedAsync("/over-ons/kwetterbrood"));
    }

    [Fact]
    public async Task Texts_that_could_break_a_format_are_encoded_in_every_one_of_them()
    {
        const string Nasty = "Brood & \"boter\", <b>kaas</b>; \\ </script><script>alert(1)</script> ✓ één tekst die lang genoeg is om een regel te vouwen";
        var meeting = Draft("meeting", "/agenda");
        meeting.SetCultureName($"Kwetterbrood {Nasty}", "nl");
        meeting.SetValue("summary", Nasty, "nl");
        meeting.SetValue("start", """{"date":"2027-03-11T19:30:00+01:00","timeZone":"Europe/Amsterdam"}""");
        meeting.SetValue("end", """{"date":"2027-03-11T21:00:00+01:00","timeZone":"Europe/Amsterdam"}""");
        Publish(meeting);
        var path = (await _site.DocumentAsync("/agenda?doel=")).QuerySelectorAll("h3 a").Select(link => link.GetAttribute("href")!).First(href => href.Contains("kwetterbrood", StringComparison.Ordinal));

        var page = await _site.DocumentAsync(path);
        Assert.Null(page.QuerySelector("script:not([src]):not([type='application/ld+json'])"));
        Assert.Contains("<script>alert(1)</script>", page.QuerySelector("h1")!.TextContent.Replace("\u00ad", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        var data = page.QuerySelectorAll("script[type='application/ld+json']").Select(script => System.Text.Json.Nodes.JsonNode.Parse(script.TextContent)!).Single(node => (string?)node["@type"] == "Event");
        Assert.Equal(Nasty, (string?)data["description"]);
        Assert.Equal(("2027-03-11T19:30:00+01:00", "2027-03-11T21:00:00+01:00"), ((string?)data["startDate"], (string?)data["endDate"]));

        var calendar = (await _site.TextAsync(path + ".ics")).Replace("\r\n ", string.Empty, StringComparison.Ordinal);
        Assert.Contains("DESCRIPTION:Brood & \"boter\"\\, <b>kaas</b>\\; \\\\ </script><script>alert(1)</script> ✓ één", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20270311T183000Z\r\nDTEND:20270311T200000Z\r\n", calendar, StringComparison.Ordinal);
    }

    /// <summary>The page that visitors get at this Dutch path.</summary>
    private IContent At(string path) =>
        Contents.GetById(_site.Get<IDocumentUrlService>().GetDocumentKeyByRoute(path, "nl", RootId(), isDraft: false)!.Value)!;

    private int RootId() => Contents.GetRootContent().First().Id;

    private IContent Draft(string alias, string below)
    {
        var draft = new Umbraco.Cms.Core.Models.Content(Secret, At(below).Id, _site.Get<IContentTypeService>().Get(alias)!, "nl");
        draft.SetCultureName(Secret, "nl");
        draft.SetValue("summary", $"{Secret} dat zingt.", "nl");
        Assert.True(Contents.Save(draft).Success);
        return Contents.GetById(draft.Key)!;
    }

    private void Publish(IContent content)
    {
        Assert.True(Contents.Save(content).Success);
        var result = Contents.Publish(Contents.GetById(content.Key)!, ["*"]);
        Assert.True(result.Success, $"{content.Name}: {result.Result} {string.Join(", ", result.InvalidProperties?.Select(property => property.Alias) ?? [])}");
    }

    private async Task<int> HomeFigureAsync() =>
        int.Parse((await _site.DocumentAsync("/")).QuerySelector(".d4-cijfer dd")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<HttpStatusCode> StatusAsync(string url) => (await _site.PageAsync(url)).Status;

    private async Task<string> AllAsync(string[] urls) => string.Concat(await Task.WhenAll(urls.Select(_site.TextAsync)));

    private async Task<string?> MovedAsync(string url)
    {
        using var answer = await _site.Http.GetAsync(new Uri(url, UriKind.Relative));
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        return answer.Headers.Location?.OriginalString;
    }
}

using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>What pages say in schema.org's terms.</summary>
[Collection(ReadsOnly.Name)]
public class LinkedDataTests(SharedSite shared)
{
    /// <summary>Home, and pages that are no content and hang below nothing: other pages lead to them.</summary>
    private static readonly string[] InNoPlace = ["", "/", "/open-data", "/praktijkvoorbeeld-delen"];

    [Fact]
    public async Task All_of_it_parses_and_names_its_page()
    {
        foreach (var page in await shared.PagesAsync())
        {
            foreach (var data in Data(page).Where(data => Type(data) is not "BreadcrumbList" and not "WebSite"))
            {
                Assert.Equal("https://schema.org", (string?)data["@context"]);
                Assert.Equal(shared.Site.Origin + page.Path, (string?)data["url"]);
                Assert.False(string.IsNullOrWhiteSpace((string?)data["name"]), page.Path);
            }
        }
    }

    [Fact]
    public async Task Every_page_below_home_has_its_breadcrumbs_from_home_to_itself()
    {
        var elsewhere = InNoPlace.SelectMany(path => new[] { path, "/en" + path, "/de" + path }).ToHashSet(StringComparer.Ordinal);
        foreach (var page in (await shared.PagesAsync()).Where(page => !elsewhere.Contains(page.Path)))
        {
            var crumbs = Assert.Single(Data(page), data => Type(data) == "BreadcrumbList")["itemListElement"]!.AsArray();
            Assert.Equal(Enumerable.Range(1, crumbs.Count), crumbs.Select(crumb => (int)crumb!["position"]!));
            Assert.Equal(shared.Site.Origin + page.Path, (string?)crumbs[^1]!["item"]);
        }
    }

    [Theory]
    [InlineData("/praktijkvoorbeelden/", "Article")]
    [InlineData("/organisaties/", "Organization")]
    [InlineData("/nieuws/", "NewsArticle")]
    [InlineData("/doelen/", "WebPage")]
    [InlineData("/en/practices/", "Article")]
    [InlineData("/de/ziele/", "WebPage")]
    public async Task Pages_have_the_type_of_what_they_are_about(string below, string type)
    {
        var pages = (await shared.PagesAsync()).Where(page => page.Path.StartsWith(below, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Single(Data(page), data => Type(data) == type));
    }

    [Fact]
    public async Task A_meeting_with_a_date_is_an_event_with_status_mode_and_an_offset_where_the_hour_is_known()
    {
        var events = (await shared.PagesAsync()).Where(page => page.Path.StartsWith("/agenda/", StringComparison.Ordinal))
            .SelectMany(Data).Where(data => Type(data) == "Event").ToList();

        Assert.NotEmpty(events);
        Assert.All(events, data =>
        {
            Assert.Matches(@"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?$", (string?)data["startDate"]);
            Assert.StartsWith("https://schema.org/Event", (string?)data["eventStatus"], StringComparison.Ordinal);
            Assert.EndsWith("EventAttendanceMode", (string?)data["eventAttendanceMode"], StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task What_pages_are_about_is_said_with_the_uns_own_addresses()
    {
        var about = (await shared.PagesAsync()).SelectMany(Data).Select(data => data["about"])
            .SelectMany(value => value switch { JsonArray many => many.Select(one => (string?)one), null => [], _ => [(string?)value] }).ToList();

        Assert.NotEmpty(about);
        Assert.All(about, uri => Assert.Matches(@"^http://metadata\.un\.org/sdg/\d+(\.\w+)?$", uri));
    }

    private static List<JsonNode> Data(CrawledPage page) =>
        [.. page.Document.QuerySelectorAll("script[type='application/ld+json']").Select(script => JsonNode.Parse(script.TextContent)!)];

    private static string? Type(JsonNode data) => (string?)data["@type"];
}

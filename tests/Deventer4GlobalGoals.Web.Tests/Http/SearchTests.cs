using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Site.Lists;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>The search page, its feed, its API: what they answer, and that they answer the same.</summary>
[Collection(ReadsOnly.Name)]
public class SearchTests(SharedSite shared)
{
    private const int Seed = 4104;

    [Theory]
    [InlineData("/zoeken", "nl", "q=koffie")]
    [InlineData("/zoeken", "nl", "q=duurzaam&doel=12")]
    [InlineData("/zoeken", "nl", "doel=12.3&doel=7&sorteer=oudste")]
    [InlineData("/zoeken", "nl", "q=oeganda&pagina=2")]
    [InlineData("/zoeken", "nl", "type=organisatie&sector=cultuur-en-media&sorteer=nieuwste")]
    [InlineData("/en/search", "en", "q=sustainable")]
    [InlineData("/de/suche", "de", "q=nachhaltig&jaar=2020")]
    public async Task The_page_and_the_api_give_the_same_answers(string path, string language, string query)
    {
        var page = await shared.Site.DocumentAsync($"{path}?{query}");
        var answer = await AnswerAsync($"{query}&lang={language}");

        Assert.NotEmpty(answer["results"]!.AsArray());
        Assert.Equal(
            answer["results"]!.AsArray().Select(result => new Uri((string)result!["url"]!).AbsolutePath),
            page.QuerySelectorAll(".d4-treffer h3 a").Select(link => link.GetAttribute("href")));
        Assert.StartsWith($"{answer["total"]} ", page.GetElementById("gevonden")!.TextContent, StringComparison.Ordinal);
        var years = answer["facets"]!.AsArray().Single(facet => (string?)facet!["field"] == "jaar")!["values"]!.AsArray().Select(value => $"{value!["label"]} {value["count"]}").Order(StringComparer.Ordinal);
        var shown = page.GetElementById("facet-jaar")?.Closest(".d4-facet")!.QuerySelectorAll(".d4-facet__keuze").Select(option => $"{option.QuerySelector("span")!.TextContent} {option.QuerySelector(".d4-facet__aantal")!.FirstChild!.TextContent}").Order(StringComparer.Ordinal);
        Assert.Equal(years, shown ?? Enumerable.Empty<string>());
    }

    [Fact]
    public async Task Every_count_equals_a_scan_of_what_is_published_whatever_is_chosen()
    {
        var now = DateTimeOffset.UnixEpoch;
        var facets = ListDefinition.Search.Facets;
        var items = shared.Site.Get<CommunityIndex>().Current.Items.Values.Where(item => ItemTypes.Of(item.Kind).Length > 0).ToList();
        var random = new Random(Seed);
        for (var round = 0; round < 60; round++)
        {
            var chosen = facets.Where(_ => random.Next(4) == 0).ToDictionary(facet => facet, facet => Enumerable.Range(0, random.Next(1, 3))
                .Select(_ => items[random.Next(items.Count)]).SelectMany(item => facet.Values(item, now)).Distinct().ToArray());
            var query = string.Join('&', chosen.SelectMany(pair => pair.Value.Select(value => $"{pair.Key.Key}={Uri.EscapeDataString(TextFolding.Slug(value, pair.Key.IsGoal))}")));
            bool Passes(CommunityItem item, Facet? but) => chosen.All(pair => pair.Key == but || pair.Value.Length == 0 || pair.Key.Values(item, now).Intersect(pair.Value).Any());
            var answer = await AnswerAsync(query);

            Assert.True(items.Count(item => Passes(item, null)) == (int)answer["total"]!, query);
            foreach (var facet in facets)
            {
                var expected = items.Where(item => Passes(item, facet)).SelectMany(item => facet.Values(item, now)).CountBy(value => value).Select(pair => $"{TextFolding.Slug(pair.Key, facet.IsGoal)} {pair.Value}");
                var counted = answer["facets"]!.AsArray().Single(other => (string?)other!["field"] == facet.Key)!["values"]!.AsArray().Where(value => (int)value!["count"]! > 0).Select(value => $"{value!["value"]} {value["count"]}");
                Assert.Equal(expected.Order(StringComparer.Ordinal), counted.Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public async Task A_slip_is_corrected_and_what_was_found_is_marked()
    {
        var page = await shared.Site.DocumentAsync("/zoeken?q=koffeie");
        Assert.Contains("“koffeie”", page.QuerySelector(".d4-zoekmelding")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".d4-treffer mark"), mark => mark.TextContent.StartsWith("koffie", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Words_that_nothing_has_together_give_what_has_half_of_them_and_say_so()
    {
        var page = await shared.Site.DocumentAsync("/zoeken?q=koffie+kwartelmosterdgas");
        Assert.NotEmpty(page.QuerySelectorAll(".d4-treffer"));
        Assert.NotNull(page.QuerySelector(".d4-zoekmelding"));
    }

    [Fact]
    public async Task Nothing_found_leads_on()
    {
        var page = await shared.Site.DocumentAsync("/zoeken?q=kwartelmosterdgas");
        Assert.Empty(page.QuerySelectorAll(".d4-treffer"));
        Assert.Equal(3, page.QuerySelectorAll(".d4-inhet-kort .d4-linklijst a").Length);

        var narrow = await shared.Site.DocumentAsync("/zoeken?q=koffie&type=prijs");
        Assert.NotEmpty(narrow.QuerySelectorAll(".d4-gekozen__filter--zonder"));
    }

    [Fact]
    public async Task A_search_is_never_kept_and_its_address_is_no_page_of_its_own()
    {
        using var answer = await shared.Site.Http.GetAsync(new Uri("/zoeken?q=koffie", UriKind.Relative));
        Assert.Equal("no-cache, private", answer.Headers.CacheControl!.ToString());
        Assert.Null(answer.Headers.Age);
        Assert.Contains("noindex", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/zoeken.atom?q=oeganda", "/zoeken?q=oeganda")]
    [InlineData("/en/search.atom?doel=17&sorteer=oudste&pagina=3", "/en/search?doel=17")]
    [InlineData("/de/suche.atom?q=%01%3Cb%3E%26%22", "/de/suche?q=%3Cb%3E%26%22")]
    public async Task Any_search_has_a_feed_with_its_newest_answers(string path, string page)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(await shared.Site.TextAsync(path)).Root!;
        Assert.Equal(shared.Site.Origin + page, (string?)feed.Elements(atom + "link").Single(link => (string?)link.Attribute("rel") == "alternate").Attribute("href"));
        Assert.InRange(feed.Elements(atom + "entry").Count(), page.Contains("%3Cb", StringComparison.Ordinal) ? 0 : 1, 50);
    }

    [Fact]
    public async Task Suggestions_finish_words_and_name_pages()
    {
        using var answer = await shared.Site.Http.GetAsync(new Uri("/api/v1/search/suggestions?lang=nl&q=kof", UriKind.Relative));
        var proposals = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Contains("koffie", proposals["queries"]!.AsArray().Select(query => ((string)query!).ToLowerInvariant()));
        Assert.Contains("/praktijkvoorbeelden/deventer-koffie", proposals["pages"]!.AsArray().Select(page => (string)page!["url"]!));
    }

    [Theory]
    [InlineData("?q=a&sectro=ict", "sectro")]
    [InlineData("?lang=fr", "lang")]
    [InlineData("?aantal=0", "aantal")]
    [InlineData("?aantal=101", "aantal")]
    public async Task What_the_api_cannot_mean_is_an_error_that_names_it(string query, string name)
    {
        using var answer = await shared.Site.Http.GetAsync(new Uri("/api/v1/search" + query, UriKind.Relative));
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains($"\"{name}\"", (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_practice_leads_to_practices_that_resemble_it()
    {
        var page = await shared.Site.DocumentAsync("/praktijkvoorbeelden/landbouwscholen-wisselen-leerlingen-uit");
        var related = page.GetElementById("verwant")!.Closest("section")!.QuerySelectorAll("h3 a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Contains(related, href => href.StartsWith("/praktijkvoorbeelden/", StringComparison.Ordinal));
        Assert.DoesNotContain("/praktijkvoorbeelden/landbouwscholen-wisselen-leerlingen-uit", related);
    }

    private async Task<JsonNode> AnswerAsync(string query) => JsonNode.Parse(await shared.Site.TextAsync("/api/v1/search?" + query))!;
}

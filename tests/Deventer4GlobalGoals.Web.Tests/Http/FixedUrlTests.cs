using System.Net;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>The URLs that others rely on, in every language.</summary>
[Collection(ReadsOnly.Name)]
public class FixedUrlTests(SharedSite shared)
{
    [Theory]
    [InlineData("/", "nl")]
    [InlineData("/doelen", "nl")]
    [InlineData("/praktijkvoorbeelden", "nl")]
    [InlineData("/organisaties", "nl")]
    [InlineData("/agenda", "nl")]
    [InlineData("/nieuws", "nl")]
    [InlineData("/zoeken", "nl")]
    [InlineData("/zoeken?q=koffie&doel=12&type=praktijkvoorbeeld&sector=industrie&jaar=2020&sorteer=naam&pagina=1", "nl")]
    [InlineData("/prijs", "nl")]
    [InlineData("/prijs/2020", "nl")]
    [InlineData("/over-ons", "nl")]
    [InlineData("/toegankelijkheid", "nl")]
    [InlineData("/privacy", "nl")]
    [InlineData("/en", "en")]
    [InlineData("/en/goals", "en")]
    [InlineData("/en/practices", "en")]
    [InlineData("/en/organisations", "en")]
    [InlineData("/en/agenda", "en")]
    [InlineData("/en/news", "en")]
    [InlineData("/en/search?q=coffee", "en")]
    [InlineData("/en/prize", "en")]
    [InlineData("/en/accessibility", "en")]
    [InlineData("/en/privacy", "en")]
    [InlineData("/de", "de")]
    [InlineData("/de/ziele", "de")]
    [InlineData("/de/praxisbeispiele", "de")]
    [InlineData("/de/organisationen", "de")]
    [InlineData("/de/agenda", "de")]
    [InlineData("/de/aktuelles", "de")]
    [InlineData("/de/suche?q=kaffee", "de")]
    [InlineData("/de/preis", "de")]
    [InlineData("/de/barrierefreiheit", "de")]
    public async Task A_page_answers_in_its_language(string url, string language)
    {
        using var answer = await shared.Site.Http.GetAsync(new Uri(url, UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "text/html; charset=utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));

        var page = await shared.Site.DocumentAsync(url);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Theory]
    [InlineData("/doelen", "/doelen/")]
    [InlineData("/en/goals", "/en/goals/")]
    [InlineData("/de/ziele", "/de/ziele/")]
    public async Task Each_of_the_17_goals_has_a_page_by_number_and_name(string list, string below)
    {
        var page = await shared.Site.DocumentAsync(list);
        var goals = page.QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href")!)
            .Where(href => href.StartsWith(below, StringComparison.Ordinal)).Select(href => href[below.Length..]).Distinct().ToList();

        Assert.Equal(Enumerable.Range(1, 17), goals.Select(slug => int.Parse(slug.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture)).Order());
        foreach (var slug in goals)
        {
            Assert.Equal(HttpStatusCode.OK, (await shared.Site.PageAsync(below + slug)).Status);
        }
    }

    [Theory]
    [InlineData("/sitemap.xml", "application/xml; charset=utf-8")]
    [InlineData("/robots.txt", "text/plain; charset=utf-8")]
    [InlineData("/.well-known/security.txt", "text/plain; charset=utf-8")]
    [InlineData("/feed.atom", "application/atom+xml; charset=utf-8")]
    [InlineData("/en/feed.atom", "application/atom+xml; charset=utf-8")]
    [InlineData("/de/feed.atom", "application/atom+xml; charset=utf-8")]
    [InlineData("/agenda.ics", "text/calendar; charset=utf-8")]
    [InlineData("/en/agenda.ics", "text/calendar; charset=utf-8")]
    [InlineData("/health/live", "text/plain")]
    [InlineData("/health/ready", "text/plain")]
    [InlineData("/css/tokens.css", "text/css")]
    [InlineData("/umbraco/delivery/api/v2/content/item/", "application/json; charset=utf-8")]
    public async Task What_is_no_page_answers_with_its_type(string url, string type)
    {
        using var answer = await shared.Site.Http.GetAsync(new Uri(url, UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
    }

    [Theory]
    [InlineData("/doelen/", "/doelen")]
    [InlineData("/en/goals/", "/en/goals")]
    [InlineData("/prijs//2020/", "/prijs/2020")]
    [InlineData("/praktijkvoorbeelden/?doel=12", "/praktijkvoorbeelden?doel=12")]
    [InlineData("/Doelen", "/doelen")]
    [InlineData("/EN/goals", "/en/goals")]
    public async Task Another_spelling_leads_to_the_one_address(string url, string canonical)
    {
        using var answer = await shared.Site.Http.GetAsync(new Uri(url, UriKind.Relative));
        Assert.Equal((HttpStatusCode.MovedPermanently, canonical), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task An_address_with_a_query_of_others_names_the_one_address()
    {
        var page = await shared.Site.DocumentAsync("/doelen?utm=1");
        Assert.Equal(shared.Site.Origin + "/doelen", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/bestaat-niet", "nl", "Deze bladzijde is er niet")]
    [InlineData("/en/does-not-exist", "en", "This page is not here")]
    [InlineData("/de/gibt-es-nicht", "de", "Diese Seite gibt es nicht")]
    [InlineData("/doelen/99-geen-doel", "nl", "Deze bladzijde is er niet")]
    [InlineData("/en/doelen", "en", "This page is not here")]
    public async Task What_is_not_there_gets_the_sites_404_in_the_language_of_the_address(string url, string language, string words)
    {
        var (status, page) = await shared.Site.PageAsync(url);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(words, page.QuerySelector("h1")!.TextContent);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.NotEmpty(page.QuerySelectorAll("header nav a"));
    }

    [Fact]
    public async Task Reading_asks_for_no_cookie()
    {
        foreach (var url in new[] { "/", "/zoeken?q=koffie", "/bestaat-niet" })
        {
            using var answer = await shared.Site.Http.GetAsync(new Uri(url, UriKind.Relative));
            Assert.False(answer.Headers.Contains("Set-Cookie"), url);
        }
    }
}

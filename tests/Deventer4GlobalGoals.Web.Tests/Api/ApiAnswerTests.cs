using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Api;

/// <summary>What goes for every answer of the API: tags, headers, methods, tables, links.</summary>
[Collection(ReadsOnly.Name)]
public class ApiAnswerTests(SharedSite shared)
{
    public static TheoryData<string> Paths => new(
        "goals", "goals/12", "targets", "targets/12.5", "practices", "organisations", "meetings", "prize-editions", "prize-editions/2020", "coverage-matrix",
        "catalogue", "context", "openapi.json", "practices?format=csv", "goals/12?format=jsonld", "catalogue?format=turtle", "coverage-matrix?format=csv",
        "search?q=koffie", "search/suggestions?q=kof&lang=nl");

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task What_did_not_change_is_not_sent_again(string path)
    {
        using var first = await SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        Assert.Equal("no-cache, public", string.Join(", ", first.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal)));

        using var again = await SendAsync(HttpMethod.Get, path, request => request.Headers.IfNoneMatch.Add(tag));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());

        using var other = await SendAsync(HttpMethod.Get, path, request => request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"iets-anders\"")));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task HEAD_says_what_GET_would(string path)
    {
        using var get = await SendAsync(HttpMethod.Get, path);
        using var head = await SendAsync(HttpMethod.Head, path);
        Assert.Equal((get.StatusCode, get.Headers.ETag, get.Content.Headers.ContentLength), (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("goals")]
    [InlineData("goals/")]
    [InlineData("bestaat-niet")]
    [InlineData("goals?x=1")]
    public async Task Every_answer_is_open_to_other_sites_and_has_the_version_and_security_headers(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, request => request.Headers.Add("Origin", "https://elders.nl"));
        Assert.Equal("1.0.0", answer.Headers.GetValues("API-Version").Single());
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("cross-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
    }

    [Fact]
    public async Task Another_site_may_ask_whether_something_changed()
    {
        using var answer = await SendAsync(HttpMethod.Options, "goals", request =>
        {
            request.Headers.Add("Origin", "https://elders.nl");
            request.Headers.Add("Access-Control-Request-Method", "GET");
            request.Headers.Add("Access-Control-Request-Headers", "if-none-match");
        });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("GET, HEAD", answer.Headers.GetValues("Access-Control-Allow-Methods").Single());
        Assert.Contains("If-None-Match", answer.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Nothing_can_be_changed(string method)
    {
        using var answer = await SendAsync(new HttpMethod(method), "goals/12");
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Walking_along_the_links_gives_every_item_once()
    {
        var seen = new List<string>();
        var next = $"{shared.Site.Origin}/api/v1/organisations?pageSize=7";
        var total = 0;
        while (next is not null)
        {
            using var answer = await shared.Site.Http.GetAsync(new Uri(next));
            var page = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            total = (int)page["totalItems"]!;
            seen.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            next = (string?)page["links"]!["next"]?["href"];
            Assert.Equal(next is not null, answer.Headers.GetValues("Link").Single().Contains("rel=\"next\"", StringComparison.Ordinal));
        }

        Assert.True(total > 7);
        Assert.Equal((total, total), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task A_table_has_all_items_and_the_names_of_JSON()
    {
        var json = JsonNode.Parse(await shared.Site.TextAsync("/api/v1/organisations?pageSize=100"))!;
        using var answer = await SendAsync(HttpMethod.Get, "organisations", request => request.Headers.Accept.ParseAdd("text/csv"));
        Assert.Equal(("text/csv", "utf-8", "organisations.csv"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentType.CharSet, answer.Content.Headers.ContentDisposition!.FileName));
        var lines = Csv.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal((int)json["totalItems"]!, lines.Count - 1);
        Assert.Equal(["id", "name", "language", "summary", "goals", "targets", "about"], lines[0].Take(7));
        Assert.Equal(
            json["items"]!.AsArray().Select(item => ((string)item!["id"]!, (string)item["name"]!)),
            lines.Skip(1).Take(100).Select(line => (line[0], line[1])));
        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
    }

    [Fact]
    public async Task A_practice_leads_to_its_page_its_goals_and_its_organisations()
    {
        var practice = JsonNode.Parse(await shared.Site.TextAsync("/api/v1/practices?sector=Bouw en wonen&target=12.5"))!["items"]![0]!;
        foreach (var address in new[] { practice["links"]!["self"], practice["links"]!["page"], practice["organisations"]![0]!["links"]!["self"] })
        {
            using var answer = await shared.Site.Http.GetAsync(new Uri((string)address!["href"]!));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Contains("http://metadata.un.org/sdg/12.5", practice["about"]!.AsArray().Select(uri => (string)uri!));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", (string)practice["updatedAt"]!);
    }

    [Fact]
    public async Task The_matrix_counts_what_the_lists_give()
    {
        var matrix = JsonNode.Parse(await shared.Site.TextAsync("/api/v1/coverage-matrix"))!;
        foreach (var row in matrix["goals"]!.AsArray())
        {
            foreach (var cell in row!["cells"]!.AsArray().Where((_, index) => index % 5 == 0))
            {
                var query = $"goal={row["goal"]}&sector={Uri.EscapeDataString((string)cell!["sector"]!)}&pageSize=1";
                var practices = JsonNode.Parse(await shared.Site.TextAsync($"/api/v1/practices?{query}"))!["totalItems"]!;
                var organisations = JsonNode.Parse(await shared.Site.TextAsync($"/api/v1/organisations?{query}"))!["totalItems"]!;
                Assert.Equal((query, (int)practices, (int)organisations), (query, (int)cell["practices"]!, (int)cell["organisations"]!));
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Action<HttpRequestMessage>? prepare = null)
    {
        using var request = new HttpRequestMessage(method, new Uri("/api/v1/" + path, UriKind.Relative));
        prepare?.Invoke(request);
        return await shared.Site.Http.SendAsync(request);
    }
}

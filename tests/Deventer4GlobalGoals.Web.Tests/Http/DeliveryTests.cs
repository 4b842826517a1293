using System.Net;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>The Content Delivery API on the real site: an item by id and by path, in each language.</summary>
[Collection(ReadsOnly.Name)]
public class DeliveryTests(SharedSite shared)
{
    private const string Items = "/umbraco/delivery/api/v2/content/item/";

    [Fact]
    public async Task An_item_is_the_same_by_path_and_by_id()
    {
        var (_, byPath) = await AskAsync("praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep");
        var (_, byId) = await AskAsync((string)byPath!["id"]!);

        Assert.Equal("practice", (string?)byPath["contentType"]);
        Assert.Equal("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep", (string?)byPath["route"]!["path"]);
        Assert.NotEmpty((string)byPath["properties"]!["summary"]!);
        Assert.Equal(byPath.ToJsonString(), byId!.ToJsonString());
    }

    [Theory]
    [InlineData("doelen", "nl", "Doelen", "/doelen")]
    [InlineData("en/goals", "en-US", "Goals", "/en/goals")]
    [InlineData("en/goals", "en", "Goals", "/en/goals")]
    [InlineData("de/ziele", "de-DE", "Ziele", "/de/ziele")]
    public async Task The_language_is_the_one_that_is_asked_for(string path, string language, string name, string route)
    {
        var (_, item) = await AskAsync(path, language);
        Assert.Equal((name, route), ((string?)item!["name"], (string?)item["route"]!["path"]));
    }

    [Theory]
    [InlineData("bestaat-niet")]
    [InlineData("00000000-0000-0000-0000-000000000001")]
    [InlineData("goals")]
    public async Task What_is_not_there_in_that_language_is_not_found(string item) =>
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(item, "nl")).Status);

    [Fact]
    public async Task Drafts_are_not_for_visitors()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Items + "doelen", UriKind.Relative)) { Headers = { { "Preview", "true" } } };
        using var answer = await shared.Site.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private async Task<(HttpStatusCode Status, JsonNode? Item)> AskAsync(string item, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Items + item, UriKind.Relative));
        if (language is not null)
        {
            request.Headers.Add("Accept-Language", language);
        }

        using var answer = await shared.Site.Http.SendAsync(request);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? JsonNode.Parse(await answer.Content.ReadAsStringAsync()) : null);
    }
}

using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>Queries of the Delivery API, held against a scan of all items that it gives.</summary>
[Collection(ReadsOnly.Name)]
public class DeliveryQueryTests(SharedSite shared)
{
    private const string Api = "/umbraco/delivery/api/v2/";

    [Fact]
    public async Task Without_options_ten_items_of_everything_are_given()
    {
        var answer = await AskAsync("content");
        Assert.Equal(10, answer["items"]!.AsArray().Count);
        Assert.Equal((await AllAsync()).Count, (int)answer["total"]!);
    }

    [Fact]
    public async Task A_goal_gives_the_pages_that_contribute_to_it_by_name()
    {
        var expected = (await AllAsync()).Where(item => Goals(item).Contains(12)).Select(Name).ToList();
        Assert.NotEmpty(expected);

        var answer = await AskAsync("content?filter=goal:12&sort=name:asc&take=1000");
        Assert.Equal(expected.Count, (int)answer["total"]!);
        Assert.Equal(expected.OrderBy(name => name, Dutch), Names(answer));
    }

    [Theory]
    [InlineData("filter=contentType:practice,meeting", "practice", "meeting")]
    [InlineData("filter=contentType:!practice&filter=contentType:!meeting&filter=contentType:goal", "goal")]
    [InlineData("filter=CONTENTTYPE:Practice", "practice")]
    public async Task Types_are_one_of_several_or_none_of_them(string options, params string[] types)
    {
        var answer = await AskAsync($"content?{options}&take=1000");
        Assert.Equal((await AllAsync()).Count(item => types.Contains((string?)item["contentType"])), (int)answer["total"]!);
        Assert.All(answer["items"]!.AsArray(), item => Assert.Contains((string)item!["contentType"]!, types));
    }

    [Fact]
    public async Task Pages_of_a_query_make_up_the_whole()
    {
        var whole = Names(await AskAsync("content?sort=level:asc&sort=name:desc&take=1000"));
        var pages = new List<string>();
        for (var skip = 0; skip < whole.Count; skip += 7)
        {
            pages.AddRange(Names(await AskAsync($"content?sort=level:asc&sort=name:desc&skip={skip}&take=7")));
        }

        Assert.Equal(whole, pages);
    }

    [Fact]
    public async Task Meetings_come_in_the_order_of_their_start()
    {
        var answer = await AskAsync("content?filter=contentType:meeting&sort=meetingStart:desc&take=1000");
        var starts = answer["items"]!.AsArray()
            .Select(item => (string?)item!["properties"]!["start"])
            .Select(start => start is null ? DateTimeOffset.MinValue : DateTimeOffset.Parse(start, CultureInfo.InvariantCulture))
            .ToList();
        Assert.True(starts.Count(start => start > DateTimeOffset.MinValue) > 1);
        Assert.Equal(starts.OrderDescending(), starts);
    }

    [Fact]
    public async Task The_tree_can_be_walked_by_path_and_by_id()
    {
        var goals = await AskAsync("content/item/doelen");
        var id = (string)goals["id"]!;
        var byPath = await AskAsync("content?fetch=children:/doelen&sort=sortOrder:asc&take=100");
        var byId = await AskAsync($"content?fetch=children:{id}&sort=sortOrder:asc&take=100");
        Assert.Equal(17, (int)byPath["total"]!);
        Assert.Equal(byPath.ToJsonString(), byId.ToJsonString());

        var first = (string)byPath["items"]![0]!["id"]!;
        Assert.Equal(["Home", "Doelen"], Names(await AskAsync($"content?fetch=ancestors:{first}&sort=level:asc")));
        Assert.Equal((await AllAsync()).Count - 1, (int)(await AskAsync("content?fetch=descendants:/"))["total"]!);
    }

    [Fact]
    public async Task Every_language_has_its_own_items_and_names()
    {
        var english = await AskAsync("content?take=1000", ("Accept-Language", "en-US"));
        Assert.True((int)english["total"]! < (await AllAsync()).Count);
        Assert.All(english["items"]!.AsArray(), item => Assert.StartsWith("/en", (string)item!["route"]!["path"]!, StringComparison.Ordinal));
        Assert.Contains("Goals", Names(english));
        Assert.DoesNotContain("Doelen", Names(english));
    }

    [Fact]
    public async Task What_a_page_refers_to_is_shallow_until_it_is_expanded()
    {
        var practice = (await AllAsync()).First(item => item["contentType"]!.ToString() == "practice" && item["properties"]!["organisations"] is JsonArray { Count: > 0 });
        var id = (string)practice["id"]!;
        Assert.Empty(practice["properties"]!["organisations"]![0]!["properties"]!.AsObject());

        var expanded = await AskAsync($"content/item/{id}?expand=properties[organisations]&fields=properties[organisations[properties[summary]],summary]");
        Assert.Equal(["organisations", "summary"], expanded["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["summary"], expanded["properties"]!["organisations"]![0]!["properties"]!.AsObject().Select(property => property.Key));

        // Nothing of that request is left behind in the next.
        Assert.Equal(practice.ToJsonString(), (await AskAsync($"content/item/{id}")).ToJsonString());
        var everything = await AskAsync($"content/item/{id}?expand=properties[$all]");
        Assert.NotEmpty(everything["properties"]!["organisations"]![0]!["properties"]!.AsObject());
    }

    [Fact]
    public async Task Items_are_given_in_the_order_of_their_ids_and_unknown_ones_left_out()
    {
        var all = await AllAsync();
        var (first, second) = ((string)all[3]["id"]!, (string)all[1]["id"]!);
        var items = (await AskAsync($"content/items?id={first}&id={Guid.Empty}&id={second}&id={first}")).AsArray();
        Assert.Equal([first, second], items.Select(item => (string)item!["id"]!));
        Assert.Empty((await AskAsync("content/items")).AsArray());
    }

    [Fact]
    public async Task A_start_item_is_what_the_query_begins_below()
    {
        var root = await AskAsync("content/item/");
        var below = await AskAsync("content", ("Start-Item", (string)root["route"]!["startItem"]!["path"]!));
        Assert.Equal((await AllAsync()).Count - 1, (int)below["total"]!);
        Assert.Equal("Doelen", (string?)(await AskAsync("content/item/doelen", ("Start-Item", (string)root["id"]!)))["name"]);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync("content", ("Start-Item", "elders"))).Status);
    }

    [Fact]
    public async Task An_answer_that_is_known_is_not_sent_again()
    {
        using var first = await shared.Site.Http.GetAsync(new Uri(Api + "content?filter=goal:12", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Api + "content?filter=goal:12", UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await shared.Site.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("Accept-Language, Accept-Segment, Preview, Start-Item, Accept-Encoding", string.Join(", ", first.Headers.Vary));
    }

    private static StringComparer Dutch =>
        CultureInfo.GetCultureInfo("nl").CompareInfo.GetStringComparer(CompareOptions.IgnoreCase);

    private static string Name(JsonNode item) => (string)item["name"]!;

    private static List<string> Names(JsonNode answer) => [.. answer["items"]!.AsArray().Select(item => Name(item!))];

    private static IEnumerable<int> Goals(JsonNode item) =>
        (item["properties"]!["contributions"] as JsonArray ?? []).Select(contribution => (int)contribution!["goal"]!);

    private async Task<IReadOnlyList<JsonNode>> AllAsync() =>
        [.. (await AskAsync("content?take=100000"))["items"]!.AsArray().Select(item => item!)];

    private async Task<JsonNode> AskAsync(string query, params (string Name, string Value)[] headers)
    {
        var (status, answer) = await SendAsync(query, headers);
        Assert.Equal(HttpStatusCode.OK, status);
        return answer!;
    }

    private async Task<(HttpStatusCode Status, JsonNode? Answer)> SendAsync(string query, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Api + query, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await shared.Site.Http.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync()));
    }
}

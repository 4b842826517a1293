using System.Net;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Tests.Published;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Cms.Tests.Delivery;

public class DeliveryItemTests
{
    private const string Coffee = "item/00000002-0000-0000-0000-000000000000";

    [Fact]
    public async Task An_item_has_the_members_that_Umbraco_documents()
    {
        await using var site = await DeliverySite.StartAsync(Public);

        var expected = $$$"""
            {"contentType":"page","name":"Pagina 2","createDate":"1970-01-01T00:00:00Z","updateDate":"1970-01-01T00:00:00Z",
            "route":{"path":"/koffie","queryString":null,"startItem":{"id":"{{{PublishedWorld.KeyOf(1)}}}","path":"home"}},
            "id":"{{{PublishedWorld.KeyOf(2)}}}","properties":{"title":"<Koffie>","year":"<2020>"},
            "cultures":{"nl":{"path":"/koffie","queryString":null,"startItem":{"id":"{{{PublishedWorld.KeyOf(1)}}}","path":"home"}},
            "en-US":{"path":"/en/coffee","queryString":null,"startItem":{"id":"{{{PublishedWorld.KeyOf(1)}}}","path":"home"}}
            }}
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), await JsonAsync(site, Coffee)));
    }

    [Theory]
    [InlineData("item/koffie", "Pagina 2")]
    [InlineData("item/en/coffee", "Page 2")]
    [InlineData("item/en%2Fcoffee", "Page 2")]
    [InlineData("item/Koffie/", "Pagina 2")]
    public async Task A_path_decides_the_culture(string path, string name)
    {
        await using var site = await DeliverySite.StartAsync(Public);

        Assert.Equal(name, (string?)(await JsonAsync(site, path, ("Accept-Language", "de")))["name"]);
    }

    [Theory]
    [InlineData("en-US", "<Coffee>")]
    [InlineData("en", "<Coffee>")]
    [InlineData("nl-NL,nl;q=0.9,en;q=0.8", "<Koffie>")]
    [InlineData("nl;q=0.1,en-GB;q=0.9", "<Coffee>")]
    [InlineData("fr", "<Koffie>")]
    [InlineData("@#!", "<Koffie>")]
    public async Task Accept_Language_decides_the_culture_of_an_item_by_id(string accepted, string title)
    {
        await using var site = await DeliverySite.StartAsync(Public);

        Assert.Equal(title, (string?)(await JsonAsync(site, Coffee, ("Accept-Language", accepted)))["properties"]!["title"]);
    }

    [Theory]
    [InlineData("item/niets")]
    [InlineData("item/coffee")]
    [InlineData("item/99999999-0000-0000-0000-000000000000")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var site = await DeliverySite.StartAsync(Public);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(site, path));
    }

    [Fact]
    public async Task Nothing_is_served_unless_it_is_enabled()
    {
        await using var site = await DeliverySite.StartAsync(settings => settings.Enabled = false);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(site, Coffee));
    }

    [Fact]
    public async Task Without_public_access_the_key_is_needed()
    {
        await using var site = await DeliverySite.StartAsync(settings =>
        {
            Public(settings);
            settings.PublicAccess = false;
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(site, Coffee));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(site, Coffee, ("Api-Key", "fout")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(site, Coffee, ("Api-Key", "sleutel")));
    }

    [Fact]
    public async Task Drafts_need_the_key_even_when_access_is_public()
    {
        await using var site = await DeliverySite.StartAsync(Public);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(site, Coffee, ("Preview", "true")));
        var draft = await JsonAsync(site, Coffee, ("Preview", "true"), ("Api-Key", "sleutel"));
        Assert.Equal("<Koffie, nog niet af>", (string?)draft["properties"]!["title"]);
        Assert.Equal("<Koffie>", (string?)(await JsonAsync(site, Coffee))["properties"]!["title"]);
    }

    [Fact]
    public async Task A_key_that_is_not_configured_opens_nothing()
    {
        await using var site = await DeliverySite.StartAsync(settings => settings.Enabled = true);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(site, Coffee, ("Preview", "true"), ("Api-Key", "")));
    }

    private static void Public(DeliveryApiSettings settings)
    {
        settings.Enabled = true;
        settings.ApiKey = "sleutel";
    }

    private static async Task<HttpStatusCode> StatusAsync(DeliverySite site, string path, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(site, path, headers);
        return response.StatusCode;
    }

    private static async Task<JsonNode> JsonAsync(DeliverySite site, string path, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(site, path, headers);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private static async Task<HttpResponseMessage> SendAsync(DeliverySite site, string path, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await site.Client.SendAsync(request);
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>The section <c>Umbraco:CMS:DeliveryApi</c>, setting by setting.</summary>
public class DeliverySettingsTests
{
    private const string Key = "sleutel";
    private const string Api = "/umbraco/delivery/api/v2/";

    [Fact]
    public async Task A_disallowed_type_is_in_no_answer()
    {
        await using var site = await StartAsync(settings => settings.DisallowedContentTypeAliases = new HashSet<string> { "organisation" });
        Assert.Equal(0, (int)(await JsonAsync(site, "content?filter=contentType:organisation"))["total"]!);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(site, "content/item/organisaties/vdr-bouwgroep"));
        Assert.Empty((await JsonAsync(site, "content/item/prijs/2020"))["properties"]!["winner"]!.AsArray());
        var schemas = JsonNode.Parse(await site.TextAsync("/umbraco/openapi/delivery.json"))!["components"]!["schemas"]!.AsObject();
        Assert.DoesNotContain("OrganisationContentModel", schemas.Select(schema => schema.Key));
    }

    [Fact]
    public async Task Allowed_types_go_before_disallowed_ones()
    {
        await using var site = await StartAsync(settings =>
        {
            settings.DisallowedContentTypeAliases = new HashSet<string> { "goal" };
            settings.AllowedContentTypeAliases = new HashSet<string> { "goal", "goals" };
        });
        Assert.Equal(18, (int)(await JsonAsync(site, "content"))["total"]!);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(site, "content/item/praktijkvoorbeelden"));
    }

    [Fact]
    public async Task Without_public_access_everything_wants_the_key()
    {
        await using var site = await StartAsync(settings => settings.PublicAccess = false);
        foreach (var request in new[] { "content", "content/item/doelen", "content/items", "media?fetch=children:/", "media/items" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(site, request));
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(site, request, "Sleutel"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(site, request, Key));
        }
    }

    [Fact]
    public async Task Rich_text_is_a_tree_where_that_is_set()
    {
        await using var site = await StartAsync(settings => settings.RichTextOutputAsJson = true);
        var body = (await JsonAsync(site, "content/item/over-ons"))["properties"]!["body"]!;
        Assert.Equal("#root", (string?)body["tag"]);
        Assert.Equal(("h2", "#text", "Hoe het begon"), (
            (string?)body["elements"]![0]!["tag"],
            (string?)body["elements"]![0]!["elements"]![0]!["tag"],
            (string?)body["elements"]![0]!["elements"]![0]!["text"]));
        Assert.Empty(body["blocks"]!.AsArray());
    }

    [Fact]
    public async Task Media_are_given_by_id_path_and_folder()
    {
        await using var site = await StartAsync(_ => { });
        var media = site.Get<IMediaService>();
        var folder = media.CreateMedia("Foto's", Constants.System.Root, Constants.Conventions.MediaTypes.Folder);
        Assert.True(media.Save(folder).Success);
        var market = media.CreateMedia("Markt", folder, Constants.Conventions.MediaTypes.File);
        Assert.True(media.Save(market).Success);
        Assert.True(media.Save(media.CreateMedia("Waag", folder, Constants.Conventions.MediaTypes.File)).Success);

        Assert.Equal("Foto's", (string?)(await JsonAsync(site, "media?fetch=children:/"))["items"]![0]!["name"]);
        var item = await JsonAsync(site, "media/item/foto's/markt");
        Assert.Equal((market.Key.ToString(), "/foto's/markt/", "File"), ((string?)item["id"], (string?)item["path"], (string?)item["mediaType"]));
        Assert.Equal(item.ToJsonString(), (await JsonAsync(site, $"media/item/{market.Key}")).ToJsonString());
        Assert.Equal(item.ToJsonString(), (await JsonAsync(site, $"media/items?id={market.Key}"))[0]!.ToJsonString());

        var byFolder = await JsonAsync(site, $"media?fetch=children:{folder.Key}&sort=name:desc&take=1");
        Assert.Equal((2, "Waag"), ((int)byFolder["total"]!, (string?)byFolder["items"]![0]!["name"]));
        var filtered = await JsonAsync(site, "media?fetch=children:/Foto's/&filter=mediaType:File&filter=name:!aag");
        Assert.Equal((1, "Markt"), ((int)filtered["total"]!, (string?)filtered["items"]![0]!["name"]));

        Assert.True(media.MoveToRecycleBin(market).Success);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(site, $"media/item/{market.Key}"));
        Assert.Equal(1, (int)(await JsonAsync(site, $"media?fetch=children:{folder.Key}"))["total"]!);
    }

    [Fact]
    public async Task Media_have_their_own_switch()
    {
        await using var site = await StartAsync(settings => settings.Media = new DeliveryApiSettings.MediaSettings { Enabled = true, PublicAccess = false });
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(site, "media/items"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(site, "media/items", Key));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(site, "content/items"));
    }

    private static Task<CommunitySite> StartAsync(Action<DeliveryApiSettings> change) => CommunitySite.StartAsync(services =>
        services.Configure<DeliveryApiSettings>(settings =>
        {
            settings.ApiKey = Key;
            change(settings);
        }));

    private static async Task<JsonNode> JsonAsync(CommunitySite site, string query) => JsonNode.Parse(await site.TextAsync(Api + query))!;

    private static async Task<HttpStatusCode> StatusAsync(CommunitySite site, string query, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Api + query, UriKind.Relative));
        if (key is not null)
        {
            request.Headers.Add(Constants.DeliveryApi.HeaderNames.ApiKey, key);
        }

        using var answer = await site.Http.SendAsync(request);
        return answer.StatusCode;
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>What isn't for everyone is in no answer, total or filter of the Delivery API without the key.</summary>
public sealed class DeliveryDraftTests : IAsyncLifetime
{
    private const string Key = "sleutel";
    private const string Secret = "Kwetterbrood";
    private const string Api = "/umbraco/delivery/api/v2/";

    private CommunitySite _site = null!;

    private IContentService Contents => _site.Get<IContentService>();

    public async Task InitializeAsync() =>
        _site = await CommunitySite.StartAsync(services => services.Configure<DeliveryApiSettings>(settings => settings.ApiKey = Key));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_draft_is_there_for_the_key_only()
    {
        var total = await TotalAsync("content");
        var draft = Plant(Secret);
        await AssertHiddenAsync(draft, total);

        Assert.Equal(HttpStatusCode.OK, (await SendAsync($"content/item/{draft.Key}", Key)).Status);
        Assert.Equal(Secret, (string?)(await SendAsync($"content/item/preview-{draft.Key}", Key)).Answer!["name"]);
        Assert.Single((await SendAsync($"content/items?id={draft.Key}", Key)).Answer!.AsArray());
        Assert.Equal(1, (int)(await SendAsync("content?filter=name:kwetterbrood", Key)).Answer!["total"]!);
        Assert.Equal(1, (int)(await SendAsync("content?filter=target:12.8&filter=sector:ICT&filter=name:kwetterbrood", Key)).Answer!["total"]!);
        Assert.Equal(total + 1, (int)(await SendAsync("content", Key)).Answer!["total"]!);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync($"content/item/{draft.Key}", "fout")).Status);

        // The draft index didn't get into the public one.
        await AssertHiddenAsync(draft, total);
    }

    [Fact]
    public async Task An_edit_that_is_not_published_changes_no_answer_and_no_filter()
    {
        var practice = Plant(Secret);
        Publish(practice);
        practice = Contents.GetById(practice.Key)!;
        practice.SetCultureName("Fluisterkaas", "nl");
        practice.SetValue("summary", "Een geheim van morgen.", "nl");
        practice.SetValue("contributions", """[{"goal":1,"target":"1.1","role":"primary","direction":"positive","source":"editor"}]""");
        Assert.True(Contents.Save(practice).Success);

        Assert.Equal(0, await TotalAsync("content?filter=name:fluisterkaas"));
        Assert.Equal(0, await TotalAsync("content?filter=target:1.1&filter=name:kwetterbrood"));
        Assert.Equal(1, await TotalAsync("content?filter=target:12.8&filter=name:kwetterbrood"));
        var (_, item) = await SendAsync($"content/item/{practice.Key}");
        Assert.Equal((Secret, $"{Secret} dat zingt."), ((string?)item!["name"], (string?)item["properties"]!["summary"]));
        Assert.Equal("Fluisterkaas", (string?)(await SendAsync($"content/item/{practice.Key}", Key)).Answer!["name"]);

        Publish(practice);
        Assert.Equal(1, await TotalAsync("content?filter=target:1.1&filter=name:fluisterkaas"));
        Assert.Equal(0, await TotalAsync("content?filter=name:kwetterbrood"));
    }

    [Fact]
    public async Task What_is_unpublished_recycled_or_closed_is_gone_at_once_also_where_it_was_picked()
    {
        var total = await TotalAsync("content");
        var practice = Plant(Secret);
        Publish(practice);
        var edition = At("/prijs/2020");
        edition.SetValue("practices", $"umb://document/{practice.Key:N}");
        Publish(edition);
        var picks = $"content/item/{edition.Key}?expand=properties[practices]";
        Assert.Equal(total + 1, await TotalAsync("content"));
        Assert.Contains(Secret, (await SendAsync(picks)).Answer!.ToJsonString(), StringComparison.Ordinal);

        Assert.True(Contents.Unpublish(Contents.GetById(practice.Key)!).Success);
        await AssertHiddenAsync(practice, total);
        Assert.DoesNotContain(Secret, (await SendAsync(picks)).Answer!.ToJsonString(), StringComparison.Ordinal);

        Publish(practice);
        Assert.Equal(total + 1, await TotalAsync("content"));
        var access = _site.Get<IPublicAccessService>();
        var closed = new PublicAccessEntry(Contents.GetById(practice.Key)!, At("/privacy"), At("/privacy"), []);
        Assert.True(access.Save(closed).Success);
        await AssertHiddenAsync(practice, total, HttpStatusCode.Unauthorized);
        Assert.DoesNotContain(Secret, (await SendAsync(picks)).Answer!.ToJsonString(), StringComparison.Ordinal);

        Assert.True(access.Delete(closed).Success);
        Assert.Equal(total + 1, await TotalAsync("content"));
        Assert.True(Contents.MoveToRecycleBin(Contents.GetById(practice.Key)!).Success);
        await AssertHiddenAsync(practice, total);
        Assert.Equal(0, (int)(await SendAsync("content?filter=name:kwetterbrood", Key)).Answer!["total"]!);
    }

    [Fact]
    public async Task What_lies_below_an_unpublished_page_goes_and_comes_back_with_it()
    {
        var total = await TotalAsync("content");
        var below = await TotalAsync("content?fetch=descendants:/agenda");
        var agenda = At("/agenda");
        Assert.True(Contents.Unpublish(agenda).Success);
        Assert.Equal(total - below - 1, await TotalAsync("content"));
        Assert.Equal(0, await TotalAsync("content?filter=contentType:meeting"));

        Publish(Contents.GetById(agenda.Key)!);
        Assert.Equal(total, await TotalAsync("content"));
        Assert.Equal(below, await TotalAsync("content?filter=contentType:meeting"));
    }

    [Fact]
    public async Task A_renamed_page_is_found_by_its_new_name_and_its_old_path_leads_to_it()
    {
        var practice = Plant(Secret);
        Publish(practice);
        practice = Contents.GetById(practice.Key)!;
        practice.SetCultureName("Fluitbrood", "nl");
        Publish(practice);
        Assert.Equal((0, 1), (await TotalAsync("content?filter=name:kwetterbrood"), await TotalAsync("content?filter=name:fluitbrood")));

        using var moved = await _site.Http.GetAsync(new Uri(Api + "content/item/praktijkvoorbeelden/kwetterbrood", UriKind.Relative));
        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
        Assert.Equal("/praktijkvoorbeelden/fluitbrood", moved.Headers.Location?.OriginalString);
        Assert.Equal("home", moved.Headers.GetValues("Location-Start-Item-Path").Single());
    }

    private IContent At(string path) =>
        Contents.GetById(_site.Get<IDocumentUrlService>().GetDocumentKeyByRoute(path, "nl", Contents.GetRootContent().First().Id, isDraft: false)!.Value)!;

    private IContent Plant(string name)
    {
        var draft = new Umbraco.Cms.Core.Models.Content(name, At("/praktijkvoorbeelden").Id, _site.Get<IContentTypeService>().Get("practice")!, "nl");
        draft.SetCultureName(name, "nl");
        draft.SetValue("summary", $"{name} dat zingt.", "nl");
        draft.SetValue("sectors", """["ICT"]""");
        draft.SetValue("contributions", """[{"goal":12,"target":"12.8","role":"primary","direction":"positive","source":"editor"}]""");
        Assert.True(Contents.Save(draft).Success);
        return Contents.GetById(draft.Key)!;
    }

    private void Publish(IContent content)
    {
        Assert.True(Contents.Save(content).Success);
        var result = Contents.Publish(Contents.GetById(content.Key)!, ["*"]);
        Assert.True(result.Success, $"{content.Name}: {result.Result} {string.Join(", ", result.InvalidProperties?.Select(property => property.Alias) ?? [])}");
    }

    private async Task AssertHiddenAsync(IContent page, int total, HttpStatusCode byId = HttpStatusCode.NotFound)
    {
        Assert.Equal(byId, (await SendAsync($"content/item/{page.Key}")).Status);
        Assert.Equal(byId, (await SendAsync("content/item/praktijkvoorbeelden/kwetterbrood")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync($"content/item/preview-{page.Key}")).Status);
        Assert.Empty((await SendAsync($"content/items?id={page.Key}")).Answer!.AsArray());
        Assert.Equal(total, await TotalAsync("content"));
        Assert.Equal(0, await TotalAsync("content?filter=name:kwetterbrood"));
        Assert.Equal(0, await TotalAsync("content?filter=target:12.8&filter=sector:ICT&filter=name:kwetterbrood"));
        var everything = await SendAsync("content?take=1000&expand=properties[$all]");
        Assert.DoesNotContain(Secret, everything.Answer!.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<int> TotalAsync(string query) => (int)(await SendAsync(query)).Answer!["total"]!;

    private async Task<(HttpStatusCode Status, JsonNode? Answer)> SendAsync(string query, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Api + query, UriKind.Relative));
        if (key is not null)
        {
            request.Headers.Add(Constants.DeliveryApi.HeaderNames.Preview, "true");
            request.Headers.Add(Constants.DeliveryApi.HeaderNames.ApiKey, key);
        }

        using var answer = await _site.Http.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync()));
    }
}

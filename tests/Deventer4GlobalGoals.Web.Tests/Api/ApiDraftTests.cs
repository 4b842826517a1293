using System.Net;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Api;

/// <summary>What isn't published is in no answer of the API, in no form and in no count; what is published is there at once.</summary>
public sealed class ApiDraftTests : IAsyncLifetime
{
    private const string Secret = "=Kwetterbrood";

    private static readonly string[] Everything =
    [
        "goals", "targets?pageSize=100", "practices?pageSize=100", "practices?format=csv", "practices?format=jsonld", "practices?goal=12&target=12.8&sector=ICT", "organisations",
        "meetings", "prize-editions", "coverage-matrix", "coverage-matrix?format=csv", "catalogue", "catalogue?format=turtle",
    ];

    private CommunitySite _site = null!;

    private IContentService Contents => _site.Get<IContentService>();

    public async Task InitializeAsync() => _site = await CommunitySite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_draft_is_nowhere_until_it_is_published_and_again_after_it_is_withdrawn()
    {
        var before = await EverythingAsync();
        var draft = Plant();
        Assert.Equal(before, await EverythingAsync());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"practices/{draft.Key}"));

        Publish(draft);
        var page = JsonNode.Parse(await _site.TextAsync("/api/v1/practices?goal=12&target=12.8&sector=ICT"))!;
        Assert.Contains(Secret, page["items"]!.AsArray().Select(item => (string?)item!["title"]));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"practices/{draft.Key}"));
        var after = await EverythingAsync();
        Assert.NotEqual(before["practices?pageSize=100"], after["practices?pageSize=100"]);
        Assert.NotEqual(before["coverage-matrix"], after["coverage-matrix"]);

        Assert.True(Contents.Unpublish(Contents.GetById(draft.Key)!).Success);
        Assert.Equal(before, await EverythingAsync());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"practices/{draft.Key}"));
    }

    [Fact]
    public async Task An_edit_shows_when_it_is_published_not_when_it_is_saved()
    {
        var practice = Plant();
        Publish(practice);
        var published = await EverythingAsync();
        practice = Contents.GetById(practice.Key)!;
        practice.SetCultureName("Fluisterkaas", "nl");
        practice.SetValue("summary", "Een geheim van morgen.", "nl");
        Assert.True(Contents.Save(practice).Success);
        Assert.Equal(published, await EverythingAsync());

        Publish(practice);
        Assert.Contains("Fluisterkaas", await _site.TextAsync($"/api/v1/practices/{practice.Key}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_a_spreadsheet_would_run_is_made_harmless_in_the_table_only()
    {
        var practice = Plant();
        Publish(practice);
        Assert.Equal(Secret, (string?)JsonNode.Parse(await _site.TextAsync($"/api/v1/practices/{practice.Key}"))!["title"]);
        var lines = Csv.Parse(await _site.TextAsync($"/api/v1/practices/{practice.Key}?format=csv"));
        Assert.Equal(["'" + Secret, "'@som(1)\n\"A1\", en meer"], new[] { lines[1][1], lines[1][3] });
    }

    private async Task<Dictionary<string, string>> EverythingAsync()
    {
        var answers = new Dictionary<string, string>();
        foreach (var path in Everything)
        {
            answers[path] = await _site.TextAsync("/api/v1/" + path);
        }

        return answers;
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await _site.Http.GetAsync(new Uri("/api/v1/" + path, UriKind.Relative));
        return answer.StatusCode;
    }

    private IContent Plant()
    {
        var parent = _site.Get<IDocumentUrlService>().GetDocumentKeyByRoute("/praktijkvoorbeelden", "nl", Contents.GetRootContent().First().Id, isDraft: false)!.Value;
        var draft = new Umbraco.Cms.Core.Models.Content(Secret, Contents.GetById(parent)!.Id, _site.Get<IContentTypeService>().Get("practice")!, "nl");
        draft.SetCultureName(Secret, "nl");
        draft.SetValue("summary", "@som(1)\n\"A1\", en meer", "nl");
        draft.SetValue("sectors", """["ICT"]""");
        draft.SetValue("contributions", """[{"goal":12,"target":"12.8","role":"primary","direction":"positive","source":"editor"}]""");
        Assert.True(Contents.Save(draft).Success);
        return Contents.GetById(draft.Key)!;
    }

    private void Publish(IContent content)
    {
        Assert.True(Contents.Save(content).Success);
        Assert.True(Contents.Publish(Contents.GetById(content.Key)!, ["*"]).Success);
    }
}

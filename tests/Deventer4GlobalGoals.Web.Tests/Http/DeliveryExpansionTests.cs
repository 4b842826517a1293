using System.Net;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>An expansion that grows with every level is refused before it is worked out.</summary>
public sealed class DeliveryExpansionTests : IAsyncLifetime
{
    /// <summary>Articles that all refer to all of them: with five levels more than may be expanded, with four not.</summary>
    private const int Articles = 8;

    private CommunitySite _site = null!;

    private IContentService Contents => _site.Get<IContentService>();

    public async Task InitializeAsync() => _site = await CommunitySite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task What_a_few_levels_give_is_given_and_what_more_would_give_is_not_worked_out()
    {
        var articles = Enumerable.Range(1, Articles).Select(Plant).ToList();
        var all = string.Join(',', articles.Select(article => $"umb://document/{article.Key:N}"));
        foreach (var article in articles)
        {
            article.SetValue("related", all);
            Assert.True(Contents.Save(article).Success);
            Assert.True(Contents.Publish(article, ["*"]).Success);
        }

        var (status, one) = await ExpandAsync(articles[0], Levels(1));
        Assert.Equal((HttpStatusCode.OK, Articles), (status, one["properties"]!["related"]!.AsArray().Count));
        Assert.Equal(Articles, one["properties"]!["related"]![0]!["properties"]!["related"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.OK, (await ExpandAsync(articles[0], Levels(3))).Status);
        foreach (var expand in new[] { Levels(5), Levels(7), "properties[$all[properties[$all[properties[$all[properties[$all[properties[$all]]]]]]]]]" })
        {
            var (refused, problem) = await ExpandAsync(articles[0], expand);
            Assert.Equal((HttpStatusCode.BadRequest, "Expansion too large"), (refused, (string?)problem["title"]));
        }
    }

    private static string Levels(int count) =>
        string.Concat(Enumerable.Repeat("properties[related[", count - 1)) + "properties[related]" + new string(']', 2 * (count - 1));

    private IContent Plant(int number)
    {
        var article = new Umbraco.Cms.Core.Models.Content($"Kring {number}", At("/nieuws").Id, _site.Get<IContentTypeService>().Get("article")!, "nl");
        article.SetCultureName($"Kring {number}", "nl");
        article.SetValue("date", """{"date":"2026-01-01T00:00:00+00:00","timeZone":null}""");
        Assert.True(Contents.Save(article).Success);
        return Contents.GetById(article.Key)!;
    }

    private IContent At(string path) =>
        Contents.GetById(_site.Get<IDocumentUrlService>().GetDocumentKeyByRoute(path, "nl", Contents.GetRootContent().First().Id, isDraft: false)!.Value)!;

    private async Task<(HttpStatusCode Status, JsonNode Answer)> ExpandAsync(IContent page, string expand)
    {
        using var answer = await _site.Http.GetAsync(new Uri($"/umbraco/delivery/api/v2/content/item/{page.Key}?expand={expand}", UriKind.Relative));
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}

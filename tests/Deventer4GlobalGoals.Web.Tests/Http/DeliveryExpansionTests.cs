using System.Net;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>An expansion that grows with every level is refused before it is worked out.</summary>
public sealed class DeliveryExpansionTests : IAsyncLifetime
{
    /// <summary>How often a page names another; the square of it is more than may be expanded.</summary>
    private const int Times = 150;

    private CommunitySite _site = null!;

    private IContentService Contents => _site.Get<IContentService>();

    public async Task InitializeAsync() => _site = await CommunitySite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task One_level_is_given_and_two_are_too_large()
    {
        var edition = At("/prijs/2020");
        var practice = Contents.GetPagedChildren(At("/praktijkvoorbeelden").Id, 0, 1, out _, null, null, null).Single();
        Pick(practice, "organisations", At("/organisaties/vdr-bouwgroep"));
        Pick(edition, "practices", practice);

        var (status, one) = await ExpandAsync(edition, "properties[practices]");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(Times, one["properties"]!["practices"]!.AsArray().Count);
        Assert.NotNull(one["properties"]!["practices"]![0]!["properties"]!["summary"]);

        (status, var two) = await ExpandAsync(edition, "properties[practices[properties[organisations]]]");
        Assert.Equal((HttpStatusCode.BadRequest, "Expansion too large"), (status, (string?)two["title"]));
        (status, _) = await ExpandAsync(edition, "properties[$all[properties[$all[properties[$all[properties[$all]]]]]]]");
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    private void Pick(IContent page, string property, IContent picked)
    {
        page.SetValue(property, string.Join(',', Enumerable.Repeat($"umb://document/{picked.Key:N}", Times)));
        Assert.True(Contents.Save(page).Success);
        Assert.True(Contents.Publish(Contents.GetById(page.Key)!, ["*"]).Success);
    }

    private IContent At(string path) =>
        Contents.GetById(_site.Get<IDocumentUrlService>().GetDocumentKeyByRoute(path, "nl", Contents.GetRootContent().First().Id, isDraft: false)!.Value)!;

    private async Task<(HttpStatusCode Status, JsonNode Answer)> ExpandAsync(IContent page, string expand)
    {
        using var answer = await _site.Http.GetAsync(new Uri($"/umbraco/delivery/api/v2/content/item/{page.Key}?expand={expand}", UriKind.Relative));
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}

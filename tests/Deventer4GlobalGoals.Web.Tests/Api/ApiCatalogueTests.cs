using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Api;

/// <summary>The catalogue has what DCAT-AP-NL asks for, and leads to what it promises.</summary>
[Collection(ReadsOnly.Name)]
public partial class ApiCatalogueTests(SharedSite shared)
{
    private static readonly Dictionary<string, string[]> Asked = new()
    {
        ["dcat:Catalog"] = ["dct:title", "dct:description", "dct:publisher", "dct:creator", "dcat:contactPoint", "dct:license", "dct:language", "dcat:dataset", "dcat:service"],
        ["dcat:Dataset"] =
        [
            "dct:title", "dct:description", "dct:identifier", "dct:accessRights", "dct:publisher", "dct:creator", "dcat:contactPoint", "dcat:theme", "dct:language",
            "dct:accrualPeriodicity", "dcat:distribution", "dcat:keyword", "dct:modified",
        ],
        ["dcat:Distribution"] = ["dct:title", "dct:description", "dcat:accessURL", "dct:format", "dcat:mediaType", "dct:license"],
        ["dcat:DataService"] =
        [
            "dct:title", "dct:description", "dct:identifier", "dct:accessRights", "dct:publisher", "dct:creator", "dcat:contactPoint", "dcat:theme", "dct:license",
            "dcat:endpointURL", "dcat:endpointDescription", "dcat:servesDataset",
        ],
        ["foaf:Agent"] = ["foaf:name"],
    };

    [Fact]
    public async Task Everything_has_the_properties_that_the_profile_asks_for()
    {
        var graph = await GraphAsync();
        Assert.Equal(Asked.Keys.Order(StringComparer.Ordinal), graph.Select(thing => (string)thing["@type"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(graph, thing => Assert.Empty(Asked[(string)thing["@type"]!].Except(thing.Select(said => said.Key))));
        foreach (var thing in graph.Where(thing => thing["dct:title"] is not null))
        {
            Assert.Equal(["nl", "en", "de"], thing["dct:title"]!.AsArray().Select(title => (string)title!["@language"]!));
            Assert.Equal(["nl", "en", "de"], thing["dct:description"]!.AsArray().Select(title => (string)title!["@language"]!));
        }
    }

    [Fact]
    public async Task Whatever_is_mentioned_here_is_described_here()
    {
        var graph = await GraphAsync();
        var described = graph.Select(thing => (string)thing["@id"]!).ToHashSet();
        var mentioned = graph.SelectMany(thing => new[] { "dcat:dataset", "dcat:service", "dcat:distribution", "dcat:accessService", "dcat:servesDataset", "dct:publisher", "dct:creator" }
            .SelectMany(property => Values(thing, property)).Select(value => (string)value["@id"]!));
        Assert.Empty(mentioned.Except(described));
        Assert.Equal(graph.Count, described.Count);
    }

    [Fact]
    public async Task Every_file_is_there_in_the_form_that_is_promised()
    {
        foreach (var file in (await GraphAsync()).Where(thing => (string?)thing["@type"] == "dcat:Distribution"))
        {
            var address = (string)file["dcat:accessURL"]!["@id"]!;
            using var answer = await shared.Site.Http.GetAsync(new Uri(address));
            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
            Assert.EndsWith("/" + answer.Content.Headers.ContentType!.MediaType, (string)file["dcat:mediaType"]!["@id"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Turtle_says_as_much_as_JSON()
    {
        var graph = await GraphAsync();
        var turtle = await shared.Site.TextAsync("/api/v1/catalogue?format=turtle");
        var inTurtle = Statement().Matches(turtle).Select(match => match.Groups["property"].Value).CountBy(property => property).OrderBy(count => count.Key, StringComparer.Ordinal);
        var inJson = graph.SelectMany(Properties).CountBy(property => property).OrderBy(count => count.Key, StringComparer.Ordinal);
        Assert.Equal(inJson, inTurtle);
    }

    private static IEnumerable<string> Properties(JsonObject thing) => thing.Where(said => !said.Key.StartsWith('@'))
        .SelectMany(said => Values(thing, said.Key).SelectMany(value => value is JsonObject inner && inner["@type"] is not null && inner["@value"] is null
            ? Properties(inner).Prepend(said.Key)
            : [said.Key]));

    private static IEnumerable<JsonNode> Values(JsonObject thing, string property) =>
        thing[property] switch { null => [], JsonArray many => many.OfType<JsonNode>(), var one => [one] };

    private async Task<IReadOnlyList<JsonObject>> GraphAsync() =>
        [.. JsonNode.Parse(await shared.Site.TextAsync("/api/v1/catalogue"))!["@graph"]!.AsArray().Select(thing => thing!.AsObject())];

    [GeneratedRegex(@"^ +(?<property>[a-z]+:[A-Za-z]+) ", RegexOptions.Multiline)]
    private static partial Regex Statement();
}

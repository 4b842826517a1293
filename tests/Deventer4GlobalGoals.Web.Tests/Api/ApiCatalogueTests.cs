using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Deventer4GlobalGoals.Web.Tests.Site;

namespace Deventer4GlobalGoals.Web.Tests.Api;

/// <summary>The catalogue has what DCAT-AP-NL asks for, and leads to what it promises.</summary>
[Collection(ReadsOnly.Name)]
public partial class ApiCatalogueTests(SharedSite shared)
{
    [Theory]
    [MemberData(nameof(Profile))]
    public async Task Everything_has_the_properties_that_the_profile_asks_for(string type, string property, int least, int? most)
    {
        var things = (await GraphAsync()).Where(thing => (string?)thing["@type"] == type).ToList();
        Assert.NotEmpty(things);
        Assert.All(things, thing =>
        {
            var values = Values(thing, property).ToList();
            Assert.True(values.Count >= least, $"{thing["@id"]} has {values.Count} {property}.");
            Assert.All(values.CountBy(value => (string?)(value as JsonObject)?["@language"] ?? string.Empty), count => Assert.InRange(count.Value, 0, most ?? int.MaxValue));
        });
    }

    [Fact]
    public async Task Every_class_is_in_the_profile_and_every_text_in_three_languages()
    {
        var graph = await GraphAsync();
        Assert.Equal(Rows().Select(row => row.Type).Distinct().Order(StringComparer.Ordinal), graph.Select(thing => (string)thing["@type"]!).Distinct().Order(StringComparer.Ordinal));
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

    public static TheoryData<string, string, int, int?> Profile()
    {
        var data = new TheoryData<string, string, int, int?>();
        foreach (var (type, property, least, most) in Rows())
        {
            data.Add(type, property, least, most);
        }

        return data;
    }

    private static IEnumerable<(string Type, string Property, int Least, int? Most)> Rows() =>
        File.ReadLines(Path.Combine(Repository.Root, "specs/dcat-ap-nl.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim(' ', '`')).ToArray())
            .Select(cells => (cells[0], cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3] == "-" ? (int?)null : int.Parse(cells[3], CultureInfo.InvariantCulture)));

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

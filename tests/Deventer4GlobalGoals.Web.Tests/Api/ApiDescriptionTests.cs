using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Deventer4GlobalGoals.Web.Tests.Site;

namespace Deventer4GlobalGoals.Web.Tests.Api;

/// <summary>The OpenAPI description keeps the NL API Design Rules, the rules can fail, and the answers are what it says.</summary>
[Collection(ReadsOnly.Name)]
public sealed class ApiDescriptionTests(SharedSite shared) : IDisposable
{
    private const string Rules = "specs/api-v1.spectral.yaml";

    private readonly string _folder = Directory.CreateTempSubdirectory("d4gg-api-").FullName;

    /// <summary>What breaks which rule.</summary>
    public static TheoryData<string, Action<JsonObject>> Mistakes => new()
    {
        { "oas-version", api => api["openapi"] = "3.1.1" },
        { "contact", api => api["info"]!["contact"]!["name"] = "" },
        { "contact-present", api => api["info"]!.AsObject().Remove("contact") },
        { "semver", api => api["info"]!["version"] = "v1" },
        { "version-in-server", api => api["servers"]![0]!["url"] = "https://example.org/api" },
        { "servers-present", api => api.Remove("servers") },
        { "version-not-in-path", api => Move(api, "/goals", "/v1/goals") },
        { "version-header", api => Answer(api, "400")["headers"]!.AsObject().Remove("API-Version") },
        { "no-trailing-slash", api => Move(api, "/goals", "/goals/") },
        { "kebab-case", api => Move(api, "/prize-editions", "/prizeEditions") },
        { "plural-collections", api => Move(api, "/goals/{number}", "/goal/{number}") },
        { "camel-case-keys", api => Parameter(api, "pageSize")["name"] = "page_size" },
        { "camel-case-properties", api => Move(Schema(api, "Goal"), "number", "goal_number") },
        { "standard-methods", api => api["paths"]!["/goals"]!["purge"] = new JsonObject() },
        { "problem-details", api => Move(Answer(api, "400")["content"]!.AsObject(), "application/problem+json", "application/json") },
        { "bad-request", api => api["paths"]!["/goals"]!["get"]!["responses"]!.AsObject().Remove("400") },
        { "moments", api => Schema(api, "Practice")["updatedAt"]!["format"] = "date" },
        { "days", api => Schema(api, "PrizeEdition")["ceremonyDate"]!["format"] = "date-time" },
        { "operations-described", api => api["paths"]!["/goals"]!["get"]!.AsObject().Remove("operationId") },
        { "parameters-described", api => Parameter(api, "pageSize").AsObject().Remove("example") },
        { "properties-described", api => Schema(api, "Goal")["number"]!.AsObject().Remove("description") },
        { "etag", api => Answer(api, "200")["headers"]!.AsObject().Remove("ETag") },
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_description_keeps_the_design_rules()
    {
        var (found, output) = await LintAsync(await DescriptionAsync());
        Assert.True(found.Count == 0, output);
    }

    [Fact]
    public async Task Every_rule_can_fail()
    {
        var names = File.ReadLines(Path.Combine(Repository.Root, Rules))
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && char.IsLetter(line[2]))
            .Select(line => line.Trim().TrimEnd(':'));
        Assert.Equal(names.Order(StringComparer.Ordinal), Mistakes.Select(mistake => (string)mistake[0]).Order(StringComparer.Ordinal));

        // One description per mistake, checked in one go: the linter takes a second to start.
        var description = await DescriptionAsync();
        foreach (var mistake in Mistakes)
        {
            var broken = description.DeepClone().AsObject();
            ((Action<JsonObject>)mistake[1])(broken);
            await File.WriteAllTextAsync(Path.Combine(_folder, $"{mistake[0]}.json"), broken.ToJsonString());
        }

        var (found, _) = await RunAsync([.. Directory.GetFiles(_folder, "*.json")]);
        foreach (var mistake in Mistakes)
        {
            Assert.Contains(((string)mistake[0], (string)mistake[0]), found);
        }
    }

    [Fact]
    public async Task Answers_have_what_the_description_says_and_nothing_else()
    {
        var description = await DescriptionAsync();
        foreach (var (path, schema) in new[]
        {
            ("goals/12", "Goal"), ("targets/12.5", "Target"), ("practices?goal=12", "PracticePage"), ("organisations", "OrganisationPage"), ("meetings", "MeetingPage"),
            ("prize-editions/2020", "PrizeEdition"), ("coverage-matrix", "Coverage"),
        })
        {
            var answer = JsonNode.Parse(await shared.Site.TextAsync("/api/v1/" + path));
            Check(description, description["components"]!["schemas"]![schema]!, answer, path);
        }
    }

    [Fact]
    public async Task Every_path_without_a_key_answers_and_every_example_gives_something()
    {
        var description = await DescriptionAsync();
        foreach (var (path, item) in description["paths"]!.AsObject().Where(path => path.Value!["get"] is not null && !path.Key.Contains('{', StringComparison.Ordinal)))
        {
            using var answer = await shared.Site.Http.GetAsync(new Uri("/api/v1" + path, UriKind.Relative));
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
            foreach (var parameter in item!["get"]!["parameters"]!.AsArray().Where(parameter => (string?)parameter!["in"] == "query" && parameter["example"] is not null))
            {
                var query = $"{path}?{parameter!["name"]}={Uri.EscapeDataString(parameter["example"]!.ToString())}";
                using var filtered = await shared.Site.Http.GetAsync(new Uri("/api/v1" + query, UriKind.Relative));
                Assert.Equal((query, HttpStatusCode.OK), (query, filtered.StatusCode));
            }
        }
    }

    private static JsonObject Parameter(JsonObject api, string name) =>
        api["paths"]!["/goals"]!["get"]!["parameters"]!.AsArray().Single(parameter => (string?)parameter!["name"] == name)!.AsObject();

    private static JsonObject Answer(JsonObject api, string status) => api["paths"]!["/goals"]!["get"]!["responses"]![status]!.AsObject();

    private static JsonObject Schema(JsonObject api, string name) => api["components"]!["schemas"]![name]!["properties"]!.AsObject();

    private static void Move(JsonObject within, string from, string to)
    {
        var parent = within.ContainsKey("paths") ? within["paths"]!.AsObject() : within;
        var moved = parent[from]!.DeepClone();
        parent.Remove(from);
        parent[to] = moved;
    }

    private static void Check(JsonObject description, JsonNode schema, JsonNode? value, string place)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            Check(description, description["components"]!["schemas"]![reference.Split('/')[^1]]!, value, place);
            return;
        }

        if ((schema["oneOf"] ?? schema["allOf"] ?? schema["anyOf"]) is JsonArray choices)
        {
            if (value is not null)
            {
                Check(description, choices.Single(choice => choice!["$ref"] is not null)!, value, place);
            }

            return;
        }

        if (value is null)
        {
            Assert.True((bool?)schema["nullable"] == true, $"{place} is null, and shouldn't be.");
            return;
        }

        var type = (string?)schema["type"];
        Assert.Equal((place, type), (place, value.GetValueKind() switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            _ => type is "integer" && value.ToString().All(char.IsAsciiDigit) ? "integer" : "number",
        }));
        if (value is JsonArray items)
        {
            Assert.All(items, item => Check(description, schema["items"]!, item, $"{place}[]"));
        }
        else if (value is JsonObject members)
        {
            var known = schema["properties"]!.AsObject();
            Assert.Equal((place, string.Join(' ', known.Select(member => member.Key).Order(StringComparer.Ordinal))), (place, string.Join(' ', members.Select(member => member.Key).Order(StringComparer.Ordinal))));
            Assert.All(members, member => Check(description, known[member.Key]!, member.Value, $"{place}.{member.Key}"));
        }
    }

    private async Task<JsonObject> DescriptionAsync() => JsonNode.Parse(await shared.Site.TextAsync("/api/v1/openapi.json"))!.AsObject();

    private async Task<(IReadOnlySet<(string File, string Rule)> Found, string Output)> LintAsync(JsonObject description)
    {
        var file = Path.Combine(_folder, "api.json");
        await File.WriteAllTextAsync(file, description.ToJsonString());
        return await RunAsync([file]);
    }

    private async Task<(IReadOnlySet<(string File, string Rule)> Found, string Output)> RunAsync(string[] files)
    {
        var script = Path.Combine(Repository.Root, "node_modules", ".bin", "spectral");
        Assert.True(File.Exists(script), "spectral isn't installed: run npm ci.");
        string[] arguments = [script, "lint", "--quiet", "--format", "json", "--ruleset", Path.Combine(Repository.Root, Rules), .. files];
        var start = new ProcessStartInfo("node", arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode is 0 or 1, $"spectral: {await output}{await errors}");
        var text = await output;
        var found = text.TrimStart().StartsWith('[') ? JsonNode.Parse(text)!.AsArray() : [];
        return (found.Select(one => (Path.GetFileNameWithoutExtension((string)one!["source"]!), (string)one["code"]!)).ToHashSet(), text);
    }
}

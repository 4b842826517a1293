using System.Diagnostics;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Deventer4GlobalGoals.Web.Tests.Site;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>The Delivery API's OpenAPI description: a client can be generated from it, and it compiles against the site's own types.</summary>
[Collection(ReadsOnly.Name)]
public sealed class DeliveryOpenApiTests(SharedSite shared) : IDisposable
{
    private const string Address = "/umbraco/openapi/delivery.json";

    /// <summary>What a front end would write. It compiles only when the generated types say what the API gives.</summary>
    private const string Client = """
        import type { components, paths } from "./delivery";

        type Answer = paths["/umbraco/delivery/api/v2/content"]["get"]["responses"]["200"]["content"]["application/json"];
        type Goal = components["schemas"]["GoalContentResponseModel"];

        export function numbers(answer: Answer): number[] {
          const goals: number[] = [];
          for (const item of answer.items) {
            if (item.contentType === "goal") {
              const goal: Goal = item;
              const number: number | null | undefined = goal.properties.number;
              goals.push(number ?? 0);
            } else if (item.contentType === "practice") {
              const organisations = item.properties.organisations ?? [];
              const names: (string | null)[] = organisations.map((organisation) => organisation.name);
              goals.push(names.length + (item.properties.results?.items.length ?? 0));
            }
          }
          return goals;
        }

        // @ts-expect-error a practice has no number
        export const wrong: number = ({} as components["schemas"]["PracticePropertiesModel"]).number;
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("d4gg-openapi-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_document_type_has_its_schema_with_all_its_properties()
    {
        var schemas = JsonNode.Parse(await shared.Site.TextAsync(Address))!["components"]!["schemas"]!.AsObject();
        var practice = schemas["PracticePropertiesModel"]!["properties"]!.AsObject();
        var item = (await QueryAsync("content?filter=contentType:practice&take=1"))["items"]![0]!;
        Assert.Equal(
            item["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal),
            practice.Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            item.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal),
            schemas["PracticeContentResponseModel"]!["properties"]!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.All(Referred(schemas), name => Assert.True(schemas.ContainsKey(name), $"{name} is referred to and not described."));
    }

    [Fact]
    public async Task A_generated_client_compiles()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "delivery.json"), await shared.Site.TextAsync(Address));
        await File.WriteAllTextAsync(Path.Combine(_folder, "client.ts"), Client);
        await RunAsync("openapi-typescript", "delivery.json", "-o", "delivery.d.ts");
        await RunAsync("tsc", "--noEmit", "--strict", "--skipLibCheck", "false", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "client.ts", "delivery.d.ts");
    }

    private static IEnumerable<string> Referred(JsonNode node) => node switch
    {
        JsonObject item => item.SelectMany(member => member.Key == "$ref"
            ? [((string)member.Value!).Split('/')[^1]]
            : member.Value is null ? [] : Referred(member.Value)),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Referred),
        _ => [],
    };

    private async Task<JsonNode> QueryAsync(string query) => JsonNode.Parse(await shared.Site.TextAsync("/umbraco/delivery/api/v2/" + query))!;

    /// <summary>A tool of package.json, by node itself: there is no shell in between.</summary>
    private async Task RunAsync(string tool, params string[] arguments)
    {
        var script = Path.Combine(Repository.Root, "node_modules", ".bin", tool);
        Assert.True(File.Exists(script), $"{tool} isn't installed: run npm ci.");
        var start = new ProcessStartInfo("node", [script, .. arguments]) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{tool}: {await output}{await errors}");
    }
}

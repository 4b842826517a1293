using System.Globalization;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Deventer4GlobalGoals.Web.Tests.Site;

namespace Deventer4GlobalGoals.Web.Tests.Api;

/// <summary>Every row of <c>specs/api-v1.md</c>.</summary>
[Collection(ReadsOnly.Name)]
public class ApiSpecTests(SharedSite shared)
{
    private const string File = "specs/api-v1.md";

    public static TheoryData<string, string, int, string> Rows()
    {
        var rows = new TheoryData<string, string, int, string>();
        foreach (var line in System.IO.File.ReadLines(Path.Combine(Repository.Root, File)).Where(line => line.StartsWith("| `", StringComparison.Ordinal)))
        {
            var cells = line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`')).ToArray();
            rows.Add(cells[0], cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_request_gives_its_answer(string request, string headers, int status, string answer)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/" + request, UriKind.Relative));
        foreach (var header in headers.Split("; ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (name, value) = Pair(header, ": ");
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                throw new InvalidDataException($"{File}: '{header}' is no header.");
            }
        }

        using var response = await shared.Site.Http.SendAsync(message);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal((status, status == 200), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType != "application/problem+json"));
        var json = JsonNode.Parse(text)!;
        foreach (var expected in answer.Split("; ", StringSplitOptions.TrimEntries))
        {
            var (path, value) = Pair(expected, " = ");
            var found = path.EndsWith(':') ? Header(response, path.TrimEnd(':')) : At(json, path.TrimEnd('^'));
            Assert.Equal($"{path} = {value}", $"{path} = {(path.EndsWith('^') ? found[..Math.Min(found.Length, value.Length)] : found)}");
        }
    }

    private static (string Name, string Value) Pair(string text, string sign)
    {
        var at = text.IndexOf(sign, StringComparison.Ordinal);
        return (text[..at].Trim(), text[(at + sign.Length)..].Trim());
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "-";

    private static string At(JsonNode json, string path)
    {
        JsonNode? node = json;
        foreach (var step in path.TrimStart('#').Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            node = node is JsonArray items
                ? items.ElementAtOrDefault(int.Parse(step, CultureInfo.InvariantCulture))
                : (node as JsonObject)?[step];
        }

        return !path.StartsWith('#') ? node?.ToString() ?? "-" : node switch
        {
            JsonArray items => items.Count.ToString(CultureInfo.InvariantCulture),
            JsonObject members => members.Count.ToString(CultureInfo.InvariantCulture),
            _ => "-",
        };
    }
}

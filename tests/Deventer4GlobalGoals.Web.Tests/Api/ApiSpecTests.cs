using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Api;

/// <summary>Every row of <c>specs/api-v1.md</c>.</summary>
[Collection(ReadsOnly.Name)]
public class ApiSpecTests(SharedSite shared)
{
    public static TheoryData<string, string, int, string> Rows() => SpecRequests.Rows("specs/api-v1.md");

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_request_gives_its_answer(string request, string headers, int status, string answer)
    {
        using var message = SpecRequests.Message("/api/v1/" + request, headers);
        using var response = await shared.Site.Http.SendAsync(message);
        Assert.Equal((status, status == 200), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType != "application/problem+json"));
        var json = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        foreach (var (path, value) in SpecRequests.Pairs(answer, " = "))
        {
            var found = path.EndsWith(':') ? Header(response, path.TrimEnd(':')) : SpecRequests.At(json, path.TrimEnd('^'));
            Assert.Equal($"{path} = {value}", $"{path} = {(path.EndsWith('^') ? found[..Math.Min(found.Length, value.Length)] : found)}");
        }
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "-";
}

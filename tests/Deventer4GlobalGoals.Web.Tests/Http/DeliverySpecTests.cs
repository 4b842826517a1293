using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>Every row of <c>specs/delivery.md</c>.</summary>
[Collection(ReadsOnly.Name)]
public class DeliverySpecTests(SharedSite shared)
{
    public static TheoryData<string, string, int, string> Rows() => SpecRequests.Rows("specs/delivery.md");

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_request_gives_its_answer(string request, string headers, int status, string answer)
    {
        using var message = SpecRequests.Message("/umbraco/delivery/api/v2/" + request, headers);
        using var response = await shared.Site.Http.SendAsync(message);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200 ? "application/json" : "application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var json = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        foreach (var (path, value) in SpecRequests.Pairs(answer, " = "))
        {
            Assert.Equal($"{path} = {value}", $"{path} = {SpecRequests.At(json, path)}");
        }
    }
}

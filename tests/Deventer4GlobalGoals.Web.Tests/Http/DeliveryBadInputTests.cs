using System.Net;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>Whatever a client of the Delivery API sends, it gets an answer with a documented status.</summary>
[Collection(ReadsOnly.Name)]
public class DeliveryBadInputTests(SharedSite shared)
{
    private const int Seed = 15402;

    private static readonly string[] Paths =
        ["content", "content/items", "content/item/", "content/item/doelen", "content/item/prijs/2020", "media", "media/items", "media/item/", "content/item/00000000-0000-0000-0000-00000000000", "contents", "item"];

    private static readonly string[] Options = ["fetch", "filter", "sort", "skip", "take", "expand", "fields", "id", "culture", "preview", ""];

    private static readonly string[] Values =
    [
        "children:", "ancestors:/", "descendants:../..", "children:doelen", "contentType:goal", "name:!", "name:%00", "goal:12,,13,", "createDate>:", "createDate<9999-12-31T23:59:59.9999999Z",
        "updateDate:0001-01-01", "meetingStart:asc", "name:asc", "sortOrder:", ":", "!", "properties[$all]", "properties[$all[properties[$all]]]", "properties[", "]", "[,]", "properties[a,,b]", "$all", "-1", "0", "10",
        "1e3", "٣", "2147483647", "2147483648", "60614c54-ba61-5b02-86a3-932f59b199f3", "{60614c54-ba61-5b02-86a3-932f59b199f3}", "null", "%0d%0aX-Evil:1", "' OR 1=1 --", "<script>", "..%2f..%2f", "%c3%28", "İ", "𝟙", "a,b", "",
    ];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("Accept-Language", "@#!"), ("Accept-Language", "*"), ("Accept-Language", "nl;q=9"), ("Accept-Language", new string('x', 3000)), ("Start-Item", "home"), ("Start-Item", "../home"), ("Start-Item", ""),
        ("Preview", "true"), ("Preview", "ja"), ("Api-Key", "fout"), ("Api-Key", ""), ("Accept-Segment", "zomer"), ("If-None-Match", "*"), ("If-None-Match", "kapot"), ("Accept", "text/html"),
    ];

    [Fact]
    public async Task Two_thousand_generated_requests_give_no_failure()
    {
        var random = new Random(Seed);
        var failures = new List<string>();
        var statuses = new HashSet<HttpStatusCode>();
        for (var count = 0; count < 2000; count++)
        {
            var options = Enumerable.Range(0, random.Next(4)).Select(_ => $"{Options[random.Next(Options.Length)]}={Values[random.Next(Values.Length)]}");
            var address = $"/umbraco/delivery/api/v2/{Paths[random.Next(Paths.Length)]}?{string.Join('&', options)}";
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            foreach (var (name, value) in Enumerable.Range(0, random.Next(3)).Select(_ => Headers[random.Next(Headers.Length)]))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var answer = await shared.Site.Http.SendAsync(request);
            statuses.Add(answer.StatusCode);
            if ((int)answer.StatusCode is not (200 or 304 or 400 or 401 or 404))
            {
                failures.Add($"{(int)answer.StatusCode} {address} {request.Headers}");
            }
        }

        Assert.Empty(failures);
        Assert.Superset(new HashSet<HttpStatusCode> { HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound }, statuses);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.AspNetCore.Routing;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>Addresses as the endpoint table has them.</summary>
internal static partial class PrizeRoutes
{
    private static readonly string[] Roots = ["jury/", "umbraco/prize/", "prijs/"];

    public static IEnumerable<string> Of(CommunitySite site, string method) => site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Contains(method))
        .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'));

    /// <summary>By an address, or by the route of one.</summary>
    public static bool IsPrize(string address)
    {
        var path = address.Replace("{language:regex(^(en|de)$)}/", string.Empty, StringComparison.Ordinal);
        path = path.StartsWith("en/", StringComparison.Ordinal) ? path[3..] : path;
        return path is "jury" or "umbraco/prize" || Roots.Any(start => path.StartsWith(start, StringComparison.Ordinal));
    }

    public static string Filled(string route, int year, string entry, Guid key, Guid juror, Guid file) => "/" + Parameter().Replace(route, match => match.Groups[1].Value switch
    {
        "year" => year.ToString(CultureInfo.InvariantCulture),
        "entry" => entry,
        "key" => key.ToString(),
        "juror" => juror.ToString(),
        "file" => file.ToString(),
        "id" => "1",
        "language" => "en",
        _ => "x",
    });

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}

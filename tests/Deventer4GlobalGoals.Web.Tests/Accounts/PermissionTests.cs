using System.Net;
using System.Text.RegularExpressions;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Accounts.Permissions;
using Deventer4GlobalGoals.Web.Tests.Harness;

using Microsoft.AspNetCore.Routing;

namespace Deventer4GlobalGoals.Web.Tests.Accounts;

/// <summary>Every address under /umbraco and /jury, for everybody: what the table says is what happens.</summary>
public sealed partial class PermissionTests : IAsyncLifetime
{
    private static readonly AccountRoles[] Roles =
        [AccountRoles.Administrator, AccountRoles.Editor, AccountRoles.Author, AccountRoles.PrizeSecretary, AccountRoles.Juror];

    private CommunitySite _site = null!;

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync(new MailSink());

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public void Every_route_has_a_row_and_every_row_a_route()
    {
        var routes = Routes().ToList();
        Assert.DoesNotContain(routes, route => PermissionTable.Find(route.Method, route.Route) is null);
        var used = routes.Select(route => PermissionTable.Find(route.Method, route.Route)).ToHashSet();
        Assert.DoesNotContain(PermissionTable.Rows, row => !used.Contains(row));
    }

    [Fact]
    public async Task Every_route_lets_in_whom_its_row_names_and_nobody_else()
    {
        var wrong = new List<string>();
        using var nobody = new Person(_site);
        foreach (var row in Own().Where(row => row.Roles is not null))
        {
            var status = await nobody.AskAsync(new HttpMethod(row.Method), Path(row));
            if (status != HttpStatusCode.Redirect)
            {
                wrong.Add($"nobody {row.Method} {row.Route}: {status}");
            }
        }

        foreach (var role in Roles)
        {
            using var person = await _site.SignInAsync(role.ToString(), role);

            // Signing out comes last: after it this person is nobody.
            foreach (var row in Own().Where(row => row.Roles is not null).OrderBy(row => row.Route == "umbraco/sign-out"))
            {
                var status = await person.AskAsync(new HttpMethod(row.Method), Path(row));
                if (status == HttpStatusCode.Forbidden != !row.Allows(role) || (int)status >= 500)
                {
                    wrong.Add($"{role} {row.Method} {row.Route}: {status}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static IEnumerable<PermissionRow> Own() => PermissionTable.Rows.Where(row => row.Method != "*");

    private static string Path(PermissionRow row) => "/" + Parameter().Replace(row.Route, match =>
        match.Value.Contains("guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : match.Value.Contains("int", StringComparison.Ordinal) ? "2018" : "x");

    private IEnumerable<(string Method, string Route)> Routes()
    {
        foreach (var endpoint in _site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = endpoint.RoutePattern.RawText?.TrimStart('/') ?? string.Empty;
            if (!PermissionTable.Roots.Any(root => route == root || route.StartsWith(root + "/", StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                yield return (method, route);
            }
        }
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}

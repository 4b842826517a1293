using Deventer4GlobalGoals.Web.Accounts.Permissions;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>
/// Every screen of desk and jury as the permission table has them, at both widths: a new one is held against axe without being named here. One on
/// which <see cref="ScreenSite"/> has nothing to see fails.
/// </summary>
[Collection(OneScreenSite.Name)]
public sealed class EveryScreenTests(ScreenSite site)
{
    /// <summary>No screens: files, data, and the draft alone, which is a page of the site. The first account's link is nothing once there is an account.</summary>
    private static readonly string[] Others =
    [
        "umbraco/items/{key:guid}/preview", "umbraco/names", "umbraco/checks/csv", "umbraco/meetings/{key:guid}/registrations/csv", "umbraco/prize/{year:int}/export",
        "umbraco/prize/{year:int}/report.pdf", "umbraco/prize/{year:int}/nominations/{key:guid}/files/{file:guid}", "jury/{year:int}/{entry}/files/{file:guid}",
        "umbraco/begin/{token}",
    ];

    public static TheoryData<string> Screens => new(Routes().Except(Others));

    [Fact]
    public void What_is_left_out_is_in_the_table() => Assert.Empty(Others.Except(Routes()));

    [BrowserTheory]
    [MemberData(nameof(Screens))]
    public async Task A_screen_is_accessible_and_fits_at_both_widths(string route)
    {
        var (visit, address) = (site.VisitorOf(route), site.AddressOf(route));
        visit.Complaints.Clear();
        var answer = await visit.Page.GotoAsync(address);
        Assert.Equal((200, address), (answer!.Status, new Uri(visit.Page.Url).PathAndQuery));
        foreach (var width in new[] { 320, 1280 })
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            await Look.AtAsync(visit, width, "scherm-" + string.Join('-', route.Split(['/', '{', '}', ':'], StringSplitOptions.RemoveEmptyEntries)));
        }

        Assert.Empty(visit.Complaints);
    }

    private static IEnumerable<string> Routes() => PermissionTable.Rows.Where(row => row.Method == "GET").Select(row => row.Route);
}

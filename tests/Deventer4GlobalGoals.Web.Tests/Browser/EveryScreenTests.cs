using Deventer4GlobalGoals.Web.Accounts.Permissions;
using Deventer4GlobalGoals.Web.Tests.Prize;

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

    [BrowserFact]
    public async Task What_is_wrong_is_found_also_in_a_frame()
    {
        const string Route = "umbraco/items/{key:guid}/preview/screen";
        const string Spoil = "id => { const button = document.createElement('button'); button.id = id; document.body.append(button); }";
        var page = site.VisitorOf(Route).Page;
        await page.GotoAsync(site.AddressOf(Route));
        await page.EvaluateAsync(Spoil, "buiten");
        await Assert.Single(page.Frames.Skip(1)).EvaluateAsync(Spoil, "binnen");

        var found = await Axe.ViolationsAsync(page);

        Assert.Contains(found, line => line.StartsWith("button-name: <button id=\"buiten\">", StringComparison.Ordinal));
        Assert.Contains(found, line => line.StartsWith("button-name: <button id=\"binnen\">", StringComparison.Ordinal));
    }

    [BrowserTheory]
    [MemberData(nameof(Screens))]
    public async Task A_screen_is_accessible_and_fits_at_both_widths(string route)
    {
        var (visit, address) = (site.VisitorOf(route), site.AddressOf(route));
        visit.Complaints.Clear();
        var answer = await visit.Page.GotoAsync(address);
        Assert.Equal((200, address), (answer!.Status, new Uri(visit.Page.Url).PathAndQuery));
        await LookAsync(visit, "scherm-" + string.Join('-', route.Split(['/', '{', '}', ':'], StringSplitOptions.RemoveEmptyEntries)));
        Assert.Empty(visit.Complaints);
    }

    [BrowserTheory]
    [InlineData("umbraco/prize/{year:int}")]
    [InlineData("prijs/{year:int}/stemmen")]
    public async Task A_year_whose_log_is_not_what_was_written_says_so_on_a_page_that_fits(string route)
    {
        var visit = site.VisitorOf(route);
        var answer = await visit.Page.GotoAsync(PrizeRoutes.Filled(route, ScreenSite.Unsound, string.Empty, Guid.Empty, Guid.Empty, Guid.Empty));
        Assert.Equal(503, answer!.Status);
        await LookAsync(visit, "nagekeken-" + route.Split('/')[0]);
    }

    private static async Task LookAsync(Visit visit, string name)
    {
        foreach (var width in new[] { 320, 1280 })
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            await Look.AtAsync(visit, width, name);
        }
    }

    private static IEnumerable<string> Routes() => PermissionTable.Rows.Where(row => row.Method == "GET").Select(row => row.Route);
}

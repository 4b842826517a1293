using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>The one page that no address gives: what a visitor sees when the site itself fails.</summary>
public sealed class ServerErrorPageTests(OpenBrowser browser) : IClassFixture<OpenBrowser>
{
    [BrowserFact]
    public async Task It_is_accessible_and_fits()
    {
        await using var site = await CommunitySite.StartAsync(services => services.AddScoped<SiteView>(_ => throw new InvalidOperationException()));
        foreach (var width in new[] { 320, 1280 })
        {
            await using var visit = await browser.VisitAsync(site, width);
            Assert.Equal(500, (await visit.Page.GotoAsync("/"))!.Status);
            await Look.AtAsync(visit, width, "storing");
        }
    }
}

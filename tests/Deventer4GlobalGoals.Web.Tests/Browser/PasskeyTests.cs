using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.Playwright;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>Passkeys in a real browser, with an authenticator that Chromium plays.</summary>
public sealed class PasskeyTests(OpenBrowser browser) : IClassFixture<OpenBrowser>, IAsyncLifetime
{
    private CommunitySite _site = null!;

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync(new MailSink());

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [BrowserFact]
    public async Task A_passkey_is_added_and_signs_in_without_a_password()
    {
        await _site.AddAsync("anna", AccountRoles.Editor);
        await using var visit = await browser.VisitAsync(_site, 1280);
        var page = visit.Page;

        // A passkey belongs to a name; an address in numbers has none.
        var origin = _site.Origin.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        await page.GotoAsync($"{origin}/umbraco");
        await page.FillAsync("#email", "anna@voorbeeld.nl");
        await page.FillAsync("#password", DeskSite.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/umbraco");
        await page.GotoAsync($"{origin}/umbraco/account");
        await page.FillAsync("#sleutelnaam", "Mijn telefoon");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Voeg een passkey toe" }).ClickAsync();
        await page.GetByText("De sleutel is bewaard.").WaitForAsync();
        Assert.Equal(1, await page.GetByText("Mijn telefoon", new PageGetByTextOptions { Exact = true }).CountAsync());

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Meld af", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/umbraco/sign-in");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Met een passkey" }).ClickAsync();
        await page.WaitForURLAsync("**/umbraco");
        Assert.Equal("anna", await page.Locator(".d4-desk__voet p").InnerTextAsync());
        Assert.Empty(visit.Complaints);
    }
}

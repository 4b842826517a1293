using System.Net;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Accounts.Permissions;
using Deventer4GlobalGoals.Web.Accounts.Sessions;
using Deventer4GlobalGoals.Web.Accounts.Users;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deventer4GlobalGoals.Web.Tests.Accounts;

/// <summary>Getting in again, and proving who one is before what can't be undone (issue 6).</summary>
public sealed class HelpTests : IAsyncLifetime
{
    private readonly MailSink _mail = new();
    private CommunitySite _site = null!;

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync(_mail);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Who_lost_the_telephone_gets_in_with_the_password_and_sets_up_a_new_second_step()
    {
        using var kees = await _site.SignInAsync("kees", AccountRoles.Administrator);
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        await TurnOnAsync(anna, "anna");
        var address = $"/umbraco/users/{(await _site.AccountAsync("anna")).Key}";

        Assert.Equal(address, (await kees.PostAsync(address, address + "/code/off")).Location);

        Assert.Equal(HttpStatusCode.Redirect, (await anna.GetAsync("/umbraco")).Status);
        Assert.Equal(("anna@voorbeeld.nl", "Uw tweede stap staat uit"), await NextAsync());
        Assert.Equal((false, 0), await StepsAsync("anna"));
        using var again = new Person(_site);
        Assert.Equal("/umbraco", (await SignInAsync(again, "anna@voorbeeld.nl")).Location);
        await TurnOnAsync(again, "anna");
    }

    [Fact]
    public async Task The_secret_of_a_second_step_that_is_on_is_shown_to_nobody()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        await TurnOnAsync(anna, "anna");

        Assert.Equal("/umbraco/account", (await anna.GetAsync("/umbraco/account/code")).Location);
        Assert.Equal("/umbraco/account", (await anna.PostAsync("/umbraco/account", "/umbraco/account/code", ("code", "123456"))).Location);
        Assert.True((await _site.AccountAsync("anna")).TwoFactorEnabled);
    }

    [Fact]
    public async Task A_wrong_address_of_an_invitation_is_mended_and_the_first_link_ends()
    {
        using var kees = await _site.SignInAsync("kees", AccountRoles.Administrator);
        await kees.PostAsync("/umbraco/users", "/umbraco/users/invite", ("name", "Bea"), ("email", "bae@voorbeeld.nl"), ("roles", "Author"));
        var first = (await _mail.NextAsync()).Text;
        var address = $"/umbraco/users/{(await _site.AccountAsync("Bea")).Key}";

        await kees.PostAsync(address, address + "/email", ("email", "bea@voorbeeld.nl"));

        var second = await _mail.NextAsync();
        Assert.Equal("bea@voorbeeld.nl", second.To);
        using var bea = new Person(_site);
        Assert.Equal(HttpStatusCode.Gone, (await bea.GetAsync(Invitation(first))).Status);
        Assert.Equal(HttpStatusCode.OK, (await bea.GetAsync(Invitation(second.Text))).Status);
    }

    [Fact]
    public async Task Both_addresses_hear_that_an_account_moved_and_one_of_somebody_else_is_refused()
    {
        using var kees = await _site.SignInAsync("kees", AccountRoles.Administrator);
        await _site.AddAsync("anna", AccountRoles.Editor);
        var address = $"/umbraco/users/{(await _site.AccountAsync("anna")).Key}";
        foreach (var wrong in new[] { "kees@voorbeeld.nl", "geen adres", "x@voorbeeld.nl\r\nBcc: y@voorbeeld.nl", "" })
        {
            await kees.PostAsync(address, address + "/email", ("email", wrong));
            Assert.Equal("anna@voorbeeld.nl", (await _site.AccountAsync("anna")).Email);
        }

        await kees.PostAsync(address, address + "/email", ("email", "anna@elders.nl"));

        Assert.Equal(["anna@elders.nl", "anna@voorbeeld.nl"], [.. new[] { (await NextAsync()).To, (await NextAsync()).To }.Order(StringComparer.Ordinal)]);
        using var anna = new Person(_site);
        Assert.Null((await SignInAsync(anna, "anna@voorbeeld.nl")).Location);
        Assert.Equal("/umbraco", (await SignInAsync(anna, "anna@elders.nl")).Location);
    }

    [Fact]
    public async Task At_the_server_there_is_a_way_back_in_for_the_last_administrator()
    {
        using var kees = await _site.SignInAsync("kees", AccountRoles.Administrator);
        await TurnOnAsync(kees, "kees");

        var (code, output, _) = await RunAsync("recover", "kees@voorbeeld.nl");

        Assert.Equal(0, code);
        Assert.Equal(HttpStatusCode.Redirect, (await kees.GetAsync("/umbraco")).Status);
        using var back = new Person(_site);
        var form = (await back.GetAsync(new Uri(output.Trim()).PathAndQuery)).Page.QuerySelector("form[action='/umbraco/password/new']")!;
        await back.SubmitAsync(form, "/umbraco/password/new", ("password", "een nieuwe zin met schapen"));
        Assert.Equal("/umbraco", (await back.PostAsync("/umbraco/sign-in", "/umbraco/sign-in", ("email", "kees@voorbeeld.nl"), ("password", "een nieuwe zin met schapen"))).Location);
        Assert.Contains("kees@voorbeeld.nl  Administrator  open", (await RunAsync("list")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Nobody has an account with the address niemand@voorbeeld.nl", "recover", "niemand@voorbeeld.nl")]
    [InlineData(2, "Usage: users", "recover")]
    [InlineData(2, "Usage: users", "verwijder", "kees@voorbeeld.nl")]
    public async Task A_command_that_can_not_be_done_says_why(int code, string error, params string[] args)
    {
        var answer = await RunAsync(args);
        Assert.Equal((code, string.Empty), (answer.Code, answer.Output));
        Assert.Contains(error, answer.Error, StringComparison.Ordinal);
    }

    /// <summary>By rule and not by list, so that a row that lost its word is found.</summary>
    [Fact]
    public void What_touches_accounts_or_deletes_for_good_wants_proof()
    {
        var rows = PermissionTable.Rows.Where(row => row.Method == "POST").Where(row =>
            row.Route.StartsWith("umbraco/users/", StringComparison.Ordinal)
            || row.Route.StartsWith("umbraco/account/code", StringComparison.Ordinal)
            || row.Route.StartsWith("umbraco/account/passkeys", StringComparison.Ordinal)
            || row.Route == "umbraco/account/recovery-codes"
            || row.Route.EndsWith("/delete", StringComparison.Ordinal)
            || row.Route.EndsWith("/erase", StringComparison.Ordinal)).ToList();
        Assert.Equal(16, rows.Count);
        Assert.All(rows, row => Assert.True(row.WantsProof, row.Route));
    }

    [Fact]
    public async Task Without_fresh_proof_each_of_those_asks_for_the_password_and_does_nothing()
    {
        using var kees = await _site.SignInAsync("kees", AccountRoles.Administrator);
        var old = _site.Get<TimeProvider>().GetUtcNow() - SessionTimes.Proof;
        await _site.AskAsync(db => db.Set<SessionRow>().ExecuteUpdateAsync(set => set.SetProperty(session => session.ProvedAt, old)));
        foreach (var row in PermissionTable.Rows.Where(row => row.WantsProof))
        {
            var path = "/" + row.Route.Replace("{key:guid}", Guid.Empty.ToString(), StringComparison.Ordinal);
            var answer = row.Method == "GET" ? await kees.GetAsync(path) : await kees.PostAsync("/umbraco/account", path);
            Assert.StartsWith("/umbraco/sign-in/again?", answer.Location, StringComparison.Ordinal);
        }

        var proved = await kees.PostAsync("/umbraco/sign-in/again", "/umbraco/sign-in/again", ("password", DeskSite.Password), ("returnUrl", "/umbraco/account/code"));
        Assert.Equal(HttpStatusCode.OK, (await kees.GetAsync(proved.Location!)).Status);
    }

    [Theory]
    [InlineData("https", "__Host-d4gg-desk=waarde")]
    [InlineData("http", "d4gg-desk=waarde")]
    public void Over_tls_a_cookie_is_of_this_host_only(string scheme, string expected)
    {
        var http = new DefaultHttpContext { Request = { Scheme = scheme } };
        new HostCookies().AppendResponseCookie(http, "d4gg-desk", "waarde", new CookieOptions { Secure = scheme == "https", Path = "/" });
        Assert.StartsWith(expected, http.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);
    }

    private static string Invitation(string text) => text[text.IndexOf("/umbraco/password", StringComparison.Ordinal)..].Split('\n')[0];

    private static Task<Answer> SignInAsync(Person person, string email) =>
        person.PostAsync("/umbraco/sign-in", "/umbraco/sign-in", ("email", email), ("password", DeskSite.Password));

    private async Task<(string To, string Subject)> NextAsync()
    {
        var mail = await _mail.NextAsync();
        return (mail.To, mail.Subject);
    }

    private async Task<(bool IsOn, int Passkeys)> StepsAsync(string name)
    {
        var account = await _site.AccountAsync(name);
        return (account.TwoFactorEnabled, await _site.AskAsync(db => db.Set<IdentityUserPasskey<int>>().CountAsync(passkey => passkey.UserId == account.Id)));
    }

    private async Task TurnOnAsync(Person person, string name)
    {
        await person.GetAsync("/umbraco/account/code");
        await using var scope = _site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var key = (await users.GetAuthenticatorKeyAsync((await users.FindByEmailAsync($"{name}@voorbeeld.nl"))!))!;
        var done = await person.PostAsync("/umbraco/account/code", "/umbraco/account/code", ("code", Totp.Code(key, _site.Get<TimeProvider>().GetUtcNow())));
        Assert.Equal(10, done.Page.QuerySelectorAll("#noodcodes code").Length);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await UsersCommand.RunAsync(args, _site.Services, output, error, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}

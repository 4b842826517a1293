using System.Net;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Accounts.Sessions;
using Deventer4GlobalGoals.Web.Accounts.SignIn;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deventer4GlobalGoals.Web.Tests.Accounts;

public sealed class SignInTests : IAsyncLifetime
{
    private readonly MailSink _mail = new();
    private CommunitySite _site = null!;

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync(_mail);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_sign_in_and_back()
    {
        await _site.AddAsync("anna", AccountRoles.Editor);
        using var anna = new Person(_site);
        var sent = await anna.GetAsync("/umbraco/items?type=meeting");
        Assert.Equal((HttpStatusCode.Redirect, "/umbraco/sign-in?returnUrl=%2Fumbraco%2Fitems%3Ftype%3Dmeeting"), (sent.Status, sent.Location));

        var form = (await anna.GetAsync(sent.Location!)).Page.QuerySelector("form#aanmelden")!;
        var signedIn = await anna.SubmitAsync(form, "/umbraco/sign-in", ("email", "anna@voorbeeld.nl"), ("password", DeskSite.Password));
        Assert.Equal("/umbraco/items?type=meeting", signedIn.Location);
        Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync(signedIn.Location!)).Status);
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_address_and_a_closed_account_get_the_same_answer()
    {
        await _site.AddAsync("anna", AccountRoles.Editor);
        await _site.AddAsync("kees", AccountRoles.Administrator);
        await _site.AddAsync("dora", AccountRoles.Editor);
        await _site.AskAsync(db => db.Users.Where(account => account.Name == "dora").ExecuteUpdateAsync(set => set.SetProperty(account => account.IsDisabled, true)));

        var answers = new List<string>();
        foreach (var (email, password) in new[] { ("anna@voorbeeld.nl", "fout"), ("niemand@voorbeeld.nl", "fout"), ("dora@voorbeeld.nl", DeskSite.Password), ("", "") })
        {
            using var person = new Person(_site);
            var answer = await person.PostAsync("/umbraco/sign-in", "/umbraco/sign-in", ("email", email), ("password", password));
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            answers.Add(answer.Page.QuerySelector("[role=alert]")!.TextContent.Trim());
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_an_account_but_never_the_last_administrator()
    {
        await _site.AddAsync("anna", AccountRoles.Editor);
        await _site.AddAsync("kees", AccountRoles.Administrator);
        foreach (var name in new[] { "anna", "kees" })
        {
            using var guesser = new Person(_site);
            for (var i = 0; i < 5; i++)
            {
                await guesser.PostAsync("/umbraco/sign-in", "/umbraco/sign-in", ("email", $"{name}@voorbeeld.nl"), ("password", "geraden"));
            }
        }

        using var anna = new Person(_site);
        Assert.Equal(HttpStatusCode.OK, (await anna.PostAsync("/umbraco/sign-in", "/umbraco/sign-in", ("email", "anna@voorbeeld.nl"), ("password", DeskSite.Password))).Status);
        using var kees = new Person(_site);
        Assert.Equal("/umbraco", (await kees.PostAsync("/umbraco/sign-in", "/umbraco/sign-in", ("email", "kees@voorbeeld.nl"), ("password", DeskSite.Password))).Location);
    }

    [Fact]
    public async Task Too_many_tries_from_one_place_are_refused()
    {
        using var guesser = new Person(_site);
        var token = (await guesser.GetAsync("/umbraco/sign-in")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i <= SignInLimits.PerAccount; i++)
        {
            statuses.Add((await guesser.SendAsync("/umbraco/sign-in", [("email", "x@voorbeeld.nl"), ("password", "x"), ("__RequestVerificationToken", token)])).Status);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, SignInLimits.PerAccount), HttpStatusCode.TooManyRequests], statuses);
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        await _site.AddAsync("anna", AccountRoles.Editor);
        using var anna = new Person(_site);
        var answer = await anna.SendAsync("/umbraco/sign-in", [("email", "anna@voorbeeld.nl"), ("password", DeskSite.Password)]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task A_session_that_is_ended_elsewhere_is_over_at_once()
    {
        using var here = await _site.SignInAsync("anna", AccountRoles.Editor);
        using var there = new Person(_site);
        await there.PostAsync("/umbraco/sign-in", "/umbraco/sign-in", ("email", "anna@voorbeeld.nl"), ("password", DeskSite.Password));
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/umbraco")).Status);

        var account = await here.GetAsync("/umbraco/account");
        var id = account.Page.QuerySelector("form[action$='/sessions/end'] input[name=id]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await here.PostAsync("/umbraco/account", "/umbraco/account/sessions/end", ("id", id))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/umbraco")).Status);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/umbraco")).Status);
    }

    [Fact]
    public async Task With_a_second_step_a_password_is_not_enough_and_a_recovery_code_works_once()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var secret = (await anna.GetAsync("/umbraco/account/code")).Page.QuerySelector("#sleutel")!.GetAttribute("data-secret")!;
        var codes = (await anna.PostAsync("/umbraco/account/code", "/umbraco/account/code", ("code", await CodeAsync("anna")))).Page.QuerySelectorAll("#noodcodes code");
        Assert.Equal((32, 10), (secret.Length, codes.Length));

        using var again = new Person(_site);
        var first = await again.PostAsync("/umbraco/sign-in", "/umbraco/sign-in", ("email", "anna@voorbeeld.nl"), ("password", DeskSite.Password));
        Assert.Equal("/umbraco/sign-in/code", first.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await again.GetAsync("/umbraco")).Status);
        Assert.Equal(HttpStatusCode.OK, (await again.PostAsync("/umbraco/sign-in/code", "/umbraco/sign-in/code", ("code", "000000"))).Status);
        Assert.Equal("/umbraco", (await again.PostAsync("/umbraco/sign-in/code", "/umbraco/sign-in/code", ("code", codes[0].TextContent))).Location);

        using var replay = new Person(_site);
        await replay.PostAsync("/umbraco/sign-in", "/umbraco/sign-in", ("email", "anna@voorbeeld.nl"), ("password", DeskSite.Password));
        Assert.Equal(HttpStatusCode.OK, (await replay.PostAsync("/umbraco/sign-in/code", "/umbraco/sign-in/code", ("code", codes[0].TextContent))).Status);
        Assert.Equal("/umbraco", (await replay.PostAsync("/umbraco/sign-in/code", "/umbraco/sign-in/code", ("code", await CodeAsync("anna")))).Location);
    }

    [Fact]
    public async Task An_invitation_works_once_and_gives_what_was_promised()
    {
        using var kees = await _site.SignInAsync("kees", AccountRoles.Administrator);
        var invited = await kees.PostAsync("/umbraco/users", "/umbraco/users/invite", ("name", "Bea"), ("email", "bea@voorbeeld.nl"), ("roles", "Author"));
        Assert.Equal(HttpStatusCode.Redirect, invited.Status);
        var mail = await _mail.NextAsync();
        Assert.Equal("bea@voorbeeld.nl", mail.To);
        var link = mail.Text[mail.Text.IndexOf("/umbraco/password", StringComparison.Ordinal)..].Split('\n')[0];

        using var bea = new Person(_site);
        var form = (await bea.GetAsync(link)).Page.QuerySelector("form[action='/umbraco/password/new']")!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await bea.SubmitAsync(form, "/umbraco/password/new", ("password", "kort"))).Status);
        Assert.Equal("/umbraco/sign-in", (await bea.SubmitAsync(form, "/umbraco/password/new", ("password", DeskSite.Password))).Location);
        Assert.Equal(HttpStatusCode.Gone, (await bea.GetAsync(link)).Status);
        Assert.Equal("/umbraco", (await bea.PostAsync("/umbraco/sign-in", "/umbraco/sign-in", ("email", "bea@voorbeeld.nl"), ("password", DeskSite.Password))).Location);
        Assert.Equal(HttpStatusCode.Forbidden, (await bea.GetAsync("/umbraco/users")).Status);
        Assert.Equal(AccountRoles.Author, (await _site.AccountAsync("Bea")).Roles);
    }

    [Fact]
    public async Task Asking_for_a_new_password_says_the_same_for_everybody_and_mails_only_who_has_an_account()
    {
        await _site.AddAsync("anna", AccountRoles.Editor);
        var answers = new List<string>();
        foreach (var email in new[] { "anna@voorbeeld.nl", "niemand@voorbeeld.nl", "geen adres\r\nBcc: x@voorbeeld.nl" })
        {
            using var person = new Person(_site);
            answers.Add((await person.PostAsync("/umbraco/password/forgotten", "/umbraco/password/forgotten", ("email", email))).Text);
        }

        Assert.Single(answers.Distinct());
        Assert.Equal("anna@voorbeeld.nl", (await _mail.NextAsync()).To);
        Assert.Single(_mail.Sent);
    }

    [Fact]
    public async Task The_last_administrator_stays_one_whatever_is_asked()
    {
        using var kees = await _site.SignInAsync("kees", AccountRoles.Administrator);
        var key = (await _site.AccountAsync("kees")).Key;
        foreach (var (path, field, value) in new[] { ("roles", "roles", "Editor"), ("access", "disabled", "true") })
        {
            var answer = await kees.PostAsync($"/umbraco/users/{key}", $"/umbraco/users/{key}/{path}", (field, value));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains("er geen beheerder meer", answer.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }

        var account = await _site.AccountAsync("kees");
        Assert.Equal((AccountRoles.Administrator, false), (account.Roles, account.IsDisabled));
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once()
    {
        using var kees = await _site.SignInAsync("kees", AccountRoles.Administrator);
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var key = (await _site.AccountAsync("anna")).Key;
        await kees.PostAsync($"/umbraco/users/{key}", $"/umbraco/users/{key}/access", ("disabled", "true"));
        Assert.Equal(HttpStatusCode.Redirect, (await anna.GetAsync("/umbraco")).Status);
        Assert.Equal(0, await _site.AskAsync(db => db.Set<SessionRow>().Join(db.Users, session => session.AccountId, account => account.Id, (_, account) => account.Name).CountAsync(name => name == "anna")));
    }

    private async Task<string> CodeAsync(string name)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await users.FindByEmailAsync($"{name}@voorbeeld.nl"))!;
        return Totp.Code((await users.GetAuthenticatorKeyAsync(account))!, _site.Get<TimeProvider>().GetUtcNow());
    }
}

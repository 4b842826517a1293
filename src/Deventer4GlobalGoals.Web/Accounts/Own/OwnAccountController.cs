using System.Globalization;
using System.Text.Encodings.Web;
using Deventer4GlobalGoals.Web.Accounts.Sessions;
using Deventer4GlobalGoals.Web.Accounts.SignIn;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Site.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Accounts.Own;

/// <summary>What somebody sees of their own account.</summary>
public sealed record OwnAccount(
    Account Account, IReadOnlyList<SessionRow> Sessions, Guid Current, IReadOnlyList<UserPasskeyInfo> Passkeys, int RecoveryCodes, Refusal Refusal);

/// <summary>The page where the app with codes is set up.</summary>
public sealed record CodeSetup(string Secret, string Link, Refusal Refusal);

/// <summary>One's own account: name, password, second step, passkeys, and where one is signed in.</summary>
[Route("umbraco/account")]
public sealed class OwnAccountController(
    Viewer viewer,
    UserManager<Account> users,
    SignInManager<Account> signIns,
    SessionStore sessions,
    SignInLimits limits,
    AuditLog audit) : DeskController(viewer)
{
    private const string Issuer = "Deventer4GlobalGoals";
    private const string CodesView = "~/Accounts/Views/RecoveryCodes.cshtml";
    private const int RecoveryCodes = 10;
    private const int LongestName = 200;

    [HttpGet("")]
    public Task<IActionResult> Show() => ShowAsync(Refusal.None);

    [HttpPost("profile")]
    public async Task<IActionResult> Profile(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl))
        {
            return await ShowAsync(Refusal.Of(T("Vul uw naam in, dan weten collega's wie iets schreef.", "Fill in your name, so that colleagues know who wrote something."), "name"));
        }

        Viewer.Required.Name = name.Trim();
        await users.UpdateAsync(Viewer.Required);
        await audit.WriteAsync("account.name", Viewer.Required.Id, Viewer.Required.Key.ToString());
        Tell(T("Uw naam is bewaard.", "Your name is saved."));
        return RedirectToAction(nameof(Show));
    }

    /// <summary>Which mails somebody wants.</summary>
    [HttpPost("mail")]
    public async Task<IActionResult> Mail(bool review)
    {
        Viewer.Required.SkipsReviewMail = !review;
        await users.UpdateAsync(Viewer.Required);
        await audit.WriteAsync(review ? "account.mail-on" : "account.mail-off", Viewer.Required.Id, Viewer.Required.Key.ToString());
        Tell(review ? T("U krijgt mail als er iets te beoordelen is.", "You get mail when there is something to review.") : T("U krijgt geen mail meer over wat te beoordelen is.", "You get no more mail about what is to be reviewed."));
        return RedirectToAction(nameof(Show));
    }

    [HttpPost("password")]
    public async Task<IActionResult> Password(string? old, string? chosen)
    {
        var account = Viewer.Required;
        if (!limits.MayTry(HttpContext, account.Email))
        {
            return await ShowAsync(Refusal.Of(T("U probeerde het te vaak. Wacht een kwartier.", "You tried too often. Wait a quarter of an hour.")));
        }

        var changed = await users.ChangePasswordAsync(account, old ?? string.Empty, chosen ?? string.Empty);
        if (!changed.Succeeded)
        {
            return await ShowAsync(PasswordWords.Explain(changed, users, T, "chosen"));
        }

        await sessions.EndAllAsync(account.Id, except: Viewer.Session.Id);
        await audit.WriteAsync("account.password-chosen", account.Id, account.Key.ToString());
        Tell(T("Uw wachtwoord is veranderd. Op andere apparaten bent u afgemeld.", "Your password has changed. You are signed out on other devices."));
        return RedirectToAction(nameof(Show));
    }

    /// <summary>While the second step is on, its secret isn't shown again: who sees it makes codes that hold.</summary>
    [HttpGet("code")]
    public async Task<IActionResult> Code() => Viewer.Required.TwoFactorEnabled ? IsOn() : View("~/Accounts/Views/CodeSetup.cshtml", await SetupAsync(Refusal.None));

    [HttpPost("code")]
    public async Task<IActionResult> Code(string? code)
    {
        var account = Viewer.Required;
        if (account.TwoFactorEnabled)
        {
            return IsOn();
        }

        var typed = (code ?? string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal);
        if (!limits.MayTry(HttpContext, account.Email)
            || !await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, typed))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            var problem = T(
                "Die code klopt niet. Kijk of de klok van uw telefoon goed staat, en probeer de volgende code.",
                "That code is not right. Check the clock of your phone, and try the next code.");
            return View("~/Accounts/Views/CodeSetup.cshtml", await SetupAsync(Refusal.Of(problem, "code")));
        }

        await users.SetTwoFactorEnabledAsync(account, true);
        return await NewCodesAsync("account.code-on");
    }

    [HttpPost("code/off")]
    public async Task<IActionResult> CodeOff()
    {
        var account = Viewer.Required;
        await users.SetTwoFactorEnabledAsync(account, false);
        await users.ResetAuthenticatorKeyAsync(account);
        await audit.WriteAsync("account.code-off", account.Id, account.Key.ToString());
        Tell(T("De tweede stap staat uit.", "The second step is off."));
        return RedirectToAction(nameof(Show));
    }

    [HttpPost("recovery-codes")]
    public Task<IActionResult> Codes() => NewCodesAsync("account.recovery-codes");

    [HttpPost("passkeys/options")]
    public async Task<IActionResult> PasskeyOptions()
    {
        var account = Viewer.Required;
        var entity = new PasskeyUserEntity
        {
            Id = account.Id.ToString(CultureInfo.InvariantCulture),
            Name = account.Email!,
            DisplayName = account.Name,
        };
        return Content(await signIns.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }

    [HttpPost("passkeys")]
    public async Task<IActionResult> AddPasskey([FromBody] PasskeyAnswer answer)
    {
        if (answer?.Credential is not { Length: > 0 and < 20_000 } credential)
        {
            return BadRequest();
        }

        PasskeyAttestationResult made;
        try
        {
            made = await signIns.PerformPasskeyAttestationAsync(credential);
        }
        catch (Exception error) when (error is PasskeyException or InvalidOperationException or System.Text.Json.JsonException)
        {
            // It wasn't asked for here, or it is no passkey at all.
            return BadRequest();
        }

        if (!made.Succeeded)
        {
            return BadRequest();
        }

        made.Passkey.Name = FormText.Line(answer.Name) is { Length: > 0 and <= 100 } name ? name : T("Sleutel", "Key");
        await users.AddOrUpdatePasskeyAsync(Viewer.Required, made.Passkey);
        await audit.WriteAsync("account.passkey-added", Viewer.Required.Id, Viewer.Required.Key.ToString());
        Tell(T("De sleutel is bewaard. U kunt er voortaan mee aanmelden.", "The passkey is saved. You can sign in with it from now on."));
        return Json(new { url = "/umbraco/account" });
    }

    [HttpPost("passkeys/remove")]
    public async Task<IActionResult> RemovePasskey(string? id)
    {
        var passkeys = await users.GetPasskeysAsync(Viewer.Required);
        if (passkeys.FirstOrDefault(passkey => Convert.ToHexStringLower(passkey.CredentialId) == id) is { } found)
        {
            await users.RemovePasskeyAsync(Viewer.Required, found.CredentialId);
            await audit.WriteAsync("account.passkey-removed", Viewer.Required.Id, Viewer.Required.Key.ToString());
            Tell(T("De sleutel is weg.", "The passkey is gone."));
        }

        return RedirectToAction(nameof(Show));
    }

    /// <summary>Ends one session, or with none named all but this one.</summary>
    [HttpPost("sessions/end")]
    public async Task<IActionResult> EndSession(Guid? id)
    {
        var account = Viewer.Required;
        _ = id is { } one ? await sessions.EndAsync(account.Id, one) : await sessions.EndAllAsync(account.Id, Viewer.Session.Id);
        await audit.WriteAsync("account.session-ended", account.Id, account.Key.ToString());
        Tell(T("Daar bent u nu afgemeld.", "You are signed out there now."));
        return RedirectToAction(nameof(Show));
    }

    private RedirectToActionResult IsOn()
    {
        Tell(T("De tweede stap staat al aan. Hebt u een nieuwe telefoon? Zet hem dan eerst uit.", "The second step is on already. Do you have a new telephone? Turn it off first."));
        return RedirectToAction(nameof(Show));
    }

    private async Task<IActionResult> ShowAsync(Refusal refusal)
    {
        var account = Viewer.Required;
        Response.StatusCode = refusal.IsNone ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View("~/Accounts/Views/Account.cshtml", new OwnAccount(
            account,
            await sessions.OfAsync(account.Id),
            Viewer.Session.Id,
            [.. await users.GetPasskeysAsync(account)],
            account.TwoFactorEnabled ? await users.CountRecoveryCodesAsync(account) : 0,
            refusal));
    }

    private async Task<IActionResult> NewCodesAsync(string action)
    {
        var account = Viewer.Required;
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? [];
        await audit.WriteAsync(action, account.Id, account.Key.ToString());
        return View(CodesView, codes.ToList());
    }

    private async Task<CodeSetup> SetupAsync(Refusal refusal)
    {
        var account = Viewer.Required;
        if (await users.GetAuthenticatorKeyAsync(account) is not { Length: > 0 } secret)
        {
            await users.ResetAuthenticatorKeyAsync(account);
            secret = (await users.GetAuthenticatorKeyAsync(account))!;
        }

        var label = UrlEncoder.Default.Encode($"{Issuer}:{account.Email}");
        return new CodeSetup(secret, $"otpauth://totp/{label}?secret={secret}&issuer={Issuer}&digits=6", refusal);
    }
}

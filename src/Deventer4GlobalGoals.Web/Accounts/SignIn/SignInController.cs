using System.Net;
using Deventer4GlobalGoals.Web.Accounts.Sessions;
using Deventer4GlobalGoals.Web.Desk;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Accounts.SignIn;

/// <summary>Signing in and out. Whatever is wrong, the answer is the same, and so is what is done for it: it tells nobody who has an account.</summary>
[Route("umbraco")]
public sealed class SignInController(
    Viewer viewer, UserManager<Account> users, DeskSignInManager signIns, SignInLimits limits, SessionStore sessions, AuditLog audit, TimeProvider time)
    : DeskController(viewer)
{
    private const string SignInView = "~/Accounts/Views/SignIn.cshtml";
    private const string CodeView = "~/Accounts/Views/Code.cshtml";
    private const string AgainView = "~/Accounts/Views/Again.cshtml";

    [HttpGet("sign-in")]
    public IActionResult Show(string? returnUrl) => Viewer.Account is null
        ? View(SignInView, new SignInForm { ReturnUrl = returnUrl, Problem = IsSafe() ? null : Unsafe() })
        : Redirect(Local(returnUrl));

    [HttpPost("sign-in")]
    public async Task<IActionResult> SignIn(SignInForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        form.Email = form.Email?.Trim() ?? string.Empty;
        var password = form.Password ?? string.Empty;
        form.Password = string.Empty;
        if (!IsSafe())
        {
            return Again(form, Unsafe());
        }

        if (!limits.MayTry(HttpContext, form.Email))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Again(form, TooOften());
        }

        var account = ModelState.IsValid ? await users.FindByEmailAsync(form.Email) : null;
        var result = account?.PasswordHash is null
            ? await signIns.RefuseAsync(password)
            : await signIns.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
        {
            return RedirectToAction(nameof(Code), new { returnUrl = form.ReturnUrl });
        }

        await audit.WriteAsync(result.Succeeded ? "account.signed-in" : "account.refused", account?.Id, account?.Key.ToString());
        return result.Succeeded ? Redirect(Local(form.ReturnUrl)) : Again(form, Wrong());
    }

    [HttpGet("sign-in/code")]
    public async Task<IActionResult> Code(string? returnUrl) => await signIns.GetTwoFactorAuthenticationUserAsync() is null
        ? RedirectToAction(nameof(Show), new { returnUrl })
        : View(CodeView, new CodeForm { ReturnUrl = returnUrl });

    /// <summary>A code from the app, or one of those that were written down.</summary>
    [HttpPost("sign-in/code")]
    public async Task<IActionResult> Code(CodeForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await signIns.GetTwoFactorAuthenticationUserAsync() is not { } account)
        {
            return RedirectToAction(nameof(Show), new { returnUrl = form.ReturnUrl });
        }

        if (!limits.MayTry(HttpContext, account.Email))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            form.Problem = TooOften();
            return View(CodeView, form);
        }

        var code = (form.Code ?? string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal);
        var isFromApp = code.Length == 6 && code.All(char.IsAsciiDigit);
        var result = isFromApp
            ? await signIns.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
            : await signIns.TwoFactorRecoveryCodeSignInAsync(code);
        await audit.WriteAsync(result.Succeeded ? "account.signed-in" : "account.refused", account.Id, account.Key.ToString(), isFromApp ? "code" : "recovery code");
        if (result.Succeeded)
        {
            return Redirect(Local(form.ReturnUrl));
        }

        form.Code = string.Empty;
        form.Problem = T("Die code klopt niet, of hij is net verlopen. Probeer de volgende.", "That code is not right, or it just expired. Try the next one.");
        return View(CodeView, form);
    }

    [HttpGet("sign-in/again")]
    public IActionResult Prove(string? returnUrl) => View(AgainView, new PasswordForm { ReturnUrl = returnUrl });

    [HttpPost("sign-in/again")]
    public async Task<IActionResult> Prove(PasswordForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var account = Viewer.Required;
        if (limits.MayTry(HttpContext, account.Email)
            && (await signIns.CheckPasswordSignInAsync(account, form.Password ?? string.Empty, lockoutOnFailure: true)).Succeeded)
        {
            await sessions.ProvedAsync(Viewer.Session.Id);
            return Redirect(Local(form.ReturnUrl));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        form.Refusal = Refusal.Of(T("Dat wachtwoord klopt niet.", "That password is not right."), "password");
        return View(AgainView, form);
    }

    [HttpPost("sign-out")]
    public async Task<IActionResult> Leave()
    {
        await sessions.EndAsync(Viewer.Required.Id, Viewer.Session.Id);
        await signIns.SignOutAsync();
        return RedirectToAction(nameof(Show));
    }

    [HttpPost("language")]
    public async Task<IActionResult> Language(string language, string? returnUrl)
    {
        var chosen = language == "en" ? "en" : "nl";
        if (Viewer.Account is { } account)
        {
            account.Language = chosen;
            await users.UpdateAsync(account);
        }

        Response.Cookies.Append(Viewer.LanguageCookie, chosen, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps,
            Path = "/umbraco",
            Expires = time.GetUtcNow().AddYears(1),
        });
        return Redirect(Local(returnUrl));
    }

    /// <summary>A password must not travel in the open; on one's own machine it doesn't travel.</summary>
    private bool IsSafe() => Request.IsHttps || HttpContext.Connection.RemoteIpAddress is not { } from || IPAddress.IsLoopback(from);

    private ViewResult Again(SignInForm form, string problem)
    {
        form.Problem = problem;
        return View(SignInView, form);
    }

    private string Unsafe() => T(
        "Dit adres begint met http. Aanmelden kan alleen met https, anders kan iemand uw wachtwoord meelezen.",
        "This address starts with http. You can only sign in over https, or else somebody could read your password.");

    private string Wrong() => T(
        "Dit klopt niet. Kijk uw mailadres en wachtwoord na. Na vijf keer fout wacht u een kwartier.",
        "This is not right. Check your mail address and password. After five wrong tries you have to wait a quarter of an hour.");

    private string TooOften() => T(
        "U probeerde het te vaak. Wacht een kwartier en probeer het dan opnieuw.",
        "You tried too often. Wait a quarter of an hour and try again.");
}

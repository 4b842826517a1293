using Deventer4GlobalGoals.Web.Accounts.Sessions;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Accounts.SignIn;

/// <summary>Choosing a password: the very first account, after an invitation, and when it was forgotten.</summary>
[Route("umbraco")]
public sealed class PasswordController(
    Viewer viewer,
    UserManager<Account> users,
    SiteDb db,
    AccountLinks links,
    PasswordRequests requests,
    SignInLimits limits,
    SessionStore sessions,
    AuditLog audit,
    FirstAdministrator first) : DeskController(viewer)
{
    private const string BeginView = "~/Accounts/Views/Begin.cshtml";
    private const string ForgottenView = "~/Accounts/Views/Forgotten.cshtml";
    private const string NewView = "~/Accounts/Views/NewPassword.cshtml";

    [HttpGet("begin/{token}")]
    public IActionResult Begin(string token) => first.IsToken(token) ? View(BeginView, new BeginForm()) : NotFound();

    [HttpPost("begin/{token}")]
    public async Task<IActionResult> Begin(string token, BeginForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!limits.MayTry(HttpContext))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (Problems(form) is { Count: > 0 } problems)
        {
            return Again(form, new Refusal(problems));
        }

        var made = await first.UseAsync(token, form.Name.Trim(), form.Email, form.Password ?? string.Empty);
        if (made is null)
        {
            return NotFound();
        }

        if (made.Succeeded)
        {
            Tell(T("Uw account is klaar. Meld u nu aan.", "Your account is ready. Sign in now."));
            return Redirect("/umbraco/sign-in");
        }

        return Again(form, PasswordWords.Explain(made, users, T));
    }

    [HttpGet("password/forgotten")]
    public IActionResult Forgotten() => View(ForgottenView, false);

    /// <summary>Says the same whether there is such an account or not, and takes as long: who has one is only looked up afterwards.</summary>
    [HttpPost("password/forgotten")]
    public IActionResult Forgotten(string? email)
    {
        var address = email?.Trim() ?? string.Empty;
        if (limits.MayTry(HttpContext) && Mail.Outbox.IsAddress(address) && limits.MayMail(address) && links.FindOrigin() is { } origin)
        {
            requests.Add(new PasswordRequest(address, origin, HttpContext.Connection.RemoteIpAddress?.ToString()));
        }

        return View(ForgottenView, true);
    }

    [HttpGet("password/new")]
    public async Task<IActionResult> New(Guid key, string? token) =>
        await FindAsync(key, token) is { } ? View(NewView, new PasswordForm { Key = key, Token = token! }) : Expired();

    [HttpPost("password/new")]
    public async Task<IActionResult> New(PasswordForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!limits.MayTry(HttpContext) || await FindAsync(form.Key, form.Token) is not { } account)
        {
            return Expired();
        }

        var password = form.Password ?? string.Empty;
        foreach (var validator in users.PasswordValidators)
        {
            if (await validator.ValidateAsync(users, account, password) is { Succeeded: false } refused)
            {
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                form.Refusal = PasswordWords.Explain(refused, users, T);
                return View(NewView, form);
            }
        }

        account.EmailConfirmed = true;
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);

        // The link rests on the stamp: with a new one it works no more.
        await users.UpdateSecurityStampAsync(account);
        await users.ResetAccessFailedCountAsync(account);
        await users.SetLockoutEndDateAsync(account, null);
        await sessions.EndAllAsync(account.Id);
        await audit.WriteAsync("account.password-chosen", account.Id, account.Key.ToString());
        Tell(T("Uw wachtwoord is bewaard. Meld u nu aan.", "Your password is saved. Sign in now."));
        return Redirect("/umbraco/sign-in");
    }

    private async Task<Account?> FindAsync(Guid key, string? token) =>
        token is { Length: > 0 } && await db.Users.FirstOrDefaultAsync(row => row.Key == key) is { } account && await links.IsGoodAsync(account, token)
            ? account
            : null;

    private ViewResult Expired()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("~/Accounts/Views/Expired.cshtml");
    }

    private List<FormProblem> Problems(BeginForm form)
    {
        var problems = new List<FormProblem>();
        if (string.IsNullOrWhiteSpace(form.Name))
        {
            problems.Add(new FormProblem(T("Vul uw naam in.", "Fill in your name."), "name"));
        }

        if (!Mail.Outbox.IsAddress(form.Email))
        {
            problems.Add(new FormProblem(T("Dit is geen mailadres. Het lijkt op naam@voorbeeld.nl.", "This is no mail address. It looks like name@example.org."), "email"));
        }

        if (string.IsNullOrEmpty(form.Password))
        {
            problems.Add(new FormProblem(T("Kies een wachtwoord.", "Choose a password."), "password"));
        }

        if (problems.Count == 0 && !ModelState.IsValid)
        {
            problems.Add(new FormProblem(T("Een van de velden is te lang.", "One of the fields is too long.")));
        }

        return problems;
    }

    private ViewResult Again(BeginForm form, Refusal refusal)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        form.Refusal = refusal;
        return View(BeginView, form);
    }
}

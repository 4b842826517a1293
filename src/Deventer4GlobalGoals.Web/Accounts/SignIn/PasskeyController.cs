using Deventer4GlobalGoals.Web.Desk;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Accounts.SignIn;

/// <summary>What a passkey sends: what <c>navigator.credentials</c> gave, as JSON.</summary>
public sealed record PasskeyAnswer(string Credential, string? Name, string? ReturnUrl);

/// <summary>Signing in with a passkey. These two answer the script on the page where one signs in.</summary>
[Route("umbraco/sign-in/passkey")]
public sealed class PasskeyController(Viewer viewer, DeskSignInManager signIns, SignInLimits limits, AuditLog audit) : DeskController(viewer)
{
    /// <summary>Of no account in particular: the device shows which passkeys it has for this site.</summary>
    [HttpPost("options")]
    public async Task<IActionResult> Options() => limits.MayTry(HttpContext)
        ? Content(await signIns.MakePasskeyRequestOptionsAsync(null), "application/json")
        : StatusCode(StatusCodes.Status429TooManyRequests);

    [HttpPost("")]
    public async Task<IActionResult> SignIn([FromBody] PasskeyAnswer answer)
    {
        if (!limits.MayTry(HttpContext) || answer?.Credential is not { Length: > 0 and < 20_000 } credential)
        {
            return BadRequest();
        }

        try
        {
            if (!(await signIns.PasskeySignInAsync(credential)).Succeeded)
            {
                return await RefuseAsync();
            }
        }
        catch (Exception error) when (error is PasskeyException or InvalidOperationException or System.Text.Json.JsonException)
        {
            // It wasn't asked for here, or it is no passkey at all.
            return await RefuseAsync();
        }

        await audit.WriteAsync("account.signed-in", signIns.SignedIn?.Id, signIns.SignedIn?.Key.ToString(), "passkey");
        return Json(new { url = Local(answer.ReturnUrl) });
    }

    /// <summary>Of whom isn't known: a passkey that doesn't hold names nobody.</summary>
    private async Task<IActionResult> RefuseAsync()
    {
        await audit.WriteAsync("account.refused", null, details: "passkey");
        return Unauthorized();
    }
}

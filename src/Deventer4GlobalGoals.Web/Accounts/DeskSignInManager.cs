using System.Globalization;
using System.Security.Claims;
using Deventer4GlobalGoals.Web.Accounts.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Deventer4GlobalGoals.Web.Accounts;

/// <summary>Identity's way of signing in, which here starts a session; and never locks out the last administrator.</summary>
public sealed class DeskSignInManager(
    UserManager<Account> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Account> principals,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation,
    SessionStore sessions,
    Administrators administrators) : SignInManager<Account>(users, http, principals, options, logger, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(Account user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return !user.IsDisabled && await base.CanSignInAsync(user);
    }

    public override async Task SignInWithClaimsAsync(Account user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var session = await sessions.StartAsync(user, Context);
        var claim = new Claim(SessionStore.Claim, session.Id.ToString("N", CultureInfo.InvariantCulture));
        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. additionalClaims, claim]);
    }

    /// <summary>Guessing is slowed down by network address as well; whoever guesses must not be able to shut the last one out.</summary>
    protected override async Task<bool> IsLockedOut(Account user) =>
        await base.IsLockedOut(user) && !await administrators.IsLastAsync(user.Id);
}

using System.Globalization;
using System.Security.Claims;
using Deventer4GlobalGoals.Web.Accounts.Sessions;
using Deventer4GlobalGoals.Web.Accounts.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Deventer4GlobalGoals.Web.Accounts;

/// <summary>Identity's way of signing in, which here starts a session, and does as much for whoever has no account as for a wrong password.</summary>
public sealed class DeskSignInManager(
    UserManager<Account> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Account> principals,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation,
    SessionStore sessions,
    SignInFailures failures) : SignInManager<Account>(users, http, principals, options, logger, schemes, confirmation)
{
    /// <summary>Whoever has no account is checked against this.</summary>
    private static readonly Account Nobody = new() { PasswordHash = new PasswordHasher<Account>().HashPassword(new Account(), Guid.NewGuid().ToString()) };

    /// <summary>Who was signed in during this request; null when nobody was.</summary>
    public Account? SignedIn { get; private set; }

    public override async Task<bool> CanSignInAsync(Account user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return !user.IsDisabled && await base.CanSignInAsync(user);
    }

    /// <summary>
    /// The password is looked at first, also of an account that is closed or locked, and everything is asked whatever the answer: Identity's own way
    /// is quicker for a locked account than for one that isn't there.
    /// </summary>
    public override async Task<SignInResult> CheckPasswordSignInAsync(Account user, string password, bool lockoutOnFailure)
    {
        ArgumentNullException.ThrowIfNull(user);
        var isRight = await UserManager.CheckPasswordAsync(user, password);
        var (isLocked, mayEnter) = (await IsLockedOut(user), await CanSignInAsync(user));
        if (!isRight || isLocked || !mayEnter)
        {
            if (lockoutOnFailure)
            {
                await failures.CountAsync(user.Id);
            }

            return isLocked ? SignInResult.LockedOut : mayEnter ? SignInResult.Failed : SignInResult.NotAllowed;
        }

        // With a second step wrong tries are counted until that is right as well.
        if (!await IsTwoFactorEnabledAsync(user) || await IsTwoFactorClientRememberedAsync(user))
        {
            await ResetLockout(user);
        }

        return SignInResult.Success;
    }

    /// <summary>Refuses an address without an account or without a password, with the same work as a wrong password.</summary>
    public async Task<SignInResult> RefuseAsync(string password)
    {
        UserManager.PasswordHasher.VerifyHashedPassword(Nobody, Nobody.PasswordHash!, password);
        await IsLockedOut(Nobody);
        await failures.CountAsync(Nobody.Id);
        return SignInResult.Failed;
    }

    public override async Task SignInWithClaimsAsync(Account user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var session = await sessions.StartAsync(user, Context);
        var claim = new Claim(SessionStore.Claim, session.Id.ToString("N", CultureInfo.InvariantCulture));
        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. additionalClaims, claim]);
        SignedIn = user;
    }

    /// <summary>Guessing is slowed down by network address as well.</summary>
    protected override Task<bool> IsLockedOut(Account user) => failures.IsLockedAsync(user);
}

using Deventer4GlobalGoals.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Deventer4GlobalGoals.Web.Accounts.SignIn;

/// <summary>
/// Counts wrong passwords, and locks. It asks as much of the database for an account as for none, so that how long it takes tells nobody who has
/// one; and it counts in the database, so that of guesses that come at once none is lost.
/// </summary>
public sealed class SignInFailures(SiteDb db, Administrators administrators, IOptions<IdentityOptions> options, TimeProvider time)
{
    /// <summary>Whether the account is locked now. Whoever guesses must not be able to shut the last administrator out.</summary>
    public async Task<bool> IsLockedAsync(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var isLast = await administrators.IsLastAsync(account.Id);
        return account.LockoutEnabled && account.LockoutEnd >= time.GetUtcNow() && !isLast;
    }

    /// <summary>Counts one. While an account is locked it counts no further.</summary>
    /// <param name="accountId">Of the account; 0 for none.</param>
    public async Task CountAsync(int accountId)
    {
        var (now, most) = (time.GetUtcNow(), options.Value.Lockout.MaxFailedAccessAttempts);
        var until = now + options.Value.Lockout.DefaultLockoutTimeSpan;
        await db.Users.Where(account => account.Id == accountId && (account.LockoutEnd == null || account.LockoutEnd < now))
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.AccessFailedCount, account => account.AccessFailedCount + 1));
        await db.Users.Where(account => account.Id == accountId && account.AccessFailedCount >= most)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.AccessFailedCount, 0).SetProperty(account => account.LockoutEnd, until));
    }
}

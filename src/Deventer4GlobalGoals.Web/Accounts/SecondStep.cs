using Deventer4GlobalGoals.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Deventer4GlobalGoals.Web.Accounts;

/// <summary>Whether an account has more than a password, and until when it may do without.</summary>
public sealed class SecondStep(SiteDb db, IOptions<AccountOptions> options, TimeProvider time)
{
    public async Task<bool> HasAsync(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.TwoFactorEnabled || await db.Set<IdentityUserPasskey<int>>().AnyAsync(passkey => passkey.UserId == account.Id);
    }

    /// <summary>The last moment at which the account may do without.</summary>
    public DateTimeOffset Deadline(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.CreatedAt.AddDays(options.Value.DaysWithoutSecondStep);
    }

    public async Task<bool> IsOverdueAsync(Account account) => time.GetUtcNow() >= Deadline(account) && !await HasAsync(account);
}

using System.Data;
using Deventer4GlobalGoals.Web.Accounts.Sessions;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Accounts;

/// <summary>Changes what accounts may do; there is always an administrator left who can sign in.</summary>
public sealed class Administrators(SiteDb db, AuditLog audit)
{
    /// <summary>Whether there is no other administrator who can sign in.</summary>
    public async Task<bool> IsLastAsync(int accountId) =>
        await Active().OrderBy(account => account.Id).Select(account => account.Id).Take(2).ToListAsync() is [var only] && only == accountId;

    /// <returns>False when it would take away the last administrator; then nothing has changed.</returns>
    public Task<bool> SetRolesAsync(int by, Guid key, AccountRoles roles) =>
        ChangeAsync(by, key, "account.roles", account => account.Roles = roles & AccountRoles.Everyone);

    /// <inheritdoc cref="SetRolesAsync"/>
    public Task<bool> SetDisabledAsync(int by, Guid key, bool disabled) =>
        ChangeAsync(by, key, disabled ? "account.disabled" : "account.enabled", account => account.IsDisabled = disabled);

    private async Task<bool> ChangeAsync(int by, Guid key, string action, Action<Account> change)
    {
        // Two administrators who take each other away at the same moment: the second finds out here.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable);
        var account = await db.Users.SingleAsync(row => row.Key == key);
        await db.Entry(account).ReloadAsync();
        change(account);
        audit.Add(action, by, key.ToString(), account.Roles.ToString());
        await db.SaveChangesAsync();
        if (!await Active().AnyAsync())
        {
            await transaction.RollbackAsync();
            db.ChangeTracker.Clear();
            return false;
        }

        if (account.IsDisabled)
        {
            await db.Set<SessionRow>().Where(session => session.AccountId == account.Id).ExecuteDeleteAsync();
        }

        await transaction.CommitAsync();
        return true;
    }

    private IQueryable<Account> Active() => db.Users
        .Where(account => (account.Roles & AccountRoles.Administrator) != AccountRoles.None && !account.IsDisabled && account.PasswordHash != null);
}

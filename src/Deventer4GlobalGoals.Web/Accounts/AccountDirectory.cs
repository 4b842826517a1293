using Deventer4GlobalGoals.Cms.Users;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Web.Accounts;

/// <summary>
/// Umbraco's users: the built-in one, and everybody with an account. What somebody may do is decided by the permission table, so to
/// Umbraco all of them are administrators of content; the numbers and keys are those of the accounts.
/// </summary>
internal sealed class AccountDirectory(SystemUserDirectory system, ISiteDbFactory databases, IOptions<GlobalSettings> settings, TimeProvider time)
    : IUserDirectory
{
    /// <summary>A change of a name or address is seen after this at the latest; a new account at once.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private volatile Known? _known;

    public string ManagedBy => "the accounts of this site, at /umbraco/users";

    public IReadOnlyList<IUser> GetUsers() => [.. system.GetUsers(), .. Accounts().Select(User)];

    public IReadOnlyList<IUserGroup> GetGroups() => system.GetGroups();

    public IUser? Find(Guid key) => system.Find(key) ?? FindAccount(account => account.Key == key);

    public IUser? Find(int id) => system.Find(id) ?? FindAccount(account => account.Id == id);

    public IUser? FindByUsername(string username) => system.FindByUsername(username) ?? FindByEmail(username);

    public IUser? FindByEmail(string email) =>
        string.IsNullOrEmpty(email) ? null : FindAccount(account => string.Equals(account.Email, email, StringComparison.OrdinalIgnoreCase));

    private User? FindAccount(Func<Account, bool> isMeant) =>
        (Accounts().FirstOrDefault(isMeant) ?? Read().FirstOrDefault(isMeant)) is { } account ? User(account) : null;

    private IReadOnlyList<Account> Accounts() => _known is { } known && time.GetUtcNow() - known.At < Fresh ? known.Accounts : Read();

    private List<Account> Read()
    {
        using var db = databases.Create();
        var accounts = db.Users.AsNoTracking().OrderBy(account => account.Id).ToList();
        _known = new Known(accounts, time.GetUtcNow());
        return accounts;
    }

    private User User(Account account)
    {
        var groups = system.GetGroups().Select(group => group.ToReadOnlyGroup());
        var user = new User(settings.Value, account.Id, account.Name, account.Email!, account.Email!, string.Empty, null, groups, [], [])
        {
            Key = account.Key,
            IsApproved = !account.IsDisabled,
            Language = account.Language,
        };
        user.ResetDirtyProperties(false);
        return user;
    }

    private sealed record Known(IReadOnlyList<Account> Accounts, DateTimeOffset At);
}

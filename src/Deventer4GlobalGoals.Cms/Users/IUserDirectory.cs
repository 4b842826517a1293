using Umbraco.Cms.Core.Models.Membership;

namespace Deventer4GlobalGoals.Cms.Users;

/// <summary>
/// Who the users are. Umbraco's services ask through <see cref="SiteUserService"/> and <see cref="UserIdKeyResolver"/>,
/// which only read; whoever implements this keeps the accounts. It is a singleton, and is asked in and outside scopes.
/// </summary>
/// <remarks>
/// Every answer is the caller's own copy: Umbraco's models can be changed, and a change must not reach the next caller.
/// A user has an id other than 0, a name, a user name, and groups whose permissions hold for every node.
/// Granular permissions of a group are not looked at, and no user is of the kind API.
/// </remarks>
public interface IUserDirectory
{
    /// <summary>Where accounts are managed, to end the sentence "Users are managed by …".</summary>
    string ManagedBy { get; }

    IReadOnlyList<IUser> GetUsers();

    IReadOnlyList<IUserGroup> GetGroups();

    IUser? Find(Guid key);

    IUser? Find(int id);

    /// <summary>Finds a user by the name they sign in with, whatever its case. An empty name is nobody's.</summary>
    IUser? FindByUsername(string username);

    /// <summary>Finds a user by e-mail address, whatever its case. An empty address is nobody's.</summary>
    IUser? FindByEmail(string email);
}

using System.Globalization;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Users;

/// <summary>
/// Umbraco's user service over an <see cref="IUserDirectory"/>. It answers every question about users, and changes none:
/// a change gets the <see cref="UserOperationStatus"/> that says why, or an <see cref="InvalidOperationException"/> where
/// the member has no status.
/// </summary>
internal sealed class SiteUserService(IUserDirectory directory, IEntityService entities, IOptions<SecuritySettings> settings)
    : RefusingUserService(directory), IUserService
{
    private readonly IUserDirectory _directory = directory;
    private readonly UserPermissions _permissions = new(directory, entities);

    private UserLists Lists => new(_directory, settings.Value.HideDisabledUsersInBackOffice);

    public Task<IUser?> GetAsync(Guid key) => Task.FromResult(_directory.Find(key));

    public Task<IEnumerable<IUser>> GetAsync(IEnumerable<Guid> keys)
    {
        IEnumerable<IUser> users = [.. keys.Distinct().Select(_directory.Find).OfType<IUser>()];
        return Task.FromResult(users);
    }

    public IUser? GetUserById(int id) => _directory.Find(id);

    public IEnumerable<IUser> GetUsersById(params int[]? ids) => [.. (ids ?? []).Distinct().Select(_directory.Find).OfType<IUser>()];

    /// <param name="id">A user's id or key, also as text.</param>
    public IUser? GetByProviderKey(object id)
    {
        var text = Convert.ToString(id, CultureInfo.InvariantCulture);
        return int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? _directory.Find(number)
            : Guid.TryParse(text, CultureInfo.InvariantCulture, out var key) ? _directory.Find(key)
            : null;
    }

    public IUser? GetByEmail(string email) => _directory.FindByEmail(email);

    public IUser? GetByUsername(string? username) => username is null ? null : _directory.FindByUsername(username);

    public bool Exists(string username) => _directory.FindByUsername(username) is not null;

    public IProfile? GetProfileById(int id) => _directory.Find(id)?.ProfileData;

    public IProfile? GetProfileByUserName(string username) => _directory.FindByUsername(username)?.ProfileData;

    public IEnumerable<IUser> GetAllInGroup(int? groupId) => [.. _directory.GetUsers().Where(user => user.Groups.Any(group => group.Id == groupId))];

    public IEnumerable<IUser> GetAllNotInGroup(int groupId) => [.. _directory.GetUsers().Where(user => user.Groups.All(group => group.Id != groupId))];

    public int GetCount(MemberCountType countType) => countType switch
    {
        MemberCountType.All => _directory.GetUsers().Count,
        MemberCountType.LockedOut => _directory.GetUsers().Count(user => user.IsLockedOut),
        MemberCountType.Approved => _directory.GetUsers().Count(user => user.IsApproved),
        _ => throw new ArgumentOutOfRangeException(nameof(countType), countType, "There is no such count."),
    };

    public IDictionary<UserState, int> GetUserStates()
    {
        var users = _directory.GetUsers();
        return Enum.GetValues<UserState>().ToDictionary(
            state => state, state => state == UserState.All ? users.Count : users.Count(user => user.UserState == state));
    }

    public IEnumerable<IUser> GetAll(long pageIndex, int pageSize, out long totalRecords) =>
        _directory.GetUsers().Sort(UserOrder.Name, Direction.Ascending).Page(pageIndex, pageSize, out totalRecords);

    public IEnumerable<IUser> GetAll(
        long pageIndex,
        int pageSize,
        out long totalRecords,
        string orderBy,
        Direction orderDirection,
        UserState[]? userState = null,
        string[]? includeUserGroups = null,
        string[]? excludeUserGroups = null,
        IQuery<IUser>? filter = null)
    {
        var criteria = new UserCriteria
        {
            States = userState ?? [],
            InGroups = includeUserGroups ?? [],
            NotInGroups = excludeUserGroups ?? [],
            Query = filter,
        };
        return Find(criteria, UserPages.ParseOrder(orderBy), orderDirection).Page(pageIndex, pageSize, out totalRecords);
    }

    public IEnumerable<IUser> GetAll(
        long pageIndex,
        int pageSize,
        out long totalRecords,
        string orderBy,
        Direction orderDirection,
        UserState[]? userState = null,
        string[]? userGroups = null,
        string? filter = null)
    {
        var criteria = new UserCriteria
        {
            States = userState ?? [],
            InGroups = userGroups ?? [],
            Names = string.IsNullOrWhiteSpace(filter) ? [] : [filter],
        };
        return Find(criteria, UserPages.ParseOrder(orderBy), orderDirection).Page(pageIndex, pageSize, out totalRecords);
    }

    public IEnumerable<IUser> FindByEmail(
        string emailStringToMatch, long pageIndex, int pageSize, out long totalRecords, StringPropertyMatchType matchType = StringPropertyMatchType.StartsWith) =>
        _directory.GetUsers()
            .Where(user => UserCriteria.Matches(user.Email, emailStringToMatch, matchType))
            .Sort(UserOrder.Email, Direction.Ascending)
            .Page(pageIndex, pageSize, out totalRecords);

    public IEnumerable<IUser> FindByUsername(
        string login, long pageIndex, int pageSize, out long totalRecords, StringPropertyMatchType matchType = StringPropertyMatchType.StartsWith) =>
        _directory.GetUsers()
            .Where(user => UserCriteria.Matches(user.Username, login, matchType))
            .Sort(UserOrder.UserName, Direction.Ascending)
            .Page(pageIndex, pageSize, out totalRecords);

    public Task<Attempt<PagedModel<IUser>?, UserOperationStatus>> GetAllAsync(Guid performingUserKey, int skip, int take)
    {
        var found = Lists.Filter(performingUserKey, new UserFilter(), skip, take, UserOrder.UserName, Direction.Ascending);
        return Task.FromResult(found.Success
            ? Attempt.SucceedWithStatus<PagedModel<IUser>?, UserOperationStatus>(found.Status, found.Result)
            : Attempt.FailWithStatus<PagedModel<IUser>?, UserOperationStatus>(found.Status, null));
    }

    public Task<Attempt<PagedModel<IUser>, UserOperationStatus>> FilterAsync(
        Guid userKey, UserFilter filter, int skip = 0, int take = 100, UserOrder orderBy = UserOrder.UserName, Direction orderDirection = Direction.Ascending) =>
        Task.FromResult(Lists.Filter(userKey, filter, skip, take, orderBy, orderDirection));

    public EntityPermissionCollection GetPermissions(IUser? user, params int[] nodeIds) =>
        UserPermissions.Of(user?.Groups ?? [], withDefaults: true, nodeIds);

    public EntityPermissionCollection GetPermissions(IUserGroup?[] groups, bool fallbackToDefaultPermissions, params int[] nodeIds) =>
        UserPermissions.Of(groups.OfType<IUserGroup>().Select(group => group.ToReadOnlyGroup()), fallbackToDefaultPermissions, nodeIds);

    public EntityPermissionSet GetPermissionsForPath(IUser? user, string? path) =>
        user is null ? EntityPermissionSet.Empty() : UserPermissions.OnPath(user.Groups, path);

    /// <param name="groups">The groups to ask for.</param>
    /// <param name="path">Ids from the root down, separated by commas.</param>
    /// <param name="fallbackToDefaultPermissions">Makes no difference, in Umbraco's own service neither: on a path the defaults always count.</param>
    public EntityPermissionSet GetPermissionsForPath(IUserGroup[] groups, string path, bool fallbackToDefaultPermissions = false) =>
        UserPermissions.OnPath(groups.Select(group => group.ToReadOnlyGroup()), path);

    public Task<Attempt<IEnumerable<NodePermissions>, UserOperationStatus>> GetPermissionsAsync(Guid userKey, params Guid[] nodeKeys) =>
        Task.FromResult(_permissions.OnNodes(userKey, nodeKeys));

    public Task<Attempt<IEnumerable<NodePermissions>, UserOperationStatus>> GetMediaPermissionsAsync(Guid userKey, IEnumerable<Guid> mediaKeys) =>
        Task.FromResult(_permissions.OnMedia(userKey, mediaKeys));

    public Task<Attempt<IEnumerable<NodePermissions>, UserOperationStatus>> GetDocumentPermissionsAsync(Guid userKey, IEnumerable<Guid> contentKeys) =>
        Task.FromResult(_permissions.OnDocuments(userKey, contentKeys));

    public Task<Attempt<UserOperationStatus>> SendResetPasswordEmailAsync(string userEmail) =>
        Task.FromResult(Attempt.Fail(UserOperationStatus.CannotPasswordReset));

    /// <summary>Sessions are the sign-in's own, not Umbraco's: none begins here, so none is valid and none is left to clear.</summary>
    public Guid CreateLoginSession(int userId, string requestingIpAddress) => throw Refuse($"Beginning a session for user {userId}");

    /// <inheritdoc cref="CreateLoginSession"/>
    public bool ValidateLoginSession(int userId, Guid sessionId) => false;

    /// <inheritdoc cref="CreateLoginSession"/>
    public void ClearLoginSession(Guid sessionId)
    {
    }

    /// <inheritdoc cref="CreateLoginSession"/>
    public int ClearLoginSessions(int userId) => 0;

    public Task<Attempt<ICollection<IIdentityUserLogin>, UserOperationStatus>> GetLinkedLoginsAsync(Guid userKey)
    {
        ICollection<IIdentityUserLogin> none = [];
        return Task.FromResult(_directory.Find(userKey) is null
            ? Attempt.FailWithStatus(UserOperationStatus.UserNotFound, none)
            : Attempt.SucceedWithStatus(UserOperationStatus.Success, none));
    }

    /// <summary>Client ids belong to users that are programs, which a directory doesn't have.</summary>
    public Task<UserClientCredentialsOperationStatus> AddClientIdAsync(Guid userKey, string clientId) =>
        Task.FromResult(UserClientCredentialsOperationStatus.InvalidUser);

    /// <inheritdoc cref="AddClientIdAsync"/>
    public Task<bool> RemoveClientIdAsync(Guid userKey, string clientId) => Task.FromResult(false);

    /// <inheritdoc cref="AddClientIdAsync"/>
    public Task<IUser?> FindByClientIdAsync(string clientId) => Task.FromResult<IUser?>(null);

    /// <inheritdoc cref="AddClientIdAsync"/>
    public Task<IEnumerable<string>> GetClientIdsAsync(Guid userKey) => Task.FromResult<IEnumerable<string>>([]);

    private IEnumerable<IUser> Find(UserCriteria criteria, UserOrder order, Direction direction) =>
        criteria.Filter(_directory.GetUsers()).Sort(order, direction);
}

using System.ComponentModel.DataAnnotations;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Deventer4GlobalGoals.Cms.Users;

/// <summary>
/// Answers to whoever wants to change users through Umbraco's service. What can't be true is refused for its own reason,
/// as Umbraco does; what nothing would come of succeeds; every other change is refused, because accounts are kept elsewhere.
/// </summary>
internal sealed class RefusedChanges(IUserDirectory directory)
{
    /// <summary>For members that have no status to answer with.</summary>
    public InvalidOperationException Refuse(string change) => new($"{change} is refused. {Explanation}");

    private string Explanation => $"Umbraco's user service only reads here: users are managed by {directory.ManagedBy}.";

    public UserOperationStatus Delete(Guid performingUserKey, ISet<Guid> keys) =>
        Check(performingUserKey, keys, self: UserOperationStatus.CannotDeleteSelf)
        ?? UserOperationStatus.CannotDelete;

    public UserOperationStatus Disable(Guid performingUserKey, ISet<Guid> keys) =>
        Check(performingUserKey, keys, self: UserOperationStatus.CannotDisableSelf)
        ?? (Users(keys).All(user => !user.IsApproved) ? UserOperationStatus.Success : UserOperationStatus.Forbidden);

    public UserOperationStatus Enable(Guid performingUserKey, ISet<Guid> keys) =>
        Check(performingUserKey, keys, self: null)
        ?? (Users(keys).All(user => user.IsApproved) ? UserOperationStatus.Success : UserOperationStatus.Forbidden);

    public Attempt<UserUnlockResult, UserOperationStatus> Unlock(Guid performingUserKey, Guid[] keys)
    {
        var status = Check(performingUserKey, keys, self: null)
            ?? (Users(keys).All(user => !user.IsLockedOut) ? UserOperationStatus.Success : UserOperationStatus.Forbidden);
        return status == UserOperationStatus.Success
            ? Attempt.SucceedWithStatus(status, new UserUnlockResult())
            : Fail<UserUnlockResult>(status);
    }

    public Attempt<UserCreationResult, UserOperationStatus> Create(Guid performingUserKey) =>
        Fail<UserCreationResult>(Missing(performingUserKey) ?? UserOperationStatus.Forbidden);

    public Attempt<UserInvitationResult, UserOperationStatus> Invite(Guid performingUserKey) =>
        Fail<UserInvitationResult>(Missing(performingUserKey) ?? UserOperationStatus.CannotInvite);

    public Attempt<UserInvitationResult, UserOperationStatus> InviteAgain(Guid performingUserKey, Guid invitedUserKey) =>
        Fail<UserInvitationResult>(Missing(performingUserKey) ?? directory.Find(invitedUserKey) switch
        {
            null => UserOperationStatus.UserNotFound,
            { UserState: UserState.Invited } => UserOperationStatus.CannotInvite,
            _ => UserOperationStatus.NotInInviteState,
        });

    public Attempt<IUser?, UserOperationStatus> Update(Guid performingUserKey, Guid userKey)
    {
        var user = directory.Find(userKey);
        var status = user is null ? UserOperationStatus.UserNotFound : Missing(performingUserKey) ?? UserOperationStatus.Forbidden;
        return Attempt.FailWithStatus(status, user);
    }

    public UserOperationStatus SetAvatar(Guid userKey) => NotFound(userKey) ?? UserOperationStatus.Forbidden;

    public UserOperationStatus ClearAvatar(Guid userKey) => directory.Find(userKey) switch
    {
        null => UserOperationStatus.UserNotFound,
        { Avatar: null or "" } => UserOperationStatus.Success,
        _ => UserOperationStatus.Forbidden,
    };

    public Attempt<PasswordChangedModel, UserOperationStatus> ChangePassword(Guid performingUserKey, Guid userKey) =>
        Fail<PasswordChangedModel>(Missing(performingUserKey) ?? NotFound(userKey) ?? UserOperationStatus.Forbidden);

    public Attempt<PasswordChangedModel, UserOperationStatus> ResetPassword(Guid performingUserKey, Guid userKey) =>
        Fail<PasswordChangedModel>(performingUserKey == userKey
            ? UserOperationStatus.SelfPasswordResetNotAllowed
            : Missing(performingUserKey) ?? NotFound(userKey) ?? UserOperationStatus.CannotPasswordReset);

    /// <summary>No token can be right, because none was given out here.</summary>
    public Attempt<PasswordChangedModel, UserOperationStatus> SetPassword(Guid userKey, UserOperationStatus wrongToken) =>
        Fail<PasswordChangedModel>(NotFound(userKey) ?? wrongToken);

    /// <inheritdoc cref="SetPassword"/>
    public Attempt<UserOperationStatus> VerifyToken(Guid userKey, UserOperationStatus wrongToken) => Attempt.Fail(NotFound(userKey) ?? wrongToken);

    private UserOperationStatus? Check(Guid performingUserKey, ICollection<Guid> keys, UserOperationStatus? self)
    {
        if (keys.Count == 0)
        {
            return UserOperationStatus.Success;
        }

        return Missing(performingUserKey)
            ?? (keys.Contains(performingUserKey) ? self : null)
            ?? (Users(keys).Count == keys.Distinct().Count() ? null : UserOperationStatus.UserNotFound);
    }

    private List<IUser> Users(IEnumerable<Guid> keys) => [.. keys.Distinct().Select(directory.Find).OfType<IUser>()];

    private UserOperationStatus? Missing(Guid performingUserKey) =>
        directory.Find(performingUserKey) is null ? UserOperationStatus.MissingUser : null;

    private UserOperationStatus? NotFound(Guid userKey) => directory.Find(userKey) is null ? UserOperationStatus.UserNotFound : null;

    private Attempt<TResult, UserOperationStatus> Fail<TResult>(UserOperationStatus status)
        where TResult : ErrorMessageResult, new() =>
        Attempt.FailWithStatus(status, new TResult { Error = new ValidationResult(Explanation) });

}

using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Deventer4GlobalGoals.Cms.Users;

/// <summary>The half of Umbraco's user service that would change users and groups.</summary>
internal abstract class RefusingUserService(IUserDirectory directory)
{
    private readonly RefusedChanges _changes = new(directory);

    public IUser CreateUserWithIdentity(string username, string email) => throw Refuse($"Creating {username}");

    public IUser CreateWithIdentity(string username, string email, string passwordValue, string memberTypeAlias) =>
        throw Refuse($"Creating {username}");

    public IUser CreateWithIdentity(string username, string email, string passwordValue, string memberTypeAlias, bool isApproved) =>
        throw Refuse($"Creating {username}");

    public Task<Attempt<UserCreationResult, UserOperationStatus>> CreateAsync(Guid performingUserKey, UserCreateModel model, bool approveUser = false) =>
        Task.FromResult(_changes.Create(performingUserKey));

    public Task<Attempt<UserInvitationResult, UserOperationStatus>> InviteAsync(Guid performingUserKey, UserInviteModel model) =>
        Task.FromResult(_changes.Invite(performingUserKey));

    public Task<Attempt<UserInvitationResult, UserOperationStatus>> ResendInvitationAsync(Guid performingUserKey, UserResendInviteModel model) =>
        Task.FromResult(_changes.InviteAgain(performingUserKey, model.InvitedUserKey));

    public Task<Attempt<UserOperationStatus>> VerifyInviteAsync(Guid userKey, string token) =>
        Task.FromResult(_changes.VerifyToken(userKey, UserOperationStatus.InvalidInviteToken));

    public Task<Attempt<PasswordChangedModel, UserOperationStatus>> CreateInitialPasswordAsync(Guid userKey, string token, string password) =>
        Task.FromResult(_changes.SetPassword(userKey, UserOperationStatus.InvalidInviteToken));

    public void Save(IUser entity) => throw Refuse($"Saving {entity.Username}");

    public void Save(IEnumerable<IUser> entities)
    {
        var names = string.Join(", ", entities.Select(user => user.Username));
        if (names.Length > 0)
        {
            throw Refuse($"Saving {names}");
        }
    }

    public Task<Attempt<IUser?, UserOperationStatus>> UpdateAsync(Guid performingUserKey, UserUpdateModel model) =>
        Task.FromResult(_changes.Update(performingUserKey, model.ExistingUserKey));

    public Task<Attempt<IUser?, UserOperationStatus>> UpdateProfileAsync(Guid userKey, UserUpdateProfileModel model) =>
        Task.FromResult(_changes.Update(userKey, userKey));

    public Task<UserOperationStatus> SetAvatarAsync(Guid userKey, Guid temporaryFileKey) => Task.FromResult(_changes.SetAvatar(userKey));

    public Task<UserOperationStatus> ClearAvatarAsync(Guid userKey) => Task.FromResult(_changes.ClearAvatar(userKey));

    public void Delete(IUser membershipUser) => throw Refuse($"Disabling {membershipUser.Username}");

    public void Delete(IUser user, bool deletePermanently) =>
        throw Refuse($"{(deletePermanently ? "Deleting" : "Disabling")} {user.Username}");

    public Task<UserOperationStatus> DeleteAsync(Guid performingUserKey, ISet<Guid> keys) => Task.FromResult(_changes.Delete(performingUserKey, keys));

    public Task<UserOperationStatus> DeleteAsync(Guid performingUserKey, Guid key) => DeleteAsync(performingUserKey, new HashSet<Guid> { key });

    public Task<UserOperationStatus> DisableAsync(Guid performingUserKey, ISet<Guid> keys) => Task.FromResult(_changes.Disable(performingUserKey, keys));

    public Task<UserOperationStatus> EnableAsync(Guid performingUserKey, ISet<Guid> keys) => Task.FromResult(_changes.Enable(performingUserKey, keys));

    public Task<Attempt<UserUnlockResult, UserOperationStatus>> UnlockAsync(Guid performingUserKey, params Guid[] keys) =>
        Task.FromResult(_changes.Unlock(performingUserKey, keys));

    public Task<Attempt<PasswordChangedModel, UserOperationStatus>> ChangePasswordAsync(Guid performingUserKey, ChangeUserPasswordModel model) =>
        Task.FromResult(_changes.ChangePassword(performingUserKey, model.UserKey));

    public Task<Attempt<UserOperationStatus>> VerifyPasswordResetAsync(Guid userKey, string token) =>
        Task.FromResult(_changes.VerifyToken(userKey, UserOperationStatus.InvalidPasswordResetToken));

    public Task<Attempt<PasswordChangedModel, UserOperationStatus>> ResetPasswordAsync(Guid userKey, string token, string password) =>
        Task.FromResult(_changes.SetPassword(userKey, UserOperationStatus.InvalidPasswordResetToken));

    public Task<Attempt<PasswordChangedModel, UserOperationStatus>> ResetPasswordAsync(Guid performingUserKey, Guid userKey) =>
        Task.FromResult(_changes.ResetPassword(performingUserKey, userKey));

    public void DeleteSectionFromAllUserGroups(string sectionAlias)
    {
        if (directory.GetGroups().Any(group => group.AllowedSections.Contains(sectionAlias)))
        {
            throw Refuse($"Removing the section {sectionAlias} from user groups");
        }
    }

    public void ReplaceUserGroupPermissions(int groupId, ISet<string> permissions, params int[] entityIds) =>
        RefuseForNodes($"Replacing the permissions of user group {groupId}", entityIds);

    public void AssignUserGroupPermission(int groupId, string permission, params int[] entityIds) =>
        RefuseForNodes($"Giving {permission} to user group {groupId}", entityIds);

    protected InvalidOperationException Refuse(string change) => _changes.Refuse(change);

    private void RefuseForNodes(string change, int[] entityIds)
    {
        if (entityIds.Length > 0)
        {
            throw Refuse($"{change} on node {string.Join(", ", entityIds)}");
        }
    }
}

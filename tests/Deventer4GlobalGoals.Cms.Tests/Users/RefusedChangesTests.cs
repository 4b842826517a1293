using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Deventer4GlobalGoals.Cms.Tests.Users;

public sealed class RefusedChangesTests : IDisposable
{
    private static readonly Guid Gone = Guid.Parse("aa000000-0000-0000-0000-000000000002");
    private static readonly Guid Super = Constants.Security.SuperUserKey;

    private readonly UserWorld _world = new(new CoreGroup());

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Creating_and_inviting_are_refused_with_where_to_go_instead()
    {
        var created = await _world.Users.CreateAsync(Super, new UserCreateModel());
        var invited = await _world.Users.InviteAsync(Super, new UserInviteModel());

        Assert.Equal((false, UserOperationStatus.Forbidden), (created.Success, created.Status));
        Assert.Equal((false, UserOperationStatus.CannotInvite), (invited.Success, invited.Status));
        Assert.Equal("Umbraco's user service only reads here: users are managed by the core group.", created.Result.Error!.ErrorMessage);
        Assert.Equal(UserOperationStatus.MissingUser, (await _world.Users.CreateAsync(Gone, new UserCreateModel())).Status);
        Assert.Equal(UserOperationStatus.NotInInviteState, (await Again(CoreGroup.Anna)).Status);
        Assert.Equal(UserOperationStatus.UserNotFound, (await Again(Gone)).Status);

        Task<Attempt<UserInvitationResult, UserOperationStatus>> Again(Guid user) =>
            _world.Users.ResendInvitationAsync(Super, new UserResendInviteModel { InvitedUserKey = user });
    }

    [Fact]
    public async Task Updating_gives_the_user_as_it_stays()
    {
        var updated = await _world.Users.UpdateAsync(Super, new UserUpdateModel { ExistingUserKey = CoreGroup.Anna, Name = "Annabel" });
        var profile = await _world.Users.UpdateProfileAsync(CoreGroup.Anna, new UserUpdateProfileModel { LanguageIsoCode = "nl" });
        var missing = await _world.Users.UpdateAsync(Super, new UserUpdateModel { ExistingUserKey = Gone });

        Assert.Equal((UserOperationStatus.Forbidden, "Anna"), (updated.Status, updated.Result!.Name));
        Assert.Equal((UserOperationStatus.Forbidden, "en-US"), (profile.Status, profile.Result!.Language));
        Assert.Equal((UserOperationStatus.UserNotFound, null), (missing.Status, missing.Result));
    }

    [Fact]
    public async Task Deleting_and_disabling_are_refused_for_the_first_reason_that_holds()
    {
        Assert.Equal(UserOperationStatus.Success, await _world.Users.DeleteAsync(Gone, new HashSet<Guid>()));
        Assert.Equal(UserOperationStatus.MissingUser, await _world.Users.DeleteAsync(Gone, CoreGroup.Anna));
        Assert.Equal(UserOperationStatus.CannotDeleteSelf, await _world.Users.DeleteAsync(Super, Super));
        Assert.Equal(UserOperationStatus.UserNotFound, await _world.Users.DeleteAsync(Super, new HashSet<Guid> { CoreGroup.Anna, Gone }));
        Assert.Equal(UserOperationStatus.CannotDelete, await _world.Users.DeleteAsync(Super, CoreGroup.Anna));
        Assert.Equal(UserOperationStatus.CannotDisableSelf, await _world.Users.DisableAsync(Super, new HashSet<Guid> { Super }));
        Assert.Equal(UserOperationStatus.Forbidden, await _world.Users.DisableAsync(Super, new HashSet<Guid> { CoreGroup.Anna }));
    }

    [Fact]
    public async Task A_change_that_changes_nothing_succeeds()
    {
        Assert.Equal(UserOperationStatus.Success, await _world.Users.DisableAsync(Super, new HashSet<Guid> { CoreGroup.Chris }));
        Assert.Equal(UserOperationStatus.Success, await _world.Users.EnableAsync(Super, new HashSet<Guid> { CoreGroup.Anna }));
        Assert.Equal(UserOperationStatus.Forbidden, await _world.Users.EnableAsync(Super, new HashSet<Guid> { CoreGroup.Chris }));
        Assert.True((await _world.Users.UnlockAsync(Super, CoreGroup.Anna)).Success);
        Assert.Equal(UserOperationStatus.Forbidden, (await _world.Users.UnlockAsync(Super, CoreGroup.Bram)).Status);
        Assert.Equal(UserOperationStatus.Success, await _world.Users.ClearAvatarAsync(CoreGroup.Anna));
        Assert.Equal(UserOperationStatus.Forbidden, await _world.Users.SetAvatarAsync(CoreGroup.Anna, Gone));
        _world.Users.Save([]);
        _world.Users.DeleteSectionFromAllUserGroups("noSuchSection");
        _world.Users.AssignUserGroupPermission(3, "Umb.Document.Publish");
    }

    [Fact]
    public async Task No_token_is_right_and_no_password_is_set()
    {
        var change = new ChangeUserPasswordModel { UserKey = CoreGroup.Anna, NewPassword = "irrelevant" };

        Assert.Equal(UserOperationStatus.InvalidInviteToken, (await _world.Users.VerifyInviteAsync(CoreGroup.Anna, "token")).Result);
        Assert.Equal(UserOperationStatus.UserNotFound, (await _world.Users.VerifyInviteAsync(Gone, "token")).Result);
        Assert.Equal(UserOperationStatus.InvalidInviteToken, (await _world.Users.CreateInitialPasswordAsync(CoreGroup.Anna, "token", "p")).Status);
        Assert.Equal(UserOperationStatus.InvalidPasswordResetToken, (await _world.Users.VerifyPasswordResetAsync(CoreGroup.Anna, "token")).Result);
        Assert.Equal(UserOperationStatus.InvalidPasswordResetToken, (await _world.Users.ResetPasswordAsync(CoreGroup.Anna, "token", "p")).Status);
        Assert.Equal(UserOperationStatus.SelfPasswordResetNotAllowed, (await _world.Users.ResetPasswordAsync(Super, Super)).Status);
        Assert.Equal(UserOperationStatus.CannotPasswordReset, (await _world.Users.ResetPasswordAsync(Super, CoreGroup.Anna)).Status);
        Assert.Equal(UserOperationStatus.Forbidden, (await _world.Users.ChangePasswordAsync(Super, change)).Status);
        Assert.Equal(UserOperationStatus.CannotPasswordReset, (await _world.Users.SendResetPasswordEmailAsync("anna@deventer.example")).Result);
    }

    [Fact]
    public void Members_without_a_status_throw_what_is_refused_and_where_to_go()
    {
        var anna = _world.Users.GetUserById(1)!;

        Assert.Equal(
            "Saving anna is refused. Umbraco's user service only reads here: users are managed by the core group.",
            Refused(() => _world.Users.Save(anna)));
        Assert.StartsWith("Deleting anna is refused.", Refused(() => _world.Users.Delete(anna, true)), StringComparison.Ordinal);
        Assert.StartsWith("Disabling anna is refused.", Refused(() => _world.Users.Delete(anna)), StringComparison.Ordinal);
        Assert.StartsWith("Creating dirk is refused.", Refused(() => _world.Users.CreateUserWithIdentity("dirk", "d@deventer.example")), StringComparison.Ordinal);
        Assert.StartsWith(
            "Removing the section content from user groups is refused.",
            Refused(() => _world.Users.DeleteSectionFromAllUserGroups("content")),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Replacing the permissions of user group 3 on node 5, 6 is refused.",
            Refused(() => _world.Users.ReplaceUserGroupPermissions(3, new HashSet<string>(), 5, 6)),
            StringComparison.Ordinal);
    }

    private static string Refused(Action change) => Assert.Throws<InvalidOperationException>(change).Message;
}

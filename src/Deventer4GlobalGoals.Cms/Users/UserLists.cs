using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Users;

/// <summary>
/// Lists of users as somebody may see them: only the super user sees itself, and only administrators see administrators.
/// </summary>
internal sealed class UserLists(IUserDirectory directory, bool hideDisabled)
{
    private static readonly UserState[] NotDisabled = [UserState.Active, UserState.Inactive, UserState.Invited, UserState.LockedOut];

    public Attempt<PagedModel<IUser>, UserOperationStatus> Filter(
        Guid viewerKey, UserFilter filter, int skip, int take, UserOrder orderBy, Direction direction)
    {
        if (directory.Find(viewerKey) is not { } viewer)
        {
            return Attempt.FailWithStatus(UserOperationStatus.MissingUser, new PagedModel<IUser>());
        }

        if (Aliases(filter.IncludedUserGroups) is not { } included || Aliases(filter.ExcludeUserGroups) is not { } excluded)
        {
            return Attempt.FailWithStatus(UserOperationStatus.MissingUserGroup, new PagedModel<IUser>());
        }

        var criteria = new UserCriteria
        {
            InGroups = included,
            NotInGroups = excluded,
            Names = [.. filter.NameFilters ?? new HashSet<string>()],
            States = [.. filter.IncludeUserStates ?? new HashSet<UserState>()],
        };
        var users = criteria.Filter(VisibleTo(viewer)).Sort(orderBy, direction).ToList();
        return Attempt.SucceedWithStatus(
            UserOperationStatus.Success, new PagedModel<IUser>(users.Count, users.Skip(skip).Take(take).ToList()));
    }

    private IEnumerable<IUser> VisibleTo(IUser viewer) => directory.GetUsers()
        .Where(user => viewer.IsSuper() || !user.IsSuper())
        .Where(user => viewer.IsAdmin() || !user.IsAdmin())
        .Where(user => !hideDisabled || NotDisabled.Contains(user.UserState));

    private List<string>? Aliases(ISet<Guid>? keys)
    {
        var aliases = directory.GetGroups().Where(group => keys?.Contains(group.Key) == true).Select(group => group.Alias).ToList();
        return aliases.Count == (keys?.Count ?? 0) ? aliases : null;
    }
}

using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Users;

/// <summary>What users and groups may do with a node: the default permissions of their groups, wherever the node stands.</summary>
internal sealed class UserPermissions(IUserDirectory directory, IEntityService entities)
{
    /// <param name="groups">The groups to ask for.</param>
    /// <param name="withDefaults">Without, only permissions given on a node itself count, and there are none.</param>
    /// <param name="nodeIds">None means all nodes with permissions of their own, and there are none.</param>
    public static EntityPermissionCollection Of(IEnumerable<IReadOnlyUserGroup> groups, bool withDefaults, IEnumerable<int> nodeIds)
    {
        if (!withDefaults)
        {
            return [];
        }

        var given = groups.ToList();
        return new EntityPermissionCollection(nodeIds.Distinct().SelectMany(node => given.Select(group => Default(group, node))));
    }

    /// <param name="groups">The groups to ask for.</param>
    /// <param name="path">Ids from the root down, separated by commas. An empty path has no permissions.</param>
    public static EntityPermissionSet OnPath(IEnumerable<IReadOnlyUserGroup> groups, string? path)
    {
        var ids = path?.GetIdsFromPathReversed() ?? [];
        return ids.Length == 0 ? EntityPermissionSet.Empty() : new EntityPermissionSet(ids[0], Of(groups, withDefaults: true, [ids[0]]));
    }

    public Attempt<IEnumerable<NodePermissions>, UserOperationStatus> OnNodes(Guid userKey, IEnumerable<Guid> nodeKeys) =>
        OnNodes(userKey, nodeKeys, entities.Exists, UserOperationStatus.NodeNotFound);

    public Attempt<IEnumerable<NodePermissions>, UserOperationStatus> OnDocuments(Guid userKey, IEnumerable<Guid> contentKeys) =>
        OnNodes(userKey, contentKeys, key => entities.GetId(key, UmbracoObjectTypes.Document).Success, UserOperationStatus.ContentNodeNotFound);

    public Attempt<IEnumerable<NodePermissions>, UserOperationStatus> OnMedia(Guid userKey, IEnumerable<Guid> mediaKeys) =>
        OnNodes(userKey, mediaKeys, key => entities.GetId(key, UmbracoObjectTypes.Media).Success, UserOperationStatus.MediaNodeNotFound);

    private Attempt<IEnumerable<NodePermissions>, UserOperationStatus> OnNodes(
        Guid userKey, IEnumerable<Guid> nodeKeys, Func<Guid, bool> exists, UserOperationStatus notFound)
    {
        if (directory.Find(userKey) is not { } user)
        {
            return Attempt.FailWithStatus(UserOperationStatus.UserNotFound, Enumerable.Empty<NodePermissions>());
        }

        var keys = nodeKeys.Distinct().ToList();
        if (!keys.TrueForAll(key => exists(key)))
        {
            return Attempt.FailWithStatus(notFound, Enumerable.Empty<NodePermissions>());
        }

        var permissions = keys.ConvertAll(key => new NodePermissions
        {
            NodeKey = key,
            Permissions = user.Groups.SelectMany(group => group.Permissions).ToHashSet(StringComparer.Ordinal),
        });
        return Attempt.SucceedWithStatus(UserOperationStatus.Success, permissions.AsEnumerable());
    }

    private static EntityPermission Default(IReadOnlyUserGroup group, int node) =>
        new(group.Id, node, group.Permissions.ToHashSet(StringComparer.Ordinal), isDefaultPermissions: true);
}

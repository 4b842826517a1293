using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Scoping;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Persistence.Entities;

/// <inheritdoc cref="INodeCountRepository"/>
public sealed class NodeCountRepository(EfScopeProvider scopes) : INodeCountRepository
{
    public int GetNodeCount(Guid nodeType) => scopes.Db.Set<NodeRow>().Count(node => node.NodeObjectType == nodeType && !node.Trashed);

    /// <summary>Media items with a file: folders don't count.</summary>
    public int GetMediaCount() => scopes.Db.Set<ContentVersionRow>().Count(version =>
        version.Current && version.MediaPath != null && version.Content.Node.NodeObjectType == Constants.ObjectTypes.Media && !version.Content.Node.Trashed);
}

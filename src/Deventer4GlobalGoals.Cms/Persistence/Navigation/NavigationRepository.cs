using System.Globalization;
using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Scoping;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Persistence.Navigation;

/// <inheritdoc cref="INavigationRepository"/>
public sealed class NavigationRepository(EfScopeProvider scopes) : INavigationRepository
{
    public IEnumerable<INavigationModel> GetContentNodesByObjectType(Guid objectTypeKey) => Read(Nodes(objectTypeKey).Where(node => !node.Trashed));

    public IEnumerable<INavigationModel> GetTrashedContentNodesByObjectType(Guid objectTypeKey) => Read(Nodes(objectTypeKey).Where(node => node.Trashed));

    public IEnumerable<INavigationModel> GetContentNodeWithAncestors(Guid key, Guid objectTypeKey)
    {
        var path = Nodes(objectTypeKey).Where(node => node.Key == key).Select(node => node.Path).FirstOrDefault();
        if (path is null)
        {
            return [];
        }

        int[] ids = [.. path.Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture)).Where(id => id > 0)];
        return Read(Nodes(objectTypeKey).Where(node => ids.Contains(node.Id)));
    }

    private IQueryable<NodeRow> Nodes(Guid objectType) => scopes.Db.Set<NodeRow>().Where(node => node.NodeObjectType == objectType);

    private INavigationModel[] Read(IQueryable<NodeRow> nodes) =>
    [
        .. from node in nodes
           join content in scopes.Db.Set<ContentRow>() on node.Id equals content.Id
           join type in scopes.Db.Set<NodeRow>() on content.ContentTypeId equals type.Id
           orderby node.Level, node.ParentId, node.SortOrder
           select new NavigationItem
           {
               Id = node.Id,
               Key = node.Key,
               ContentTypeKey = type.Key,
               ParentId = node.ParentId,
               SortOrder = node.SortOrder,
               Trashed = node.Trashed,
           },
    ];

    private sealed class NavigationItem : INavigationModel
    {
        public int Id { get; set; }

        public Guid Key { get; set; }

        public Guid ContentTypeKey { get; set; }

        public int ParentId { get; set; }

        public int SortOrder { get; set; }

        public bool Trashed { get; set; }
    }
}

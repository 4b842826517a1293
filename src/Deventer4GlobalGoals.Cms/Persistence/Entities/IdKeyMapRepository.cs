using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Scoping;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Persistence.Entities;

/// <inheritdoc cref="IIdKeyMapRepository"/>
public sealed class IdKeyMapRepository(EfScopeProvider scopes) : IIdKeyMapRepository
{
    public int? GetIdForKey(Guid key, UmbracoObjectTypes umbracoObjectType) =>
        OfType(umbracoObjectType).Where(node => node.Key == key).Select(node => (int?)node.Id).FirstOrDefault();

    public Guid? GetIdForKey(int id, UmbracoObjectTypes umbracoObjectType) =>
        OfType(umbracoObjectType).Where(node => node.Id == id).Select(node => (Guid?)node.Key).FirstOrDefault();

    private IQueryable<NodeRow> OfType(UmbracoObjectTypes type)
    {
        var nodes = scopes.Db.Set<NodeRow>().AsQueryable();
        if (type == UmbracoObjectTypes.Unknown)
        {
            return nodes;
        }

        var key = type.GetGuid();
        return nodes.Where(node => node.NodeObjectType == key || node.NodeObjectType == Constants.ObjectTypes.IdReservation);
    }
}

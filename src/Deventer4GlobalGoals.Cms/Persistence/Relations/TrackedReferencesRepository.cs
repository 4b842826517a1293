using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Persistence.Relations;

/// <summary>Answers what uses an item. In a relation that goes both ways each of the two uses the other.</summary>
public sealed class TrackedReferencesRepository(EfScopeProvider scopes, ContentTypeSet types) : ITrackedReferencesRepository
{
    /// <summary>What refers to the item.</summary>
    public IEnumerable<RelationItemModel> GetPagedRelationsForItem(Guid key, long skip, long take, bool filterMustBeIsDependency, out long totalRecords) =>
        Page(Uses(filterMustBeIsDependency).Where(use => use.Used.Key == key).Select(use => new Side { Node = use.User, Type = use.Type }), skip, take, out totalRecords);

    /// <summary>What refers to anything in a recycle bin.</summary>
    public IEnumerable<RelationItemModel> GetPagedRelationsForRecycleBin(
        Guid objectTypeKey, long skip, long take, bool filterMustBeIsDependency, out long totalRecords) =>
        Page(
            Uses(filterMustBeIsDependency)
                .Where(use => use.Used.NodeObjectType == objectTypeKey && use.Used.Trashed)
                .Select(use => new Side { Node = use.User, Type = use.Type }),
            skip,
            take,
            out totalRecords);

    /// <summary>Those of the items that something refers to.</summary>
    public IEnumerable<RelationItemModel> GetPagedItemsWithRelations(
        ISet<Guid> keys, long skip, long take, bool filterMustBeIsDependency, out long totalRecords)
    {
        Guid[] wanted = [.. keys];
        return Page(
            Uses(filterMustBeIsDependency).Where(use => wanted.Contains(use.Used.Key)).Select(use => new Side { Node = use.Used, Type = use.Type }),
            skip,
            take,
            out totalRecords);
    }

    /// <summary>The items below a node that something refers to.</summary>
    public IEnumerable<RelationItemModel> GetPagedDescendantsInReferences(
        Guid parentKey, long skip, long take, bool filterMustBeIsDependency, out long totalRecords)
    {
        var path = scopes.Db.Set<NodeRow>().Where(node => node.Key == parentKey).Select(node => node.Path).FirstOrDefault();
        if (path is null)
        {
            totalRecords = 0;
            return [];
        }

        return Page(
            Uses(filterMustBeIsDependency).WhereBelow(use => use.Used.Path, path).Select(use => new Side { Node = use.Used, Type = use.Type }),
            skip,
            take,
            out totalRecords);
    }

    public async Task<PagedModel<Guid>> GetPagedNodeKeysWithDependantReferencesAsync(ISet<Guid> keys, Guid nodeObjectTypeId, long skip, long take)
    {
        Guid[] wanted = [.. keys];
        var used = Uses(onlyDependencies: true)
            .Where(use => use.Used.NodeObjectType == nodeObjectTypeId && wanted.Contains(use.Used.Key))
            .Select(use => use.Used.Key)
            .Distinct();
        var total = await used.LongCountAsync().ConfigureAwait(false);
        var page = await used.OrderBy(key => key).Skip((int)skip).Take((int)take).ToListAsync().ConfigureAwait(false);
        return new PagedModel<Guid>(total, page);
    }

    private IQueryable<Use> Uses(bool onlyDependencies)
    {
        var relations = scopes.Db.Set<RelationRow>().AsNoTracking();
        if (onlyDependencies)
        {
            relations = relations.Where(relation => relation.RelationType.IsDependency);
        }

        var forward = relations.Select(relation => new Use { Used = relation.Child, User = relation.Parent, Type = relation.RelationType });
        var backward = relations
            .Where(relation => relation.RelationType.IsBidirectional)
            .Select(relation => new Use { Used = relation.Parent, User = relation.Child, Type = relation.RelationType });
        return forward.Concat(backward);
    }

    private RelationItemModel[] Page(IQueryable<Side> sides, long skip, long take, out long totalRecords)
    {
        var items =
            from side in sides
            join content in scopes.Db.Set<ContentRow>() on side.Node.Id equals content.Id into contents
            from content in contents.DefaultIfEmpty()
            select new
            {
                side.Node.Key,
                side.Node.Name,
                side.Node.NodeObjectType,
                RelationType = side.Type.Name,
                side.Type.IsBidirectional,
                side.Type.IsDependency,
                ContentTypeId = (int?)content.ContentTypeId,
                Published = (bool?)content.Published,
            };
        var distinct = items.Distinct();
        totalRecords = distinct.LongCount();
        var page = distinct.OrderBy(item => item.Name).ThenBy(item => item.Key).ThenBy(item => item.RelationType).Skip((int)skip).Take((int)take);
        return
        [
            .. page.ToList().Select(item => ToModel(
                item.Key,
                item.Name,
                item.NodeObjectType,
                item.NodeObjectType == Constants.ObjectTypes.Document ? item.Published : null,
                item.ContentTypeId is { } id ? types.Find(id) : null,
                item.RelationType,
                item.IsBidirectional,
                item.IsDependency)),
        ];
    }

    private static RelationItemModel ToModel(
        Guid key,
        string? name,
        Guid objectType,
        bool? published,
        IContentTypeComposition? type,
        string relationType,
        bool bidirectional,
        bool dependency) => new()
        {
            NodeKey = key,
            NodeName = name,
            NodeType = ObjectTypes.GetUdiType(objectType),
            NodePublished = published,
            ContentTypeKey = type?.Key ?? Guid.Empty,
            ContentTypeIcon = type?.Icon,
            ContentTypeAlias = type?.Alias,
            ContentTypeName = type?.Name,
            RelationTypeName = relationType,
            RelationTypeIsBidirectional = bidirectional,
            RelationTypeIsDependency = dependency,
        };

    private sealed class Use
    {
        public required NodeRow Used { get; init; }

        public required NodeRow User { get; init; }

        public required RelationTypeRow Type { get; init; }
    }

    private sealed class Side
    {
        public required NodeRow Node { get; init; }

        public required RelationTypeRow Type { get; init; }
    }
}

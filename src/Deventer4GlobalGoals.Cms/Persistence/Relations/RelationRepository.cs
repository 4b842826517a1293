using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.Relations;

/// <summary>Relations between two nodes. They end with either node, and with their relation type.</summary>
public sealed class RelationRepository(EfScopeProvider scopes, IEntityRepository entities, TimeProvider clock) : IRelationRepository
{
    private static readonly QueryMap<RelationRow> Map = new QueryMap<RelationRow>()
        .WithAll(row => row)
        .With(nameof(IRelation.UpdateDate), row => row.CreateDate)
        .With(nameof(IRelation.ParentObjectType), row => row.Parent.NodeObjectType)
        .With(nameof(IRelation.ChildObjectType), row => row.Child.NodeObjectType);

    private IQueryable<RelationRow> Rows => scopes.Db.Set<RelationRow>().AsNoTracking();

    public IRelation? Get(int id) => Models(Rows.Where(row => row.Id == id)).FirstOrDefault();

    public IEnumerable<IRelation> GetMany(params int[]? ids) =>
        Models(ids is { Length: > 0 } ? Rows.Where(row => ids.Contains(row.Id)) : Rows);

    public bool Exists(int id) => Rows.Any(row => row.Id == id);

    public IEnumerable<IRelation> Get(IQuery<IRelation> query) => Models(Matching(query));

    public int Count(IQuery<IRelation>? query) => Matching(query).Count();

    /// <summary>Orders by id unless the ordering names another column of a relation.</summary>
    public IEnumerable<IRelation> GetPagedRelationsByQuery(
        IQuery<IRelation>? query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        Ordering? ordering)
    {
        var rows = Matching(query);
        totalRecords = rows.LongCount();
        return Models(Ordered(rows, ordering).Page(pageIndex, pageSize), ordered: true);
    }

    public Task<PagedModel<IRelation>> GetPagedByChildKeyAsync(Guid childKey, int skip, int take, string? relationTypeAlias)
    {
        var rows = Rows.Where(row => row.Child.Key == childKey);
        if (!string.IsNullOrWhiteSpace(relationTypeAlias))
        {
            rows = rows.Where(row => row.RelationType.Alias == relationTypeAlias);
        }

        var total = rows.LongCount();
        var page = Models(rows.OrderBy(row => row.ParentId).ThenBy(row => row.Id).Skip(skip).Take(take), ordered: true);
        return Task.FromResult(new PagedModel<IRelation>(total, page));
    }

    public IEnumerable<IUmbracoEntity> GetPagedParentEntitiesByChildId(
        int childId,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        params Guid[] entityTypes) =>
        Entities(Rows.Where(row => row.ChildId == childId).Select(row => row.Parent), pageIndex, pageSize, out totalRecords, entityTypes);

    public IEnumerable<IUmbracoEntity> GetPagedChildEntitiesByParentId(
        int parentId,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        params Guid[] entityTypes) =>
        Entities(Rows.Where(row => row.ParentId == parentId).Select(row => row.Child), pageIndex, pageSize, out totalRecords, entityTypes);

    public void Save(IRelation entity) => Save([entity]);

    public void Save(IEnumerable<IRelation> relations)
    {
        var added = new List<(IRelation Relation, RelationRow Row)>();
        foreach (var relation in relations)
        {
            if (relation.HasIdentity)
            {
                Update(relation);
                continue;
            }

            relation.AddingEntity();
            added.Add((relation, ToRow(relation)));
        }

        scopes.Db.Insert(added.ConvertAll(pair => pair.Row));
        foreach (var (relation, row) in added)
        {
            relation.Id = row.Id;
            relation.ResetDirtyProperties();
        }
    }

    public void SaveBulk(IEnumerable<ReadOnlyRelation> relations)
    {
        var all = relations.ToArray();
        foreach (var relation in all.Where(relation => relation.HasIdentity))
        {
            scopes.Db.Set<RelationRow>().Where(row => row.Id == relation.Id).ExecuteUpdate(set => set
                .SetProperty(row => row.ParentId, relation.ParentId)
                .SetProperty(row => row.ChildId, relation.ChildId)
                .SetProperty(row => row.RelationTypeId, relation.RelationTypeId)
                .SetProperty(row => row.Comment, relation.Comment));
        }

        scopes.Db.Insert(all.Where(relation => !relation.HasIdentity).Select(ToRow).ToArray());
    }

    public void Delete(IRelation entity) => scopes.Db.Set<RelationRow>().Where(row => row.Id == entity.Id).ExecuteDelete();

    public void DeleteByParent(int parentId, params string[] relationTypeAliases)
    {
        var rows = scopes.Db.Set<RelationRow>().Where(row => row.ParentId == parentId);
        if (relationTypeAliases.Length > 0)
        {
            rows = rows.Where(row => relationTypeAliases.Contains(row.RelationType.Alias));
        }

        rows.ExecuteDelete();
    }

    private static IQueryable<RelationRow> Ordered(IQueryable<RelationRow> rows, Ordering? ordering)
    {
        var descending = ordering?.Direction == Direction.Descending;
        var ordered = ordering?.OrderBy?.ToUpperInvariant() switch
        {
            "PARENTID" => descending ? rows.OrderByDescending(row => row.ParentId) : rows.OrderBy(row => row.ParentId),
            "CHILDID" => descending ? rows.OrderByDescending(row => row.ChildId) : rows.OrderBy(row => row.ChildId),
            "CREATEDATE" => descending ? rows.OrderByDescending(row => row.CreateDate) : rows.OrderBy(row => row.CreateDate),
            "COMMENT" => descending ? rows.OrderByDescending(row => row.Comment) : rows.OrderBy(row => row.Comment),
            _ => descending ? rows.OrderByDescending(row => row.Id) : rows.OrderBy(row => row.Id),
        };
        return ordered.ThenBy(row => row.Id);
    }

    private IQueryable<RelationRow> Matching(IQuery<IRelation>? query) => query is EfQuery<IRelation> filter ? filter.Apply(Rows, Map) : Rows;

    private static IRelation[] Models(IQueryable<RelationRow> rows, bool ordered = false)
    {
        var complete = (ordered ? rows : rows.OrderBy(row => row.Id))
            .Include(row => row.Parent)
            .Include(row => row.Child)
            .Include(row => row.RelationType);
        return complete.AsEnumerable().Select(IRelation (row) => ToModel(row)).ToArray();
    }

    private IUmbracoEntity[] Entities(IQueryable<NodeRow> nodes, long pageIndex, int pageSize, out long totalRecords, Guid[] entityTypes)
    {
        if (entityTypes.Length > 0)
        {
            nodes = nodes.Where(node => entityTypes.Contains(node.NodeObjectType));
        }

        nodes = nodes.Distinct();
        totalRecords = nodes.LongCount();
        var page = nodes.OrderBy(node => node.Id).Page(pageIndex, pageSize).Select(node => new { node.Id, node.NodeObjectType }).ToArray();
        return page
            .GroupBy(node => node.NodeObjectType, node => node.Id)
            .SelectMany(group => entities.GetAll(group.Key, group.ToArray()))
            .OrderBy(entity => entity.Id)
            .ToArray<IUmbracoEntity>();
    }

    private void Update(IRelation relation)
    {
        relation.UpdatingEntity();
        scopes.Db.Set<RelationRow>().Where(row => row.Id == relation.Id).ExecuteUpdate(set => set
            .SetProperty(row => row.ParentId, relation.ParentId)
            .SetProperty(row => row.ChildId, relation.ChildId)
            .SetProperty(row => row.RelationTypeId, relation.RelationType.Id)
            .SetProperty(row => row.Comment, relation.Comment));
        relation.ResetDirtyProperties();
    }

    private RelationRow ToRow(IRelation relation) => new()
    {
        ParentId = relation.ParentId,
        ChildId = relation.ChildId,
        RelationTypeId = relation.RelationType.Id,
        Comment = relation.Comment,
        CreateDate = relation.CreateDate == default ? clock.GetUtcNow().UtcDateTime : relation.CreateDate,
    };

    private static RelationRow ToRow(ReadOnlyRelation relation) => new()
    {
        ParentId = relation.ParentId,
        ChildId = relation.ChildId,
        RelationTypeId = relation.RelationTypeId,
        Comment = relation.Comment,
        CreateDate = relation.CreateDate,
    };

    private static Relation ToModel(RelationRow row)
    {
        var model = new Relation(
            row.ParentId, row.ChildId, row.Parent.NodeObjectType, row.Child.NodeObjectType, RelationTypeRepository.ToModel(row.RelationType))
        {
            Id = row.Id,
            Comment = row.Comment,
            CreateDate = row.CreateDate,
            UpdateDate = row.CreateDate,
        };
        model.ResetDirtyProperties(false);
        return model;
    }
}

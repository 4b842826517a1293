using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Persistence.Entities;

/// <inheritdoc cref="IEntityRepository"/>
public sealed class EntityRepository(EfScopeProvider scopes, ContentTypeSet types, TimeProvider time) : IEntityRepository
{
    private static readonly QueryMap<NodeRow> Map = new QueryMap<NodeRow>().WithAll(row => row);

    private CmsDb Db => scopes.Db;

    private IQueryable<NodeRow> Nodes => Db.Set<NodeRow>().AsNoTracking();

    public IEntitySlim? Get(int id) => One(Nodes.Where(node => node.Id == id));

    public IEntitySlim? Get(Guid key) => One(Nodes.Where(node => node.Key == key));

    public IEntitySlim? Get(int id, Guid objectTypeId) => One(Nodes.Where(node => node.Id == id && node.NodeObjectType == objectTypeId));

    public IEntitySlim? Get(Guid key, Guid objectTypeId) => One(Nodes.Where(node => node.Key == key && node.NodeObjectType == objectTypeId));

    public IEnumerable<IEntitySlim> GetAll(Guid objectType, params int[] ids)
    {
        var nodes = Nodes.Where(node => node.NodeObjectType == objectType);
        return Many(ids.Length == 0 ? nodes : nodes.Where(node => ids.Contains(node.Id)));
    }

    public IEnumerable<IEntitySlim> GetAll(Guid objectType, params Guid[] keys)
    {
        var nodes = Nodes.Where(node => node.NodeObjectType == objectType);
        return Many(keys.Length == 0 ? nodes : nodes.Where(node => keys.Contains(node.Key)));
    }

    public IEnumerable<IEntitySlim> GetByQuery(IQuery<IUmbracoEntity> query) => Many(Matching(query, Nodes));

    public IEnumerable<IEntitySlim> GetByQuery(IQuery<IUmbracoEntity> query, Guid objectType) =>
        Many(Matching(query, Nodes.Where(node => node.NodeObjectType == objectType)));

    public IEnumerable<IEntitySlim> GetSiblings(ISet<Guid> objectTypes, Guid targetKey, int before, int after, IQuery<IUmbracoEntity>? filter, Ordering ordering, out long totalBefore, out long totalAfter) =>
        Around(objectTypes, targetKey, before, after, filter, ordering, trashed: false, out totalBefore, out totalAfter);

    public IEnumerable<IEntitySlim> GetTrashedSiblings(ISet<Guid> objectTypes, Guid targetKey, int before, int after, IQuery<IUmbracoEntity>? filter, Ordering ordering, out long totalBefore, out long totalAfter) =>
        Around(objectTypes, targetKey, before, after, filter, ordering, trashed: true, out totalBefore, out totalAfter);

    public UmbracoObjectTypes GetObjectType(int id) => TypeOf(Nodes.Where(node => node.Id == id));

    public UmbracoObjectTypes GetObjectType(Guid key) => TypeOf(Nodes.Where(node => node.Key == key));

    public int ReserveId(Guid key)
    {
        var known = Nodes.Where(node => node.Key == key).Select(node => new { node.Id, node.NodeObjectType }).FirstOrDefault();
        if (known is not null)
        {
            return known.NodeObjectType == Constants.ObjectTypes.IdReservation
                ? known.Id
                : throw new InvalidOperationException($"The key {key} already belongs to node {known.Id}.");
        }

        var now = time.GetUtcNow().UtcDateTime;
        var row = new NodeRow
        {
            Key = key,
            NodeObjectType = Constants.ObjectTypes.IdReservation,
            ParentId = Constants.System.Root,
            Path = Constants.System.RootString,
            Name = "RESERVED.ID",
            CreateDate = now,
            UpdateDate = now,
        };
        Db.Add(row);
        Db.SaveChanges();
        Db.ChangeTracker.Clear();
        return row.Id;
    }

    public IEnumerable<TreeEntityPath> GetAllPaths(Guid objectType, params int[]? ids) =>
        Paths(Nodes.Where(node => node.NodeObjectType == objectType && (ids == null || ids.Length == 0 || ids.Contains(node.Id))));

    public IEnumerable<TreeEntityPath> GetAllPaths(Guid objectType, params Guid[] keys) =>
        Paths(Nodes.Where(node => node.NodeObjectType == objectType && (keys.Length == 0 || keys.Contains(node.Key))));

    public bool Exists(int id) => Nodes.Any(node => node.Id == id);

    public bool Exists(Guid key) => Nodes.Any(node => node.Key == key);

    public bool Exists(IEnumerable<Guid> keys)
    {
        Guid[] wanted = [.. keys.Distinct()];
        return Nodes.Count(node => wanted.Contains(node.Key)) == wanted.Length;
    }

    public bool Exists(Guid key, Guid objectType) => Nodes.Any(node => node.Key == key && node.NodeObjectType == objectType);

    public bool Exists(int id, Guid objectType) => Nodes.Any(node => node.Id == id && node.NodeObjectType == objectType);

    public IEnumerable<IEntitySlim> GetPagedResultsByQuery(IQuery<IUmbracoEntity> query, ISet<Guid> objectTypes, long pageIndex, int pageSize, out long totalRecords, IQuery<IUmbracoEntity>? filter, Ordering? ordering)
    {
        var nodes = Matching(filter, Matching(query, Nodes.Where(node => objectTypes.Contains(node.NodeObjectType))));
        totalRecords = nodes.Count();
        return pageSize == 0 ? [] : Many(Sorted(nodes, ordering).Skip((int)(pageIndex * pageSize)).Take(pageSize));
    }

    public int CountByQuery(IQuery<IUmbracoEntity> query, IEnumerable<Guid> objectTypes, IQuery<IUmbracoEntity>? filter) =>
        Matching(filter, Matching(query, Nodes.Where(node => objectTypes.Contains(node.NodeObjectType)))).Count();

    private IEnumerable<IEntitySlim> Around(ISet<Guid> objectTypes, Guid targetKey, int before, int after, IQuery<IUmbracoEntity>? filter, Ordering ordering, bool trashed, out long totalBefore, out long totalAfter)
    {
        var target = Nodes.Where(node => node.Key == targetKey).Select(node => new { node.Id, node.ParentId }).FirstOrDefault();
        if (target is null)
        {
            (totalBefore, totalAfter) = (0, 0);
            return [];
        }

        var siblings = Matching(filter, Nodes.Where(node => node.ParentId == target.ParentId && node.Trashed == trashed && objectTypes.Contains(node.NodeObjectType)));
        var ids = Sorted(siblings, ordering).Select(node => node.Id).ToList();
        var position = ids.IndexOf(target.Id);
        if (position < 0)
        {
            (totalBefore, totalAfter) = (0, 0);
            return [];
        }

        var from = Math.Max(0, position - before);
        var to = Math.Min(ids.Count - 1, position + after);
        (totalBefore, totalAfter) = (from, ids.Count - 1 - to);
        int[] window = [.. ids.Skip(from).Take(to - from + 1)];
        var entities = Many(Nodes.Where(node => window.Contains(node.Id))).ToDictionary(entity => entity.Id);
        return [.. window.Select(id => entities[id])];
    }

    private static IQueryable<NodeRow> Sorted(IQueryable<NodeRow> nodes, Ordering? ordering)
    {
        var down = ordering?.Direction == Direction.Descending;
        var sorted = ordering?.OrderBy?.ToUpperInvariant() switch
        {
            "NAME" or "TEXT" => down ? nodes.OrderByDescending(node => node.NameKey) : nodes.OrderBy(node => node.NameKey),
            "PATH" => down ? nodes.OrderByDescending(node => node.Path) : nodes.OrderBy(node => node.Path),
            "LEVEL" => down ? nodes.OrderByDescending(node => node.Level) : nodes.OrderBy(node => node.Level),
            "CREATEDATE" => down ? nodes.OrderByDescending(node => node.CreateDate) : nodes.OrderBy(node => node.CreateDate),
            "UPDATEDATE" => down ? nodes.OrderByDescending(node => node.UpdateDate) : nodes.OrderBy(node => node.UpdateDate),
            _ => down ? nodes.OrderByDescending(node => node.SortOrder) : nodes.OrderBy(node => node.SortOrder),
        };
        return sorted.ThenBy(node => node.Id);
    }

    private static IQueryable<NodeRow> Matching(IQuery<IUmbracoEntity>? query, IQueryable<NodeRow> nodes) =>
        query is EfQuery<IUmbracoEntity> predicates ? predicates.Apply(nodes, Map) : nodes;

    private static UmbracoObjectTypes TypeOf(IQueryable<NodeRow> nodes)
    {
        var key = nodes.Select(node => node.NodeObjectType).FirstOrDefault();
        return key == Guid.Empty ? UmbracoObjectTypes.Unknown : ObjectTypes.GetUmbracoObjectType(key);
    }

    private static TreeEntityPath[] Paths(IQueryable<NodeRow> nodes) =>
        [.. nodes.Select(node => new TreeEntityPath { Id = node.Id, Key = node.Key, Path = node.Path })];

    private IEntitySlim? One(IQueryable<NodeRow> nodes) => Many(nodes.Take(1)) is [var entity, ..] ? entity : null;

    private IReadOnlyList<IEntitySlim> Many(IQueryable<NodeRow> nodes) => new EntityRows(Db, types).Build(nodes.ToList());
}

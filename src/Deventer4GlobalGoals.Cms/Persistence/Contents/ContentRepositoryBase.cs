using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.Contents;

/// <summary>What documents and media have in common: reading, counting, paging, versions, order.</summary>
public abstract class ContentRepositoryBase<TEntity>(EfScopeProvider scopes, ContentTypeSet types, Guid objectType) : IContentRepository<int, TEntity>, IReadRepository<Guid, TEntity>
    where TEntity : class, IContentBase
{
    private static readonly QueryMap<ContentRow> Map = new QueryMap<ContentRow>()
        .WithAll(row => row.Node)
        .With(nameof(IContentBase.ContentTypeId), row => row.ContentTypeId)
        .With(nameof(IContent.Published), row => row.Published)
        .With(nameof(IContent.Edited), row => row.Edited);

    private readonly RecentRows _recent = new(scopes);

    private readonly Func<CmsDb, int, IEnumerable<ContentRow>> _byId = EF.CompileQuery<CmsDb, int, ContentRow>((db, id) => db.Set<ContentRow>().AsNoTracking()
        .Where(row => row.Node.NodeObjectType == objectType && row.Id == id)
        .Include(row => row.Node)
        .Include(row => row.Versions.Where(version => version.Current || version.Published)));

    private readonly Func<CmsDb, Guid, IEnumerable<ContentRow>> _byKey = EF.CompileQuery<CmsDb, Guid, ContentRow>((db, key) => db.Set<ContentRow>().AsNoTracking()
        .Where(row => row.Node.NodeObjectType == objectType && row.Node.Key == key)
        .Include(row => row.Node)
        .Include(row => row.Versions.Where(version => version.Current || version.Published)));

    public abstract int RecycleBinId { get; }

    protected EfScopeProvider Scopes => scopes;

    protected CmsDb Db => scopes.Db;

    protected ContentTypeSet Types => types;

    protected Guid ObjectType => objectType;

    protected IQueryable<ContentRow> Rows => Db.Set<ContentRow>().AsNoTracking().Where(row => row.Node.NodeObjectType == objectType);

    public TEntity? Get(int id) => ToEntity(Row(id));

    public TEntity? Get(Guid id) => ToEntity(_recent.Get(id, () => _byKey(Db, id).SingleOrDefault()));

    public IEnumerable<TEntity> GetMany(params int[]? ids) => Load(ids is { Length: > 0 } ? Rows.Where(row => ids.Contains(row.Id)) : Rows);

    public IEnumerable<TEntity> GetMany(params Guid[]? ids) => Load(ids is { Length: > 0 } ? Rows.Where(row => ids.Contains(row.Node.Key)) : Rows);

    public IEnumerable<TEntity> Get(IQuery<TEntity> query) => Load(Matching(query));

    public bool Exists(int id) => Rows.Any(row => row.Id == id);

    public bool Exists(Guid id) => Rows.Any(row => row.Node.Key == id);

    public int Count(IQuery<TEntity>? query) => Matching(query).Count();

    public int Count(string? contentTypeAlias = null) => OfType(Rows.Where(row => !row.Node.Trashed), contentTypeAlias).Count();

    public int CountChildren(int parentId, string? contentTypeAlias = null) => OfType(Rows.Where(row => row.Node.ParentId == parentId), contentTypeAlias).Count();

    public int CountDescendants(int parentId, string? contentTypeAlias = null)
    {
        if (parentId == Umbraco.Cms.Core.Constants.System.Root)
        {
            return OfType(Rows, contentTypeAlias).Count();
        }

        var path = Db.Set<NodeRow>().Where(node => node.Id == parentId).Select(node => node.Path).FirstOrDefault();
        return path is null ? 0 : OfType(Rows.WhereBelow(row => row.Node.Path, path), contentTypeAlias).Count();
    }

    public IEnumerable<TEntity> GetRecycleBin() => Load(Rows.Where(row => row.Node.Trashed).OrderBy(row => row.Node.Path));

    public bool RecycleBinSmells() => Rows.Any(row => row.Node.Trashed);

    public IEnumerable<TEntity> GetPage(IQuery<TEntity>? query, long pageIndex, int pageSize, out long totalRecords, IQuery<TEntity>? filter, Ordering? ordering) =>
        GetPage(query, pageIndex, pageSize, out totalRecords, null, filter, ordering);

    /// <remarks>Properties are always loaded: they stand in the version itself.</remarks>
    public IEnumerable<TEntity> GetPage(IQuery<TEntity>? query, long pageIndex, int pageSize, out long totalRecords, string[]? propertyAliases, IQuery<TEntity>? filter, Ordering? ordering)
    {
        var rows = Matching(filter, Matching(query));
        totalRecords = rows.Count();
        if (totalRecords == 0)
        {
            return [];
        }

        var skip = (int)Math.Min(int.MaxValue, pageIndex * pageSize);
        if (ordering is { IsCustomField: true, OrderBy: { } alias })
        {
            var ids = types.All.SelectMany(type => type.PropertyTypes).Where(property => property.Alias.InvariantEquals(alias)).Select(property => property.Id).ToHashSet();
            int[] page = [.. ContentOrdering.ByProperty(rows, ordering, ids).Skip(skip).Take(pageSize)];
            var loaded = Load(Rows.Where(row => page.Contains(row.Id))).ToDictionary(entity => entity.Id);
            return [.. page.Select(id => loaded[id])];
        }

        return Load(ContentOrdering.Sort(rows, ordering).Skip(skip).Take(pageSize));
    }

    public void UpdateSortOrder(IReadOnlyList<int> orderedNodeIds)
    {
        ArgumentNullException.ThrowIfNull(orderedNodeIds);
        for (var index = 0; index < orderedNodeIds.Count; index++)
        {
            var (id, order) = (orderedNodeIds[index], index);
            Db.Set<NodeRow>().Where(node => node.Id == id).ExecuteUpdate(set => set.SetProperty(node => node.SortOrder, order));
            Changed(id);
        }
    }

    public IEnumerable<TEntity> GetAllVersions(int nodeId) => LoadVersions(nodeId, versions => versions);

    public IEnumerable<TEntity> GetAllVersionsSlim(int nodeId, int skip, int take) => LoadVersions(nodeId, versions => versions.Skip(skip).Take(take));

    public IEnumerable<int> GetVersionIds(int id, int topRows) => [.. Newest(Versions(id)).Take(topRows).Select(version => version.Id)];

    public TEntity? GetVersion(int versionId)
    {
        var nodeId = Db.Set<ContentVersionRow>().Where(version => version.Id == versionId).Select(version => version.ContentId).FirstOrDefault();
        return nodeId == 0 ? null : LoadVersions(nodeId, versions => versions.Where(version => version.Id == versionId)).FirstOrDefault();
    }

    /// <remarks>The current and the published version can't be deleted: then nothing happens.</remarks>
    public void DeleteVersion(int versionId) =>
        Db.Set<ContentVersionRow>().Where(version => version.Id == versionId && !version.Current && !version.Published).ExecuteDelete();

    public void DeleteVersions(int nodeId, DateTime versionDate) =>
        Versions(nodeId).Where(version => !version.Current && !version.Published && version.VersionDate < versionDate).ExecuteDelete();

    public ContentDataIntegrityReport CheckDataIntegrity(ContentDataIntegrityReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _recent.ChangedMany();
        return TreeIntegrity.Check(Db, objectType, options.FixIssues);
    }

    public abstract void Save(TEntity entity);

    public abstract void Delete(TEntity entity);

    /// <summary>Builds an entity from its row and the versions that it needs.</summary>
    protected abstract TEntity ToEntity(ContentRow row, ContentVersionRow current, ContentVersionRow? published);

    protected IEnumerable<TEntity> Load(IQueryable<ContentRow> rows) => [.. Read(rows).Select(row => ToEntity(row)!)];

    /// <summary>To be called after each change to an item.</summary>
    protected void Changed(int id) => _recent.Changed(id);

    /// <summary>The item's row with its current and its published version, or null. It is shared: nobody changes it.</summary>
    protected ContentRow? Row(int id) => _recent.Get(id, () => _byId(Db, id).SingleOrDefault());

    /// <remarks>All rows are read before the first is mapped: mapping asks for types and languages, and PostgreSQL answers one question at a time.</remarks>
    private static List<ContentRow> Read(IQueryable<ContentRow> rows) => rows
        .Include(row => row.Node)
        .Include(row => row.Versions.Where(version => version.Current || version.Published))
        .ToList();

    private TEntity? ToEntity(ContentRow? row) => row is null
        ? null
        : ToEntity(row, row.Versions.Single(version => version.Current), row.Versions.FirstOrDefault(version => version.Published));

    protected IQueryable<ContentRow> Matching(IQuery<TEntity>? query, IQueryable<ContentRow>? within = null) =>
        query is EfQuery<TEntity> predicates ? predicates.Apply(within ?? Rows, Map) : within ?? Rows;

    protected IQueryable<ContentRow> OfType(IQueryable<ContentRow> rows, string? alias)
    {
        if (alias is null)
        {
            return rows;
        }

        int[] ids = [.. types.All.Where(type => type.Alias.InvariantEquals(alias)).Select(type => type.Id)];
        return rows.Where(row => ids.Contains(row.ContentTypeId));
    }

    protected IQueryable<ContentVersionRow> Versions(int nodeId) => Db.Set<ContentVersionRow>().Where(version => version.ContentId == nodeId);

    private static IQueryable<ContentVersionRow> Newest(IQueryable<ContentVersionRow> versions) =>
        versions.OrderByDescending(version => version.Current).ThenByDescending(version => version.VersionDate).ThenByDescending(version => version.Id);

    private IEnumerable<TEntity> LoadVersions(int nodeId, Func<IQueryable<ContentVersionRow>, IQueryable<ContentVersionRow>> choose)
    {
        var row = Rows.Include(content => content.Node).FirstOrDefault(content => content.Id == nodeId);
        if (row is null)
        {
            return [];
        }

        var published = Versions(nodeId).AsNoTracking().FirstOrDefault(version => version.Published);
        return [.. choose(Newest(Versions(nodeId))).AsNoTracking().ToList().Select(version => ToEntity(row, version, published))];
    }
}

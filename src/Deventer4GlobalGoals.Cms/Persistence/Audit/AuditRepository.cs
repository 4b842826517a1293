using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Persistence.Audit;

/// <summary>The audit trail. By Umbraco's convention the id of an audit item is that of the entity it is about.</summary>
public sealed class AuditRepository(EfScopeProvider scopes, TimeProvider clock) : IAuditRepository
{
    private static readonly QueryMap<AuditRow> Map = new QueryMap<AuditRow>()
        .WithAll(row => row)
        .With(nameof(IAuditItem.Id), row => row.EntityId)
        .With(nameof(IAuditItem.AuditType), row => row.Type);

    private IQueryable<AuditRow> Rows => scopes.Db.Set<AuditRow>().AsNoTracking();

    public IAuditItem? Get(int id) => Newest(Rows.Where(row => row.EntityId == id)).FirstOrDefault() is { } row ? ToModel(row) : null;

    public IEnumerable<IAuditItem> GetMany(params int[]? ids) =>
        Models(Newest(ids is { Length: > 0 } ? Rows.Where(row => ids.Contains(row.EntityId)) : Rows));

    public bool Exists(int id) => Rows.Any(row => row.EntityId == id);

    public IEnumerable<IAuditItem> Get(IQuery<IAuditItem> query) => Models(Newest(Matching(query)));

    public IEnumerable<IAuditItem> Get(AuditType type, IQuery<IAuditItem> query) => Models(Newest(Matching(query).Where(row => row.Type == type)));

    public int Count(IQuery<IAuditItem>? query) => (query is null ? Rows : Matching(query)).Count();

    public IEnumerable<IAuditItem> GetPagedResultsByQuery(
        IQuery<IAuditItem> query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        Direction orderDirection,
        AuditType[]? auditTypeFilter,
        IQuery<IAuditItem>? customFilter)
    {
        var rows = Matching(query);
        if (auditTypeFilter is { Length: > 0 })
        {
            rows = rows.Where(row => auditTypeFilter.Contains(row.Type));
        }

        if (customFilter is EfQuery<IAuditItem> custom)
        {
            rows = Apply(custom, rows);
        }

        totalRecords = rows.LongCount();
        var ordered = orderDirection == Direction.Descending
            ? Newest(rows)
            : rows.OrderBy(row => row.CreateDate).ThenBy(row => row.Id);
        return Models(ordered.Page(pageIndex, pageSize));
    }

    /// <param name="maximumAgeOfLogsInMinutes">Older items are deleted.</param>
    public void CleanLogs(int maximumAgeOfLogsInMinutes)
    {
        var oldest = clock.GetUtcNow().UtcDateTime.AddMinutes(-maximumAgeOfLogsInMinutes);
        scopes.Db.Set<AuditRow>().Where(row => row.CreateDate < oldest).ExecuteDelete();
    }

    public void Save(IAuditItem entity)
    {
        var created = entity.CreateDate == default ? clock.GetUtcNow().UtcDateTime : entity.CreateDate;
        scopes.Db.Insert(new AuditRow
        {
            EntityId = entity.Id,
            EntityType = entity.EntityType,
            Type = entity.AuditType,
            UserId = entity.UserId,
            Comment = entity.Comment,
            Parameters = entity.Parameters,
            CreateDate = created,
        });
    }

    /// <summary>Deletes the trail of the entity.</summary>
    public void Delete(IAuditItem entity) => scopes.Db.Set<AuditRow>().Where(row => row.EntityId == entity.Id).ExecuteDelete();

    private IQueryable<AuditRow> Matching(IQuery<IAuditItem> query) => Apply((EfQuery<IAuditItem>)query, Rows);

    private static IQueryable<AuditRow> Apply(EfQuery<IAuditItem> query, IQueryable<AuditRow> rows)
    {
        var filtered = query.Apply(rows, Map);
        return filtered.Provider.CreateQuery<AuditRow>(new OffsetComparisons().Visit(filtered.Expression));
    }

    private static IOrderedQueryable<AuditRow> Newest(IQueryable<AuditRow> rows) =>
        rows.OrderByDescending(row => row.CreateDate).ThenByDescending(row => row.Id);

    private static IAuditItem[] Models(IQueryable<AuditRow> rows) => rows.AsEnumerable().Select(ToModel).ToArray();

    private static AuditItem ToModel(AuditRow row) =>
        new(row.EntityId, row.Type, row.UserId, row.EntityType, row.Comment, row.Parameters, row.CreateDate);
}

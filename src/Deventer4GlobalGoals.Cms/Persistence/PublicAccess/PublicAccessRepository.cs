using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.PublicAccess;

/// <summary>Closed branches and who may enter them. Closing a branch ends when one of its three documents is deleted.</summary>
public sealed class PublicAccessRepository(EfScopeProvider scopes, TimeProvider clock) : IPublicAccessRepository
{
    private static readonly QueryMap<PublicAccessRow> Map = new QueryMap<PublicAccessRow>()
        .WithAll(row => row)
        .With(nameof(PublicAccessEntry.Key), row => row.Id);

    private IQueryable<PublicAccessRow> Rows => scopes.Db.Set<PublicAccessRow>().AsNoTracking().OrderBy(row => row.CreateDate).ThenBy(row => row.Id);

    public PublicAccessEntry? Get(Guid id) => Models(Rows.Where(row => row.Id == id)).FirstOrDefault();

    public IEnumerable<PublicAccessEntry> GetMany(params Guid[]? ids) =>
        Models(ids is { Length: > 0 } ? Rows.Where(row => ids.Contains(row.Id)) : Rows);

    public bool Exists(Guid id) => Rows.Any(row => row.Id == id);

    public IEnumerable<PublicAccessEntry> Get(IQuery<PublicAccessEntry> query) => Models(Matching(query));

    public int Count(IQuery<PublicAccessEntry>? query) => Matching(query).Count();

    public void Save(PublicAccessEntry entity)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var updated = scopes.Db.Set<PublicAccessRow>().Where(row => row.Id == entity.Key).ExecuteUpdate(set => set
            .SetProperty(row => row.ProtectedNodeId, entity.ProtectedNodeId)
            .SetProperty(row => row.LoginNodeId, entity.LoginNodeId)
            .SetProperty(row => row.NoAccessNodeId, entity.NoAccessNodeId)
            .SetProperty(row => row.UpdateDate, now));
        if (updated == 0)
        {
            entity.AddingEntity();
            scopes.Db.Insert(new PublicAccessRow
            {
                Id = entity.Key,
                ProtectedNodeId = entity.ProtectedNodeId,
                LoginNodeId = entity.LoginNodeId,
                NoAccessNodeId = entity.NoAccessNodeId,
                CreateDate = now,
                UpdateDate = now,
            });
        }

        scopes.Db.Set<PublicAccessRuleRow>().Where(rule => rule.AccessEntryId == entity.Key).ExecuteDelete();
        scopes.Db.Insert(entity.Rules.Select(rule => ToRow(rule, entity.Key, now)).ToArray());
        entity.Id = entity.Key.GetHashCode();
        foreach (var rule in entity.Rules)
        {
            rule.AccessEntryId = entity.Key;
            rule.Id = rule.Key.GetHashCode();
        }

        entity.ResetDirtyProperties(false);
    }

    public void Delete(PublicAccessEntry entity) => scopes.Db.Set<PublicAccessRow>().Where(row => row.Id == entity.Key).ExecuteDelete();

    private IQueryable<PublicAccessRow> Matching(IQuery<PublicAccessEntry>? query) =>
        query is EfQuery<PublicAccessEntry> filter ? filter.Apply(Rows, Map) : Rows;

    private static PublicAccessEntry[] Models(IQueryable<PublicAccessRow> rows) => [.. rows.Include(row => row.Rules).AsEnumerable().Select(ToModel)];

    private static PublicAccessRuleRow ToRow(PublicAccessRule rule, Guid entry, DateTime now) => new()
    {
        Id = rule.Key,
        AccessEntryId = entry,
        RuleType = rule.RuleType ?? "",
        RuleValue = rule.RuleValue ?? "",
        CreateDate = rule.CreateDate == default ? now : rule.CreateDate,
        UpdateDate = now,
    };

    private static PublicAccessEntry ToModel(PublicAccessRow row)
    {
        var rules = row.Rules.OrderBy(rule => rule.CreateDate).ThenBy(rule => rule.Id).Select(rule => new PublicAccessRule(rule.Id, row.Id)
        {
            RuleType = rule.RuleType,
            RuleValue = rule.RuleValue,
            CreateDate = rule.CreateDate,
            UpdateDate = rule.UpdateDate,
        });
        var model = new PublicAccessEntry(row.Id, row.ProtectedNodeId, row.LoginNodeId, row.NoAccessNodeId, rules)
        {
            CreateDate = row.CreateDate,
            UpdateDate = row.UpdateDate,
        };
        model.ResetDirtyProperties(false);
        return model;
    }
}

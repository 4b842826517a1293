using System.Text.Json;
using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Persistence.Servers;

/// <summary>Jobs that outlive a request. One that should have ended by its expiration date is reported as stale.</summary>
public sealed class LongRunningOperationRepository(EfScopeProvider scopes, TimeProvider clock) : ILongRunningOperationRepository
{
    private static readonly LongRunningOperationStatus[] Unfinished = [LongRunningOperationStatus.Enqueued, LongRunningOperationStatus.Running];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DbSet<LongRunningOperationRow> Rows => scopes.Db.Set<LongRunningOperationRow>();

    public Task CreateAsync(LongRunningOperation operation, DateTimeOffset expirationDate)
    {
        var now = Now;
        scopes.Db.Insert(new LongRunningOperationRow
        {
            Id = operation.Id,
            Type = operation.Type,
            Status = operation.Status,
            CreateDate = now,
            UpdateDate = now,
            ExpirationDate = expirationDate.UtcDateTime,
        });
        return Task.CompletedTask;
    }

    public async Task<LongRunningOperation?> GetAsync(Guid id)
    {
        var row = await FindAsync(id).ConfigureAwait(false);
        return row is null ? null : ToModel(row);
    }

    public async Task<LongRunningOperation<T>?> GetAsync<T>(Guid id)
    {
        var row = await FindAsync(id).ConfigureAwait(false);
        return row is null
            ? null
            : new LongRunningOperation<T>
            {
                Id = row.Id,
                Type = row.Type,
                Status = CurrentStatus(row),
                Result = row.Result is null ? default : JsonSerializer.Deserialize<T>(row.Result),
            };
    }

    /// <param name="type">The kind of job.</param>
    /// <param name="statuses">None means all. Stale jobs count as stale, not as enqueued or running.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many to return at most.</param>
    public async Task<PagedModel<LongRunningOperation>> GetByTypeAsync(string type, LongRunningOperationStatus[] statuses, int skip, int take)
    {
        var now = Now;
        var rows = Rows.AsNoTracking().Where(row => row.Type == type);
        if (statuses.Length > 0)
        {
            var stale = statuses.Contains(LongRunningOperationStatus.Stale);
            rows = rows.Where(row => Unfinished.Contains(row.Status) && row.ExpirationDate < now ? stale : statuses.Contains(row.Status));
        }

        var total = await rows.LongCountAsync().ConfigureAwait(false);
        var page = await rows.OrderBy(row => row.CreateDate).ThenBy(row => row.Id).Skip(skip).Take(take).ToListAsync().ConfigureAwait(false);
        return new PagedModel<LongRunningOperation>(total, page.Select(ToModel));
    }

    public async Task<LongRunningOperationStatus?> GetStatusAsync(Guid id)
    {
        var row = await FindAsync(id).ConfigureAwait(false);
        return row is null ? null : CurrentStatus(row);
    }

    public Task UpdateStatusAsync(Guid id, LongRunningOperationStatus status, DateTimeOffset expirationDate)
    {
        var (now, expiration) = (Now, expirationDate.UtcDateTime);
        return Rows.Where(row => row.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Status, status)
            .SetProperty(row => row.UpdateDate, now)
            .SetProperty(row => row.ExpirationDate, expiration));
    }

    public Task SetResultAsync<T>(Guid id, T result)
    {
        var (now, json) = (Now, JsonSerializer.Serialize(result));
        return Rows.Where(row => row.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Result, json)
            .SetProperty(row => row.UpdateDate, now));
    }

    public Task CleanOperationsAsync(DateTimeOffset olderThan)
    {
        var oldest = olderThan.UtcDateTime;
        return Rows.Where(row => row.UpdateDate < oldest).ExecuteDeleteAsync();
    }

    private Task<LongRunningOperationRow?> FindAsync(Guid id) => Rows.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id);

    private LongRunningOperationStatus CurrentStatus(LongRunningOperationRow row) =>
        Unfinished.Contains(row.Status) && row.ExpirationDate < Now ? LongRunningOperationStatus.Stale : row.Status;

    private LongRunningOperation ToModel(LongRunningOperationRow row) => new() { Id = row.Id, Type = row.Type, Status = CurrentStatus(row) };
}

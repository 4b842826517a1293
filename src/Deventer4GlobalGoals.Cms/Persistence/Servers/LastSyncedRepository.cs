using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Factories;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Persistence.Servers;

/// <summary>Remembers how far this machine has followed the cache instructions.</summary>
public sealed class LastSyncedRepository(EfScopeProvider scopes, IMachineInfoFactory machine, TimeProvider clock) : ILastSyncedRepository
{
    private IQueryable<LastSyncedRow> Rows => scopes.Db.Set<LastSyncedRow>();

    public Task<int?> GetInternalIdAsync()
    {
        var id = machine.GetMachineIdentifier();
        return Rows.Where(row => row.MachineId == id).Select(row => row.InternalId).FirstOrDefaultAsync();
    }

    public Task<int?> GetExternalIdAsync()
    {
        var id = machine.GetMachineIdentifier();
        return Rows.Where(row => row.MachineId == id).Select(row => row.ExternalId).FirstOrDefaultAsync();
    }

    public async Task SaveInternalIdAsync(int id)
    {
        var (key, now) = (machine.GetMachineIdentifier(), clock.GetUtcNow().UtcDateTime);
        var updated = await Rows.Where(row => row.MachineId == key)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.InternalId, id).SetProperty(row => row.UpdateDate, now))
            .ConfigureAwait(false);
        if (updated == 0)
        {
            scopes.Db.Insert(new LastSyncedRow { MachineId = key, InternalId = id, UpdateDate = now });
        }
    }

    public async Task SaveExternalIdAsync(int id)
    {
        var (key, now) = (machine.GetMachineIdentifier(), clock.GetUtcNow().UtcDateTime);
        var updated = await Rows.Where(row => row.MachineId == key)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ExternalId, id).SetProperty(row => row.UpdateDate, now))
            .ConfigureAwait(false);
        if (updated == 0)
        {
            scopes.Db.Insert(new LastSyncedRow { MachineId = key, ExternalId = id, UpdateDate = now });
        }
    }

    /// <summary>Also deletes entries that are ahead of every instruction: they belong to another database's count.</summary>
    public async Task DeleteEntriesOlderThanAsync(DateTime pruneDate)
    {
        var last = await scopes.Db.Set<CacheInstructionRow>().MaxAsync(row => (int?)row.Id).ConfigureAwait(false) ?? 0;
        await Rows.Where(row => row.UpdateDate < pruneDate || (row.InternalId > last && row.ExternalId > last))
            .ExecuteDeleteAsync()
            .ConfigureAwait(false);
    }
}

using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Persistence.Servers;

/// <summary>The instructions by which nodes tell each other what to drop from their caches, in the order of their ids.</summary>
public sealed class CacheInstructionRepository(EfScopeProvider scopes) : ICacheInstructionRepository
{
    private IQueryable<CacheInstructionRow> Rows => scopes.Db.Set<CacheInstructionRow>().AsNoTracking();

    public int CountAll() => Rows.Count();

    public int CountPendingInstructions(int lastId) => Rows.Where(row => row.Id > lastId).Sum(row => row.InstructionCount);

    /// <returns>The id of the last instruction; 0 when there is none.</returns>
    public int GetMaxId() => Rows.Max(row => (int?)row.Id) ?? 0;

    public bool Exists(int id) => Rows.Any(row => row.Id == id);

    public void Add(CacheInstruction cacheInstruction) => scopes.Db.Insert(new CacheInstructionRow
    {
        UtcStamp = cacheInstruction.UtcStamp,
        Instructions = cacheInstruction.Instructions,
        OriginIdentity = cacheInstruction.OriginIdentity,
        InstructionCount = cacheInstruction.InstructionCount,
    });

    public IEnumerable<CacheInstruction> GetPendingInstructions(int lastId, int maxNumberToRetrieve) =>
    [
        .. Rows.Where(row => row.Id > lastId)
            .OrderBy(row => row.Id)
            .Take(maxNumberToRetrieve)
            .AsEnumerable()
            .Select(row => new CacheInstruction(row.Id, row.UtcStamp, row.Instructions, row.OriginIdentity, row.InstructionCount)),
    ];

    /// <summary>Keeps the last instruction, however old, so that ids go on from it.</summary>
    public void DeleteInstructionsOlderThan(DateTime pruneDate)
    {
        var last = GetMaxId();
        scopes.Db.Set<CacheInstructionRow>().Where(row => row.UtcStamp < pruneDate && row.Id < last).ExecuteDelete();
    }
}

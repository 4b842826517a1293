using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Persistence.Servers;

public sealed class RepositoryCacheVersionRepository(EfScopeProvider scopes) : IRepositoryCacheVersionRepository
{
    private IQueryable<RepositoryCacheVersionRow> Rows => scopes.Db.Set<RepositoryCacheVersionRow>().AsNoTracking();

    public async Task<RepositoryCacheVersion?> GetAsync(string identifier) =>
        await Rows.FirstOrDefaultAsync(row => row.Identifier == identifier).ConfigureAwait(false) is { } row ? ToModel(row) : null;

    public async Task<IEnumerable<RepositoryCacheVersion>> GetAllAsync()
    {
        var rows = await Rows.OrderBy(row => row.Identifier).ToListAsync().ConfigureAwait(false);
        return rows.ConvertAll(ToModel);
    }

    public async Task SaveAsync(RepositoryCacheVersion repositoryCacheVersion)
    {
        var (identifier, version) = (repositoryCacheVersion.Identifier, repositoryCacheVersion.Version);
        var updated = await scopes.Db.Set<RepositoryCacheVersionRow>()
            .Where(row => row.Identifier == identifier)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, version))
            .ConfigureAwait(false);
        if (updated == 0)
        {
            scopes.Db.Insert(new RepositoryCacheVersionRow { Identifier = identifier, Version = version });
        }
    }

    private static RepositoryCacheVersion ToModel(RepositoryCacheVersionRow row) => new() { Identifier = row.Identifier, Version = row.Version };
}

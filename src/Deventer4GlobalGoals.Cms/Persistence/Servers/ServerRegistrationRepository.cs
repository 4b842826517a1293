using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Persistence.Servers;

/// <summary>The nodes that run this site, and which of them publishes on schedule.</summary>
public sealed class ServerRegistrationRepository(EfScopeProvider scopes, TimeProvider clock) : IServerRegistrationRepository
{
    private static readonly QueryMap<ServerRow> Map = new QueryMap<ServerRow>()
        .WithAll(row => row)
        .With(nameof(IServerRegistration.ServerAddress), row => row.Address)
        .With(nameof(IServerRegistration.ServerIdentity), row => row.Identity)
        .With(nameof(IServerRegistration.CreateDate), row => row.Registered)
        .With(nameof(IServerRegistration.UpdateDate), row => row.Accessed);

    private IQueryable<ServerRow> Rows => scopes.Db.Set<ServerRow>().AsNoTracking();

    public IServerRegistration? Get(int id) => Rows.FirstOrDefault(row => row.Id == id) is { } row ? ToModel(row) : null;

    public IEnumerable<IServerRegistration> GetMany(params int[]? ids) =>
        Models(ids is { Length: > 0 } ? Rows.Where(row => ids.Contains(row.Id)) : Rows);

    public bool Exists(int id) => Rows.Any(row => row.Id == id);

    public IEnumerable<IServerRegistration> Get(IQuery<IServerRegistration> query) => Models(Matching(query));

    public int Count(IQuery<IServerRegistration>? query) => Matching(query).Count();

    public void Save(IServerRegistration entity)
    {
        var server = (ServerRegistration)entity;
        var (address, identity) = (server.ServerAddress ?? "", server.ServerIdentity ?? "");
        if (server.HasIdentity)
        {
            scopes.Db.Set<ServerRow>().Where(row => row.Id == server.Id).ExecuteUpdate(set => set
                .SetProperty(row => row.Address, address)
                .SetProperty(row => row.Identity, identity)
                .SetProperty(row => row.Accessed, server.Accessed)
                .SetProperty(row => row.IsActive, server.IsActive)
                .SetProperty(row => row.IsSchedulingPublisher, server.IsSchedulingPublisher));
        }
        else
        {
            var row = new ServerRow
            {
                Address = address,
                Identity = identity,
                Registered = server.Registered,
                Accessed = server.Accessed,
                IsActive = server.IsActive,
                IsSchedulingPublisher = server.IsSchedulingPublisher,
            };
            scopes.Db.Insert(row);
            server.Id = row.Id;
        }

        entity.ResetDirtyProperties();
    }

    public void Delete(IServerRegistration entity) => scopes.Db.Set<ServerRow>().Where(row => row.Id == entity.Id).ExecuteDelete();

    public void DeactiveStaleServers(TimeSpan staleTimeout)
    {
        var oldest = clock.GetUtcNow().UtcDateTime - staleTimeout;
        scopes.Db.Set<ServerRow>().Where(row => row.Accessed < oldest).ExecuteUpdate(set => set
            .SetProperty(row => row.IsActive, false)
            .SetProperty(row => row.IsSchedulingPublisher, false));
    }

    public void ClearCache()
    {
        // Nothing is cached: registrations are touched by every node, and read only when one is.
    }

    private IQueryable<ServerRow> Matching(IQuery<IServerRegistration>? query) =>
        query is EfQuery<IServerRegistration> filter ? filter.Apply(Rows, Map) : Rows;

    private static IServerRegistration[] Models(IQueryable<ServerRow> rows) => [.. rows.OrderBy(row => row.Id).AsEnumerable().Select(ToModel)];

    private static ServerRegistration ToModel(ServerRow row)
    {
        var model = new ServerRegistration(row.Id, row.Address, row.Identity, row.Registered, row.Accessed, row.IsActive, row.IsSchedulingPublisher);
        model.ResetDirtyProperties(false);
        return model;
    }
}

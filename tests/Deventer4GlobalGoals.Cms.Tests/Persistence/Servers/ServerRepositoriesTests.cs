using Deventer4GlobalGoals.Cms.Persistence.Servers;
using Umbraco.Cms.Core.Factories;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Tests.Persistence.Servers;

public sealed class ServerRepositoriesTests : IDisposable
{
    private readonly RepositoryWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Cache_instructions_are_handed_out_in_order_and_the_last_one_is_kept()
    {
        var instructions = new CacheInstructionRepository(_world.Scopes);
        var old = _world.Clock.Now.UtcDateTime.AddDays(-3);
        foreach (var text in new[] { "a", "b", "c" })
        {
            _world.Do(() => instructions.Add(new CacheInstruction(0, old, text, "server", 2)));
        }

        var pending = _world.Ask(() => instructions.GetPendingInstructions(1, 10).ToArray());
        Assert.Equal(["b", "c"], pending.Select(instruction => instruction.Instructions));
        Assert.Equal(4, _world.Ask(() => instructions.CountPendingInstructions(1)));

        _world.Do(() => instructions.DeleteInstructionsOlderThan(old.AddDays(1)));
        Assert.Equal(1, _world.Ask(instructions.CountAll));
        Assert.Equal(3, _world.Ask(instructions.GetMaxId));
    }

    [Fact]
    public async Task Each_machine_remembers_how_far_it_came()
    {
        var here = new LastSyncedRepository(_world.Scopes, new Machine("here"), _world.Clock);
        var there = new LastSyncedRepository(_world.Scopes, new Machine("there"), _world.Clock);

        using var scope = _world.Scopes.CreateCoreScope();
        await here.SaveInternalIdAsync(4);
        await here.SaveExternalIdAsync(5);
        await here.SaveInternalIdAsync(6);

        Assert.Equal(6, await here.GetInternalIdAsync());
        Assert.Equal(5, await here.GetExternalIdAsync());
        Assert.Null(await there.GetInternalIdAsync());

        await here.DeleteEntriesOlderThanAsync(_world.Clock.Now.UtcDateTime.AddDays(-1));
        Assert.Null(await here.GetInternalIdAsync());
        scope.Complete();
    }

    [Fact]
    public void A_server_that_hasnt_been_heard_of_is_no_longer_active()
    {
        var servers = new ServerRegistrationRepository(_world.Scopes, _world.Clock);
        var server = new ServerRegistration("http://a", "a", _world.Clock.Now.UtcDateTime) { IsActive = true, IsSchedulingPublisher = true };
        _world.Do(() => servers.Save(server));

        _world.Do(() => servers.DeactiveStaleServers(TimeSpan.FromMinutes(2)));
        Assert.True(_world.Ask(() => servers.Get(server.Id))!.IsActive);

        _world.Clock.Now = _world.Clock.Now.AddMinutes(3);
        _world.Do(() => servers.DeactiveStaleServers(TimeSpan.FromMinutes(2)));
        var found = (ServerRegistration)_world.Ask(() => servers.Get(server.Id))!;
        Assert.False(found.IsActive);
        Assert.False(found.IsSchedulingPublisher);
    }

    [Fact]
    public async Task A_job_that_should_have_ended_is_stale()
    {
        var jobs = new LongRunningOperationRepository(_world.Scopes, _world.Clock);
        var job = new LongRunningOperation { Id = Guid.NewGuid(), Type = "rebuild", Status = LongRunningOperationStatus.Running };

        using var scope = _world.Scopes.CreateCoreScope();
        await jobs.CreateAsync(job, _world.Clock.Now.AddMinutes(5));
        await jobs.SetResultAsync(job.Id, 42);

        Assert.Equal(LongRunningOperationStatus.Running, await jobs.GetStatusAsync(job.Id));
        Assert.Equal(42, (await jobs.GetAsync<int>(job.Id))!.Result);
        _world.Clock.Now = _world.Clock.Now.AddMinutes(6);
        Assert.Equal(LongRunningOperationStatus.Stale, await jobs.GetStatusAsync(job.Id));
        Assert.Equal(0, (await jobs.GetByTypeAsync("rebuild", [LongRunningOperationStatus.Running], 0, 10)).Total);
        Assert.Equal(1, (await jobs.GetByTypeAsync("rebuild", [LongRunningOperationStatus.Stale], 0, 10)).Total);
        await jobs.CleanOperationsAsync(_world.Clock.Now);
        Assert.Null(await jobs.GetAsync(job.Id));
        scope.Complete();
    }

    [Fact]
    public async Task The_version_of_a_cache_is_replaced()
    {
        var versions = new RepositoryCacheVersionRepository(_world.Scopes);

        using var scope = _world.Scopes.CreateCoreScope();
        await versions.SaveAsync(new RepositoryCacheVersion { Identifier = "IContent", Version = "1" });
        await versions.SaveAsync(new RepositoryCacheVersion { Identifier = "IContent", Version = "2" });

        Assert.Equal("2", (await versions.GetAsync("IContent"))!.Version);
        Assert.Single(await versions.GetAllAsync());
        scope.Complete();
    }

    private sealed class Machine(string name) : IMachineInfoFactory
    {
        public string GetMachineIdentifier() => name;

        public string GetLocalIdentity() => name;
    }
}

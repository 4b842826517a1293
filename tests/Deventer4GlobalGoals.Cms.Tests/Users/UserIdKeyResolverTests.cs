using Microsoft.Extensions.Logging.Abstractions;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services.Implement;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Deventer4GlobalGoals.Cms.Tests.Users;

public sealed class UserIdKeyResolverTests : IDisposable
{
    private readonly UserWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task An_id_and_its_key_lead_to_each_other()
    {
        Assert.Equal(-1, await _world.Resolver.GetAsync(Constants.Security.SuperUserKey));
        Assert.Equal(Constants.Security.SuperUserKey, await _world.Resolver.GetAsync(-1));
        Assert.Equal(-1, (await _world.Resolver.TryGetAsync(Constants.Security.SuperUserKey)).Result);
        Assert.Equal(Constants.Security.SuperUserKey, (await _world.Resolver.TryGetAsync(-1)).Result);
    }

    [Fact]
    public async Task An_unknown_user_is_an_error_that_names_it()
    {
        var key = Guid.Parse("6b1ce7a0-6f38-4b0c-9d7e-8f2f0a4b1c11");

        var byKey = await Assert.ThrowsAsync<InvalidOperationException>(() => _world.Resolver.GetAsync(key));
        var byId = await Assert.ThrowsAsync<InvalidOperationException>(() => _world.Resolver.GetAsync(42));

        Assert.Equal("No user has the key 6b1ce7a0-6f38-4b0c-9d7e-8f2f0a4b1c11.", byKey.Message);
        Assert.Equal("No user has the id 42.", byId.Message);
    }

    [Fact]
    public async Task Trying_an_unknown_user_fails_without_an_error()
    {
        Assert.False((await _world.Resolver.TryGetAsync(Guid.Empty)).Success);
        Assert.False((await _world.Resolver.TryGetAsync(0)).Success);
    }

    [Fact]
    public async Task Umbracos_audit_writes_down_who_it_was()
    {
        List<IAuditItem> saved = [];
        var scope = Answers.For<ICoreScope>((nameof(ICoreScope.Complete), _ => true), (nameof(IDisposable.Dispose), _ => null));
        var repository = Answers.For<IAuditRepository>((nameof(IAuditRepository.Save), arguments =>
        {
            saved.Add((IAuditItem)arguments[0]!);
            return null;
        }));
        var audit = new AuditService(
            Answers.For<ICoreScopeProvider>((nameof(ICoreScopeProvider.CreateCoreScope), _ => scope)),
            NullLoggerFactory.Instance,
            Answers.For<IEventMessagesFactory>(),
            repository,
            _world.Resolver,
            _world.Entities);

        var known = await audit.AddAsync(AuditType.Publish, Constants.Security.SuperUserKey, 1062, "Document");
        var unknown = await audit.AddAsync(AuditType.Publish, Guid.Empty, 1062, "Document");

        Assert.True(known.Success);
        Assert.Equal(AuditLogOperationStatus.UserNotFound, unknown.Result);
        var item = Assert.Single(saved);
        Assert.Equal("Deventer4GlobalGoals", _world.Users.GetProfileById(item.UserId)!.Name);
    }
}

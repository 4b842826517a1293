using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.PublicAccess;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Tests.Persistence.PublicAccess;

public sealed class PublicAccessRepositoryTests : IDisposable
{
    private readonly RepositoryWorld _world = new();
    private readonly PublicAccessRepository _access;
    private readonly NodeRow[] _nodes;

    public PublicAccessRepositoryTests()
    {
        _access = new PublicAccessRepository(_world.Scopes, _world.Clock);
        _nodes = [.. Enumerable.Range(0, 3).Select(number => _world.Node(Constants.ObjectTypes.Document, $"Pagina {number}"))];
    }

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Rules_are_kept_and_replaced()
    {
        var entry = Entry();
        entry.AddRule("kerngroep", "MemberRole");
        _world.Do(() => _access.Save(entry));
        entry.AddRule("jury", "MemberRole");
        entry.RemoveRule(entry.Rules.First());
        _world.Do(() => _access.Save(entry));

        var found = _world.Ask(() => _access.Get(entry.Key))!;

        Assert.Equal(_nodes[0].Id, found.ProtectedNodeId);
        Assert.Equal(("jury", "MemberRole"), (Assert.Single(found.Rules).RuleValue, found.Rules.Single().RuleType));
    }

    [Fact]
    public void A_closed_branch_is_open_again_when_its_login_page_is_gone()
    {
        _world.Do(() => _access.Save(Entry()));
        _world.Do(() => NodeStore.Delete(_world.Scopes.Db, _nodes[1].Id));

        Assert.Empty(_world.Ask(() => _access.GetMany().ToArray()));
    }

    private PublicAccessEntry Entry() => new(Guid.NewGuid(), _nodes[0].Id, _nodes[1].Id, _nodes[2].Id, []);
}

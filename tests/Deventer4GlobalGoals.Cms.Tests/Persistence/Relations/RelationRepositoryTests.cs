using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Relations;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Tests.Persistence.Relations;

public sealed class RelationRepositoryTests : IDisposable
{
    private readonly RepositoryWorld _world = new();
    private readonly RelationTypeRepository _types;
    private readonly RelationRepository _relations;
    private readonly NodeRow[] _nodes;

    public RelationRepositoryTests()
    {
        _types = new RelationTypeRepository(_world.Scopes);
        _relations = new RelationRepository(_world.Scopes, null!, _world.Clock);
        _world.Do(_types.EnsureBuiltIn);
        _nodes = [.. Enumerable.Range(0, 3).Select(number => _world.Node(Constants.ObjectTypes.Document, $"Pagina {number}"))];
    }

    public void Dispose() => _world.Dispose();

    [Fact]
    public void The_built_in_relation_types_are_added_once()
    {
        _world.Do(_types.EnsureBuiltIn);

        var types = _world.Ask(() => _types.GetMany(Array.Empty<int>()).ToArray());

        Assert.Equal(6, types.Length);
        var media = Assert.IsAssignableFrom<IRelationTypeWithIsDependency>(types.Single(type => type.Alias == "umbMedia"));
        Assert.True(media.IsDependency);
        Assert.False(media.IsBidirectional);
        Assert.Equal(media.Id, _world.Ask(() => _types.Get(media.Key))!.Id);
    }

    [Fact]
    public async Task Relations_are_found_by_parent_child_and_type()
    {
        Relate(0, 1);
        Relate(0, 2);
        Relate(1, 2);
        var parent = _nodes[0].Id;

        using var scope = _world.Scopes.CreateCoreScope(autoComplete: true);
        var query = _world.Scopes.CreateQuery<IRelation>().Where(relation => relation.ParentId == parent && relation.RelationTypeId == TypeId);
        var page = _relations.GetPagedRelationsByQuery(query, 1, 1, out var total, null);
        var byKey = await _relations.GetPagedByChildKeyAsync(_nodes[2].Key, 0, 10, "umbDocument");

        Assert.Equal(2, total);
        var found = Assert.Single(page);
        Assert.Equal(_nodes[2].Id, found.ChildId);
        Assert.Equal(Constants.ObjectTypes.Document, found.ChildObjectType);
        Assert.Equal("umbDocument", found.RelationType.Alias);
        Assert.Equal([parent, _nodes[1].Id], byKey.Items.Select(relation => relation.ParentId));
    }

    [Fact]
    public void Relations_end_with_either_node()
    {
        Relate(0, 1);
        Relate(1, 2);

        _world.Do(() => NodeStore.Delete(_world.Scopes.Db, _nodes[1].Id));

        Assert.Empty(_world.Ask(() => _relations.GetMany().ToArray()));
    }

    [Fact]
    public void Relations_of_a_parent_are_deleted_by_type()
    {
        Relate(0, 1);
        Relate(0, 2);

        _world.Do(() => _relations.DeleteByParent(_nodes[0].Id, "umbMedia"));
        Assert.Equal(2, _world.Ask(() => _relations.Count(null)));
        _world.Do(() => _relations.DeleteByParent(_nodes[0].Id, "umbMedia", "umbDocument"));
        Assert.Equal(0, _world.Ask(() => _relations.Count(null)));
    }

    [Fact]
    public void Many_relations_are_saved_with_few_commands()
    {
        var type = _world.Ask(() => _types.Get(TypeId))!;
        var before = _world.Counter.Count;

        _world.Do(() => _relations.SaveBulk([new ReadOnlyRelation(_nodes[0].Id, _nodes[1].Id, type.Id), new ReadOnlyRelation(_nodes[0].Id, _nodes[2].Id, type.Id)]));

        Assert.Equal(2, _world.Ask(() => _relations.Count(null)));
        Assert.InRange(_world.Counter.Count - before, 1, 3);
    }

    private int TypeId => _world.Ask(() => _types.IdsByAlias(["umbDocument"]))["umbDocument"];

    private void Relate(int parent, int child) =>
        _world.Do(() => _relations.Save(new Relation(_nodes[parent].Id, _nodes[child].Id, _types.Get(TypeId)!)));
}

using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Relations;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Tests.Persistence.Relations;

public sealed class TrackedReferencesRepositoryTests : IDisposable
{
    private readonly RepositoryWorld _world = new();
    private readonly RelationTypeRepository _types;
    private readonly RelationRepository _relations;
    private readonly TrackedReferencesRepository _references;
    private readonly ContentTypeRow _page;

    public TrackedReferencesRepositoryTests()
    {
        _types = new RelationTypeRepository(_world.Scopes);
        _relations = new RelationRepository(_world.Scopes, null!, _world.Clock);
        _references = new TrackedReferencesRepository(_world.Scopes, _world.Types);
        _world.Do(_types.EnsureBuiltIn);
        _page = _world.Type("page", "text");
    }

    public void Dispose() => _world.Dispose();

    [Fact]
    public void What_refers_to_an_item_is_described()
    {
        var used = _world.Document(_page, "Gebruikt");
        var user = _world.Document(_page, "Gebruiker", published: false);
        Relate(user, used, "umbDocument");

        using var scope = _world.Scopes.CreateCoreScope(autoComplete: true);
        var item = Assert.Single(_references.GetPagedRelationsForItem(used.Key, 0, 10, true, out var total));

        Assert.Equal(1, total);
        Assert.Equal((user.Key, "Gebruiker", "document", false), (item.NodeKey, item.NodeName, item.NodeType, item.NodePublished));
        Assert.Equal(("page", "Related Document", true), (item.ContentTypeAlias, item.RelationTypeName, item.RelationTypeIsDependency));
        Assert.Empty(_references.GetPagedRelationsForItem(user.Key, 0, 10, true, out _));
    }

    [Fact]
    public void A_relation_that_goes_both_ways_counts_for_both_unless_only_dependencies_are_asked()
    {
        var original = _world.Document(_page, "Origineel");
        var copy = _world.Document(_page, "Kopie");
        Relate(original, copy, "relateDocumentOnCopy");

        using var scope = _world.Scopes.CreateCoreScope(autoComplete: true);

        Assert.Equal(copy.Key, Assert.Single(_references.GetPagedRelationsForItem(original.Key, 0, 10, false, out _)).NodeKey);
        Assert.Equal(original.Key, Assert.Single(_references.GetPagedRelationsForItem(copy.Key, 0, 10, false, out _)).NodeKey);
        Assert.Empty(_references.GetPagedRelationsForItem(original.Key, 0, 10, true, out _));
    }

    [Fact]
    public async Task Used_items_are_found_among_keys_below_a_node_and_in_the_bin()
    {
        var root = _world.Document(_page, "Wortel");
        var child = _world.Document(_page, "Kind", parent: root);
        var trashed = _world.Document(_page, "Weggegooid", trashed: true);
        var user = _world.Document(_page, "Gebruiker");
        Relate(user, child, "umbDocument");
        Relate(user, trashed, "umbDocument");

        using var scope = _world.Scopes.CreateCoreScope(autoComplete: true);
        var below = _references.GetPagedDescendantsInReferences(root.Key, 0, 10, true, out _);
        var among = _references.GetPagedItemsWithRelations(new HashSet<Guid> { root.Key, child.Key }, 0, 10, true, out _);
        var bin = _references.GetPagedRelationsForRecycleBin(Constants.ObjectTypes.Document, 0, 10, true, out _);
        var keys = await _references.GetPagedNodeKeysWithDependantReferencesAsync(new HashSet<Guid> { root.Key, child.Key }, Constants.ObjectTypes.Document, 0, 10);

        Assert.Equal(child.Key, Assert.Single(below).NodeKey);
        Assert.Equal(child.Key, Assert.Single(among).NodeKey);
        Assert.Equal(user.Key, Assert.Single(bin).NodeKey);
        Assert.Equal([child.Key], keys.Items);
    }

    private void Relate(NodeRow parent, NodeRow child, string alias) => _world.Do(() =>
    {
        var type = _types.GetMany(Array.Empty<int>()).Single(type => type.Alias == alias);
        _relations.Save(new Relation(parent.Id, child.Id, type));
    });
}

using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Tags;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Tests.Persistence.Tags;

public sealed class TagRepositoryTests : IDisposable
{
    private readonly RepositoryWorld _world = new();
    private readonly TagRepository _tags;
    private readonly ContentTypeRow _type;
    private readonly NodeRow _one;
    private readonly NodeRow _two;

    public TagRepositoryTests()
    {
        _tags = new TagRepository(_world.Scopes);
        _type = _world.Type("organisation", "countries", "words");
        _one = _world.Document(_type, "Een");
        _two = _world.Document(_type, "Twee");
    }

    public void Dispose() => _world.Dispose();

    private int Countries => _type.Properties.Single(property => property.Alias == "countries").Id;

    [Fact]
    public void Assigning_replaces_what_was_there()
    {
        Assign(_one, "Duitsland", "Ghana");
        Assign(_one, "Ghana", "Oeganda");

        Assert.Equal(["Ghana", "Oeganda"], TextsOf(_one));
    }

    [Fact]
    public void Assigning_without_replacing_adds()
    {
        Assign(_one, "Duitsland");
        _world.Do(() => _tags.Assign(_one.Id, Countries, [Tag("Ghana")], replaceTags: false));

        Assert.Equal(["Duitsland", "Ghana"], TextsOf(_one));
    }

    [Fact]
    public void Assigning_what_is_there_already_costs_one_query()
    {
        Assign(_one, "Duitsland", "Ghana");
        var before = _world.Counter.Count;

        Assign(_one, "Ghana", "Duitsland");

        Assert.Equal(before + 1, _world.Counter.Count);
    }

    [Fact]
    public void Tags_are_counted_over_the_items_that_bear_them()
    {
        Assign(_one, "Duitsland", "Ghana");
        Assign(_two, "Ghana");

        var tags = _world.Ask(() => _tags.GetTagsForEntityType(TaggableObjectTypes.Content, "landen").ToArray());

        Assert.Equal([("Duitsland", 1), ("Ghana", 2)], tags.Select(tag => (tag.Text, tag.NodeCount)));
        Assert.Empty(_world.Ask(() => _tags.GetTagsForEntityType(TaggableObjectTypes.Media).ToArray()));
        Assert.Empty(_world.Ask(() => _tags.GetTagsForEntityType(TaggableObjectTypes.Content, "andere").ToArray()));
    }

    [Fact]
    public void Tags_with_a_language_are_asked_for_by_culture()
    {
        var dutch = _world.Language("nl", "Nederlands");
        _world.Do(() => _tags.Assign(_one.Id, Countries, [Tag("Duitsland", dutch.Id), Tag("Ghana")]));

        string[] In(string? culture) => _world.Ask(() => _tags.GetTagsForEntity(_one.Id, culture: culture).Select(tag => tag.Text).ToArray());

        Assert.Equal(["Ghana"], In(null));
        Assert.Equal(["Duitsland"], In("nl"));
        Assert.Equal(["Duitsland", "Ghana"], In("*"));
    }

    [Fact]
    public void Items_are_found_by_tag_with_the_property_that_bears_it()
    {
        Assign(_one, "Ghana");
        Assign(_two, "Ghana", "Duitsland");

        var found = _world.Ask(() => _tags.GetTaggedEntitiesByTag(TaggableObjectTypes.Content, "Duitsland").ToArray());

        var entity = Assert.Single(found);
        Assert.Equal(_two.Id, entity.EntityId);
        Assert.Equal("countries", Assert.Single(entity.TaggedProperties).PropertyTypeAlias);
        Assert.Equal(2, _world.Ask(() => _tags.GetTaggedEntitiesByTagGroup(TaggableObjectTypes.All, "landen").Count()));
        Assert.Equal(["Ghana"], _world.Ask(() => _tags.GetTagsForProperty(_one.Key, "countries").Select(tag => tag.Text).ToArray()));
    }

    [Fact]
    public void Tags_are_taken_away_one_by_one_all_at_once_and_with_the_item()
    {
        Assign(_one, "Duitsland", "Ghana", "Oeganda");
        _world.Do(() => _tags.Remove(_one.Id, Countries, [Tag("Ghana")]));
        Assert.Equal(["Duitsland", "Oeganda"], TextsOf(_one));

        _world.Do(() => _tags.RemoveAll(_one.Id));
        Assert.Empty(TextsOf(_one));

        Assign(_two, "Ghana");
        _world.Do(() => NodeStore.Delete(_world.Scopes.Db, _two.Id));
        Assert.Empty(_world.Ask(() => _tags.GetTagsForEntityType(TaggableObjectTypes.All).ToArray()));
    }

    private static Tag Tag(string text, int? language = null) => new(0, "landen", text, language);

    private void Assign(NodeRow node, params string[] texts) =>
        _world.Do(() => _tags.Assign(node.Id, Countries, texts.Select(text => Tag(text))));

    private string[] TextsOf(NodeRow node) => _world.Ask(() => _tags.GetTagsForEntity(node.Id).Select(tag => tag.Text).ToArray());
}

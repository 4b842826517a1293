using Deventer4GlobalGoals.Cms.Published;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;

namespace Deventer4GlobalGoals.Cms.Tests.Published;

public class PublishedNodeTests
{
    private static readonly PublishedValue[] Values =
    [
        new("title", "nl", "Koffie"),
        new("title", "en-US", "Coffee"),
        new("year", null, 2020),
        new("gone", null, "no such property"),
    ];

    private readonly PublishedWorld _world = new();

    [Theory]
    [InlineData("nl", "<Koffie>")]
    [InlineData("EN-us", "<Coffee>")]
    [InlineData("de-DE", null)]
    [InlineData("", null)]
    public void A_varying_property_answers_per_culture(string culture, string? expected) =>
        Assert.Equal(expected, Node().GetProperty("title")!.GetValue(culture));

    [Fact]
    public void Without_a_culture_the_variation_context_decides()
    {
        _world.Variation.VariationContext = new VariationContext("en-US");

        Assert.Equal("<Coffee>", Node().GetProperty("Title")!.GetValue());
        Assert.Equal("Page 1", Node().Name);
    }

    [Fact]
    public void An_invariant_property_answers_the_same_in_every_culture()
    {
        Assert.Equal("<2020>", Node().GetProperty("year")!.GetValue("de-DE"));
        Assert.Equal(2020, Node().GetProperty("year")!.GetSourceValue());
    }

    [Fact]
    public void Whether_there_is_a_value_depends_on_the_culture()
    {
        var title = Node().GetProperty("title")!;

        Assert.True(title.HasValue("nl"));
        Assert.False(title.HasValue("de-DE"));
        Assert.False(title.HasValue("fr"));
    }

    [Fact]
    public void A_property_that_the_type_lacks_is_not_there() => Assert.Null(Node().GetProperty("gone"));

    [Fact]
    public void Properties_are_those_of_the_type() =>
        Assert.Equal(["title", "year"], Node().Properties.Select(property => property.Alias));

    [Theory]
    [InlineData(PropertyCacheLevel.Element, 1, 1, 2)]
    [InlineData(PropertyCacheLevel.Elements, 1, 2, 3)]
    [InlineData(PropertyCacheLevel.None, 2, 3, 4)]
    public void A_converted_value_lives_as_long_as_its_cache_level(
        PropertyCacheLevel level, int afterTwoReads, int afterAnotherPageChanged, int afterATypeChanged)
    {
        _world.Types.Level = level;
        var title = Node().GetProperty("title")!;
        title.GetValue("nl");
        title.GetValue("nl");
        Assert.Equal(afterTwoReads, _world.Types.Conversions);

        _world.Commit(PublishedWorld.Page(2));
        title.GetValue("nl");
        Assert.Equal(afterAnotherPageChanged, _world.Types.Conversions);

        _world.Generations.TypesChanged();
        title.GetValue("nl");
        Assert.Equal(afterATypeChanged, _world.Types.Conversions);
    }

    [Fact]
    public void Renewing_a_type_gives_nodes_that_ask_for_their_type_again()
    {
        var before = Node();
        var type = before.ContentType;
        _world.Types.ClearAll();
        _world.Store.Renew([PublishedWorld.PageType]);

        Assert.Same(type, before.ContentType);
        Assert.NotSame(type, _world.Store.Current(false).Find(1)!.ContentType);
    }

    [Fact]
    public void Reloading_a_type_reads_its_items_and_no_others()
    {
        Node();
        _world.Commit(PublishedWorld.Page(2) with { ContentTypeId = PublishedWorld.OtherType });
        foreach (var key in _world.Source.Published.Keys)
        {
            _world.Source.Published[key] = _world.Source.Published[key] with { SortOrder = 5 };
        }

        _world.Store.Reload([PublishedWorld.OtherType]);

        Assert.Equal(0, _world.Store.Current(false).Find(1)!.SortOrder);
        Assert.Equal(5, _world.Store.Current(false).Find(2)!.SortOrder);
    }

    [Fact]
    public void A_draft_knows_which_of_its_cultures_are_published()
    {
        var record = PublishedWorld.Page(1, -1, Values) with
        {
            Cultures = [new PublishedCulture("nl", "Koffie", DateTime.UnixEpoch, true), new PublishedCulture("de-DE", "Kaffee", DateTime.UnixEpoch, false)],
        };
        _world.Source.Drafts[record.Key] = record;
        var draft = _world.Store.Current(true).Find(1)!;

        Assert.True(draft.IsPublished("nl"));
        Assert.False(draft.IsPublished("de-DE"));
        Assert.True(draft.IsDraft("de-DE"));
        Assert.False(Node().IsDraft("nl"));
    }

    private PublishedNode Node()
    {
        if (_world.Store.Current(false).Find(1) is null)
        {
            _world.Commit(PublishedWorld.Page(1, -1, Values));
        }

        return _world.Store.Current(false).Find(1)!;
    }
}

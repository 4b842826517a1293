using Deventer4GlobalGoals.Cms.Published;

namespace Deventer4GlobalGoals.Cms.Tests.Published;

/// <summary>What is forgotten of nodes that nobody asks for, and what drafts share with what is published.</summary>
public class WarmNodesTests
{
    private readonly PublishedWorld _world = new();

    [Fact]
    public void A_node_forgets_its_properties_when_as_many_others_were_asked_for_and_answers_the_same_again()
    {
        Plant(PublishedWorld.MostWarm + 1);
        var kept = Title(1);
        Assert.Same(kept, Title(1));

        foreach (var id in Enumerable.Range(2, PublishedWorld.MostWarm - 1))
        {
            Title(id);
        }

        Assert.Same(kept, Title(1));
        Title(PublishedWorld.MostWarm + 1);
        Assert.NotSame(kept, Title(1));
        Assert.Equal(("<Titel 1>", "<Titel 1>"), (kept.GetValue("nl"), Title(1).GetValue("nl")));
    }

    [Fact]
    public void Many_threads_asking_for_more_nodes_than_are_kept_see_no_wrong_value()
    {
        Plant(50);
        Parallel.For(0, 5000, index =>
        {
            var id = (index * 31 % 50) + 1;
            Assert.Equal($"<Titel {id}>", Title(id).GetValue("nl"));
        });
    }

    [Fact]
    public void A_draft_that_holds_what_is_published_holds_the_same_objects()
    {
        Plant(2);
        _world.Source.Drafts[PublishedWorld.KeyOf(1)] = PublishedWorld.Page(1, -1, Titled(Fresh("Titel 1")), Year());
        _world.Source.Drafts[PublishedWorld.KeyOf(2)] = PublishedWorld.Page(2, -1, Titled("Anders"), Year());

        var (drafts, published) = (_world.Store.Current(true), _world.Store.Current(false));
        Assert.Same(published.Find(1)!.Record.Values, drafts.Find(1)!.Record.Values);
        Assert.Equal(("Anders", "Titel 2"), (drafts.Find(2)!.Values[0].Source, published.Find(2)!.Values[0].Source));
    }

    private static PublishedValue Titled(string title) => new("title", "nl", title);

    private static PublishedValue Year() => new("year", null, 2020);

    private static string Fresh(string text) => new(text.AsSpan());

    private void Plant(int most) =>
        _world.Commit([.. Enumerable.Range(1, most).Select(id => PublishedWorld.Page(id, -1, Titled($"Titel {id}"), Year()))]);

    private Umbraco.Cms.Core.Models.PublishedContent.IPublishedProperty Title(int id) => _world.Store.Current(false).Find(id)!.GetProperty("title")!;
}

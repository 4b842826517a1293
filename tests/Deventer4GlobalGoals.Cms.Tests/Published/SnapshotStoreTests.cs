using Deventer4GlobalGoals.Cms.Published;

namespace Deventer4GlobalGoals.Cms.Tests.Published;

public class SnapshotStoreTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(300)]
    public void Any_sequence_of_changes_gives_what_a_rebuild_from_scratch_gives(int seed)
    {
        var random = new Random(seed);
        var world = new PublishedWorld();
        world.Store.Current(false);
        for (var round = 0; round < 400; round++)
        {
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                var id = random.Next(1, 60);
                var key = PublishedWorld.KeyOf(id);
                if (random.Next(3) == 0)
                {
                    world.Source.Published.TryRemove(key, out _);
                }
                else
                {
                    var parent = id > 1 && random.Next(3) == 0 ? random.Next(1, id) : -1;
                    world.Source.Published[key] = PublishedWorld.Page(id, parent) with { SortOrder = round };
                }

                world.Store.Mark(key);
            }

            world.Store.Flush();
            if (round % 40 == 0)
            {
                Assert.Equal(Seen(FromScratch(world)), Seen(world.Store));
            }
        }

        Assert.Equal(Seen(FromScratch(world)), Seen(world.Store));
        Assert.NotEmpty(Seen(world.Store));
    }

    [Fact]
    public void A_round_of_marks_swaps_once_and_reads_once()
    {
        var world = new PublishedWorld();
        world.Store.Current(false);
        world.Commit(PublishedWorld.Page(1), PublishedWorld.Page(2, 1), PublishedWorld.Page(3, 2));

        Assert.Equal(1, world.Source.Loads);
        Assert.Equal(3, world.Store.Current(false).Count);
    }

    [Fact]
    public void A_held_snapshot_does_not_change()
    {
        var world = new PublishedWorld();
        world.Commit(PublishedWorld.Page(1));
        var held = world.Store.Current(false);
        world.Source.Published.Clear();
        world.Store.Mark(PublishedWorld.KeyOf(1));
        world.Store.Flush();

        Assert.NotNull(held.Find(1));
        Assert.Null(world.Store.Current(false).Find(1));
    }

    [Fact]
    public void A_page_below_an_unpublished_page_is_out_of_reach_until_that_comes_back()
    {
        var world = new PublishedWorld();
        world.Store.Current(false);
        world.Commit(PublishedWorld.Page(1), PublishedWorld.Page(2, 1), PublishedWorld.Page(3, 2));
        world.Source.Published.TryRemove(PublishedWorld.KeyOf(1), out _);
        world.Store.Mark(PublishedWorld.KeyOf(1));
        world.Store.Flush();
        Assert.Null(world.Store.Current(false).Find(3));

        world.Commit(PublishedWorld.Page(1));
        Assert.Equal(3, world.Store.Current(false).Find(PublishedWorld.KeyOf(3))?.Id);
    }

    [Fact]
    public void Untouched_nodes_are_shared_with_the_snapshot_before()
    {
        var world = new PublishedWorld();
        world.Commit(PublishedWorld.Page(1), PublishedWorld.Page(2));
        var before = world.Store.Current(false);
        world.Commit(PublishedWorld.Page(2));
        var after = world.Store.Current(false);

        Assert.Same(before.Find(1), after.Find(1));
        Assert.NotSame(before.Find(2), after.Find(2));
    }

    [Fact]
    public void Drafts_are_a_snapshot_of_their_own()
    {
        var world = new PublishedWorld();
        world.Source.Drafts[PublishedWorld.KeyOf(9)] = PublishedWorld.Page(9) with { Published = false };

        Assert.Null(world.Store.Current(false).Find(9));
        Assert.False(world.Store.Current(true).Find(9)!.IsPublished());

        world.Source.Drafts.Clear();
        world.Store.Mark(PublishedWorld.KeyOf(9));
        world.Store.Flush();
        Assert.Null(world.Store.Current(true).Find(9));
    }

    [Fact]
    public void A_change_that_could_not_be_read_is_taken_up_by_the_next_flush()
    {
        var world = new PublishedWorld();
        world.Commit(PublishedWorld.Page(1));
        world.Store.Current(false);
        world.Source.Broken = true;
        Assert.Throws<IOException>(() => world.Commit(PublishedWorld.Page(1) with { SortOrder = 7 }));
        Assert.Equal(0, world.Store.Current(false).Find(1)!.SortOrder);

        world.Source.Broken = false;
        world.Store.Flush();
        Assert.Equal(7, world.Store.Current(false).Find(1)!.SortOrder);
    }

    [Fact]
    public async Task Readers_never_see_half_of_a_change()
    {
        var world = new PublishedWorld();
        world.Store.Current(false);
        var ids = Enumerable.Range(1, 20).ToArray();
        world.Commit([.. ids.Select(id => PublishedWorld.Page(id))]);
        using var done = new CancellationTokenSource();

        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                var snapshot = world.Store.Current(false);
                Assert.Single(ids.Select(id => snapshot.Find(id)!.SortOrder).Distinct());
            }
        })).ToArray();
        for (var round = 1; round <= 300; round++)
        {
            world.Commit([.. ids.Select(id => PublishedWorld.Page(id) with { SortOrder = round })]);
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(300, world.Store.Current(false).Find(20)!.SortOrder);
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing()
    {
        var world = new PublishedWorld();
        world.Store.Current(false);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() =>
        {
            for (var page = 1; page <= 50; page++)
            {
                world.Commit(PublishedWorld.Page((writer * 50) + page));
            }
        })));

        Assert.Equal(400, world.Store.Current(false).Count);
    }

    private static SnapshotStore FromScratch(PublishedWorld world) =>
        new(world.Store.Kind, world.Source, world.Services);

    private static List<(int Id, int Sort)> Seen(SnapshotStore store)
    {
        var snapshot = store.Current(false);
        return [.. Enumerable.Range(1, 60)
            .Select(id => (ById: snapshot.Find(id), ByKey: snapshot.Find(PublishedWorld.KeyOf(id))))
            .Where(found => found.ById is not null || found.ByKey is not null)
            .Select(found => (found.ById!.Id, found.ByKey!.SortOrder))];
    }
}

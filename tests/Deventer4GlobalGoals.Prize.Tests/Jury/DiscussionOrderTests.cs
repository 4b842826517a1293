using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Scoring;

namespace Deventer4GlobalGoals.Prize.Tests.Jury;

public sealed class DiscussionOrderTests
{
    [Fact]
    public void Nobody_could_leave_the_room_less_often()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var (entries, recused) = Random(seed, count: 6);
            var fewest = Permutations([.. entries]).Min(order => DiscussionOrder.Exits(order, recused));
            var found = DiscussionOrder.Of(entries, recused);
            Assert.Equal(entries, found.Order());
            Assert.Equal(fewest, DiscussionOrder.Exits(found, recused));
        }
    }

    [Fact]
    public void A_long_agenda_is_never_worse_than_as_it_came()
    {
        var (entries, recused) = Random(seed: 1, count: 40);
        var found = DiscussionOrder.Of(entries, recused);
        Assert.Equal(entries, found.Order());
        Assert.True(DiscussionOrder.Exits(found, recused) <= DiscussionOrder.Exits(entries, recused));
    }

    [Fact]
    public void Without_conflicts_the_order_stays() => Assert.Equal(["c", "a", "b"], DiscussionOrder.Of(["c", "a", "b"], new Dictionary<string, IReadOnlySet<string>>()));

    [Fact]
    public void Nothing_to_discuss_is_an_empty_agenda() => Assert.Empty(DiscussionOrder.Of([], new Dictionary<string, IReadOnlySet<string>>()));

    private static (string[] Entries, Dictionary<string, IReadOnlySet<string>> Recused) Random(int seed, int count)
    {
        var random = new SeededRandom((ulong)seed);
        string[] entries = [.. Enumerable.Range(0, count).Select(number => $"e{number:00}")];
        string[] people = ["p", "q", "r", "s", "t"];
        return (entries, entries.ToDictionary(entry => entry, _ => (IReadOnlySet<string>)people.Where(_ => random.Uniform() < 0.4).ToHashSet()));
    }

    private static IEnumerable<string[]> Permutations(string[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (string[])[first, .. rest]));
}

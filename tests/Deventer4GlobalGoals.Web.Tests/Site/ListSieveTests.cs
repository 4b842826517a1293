using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Site.Lists;

namespace Deventer4GlobalGoals.Web.Tests.Site;

public sealed class ListSieveTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(1));
    private static readonly ListDefinition Definition = ListDefinition.Practices;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void one_walk_finds_and_counts_what_a_scan_per_option_does(int seed)
    {
        var items = CommunityItems.Many(200, seed);
        var query = RandomQuery(new Random(seed));
        var sifted = ListSieve.Sift(items, Definition, query, Now);

        Assert.Equal(items.Where(item => Passes(item, query)), sifted.Found);
        for (var i = 0; i < Definition.Facets.Length; i++)
        {
            var facet = Definition.Facets[i];
            var others = query with { Choices = query.Choices.RemoveAll(choice => choice.Facet == facet.Key) };
            var expected = items
                .SelectMany(item => facet.Values(item, Now))
                .Distinct()
                .Select(value => (value, count: items.Count(item => Passes(item, others) && facet.Values(item, Now).Contains(value))))
                .Where(pair => pair.count > 0)
                .ToDictionary(pair => pair.value, pair => pair.count);
            Assert.Equal(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), sifted.Counts[i].OrderBy(pair => pair.Key, StringComparer.Ordinal));
        }
    }

    [Fact]
    public void choosing_an_option_gives_what_its_count_said()
    {
        var items = CommunityItems.Many(300, 7);
        var start = new ListQuery(string.Empty, [new Choice("doel", "3")], null, 1);
        foreach (var (value, count) in ListSieve.Sift(items, Definition, start, Now).Counts[1])
        {
            Assert.Equal(count, ListSieve.Sift(items, Definition, start.Toggle("sector", value), Now).Found.Count);
        }
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 40)];

    private static ListQuery RandomQuery(Random random)
    {
        Choice[] options =
        [
            new("doel", "1"), new("doel", "3"), new("sector", "ICT"), new("sector", "Sport"), new("grootte", "1 tot 9 medewerkers"), new("jaar", "2018"),
        ];
        return new ListQuery(string.Empty, [.. options.Where(_ => random.Next(3) == 0)], null, 1);
    }

    private static bool Passes(CommunityItem item, ListQuery query) =>
        Definition.Facets.All(facet =>
            query.Choices.Where(choice => choice.Facet == facet.Key).ToList() is var chosen
            && (chosen.Count == 0 || chosen.Exists(choice => facet.Values(item, Now).Contains(choice.Value))));
}

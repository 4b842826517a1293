using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Tests.Site;

/// <summary>Made-up items, the same for the same seed.</summary>
internal static class CommunityItems
{
    private static readonly string[] Sectors = ["Bouw en wonen", "ICT", "Sport", "Zorg en welzijn"];
    private static readonly string[] Sizes = ["1 tot 9 medewerkers", "10 tot 49 medewerkers"];

    public static CommunityItem Item(int id, ItemKind kind = ItemKind.Practice) => new(new Guid(id, 0, 0, new byte[8]), kind)
    {
        Path = [-1, 1, id],
        SortOrder = id,
        Texts = [new ItemTexts("nl", $"Item {id}", string.Empty, string.Empty)],
    };

    public static CommunityItem[] Many(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(1, count).Select(id => Random(id, random))];
    }

    private static CommunityItem Random(int id, Random random)
    {
        var goals = Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(1, 6)).Distinct().ToArray();
        return Item(id) with
        {
            Goals = [.. goals.Select((goal, index) => new ItemGoal(goal, index == 0))],
            Targets = [.. goals.Where(_ => random.Next(2) == 0).Select(goal => TargetCode.Parse($"{goal}.1"))],
            GoalValues = [.. goals.Select(goal => $"{goal}")],
            Sectors = [.. Sectors.Where(_ => random.Next(3) == 0)],
            Size = random.Next(3) is var size && size < Sizes.Length ? [Sizes[size]] : [],
            Years = [.. Enumerable.Range(2018, random.Next(3)).Select(year => $"{year}")],
        };
    }
}

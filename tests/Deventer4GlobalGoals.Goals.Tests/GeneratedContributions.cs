namespace Deventer4GlobalGoals.Goals.Tests;

/// <summary>Lists of valid contributions from a seeded source: no goal or target twice, every field present about half the time.</summary>
internal static class GeneratedContributions
{
    private const string Letters = "abc é ü € \"'<>&\\/\t\n%|{}[]😀";

    public static IReadOnlyList<Contribution> List(Random random)
    {
        Contribution[] all =
        [
            .. GoalCatalogue.Default.Goals.Select(goal => new Contribution(goal.Number)),
            .. GoalCatalogue.Default.Targets.Select(target => new Contribution(target.Code)),
        ];
        random.Shuffle(all);
        return [.. all.Take(random.Next(8)).Select(start => Filled(random, start))];
    }

    private static Contribution Filled(Random random, Contribution start) => start with
    {
        Role = random.GetItems(Enum.GetValues<ContributionRole>(), 1)[0],
        Direction = random.GetItems(Enum.GetValues<ContributionDirection>(), 1)[0],
        Source = random.GetItems(Enum.GetValues<ContributionSource>(), 1)[0],
        Claim = Coin(random) ? Text(random, ContributionJson.LongestClaim) : null,
        Evidence = Evidence(random) is { IsEmpty: false } evidence ? evidence : null,
        ConfirmedBy = Coin(random) ? Text(random, ContributionJson.LongestName) : null,
        ConfirmedAt = Coin(random) ? new DateTimeOffset(random.NextInt64(DateTime.MaxValue.Ticks), TimeSpan.Zero) : null,
    };

    private static Evidence Evidence(Random random) => new(
        Coin(random) ? new decimal(random.Next(), random.Next(), random.Next(), Coin(random), (byte)random.Next(29)) : null,
        Coin(random) ? Text(random, ContributionJson.LongestUnit) : null,
        Coin(random) ? random.Next(Goals.Evidence.EarliestYear, Goals.Evidence.LatestYear + 1) : null,
        Coin(random) ? new Uri($"{(Coin(random) ? "http" : "https")}://voorbeeld-{random.Next()}.nl/pad?q={Uri.EscapeDataString(Text(random, 20))}") : null);

    private static string Text(Random random, int longest)
    {
        var runes = Letters.EnumerateRunes().ToArray();
        var middle = string.Concat(random.GetItems(runes, random.Next((longest / 2) - 1)).Select(rune => rune.ToString()));
        return $"x{middle}x";
    }

    private static bool Coin(Random random) => random.Next(2) == 0;
}

namespace Deventer4GlobalGoals.Prize.Audience;

/// <summary>What of a vote of the public shows misuse: when it came, and from which network. Not for whom.</summary>
/// <param name="At">When; it is looked at by its slot.</param>
/// <param name="Network">The same text for the same network.</param>
public readonly record struct VoteMark(DateTimeOffset At, string Network);

/// <summary>Many votes from one network shortly after each other.</summary>
/// <param name="From">Beginning of its first slot.</param>
/// <param name="Until">End of its last slot.</param>
/// <param name="Network">Where they came from.</param>
/// <param name="Votes">How many.</param>
public sealed record VoteBurst(DateTimeOffset From, DateTimeOffset Until, string Network, int Votes)
{
    public bool Has(VoteMark vote) => vote.Network == Network && vote.At >= From && vote.At < Until;
}

/// <summary>Finds bursts, for a person to judge: a hall full of people makes one too.</summary>
public static class VoteBursts
{
    /// <summary>From this many votes of one network, in two slots that follow each other, it is a burst.</summary>
    public const int Many = 10;

    /// <summary>Votes are dated to this.</summary>
    public static readonly TimeSpan Slot = TimeSpan.FromMinutes(10);

    /// <summary>Beginning of the slot that a moment is in, in UTC.</summary>
    public static DateTimeOffset SlotOf(DateTimeOffset moment) => At(Number(moment));

    /// <summary>What follows each other without a slot between is one burst. By time, then network.</summary>
    public static IReadOnlyList<VoteBurst> Find(IEnumerable<VoteMark> votes)
    {
        ArgumentNullException.ThrowIfNull(votes);
        return [.. votes.GroupBy(vote => vote.Network).SelectMany(Of).OrderBy(burst => burst.From).ThenBy(burst => burst.Network, StringComparer.Ordinal)];
    }

    private static IEnumerable<VoteBurst> Of(IGrouping<string, VoteMark> network)
    {
        var counts = network.CountBy(vote => Number(vote.At)).ToDictionary();
        long? first = null;
        var votes = 0;
        foreach (var slot in counts.Keys.Order())
        {
            if (!IsHot(counts, slot))
            {
                continue;
            }

            first ??= slot;
            votes += counts[slot];
            if (!IsHot(counts, slot + 1))
            {
                yield return new VoteBurst(At(first.Value), At(slot + 1), network.Key, votes);
                (first, votes) = (null, 0);
            }
        }
    }

    /// <summary>Whether a slot has votes, and enough of them with its busiest neighbour.</summary>
    private static bool IsHot(Dictionary<long, int> counts, long slot) =>
        counts.TryGetValue(slot, out var here) && here + Math.Max(counts.GetValueOrDefault(slot - 1), counts.GetValueOrDefault(slot + 1)) >= Many;

    private static long Number(DateTimeOffset moment) => moment.UtcTicks / Slot.Ticks;

    private static DateTimeOffset At(long slot) => new(slot * Slot.Ticks, TimeSpan.Zero);
}

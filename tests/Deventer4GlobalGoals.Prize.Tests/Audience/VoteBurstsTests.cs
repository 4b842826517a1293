using Deventer4GlobalGoals.Prize.Audience;
using Deventer4GlobalGoals.Prize.Scoring;

namespace Deventer4GlobalGoals.Prize.Tests.Audience;

/// <summary>When votes of the public are worth a look.</summary>
public sealed class VoteBurstsTests
{
    private static readonly DateTimeOffset Start = new(2027, 1, 10, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("10", "0-1:10")]
    [InlineData("9", "")]
    [InlineData("5 5", "0-2:10")]
    [InlineData("5 4 5", "")]
    [InlineData("5 0 5", "")]
    [InlineData("1 9 1 8", "0-3:11")]
    [InlineData("10 0 12", "0-1:10 2-3:12")]
    [InlineData("0 6 6 6 1", "1-4:18")]
    public void Ten_from_one_network_in_two_slots_that_follow_each_other_are_a_burst(string slots, string expected)
    {
        var votes = slots.Split(' ').SelectMany((count, slot) => Enumerable.Repeat(At(slot, "a"), int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(expected, string.Join(' ', VoteBursts.Find(votes).Select(burst => $"{SlotsTo(burst.From)}-{SlotsTo(burst.Until)}:{burst.Votes}")));
    }

    [Fact]
    public void Ten_people_of_ten_networks_are_none() => Assert.Empty(VoteBursts.Find(Enumerable.Range(0, 10).Select(one => At(0, $"{one}"))));

    [Fact]
    public void A_slot_is_of_ten_minutes_and_says_the_same_in_every_zone()
    {
        var moment = new DateTimeOffset(2027, 1, 10, 10, 19, 59, TimeSpan.FromHours(1));
        Assert.Equal(Start.AddMinutes(10), VoteBursts.SlotOf(moment));
        Assert.Equal(TimeSpan.Zero, VoteBursts.SlotOf(moment).Offset);
    }

    [Fact]
    public void Any_votes_in_any_order_give_what_counting_every_pair_of_slots_gives()
    {
        for (var seed = 0UL; seed < 400; seed++)
        {
            var random = new SeededRandom(seed);
            var votes = Enumerable.Range(0, Below(random, 90)).Select(_ => new VoteMark(Start.AddMinutes(Below(random, 90)), Below(random, 2) == 0 ? "a" : "b")).ToList();
            var found = VoteBursts.Find(votes);
            Assert.Equal(Counted(votes), found.Select(burst => (burst.Network, SlotsTo(burst.From), SlotsTo(burst.Until), burst.Votes)).Order());
            Assert.Equal(found, VoteBursts.Find(votes.OrderBy(_ => random.Next()).ToList()));
            Assert.All(found, burst => Assert.Equal(burst.Votes, votes.Count(burst.Has)));
        }
    }

    /// <summary>Slot by slot: those that are in some pair with enough votes, and have some themselves; joined where they touch.</summary>
    private static IEnumerable<(string Network, int From, int Until, int Votes)> Counted(List<VoteMark> votes)
    {
        var bursts = new List<(string, int, int, int)>();
        foreach (var network in new[] { "a", "b" })
        {
            int In(int slot) => votes.Count(vote => vote.Network == network && vote.At >= Start.AddMinutes(slot * 10) && vote.At < Start.AddMinutes((slot + 1) * 10));
            bool Hot(int slot) => In(slot) > 0 && new[] { slot - 1, slot }.Any(first => In(first) + In(first + 1) >= 10);
            for (var slot = 0; slot < 10; slot++)
            {
                if (!Hot(slot))
                {
                    continue;
                }

                var end = slot;
                while (Hot(end))
                {
                    end++;
                }

                bursts.Add((network, slot, end, Enumerable.Range(slot, end - slot).Sum(In)));
                slot = end;
            }
        }

        return bursts.Order();
    }

    private static VoteMark At(int slot, string network) => new(Start.AddMinutes(slot * 10), network);

    private static int SlotsTo(DateTimeOffset moment) => (int)((moment - Start) / VoteBursts.Slot);

    private static int Below(SeededRandom random, int limit) => (int)(random.Next() % (ulong)limit);
}

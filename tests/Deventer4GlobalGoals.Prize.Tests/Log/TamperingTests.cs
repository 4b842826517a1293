using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Prize.Tests.Log;

public sealed class TamperingTests
{
    private static readonly PrizeLog Sound = SampleLog.Decided();

    [Fact]
    public void A_log_that_nobody_touched_verifies_and_folds_to_the_same()
    {
        Assert.Null(LogCheck.Verify(Sound.Entries, Sound.Head));
        var read = PrizeLog.Read(Sound.Entries, Sound.Head);
        Assert.Equal(Sound.Head, read.Head);
        Assert.Equal(Sound.State!.Counting(), read.State!.Counting());
        Assert.Equal(Sound.State.Edition, read.State.Edition);
    }

    [Fact]
    public void Every_field_of_every_line_that_is_changed_is_found_at_that_line()
    {
        foreach (var entry in Sound.Entries)
        {
            LogEntry[] changed =
            [
                entry with { Number = entry.Number + 1 },
                entry with { At = entry.At.AddTicks(1) },
                entry with { Actor = entry.Actor + "x" },
                entry with { Event = entry.Event + " " },
                entry with { Previous = Other(entry.Previous) },
                entry with { Hash = Other(entry.Hash) },
            ];
            Assert.All(changed, line => Assert.Equal(entry.Number, LogCheck.Verify(With(line))!.Number));
        }
    }

    [Fact]
    public void Every_value_inside_every_event_that_is_changed_is_found_at_that_line()
    {
        var flips = 0;
        foreach (var entry in Sound.Entries)
        {
            foreach (var path in JsonFlip.Leaves(JsonNode.Parse(entry.Event)))
            {
                var changed = entry with { Event = CanonicalJson.Rewrite(JsonFlip.At(JsonNode.Parse(entry.Event)!, path).ToJsonString()) };
                Assert.Equal(entry.Number, LogCheck.Verify(With(changed))!.Number);
                flips++;
            }
        }

        Assert.True(flips > 200);
    }

    [Fact]
    public void Who_also_makes_the_hash_fit_is_found_at_the_next_line_or_at_the_head()
    {
        foreach (var entry in Sound.Entries)
        {
            var changed = entry with { Actor = "iemand" };
            changed = changed with { Hash = changed.Expected() };
            Assert.Equal(entry.Number + 1, LogCheck.Verify(With(changed), Sound.Head)!.Number);
        }
    }

    [Fact]
    public void A_line_that_is_left_out_put_in_or_moved_is_found()
    {
        for (var place = 0; place < Sound.Entries.Count; place++)
        {
            var lines = Sound.Entries.ToList();
            var line = lines[place];
            lines.RemoveAt(place);
            Assert.Equal(place + 1, LogCheck.Verify(lines, Sound.Head)!.Number);
            lines.Insert(place, line);
            lines.Insert(place, line);
            Assert.Equal(place + 2, LogCheck.Verify(lines, Sound.Head)!.Number);
        }
    }

    [Fact]
    public void A_line_that_could_not_have_happened_is_found_also_when_every_hash_fits()
    {
        var lines = new List<LogEntry>();
        foreach (var entry in Sound.Entries)
        {
            var happened = entry.Read() is BallotCast { Ballot.Juror: "cato" } ? SampleLog.Cast("e3", "cato", 1, 10) : entry.Read();
            lines.Add(LogEntry.After(lines.Count == 0 ? null : lines[^1], happened, entry.Actor, entry.At));
        }

        var first = Sound.Entries.First(entry => entry.Read() is BallotCast { Ballot.Juror: "cato" }).Number;
        Assert.Null(LogCheck.Verify(lines));
        Assert.Equal(first, Assert.Throws<TamperedLogException>(() => PrizeLog.Read(lines)).Fault.Number);
    }

    private static LogEntry[] With(LogEntry changed) => [.. Sound.Entries.Select((entry, place) => place == PlaceOf(changed) ? changed : entry)];

    // By what was left as it is: the number itself may be what changed.
    private static int PlaceOf(LogEntry changed) => Enumerable.Range(0, Sound.Entries.Count).Single(place =>
    {
        var entry = Sound.Entries[place];
        return new[] { entry.Previous == changed.Previous, entry.Hash == changed.Hash, entry.Number == changed.Number }.Count(same => same) >= 2;
    });

    private static string Other(string hash) => (hash[0] == 'a' ? 'b' : 'a') + hash[1..];
}

using System.Globalization;
using System.Text.Json;
using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Prize.Log;

/// <summary>One line of the log. Each holds the hash of the one before it, so none can change without the rest showing it.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Actor">Who, by pseudonym.</param>
/// <param name="Event">The <see cref="PrizeEvent"/> as canonical JSON.</param>
/// <param name="Previous">The hash of the line before it; <see cref="Start"/> for the first.</param>
/// <param name="Hash">SHA-256 of everything above, as canonical JSON.</param>
public sealed record LogEntry(long Number, DateTimeOffset At, string Actor, string Event, string Previous, string Hash)
{
    /// <summary>What stands in for a hash before the first line.</summary>
    public static readonly string Start = new('0', Fingerprint.Length);

    /// <summary>What the hash of this line should be.</summary>
    public string Expected() => HashOf(Number, At, Actor, Event, Previous);

    /// <exception cref="JsonException">This isn't an event.</exception>
    public PrizeEvent Read() => CanonicalJson.Read<PrizeEvent>(Event);

    internal static LogEntry After(LogEntry? last, PrizeEvent happened, string actor, DateTimeOffset at)
    {
        var number = (last?.Number ?? 0) + 1;
        var previous = last?.Hash ?? Start;
        var written = CanonicalJson.Write(happened);
        return new LogEntry(number, at.ToUniversalTime(), actor, written, previous, HashOf(number, at, actor, written, previous));
    }

    private static string HashOf(long number, DateTimeOffset at, string actor, string written, string previous) => Fingerprint.Of(CanonicalJson.Write(new
    {
        number,
        at,
        actor,
        @event = written,
        previous,
    }));
}

/// <summary>What is wrong with a log, and from which line on.</summary>
/// <param name="Number">The place in the log, from 1, of the first line that can't be trusted.</param>
/// <param name="Message">What, in English.</param>
public sealed record LogFault(long Number, string Message);

/// <summary>Checks the chain.</summary>
public static class LogCheck
{
    /// <param name="entries">The log as it is now, in order.</param>
    /// <param name="head">The hash that was printed of its last line then; null when there is none to compare with. Lines may have been added since.</param>
    /// <returns>The first fault; null when there is none.</returns>
    public static LogFault? Verify(IEnumerable<LogEntry> entries, string? head = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var (place, previous, isFound) = (0L, LogEntry.Start, head is null || head == LogEntry.Start);
        foreach (var entry in entries)
        {
            place++;
            if (Fault(entry, place, previous) is { } message)
            {
                return new LogFault(place, message);
            }

            previous = entry.Hash;
            isFound |= previous == head;
        }

        return isFound
            ? null
            : new LogFault(place + 1, Say($"The log ends at line {place} with {previous}, and no line has the {head} that was printed: lines are missing, or all were written anew."));
    }

    private static string? Fault(LogEntry entry, long place, string previous)
    {
        if (entry.Number != place)
        {
            return Say($"Line {place} says it is line {entry.Number}: one is missing, or was put in.");
        }

        if (entry.Previous != previous)
        {
            return Say($"Line {place} doesn't follow on the line before it.");
        }

        try
        {
            if (entry.Hash != entry.Expected())
            {
                return Say($"Line {place} was changed: its hash doesn't fit what it says.");
            }

            if (CanonicalJson.Write(entry.Read()) != entry.Event)
            {
                return Say($"Line {place} isn't written in the one form.");
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or NotSupportedException)
        {
            return Say($"Line {place} can't be read: {unreadable.Message}");
        }

        return null;
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

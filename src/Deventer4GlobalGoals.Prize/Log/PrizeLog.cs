namespace Deventer4GlobalGoals.Prize.Log;

/// <summary>
/// The log of one edition with what follows from it. Lines are only ever added; a line that the rules don't allow is refused,
/// so what is in the log can always be folded again.
/// </summary>
public sealed class PrizeLog
{
    private PrizeLog(IReadOnlyList<LogEntry> entries, EditionState? state)
    {
        Entries = entries;
        State = state;
    }

    public static PrizeLog Empty { get; } = new([], null);

    public IReadOnlyList<LogEntry> Entries { get; }

    /// <summary>What the lines come down to; null before the first.</summary>
    public EditionState? State { get; }

    /// <summary>The hash of the last line: whoever has it can tell that no line before it changed.</summary>
    public string Head => Entries.Count == 0 ? LogEntry.Start : Entries[^1].Hash;

    /// <returns>The log with one line more.</returns>
    /// <exception cref="EventRefusedException">It can't happen in this state.</exception>
    public PrizeLog Add(PrizeEvent happened, string actor, DateTimeOffset at)
    {
        var state = EditionState.After(State, happened, at, actor);
        return new PrizeLog([.. Entries, LogEntry.After(Entries.Count == 0 ? null : Entries[^1], happened, actor, at)], state);
    }

    /// <summary>Reads a stored log.</summary>
    /// <exception cref="TamperedLogException">A line was changed, left out, put in, or can't have happened.</exception>
    public static PrizeLog Read(IReadOnlyList<LogEntry> entries, string? head = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (LogCheck.Verify(entries, head) is { } fault)
        {
            throw new TamperedLogException(fault);
        }

        EditionState? state = null;
        foreach (var entry in entries)
        {
            try
            {
                state = EditionState.After(state, entry.Read(), entry.At, entry.Actor);
            }
            catch (EventRefusedException refused)
            {
                throw new TamperedLogException(new LogFault(entry.Number, refused.Message));
            }
        }

        return new PrizeLog([.. entries], state);
    }
}

/// <summary>The log isn't what it was.</summary>
public sealed class TamperedLogException(LogFault fault) : FormatException(fault.Message)
{
    public LogFault Fault { get; } = fault;

    /// <summary>Of which edition, when whoever read it knows.</summary>
    public int? Year { get; init; }
}

/// <summary>This can't happen in the state the edition is in.</summary>
/// <param name="code">Stable, so that a screen can say it in its own language.</param>
/// <param name="message">What, in English.</param>
public sealed class EventRefusedException(string code, string message) : InvalidOperationException(message)
{
    public string Code { get; } = code;
}

using System.Collections.Concurrent;
using System.Text.Json;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Records;

/// <summary>One year of the prize as it is now.</summary>
/// <param name="Year">What it is called after.</param>
/// <param name="Draft">The rules before opening.</param>
/// <param name="DraftVersion">Of the draft: whoever changes it says which version they read.</param>
/// <param name="Log">Empty before opening.</param>
public sealed record EditionNow(int Year, Rulebook Draft, int DraftVersion, PrizeLog Log)
{
    /// <summary>Null before opening.</summary>
    public EditionState? State => Log.State;

    public Phase Phase => State?.Edition.Phase ?? Phase.Draft;

    public Rulebook Rulebook => State?.Rulebook ?? Draft;

    public string Hash => State?.Edition.Rules.Hash ?? Draft.Hash();
}

/// <summary>The folded logs, kept between requests. What the database says goes before what is kept here.</summary>
public sealed class EditionCache
{
    private readonly ConcurrentDictionary<int, PrizeLog> _logs = new();

    /// <summary>An edition is now another than it was, for all to see.</summary>
    public event Action? Changed;

    internal PrizeLog? Find(int year, long length) =>
        length == 0 ? PrizeLog.Empty : _logs.TryGetValue(year, out var log) && log.Entries.Count == length ? log : null;

    internal void Tell() => Changed?.Invoke();

    internal void Keep(int year, PrizeLog log) => _logs.AddOrUpdate(year, log, (_, known) => known.Entries.Count > log.Entries.Count ? known : log);
}

/// <summary>Somebody else was first.</summary>
public sealed class StaleEditionException(string message) : InvalidOperationException(message);

/// <summary>
/// Reads editions and writes their logs. An edition has one writer at a time; a line is in the database before anybody hears that it is, and
/// what is changed beside it is changed with it or not at all.
/// </summary>
public sealed partial class Editions(SiteDb db, EditionCache cache, MailSignal mail, ILogger<Editions> logger, TimeProvider time)
{
    /// <summary>Those that can be read. One whose log isn't what was written keeps no other from being shown or announced.</summary>
    public async Task<IReadOnlyList<EditionNow>> AllAsync(CancellationToken cancellation)
    {
        var all = new List<EditionNow>();
        foreach (var year in await YearsAsync(cancellation))
        {
            if (await FindSoundAsync(year, cancellation) is { } edition)
            {
                all.Add(edition);
            }
        }

        return all;
    }

    /// <summary>Of all editions, the newest first; also of one that can't be read.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellation) =>
        await db.Set<EditionRow>().AsNoTracking().OrderByDescending(row => row.Year).Select(row => row.Year).ToListAsync(cancellation);

    /// <summary>Null when its log isn't what was written, as when there is no such edition: for what is about more editions than one.</summary>
    public async Task<EditionNow?> FindSoundAsync(int year, CancellationToken cancellation)
    {
        try
        {
            return await FindAsync(year, cancellation);
        }
        catch (TamperedLogException)
        {
            return null;
        }
    }

    /// <summary>Null when there is no such edition.</summary>
    /// <exception cref="TamperedLogException">The log isn't what was written; our own log says so too.</exception>
    public async Task<EditionNow?> FindAsync(int year, CancellationToken cancellation)
    {
        // One question, whether there is a draft, an edition or neither: how long it takes tells nobody which.
        var found = await db.Set<EditionRow>().AsNoTracking().Where(row => row.Year == year)
            .Select(row => new { Row = row, Length = db.Set<PrizeLogRow>().LongCount(line => line.Year == row.Year) })
            .SingleOrDefaultAsync(cancellation);
        return found is null
            ? null
            : new EditionNow(year, DraftOf(found.Row), found.Row.Version, await LogAsync(year, found.Length, cancellation));
    }

    /// <returns>False when there is an edition of that year already.</returns>
    public async Task<bool> AddAsync(Rulebook draft, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        await using var transaction = await db.BeginAsync(Name(draft.Year), cancellation);
        if (await db.Set<EditionRow>().AnyAsync(row => row.Year == draft.Year, cancellation))
        {
            return false;
        }

        var now = time.GetUtcNow();
        db.Add(new EditionRow { Year = draft.Year, Rulebook = CanonicalJson.Write(draft), Hash = draft.Hash(), Version = 1, CreatedAt = now, ChangedAt = now });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        cache.Tell();
        return true;
    }

    /// <summary>Changes the rules of a draft. The year stays.</summary>
    /// <exception cref="StaleEditionException">Somebody changed it meanwhile, or it was opened.</exception>
    public async Task RedraftAsync(Rulebook draft, int version, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        await using var transaction = await db.BeginAsync(Name(draft.Year), cancellation);
        if (await db.Set<PrizeLogRow>().AnyAsync(row => row.Year == draft.Year, cancellation))
        {
            throw new StaleEditionException("The edition was opened meanwhile: its rules change by amendment.");
        }

        var (rules, hash, now) = (CanonicalJson.Write(draft), draft.Hash(), time.GetUtcNow());
        var changed = await db.Set<EditionRow>().Where(row => row.Year == draft.Year && row.Version == version).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Rulebook, rules).SetProperty(row => row.Hash, hash)
                .SetProperty(row => row.Version, version + 1).SetProperty(row => row.ChangedAt, now),
            cancellation);
        if (changed == 0)
        {
            throw new StaleEditionException("Somebody else changed this draft meanwhile.");
        }

        await transaction.CommitAsync(cancellation);
        cache.Tell();
    }

    /// <summary>Writes down what happened, together with the changes that wait in the context.</summary>
    /// <param name="year">Of which edition.</param>
    /// <param name="actor">Who, by pseudonym.</param>
    /// <param name="decide">From the state as nobody else can change it now; null before opening.</param>
    /// <param name="expectedHead">Refuses when the log has grown since; null when that doesn't matter.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <exception cref="EventRefusedException">The rules of the room don't allow it; nothing was written.</exception>
    /// <exception cref="StaleEditionException">The log has grown.</exception>
    public async Task<PrizeLog> AppendAsync(
        int year, string actor, Func<EditionState?, Task<IReadOnlyList<PrizeEvent>>> decide, string? expectedHead = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(decide);
        await using var transaction = await db.BeginAsync(Name(year), cancellation);
        var before = await LogAsync(year, cancellation);
        if (expectedHead is not null && expectedHead != before.Head)
        {
            throw new StaleEditionException("Something happened in this edition meanwhile.");
        }

        var now = time.GetUtcNow();
        var after = (await decide(before.State)).Aggregate(before, (log, happened) => log.Add(happened, actor, now));
        db.AddRange(after.Entries.Skip(before.Entries.Count).Select(line => new PrizeLogRow
        {
            Year = year,
            Number = line.Number,
            At = line.At,
            Actor = line.Actor,
            Event = line.Event,
            Previous = line.Previous,
            Hash = line.Hash,
        }));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);

        // Saving rang already, but until now nobody else could see what waits.
        mail.Wake();
        cache.Keep(year, after);
        cache.Tell();
        return after;
    }

    private async Task<PrizeLog> LogAsync(int year, CancellationToken cancellation) =>
        await LogAsync(year, await db.Set<PrizeLogRow>().LongCountAsync(row => row.Year == year, cancellation), cancellation);

    private async Task<PrizeLog> LogAsync(int year, long length, CancellationToken cancellation)
    {
        if (cache.Find(year, length) is { } known)
        {
            return known;
        }

        var lines = await db.Set<PrizeLogRow>().AsNoTracking().Where(row => row.Year == year).OrderBy(row => row.Number).ToListAsync(cancellation);
        try
        {
            var log = PrizeLog.Read([.. lines.Select(line => new LogEntry(line.Number, line.At, line.Actor, line.Event, line.Previous, line.Hash))]);
            cache.Keep(year, log);
            return log;
        }
        catch (TamperedLogException tampered)
        {
            throw Unsound(year, tampered.Fault);
        }
    }

    private Rulebook DraftOf(EditionRow row)
    {
        try
        {
            return CanonicalJson.Read<Rulebook>(row.Rulebook);
        }
        catch (JsonException unreadable)
        {
            // Before the first line stands what it was drafted from.
            throw Unsound(row.Year, new LogFault(0, $"The rules as they were drafted can't be read: {unreadable.Message}"));
        }
    }

    private TamperedLogException Unsound(int year, LogFault fault)
    {
        var tampered = new TamperedLogException(fault) { Year = year };
        LogTampered(year, fault.Number, tampered);
        return tampered;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The log of the prize of {Year} is not what was written, from line {Line} on. `prize verify --edition {Year}` says more.")]
    private partial void LogTampered(int year, long line, Exception tampered);

    private static string Name(int year) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"prize/{year}");
}

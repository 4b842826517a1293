using System.Globalization;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;

/// <summary>Somebody who wants to come.</summary>
public sealed record NewRegistration(string Name, string Email, int Seats, string? Needs, string Culture);

/// <summary>
/// Who comes. Places are given in order of arrival; who cancels makes room for whoever waits longest. Giving a place and putting its mail in
/// the queue is one transaction, and one meeting is handled by one at a time. Nobody gets a place in what is over, called off or not on the site.
/// </summary>
public sealed class Registrations(SiteDb db, Outbox outbox, RegistrationMails mails, SiteOrigin origin, TimeProvider time)
{
    /// <summary>Most people in one registration.</summary>
    public const int MostSeats = 5;

    /// <summary>How long a registration is kept: past the meeting, and past the next year's report. The privacy page says so too.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(548);

    /// <summary>How long after the meeting needs are kept.</summary>
    public static readonly TimeSpan NeedsKept = TimeSpan.FromDays(7);

    /// <summary>By this name one meeting is handled by one at a time.</summary>
    internal static string LockOf(Guid meetingKey) => meetingKey.ToString("N", CultureInfo.InvariantCulture);

    /// <summary>
    /// Gives a place, or a place on the waiting list. An address that is registered already is mailed how that stands; as much is read and written for it, so that
    /// nobody hears from how long the answer takes who comes.
    /// </summary>
    /// <returns>The registration; the one that is there already when this address is registered.</returns>
    public async Task<RegistrationRow> AddAsync(MeetingPlaces meeting, NewRegistration wanted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(wanted);
        await using var transaction = await BeginAsync(meeting.Key, cancellation);
        var row = await OfAddressAsync(meeting.Key, wanted.Email, cancellation);
        var isFree = await IsFreeAsync(meeting, wanted.Seats, cancellation);
        if (row is not null)
        {
            outbox.Add(mails.Again(meeting, row, Guid.NewGuid()));
            await db.Set<RegistrationRow>().Where(one => one.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Told, meeting.News), cancellation);
            return await SavedAsync(row);
        }

        row = new RegistrationRow
        {
            Key = Guid.NewGuid(),
            MeetingKey = meeting.Key,
            Name = wanted.Name,
            Email = wanted.Email,
            Seats = wanted.Seats,
            Needs = wanted.Needs,
            NeedsUntil = wanted.Needs is null ? null : meeting.NeedsUntil,
            Culture = wanted.Culture,
            State = isFree ? RegistrationState.Placed : RegistrationState.Waiting,
            At = time.GetUtcNow(),
            Told = meeting.News,
        };
        db.Add(row);
        outbox.Add(isFree ? mails.Placed(meeting, row) : mails.Waiting(meeting, row));
        return await SavedAsync(row);

        async Task<RegistrationRow> SavedAsync(RegistrationRow saved)
        {
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            outbox.Wake();
            return saved;
        }
    }

    /// <summary>Takes somebody off the list, and lets the next one in. Twice does no harm.</summary>
    public async Task CancelAsync(MeetingPlaces meeting, Guid key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        await using var transaction = await BeginAsync(meeting.Key, cancellation);
        var row = await db.Set<RegistrationRow>().SingleAsync(one => one.Key == key && one.MeetingKey == meeting.Key, cancellation);
        if (row.State == RegistrationState.Cancelled)
        {
            return;
        }

        var hadPlace = row.State == RegistrationState.Placed;
        row.State = RegistrationState.Cancelled;
        row.Needs = null;
        outbox.Add(mails.Cancelled(meeting, row, hadPlace));
        await db.SaveChangesAsync(cancellation);
        await MoveUpAsync(meeting, cancellation);
        await transaction.CommitAsync(cancellation);
        outbox.Wake();
    }

    /// <summary>Takes these away as if they had never been, and lets in whoever waits. Wants a transaction of whoever asks, who wakes the sender of mail after it.</summary>
    /// <param name="meetingKey">Of the meeting.</param>
    /// <param name="keys">Of the registrations.</param>
    /// <param name="meeting">Null when it isn't on the site any more: then nobody moves up.</param>
    /// <param name="cancellation">Until it is saved.</param>
    public async Task EraseAsync(Guid meetingKey, IReadOnlyList<Guid> keys, MeetingPlaces? meeting, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(keys);
        await db.LockAsync(LockOf(meetingKey), cancellation);
        await db.Set<RegistrationRow>().Where(row => row.MeetingKey == meetingKey && keys.Contains(row.Key)).ExecuteDeleteAsync(cancellation);
        if (meeting is not null)
        {
            await MoveUpAsync(meeting, cancellation);
        }
    }

    /// <summary>Another number of people, or other needs. More people only as far as there is room that nobody waits for; who waits keeps their place in the line.</summary>
    /// <returns>False when there is no room for so many: then nothing changed.</returns>
    public async Task<bool> ChangeAsync(MeetingPlaces meeting, Guid key, int seats, string? needs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        await using var transaction = await BeginAsync(meeting.Key, cancellation);
        var row = await db.Set<RegistrationRow>().SingleAsync(one => one.Key == key && one.MeetingKey == meeting.Key, cancellation);
        var more = seats - row.Seats;
        if (row.State == RegistrationState.Cancelled
            || (more > 0 && (!meeting.Holds(seats) || (row.State == RegistrationState.Placed && !await IsFreeAsync(meeting, more, cancellation)))))
        {
            return false;
        }

        row.Seats = seats;
        row.Needs = needs;
        row.NeedsUntil = needs is null ? null : meeting.NeedsUntil;
        await db.SaveChangesAsync(cancellation);
        await MoveUpAsync(meeting, cancellation);
        await transaction.CommitAsync(cancellation);
        outbox.Wake();
        return true;
    }

    /// <summary>Mails what an editor wrote. The same message twice is sent once.</summary>
    /// <returns>How many mails were added.</returns>
    public async Task<int> TellAsync(MeetingPlaces meeting, Func<RegistrationRow, bool> reaches, Guid once, string subject, string text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(reaches);
        await using var transaction = await BeginAsync(meeting.Key, cancellation);
        var all = (await OfAsync(meeting.Key, cancellation)).Where(reaches).Select(row => mails.Message(meeting, row, once, subject, text)).ToList();
        var left = await outbox.NewAsync(all, cancellation);
        left.ForEach(outbox.Add);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        outbox.Wake();
        return left.Count;
    }

    /// <summary>Lets in whoever waits, as far as there is room: after somebody cancelled, or when the meeting got more places.</summary>
    public async Task FillAsync(MeetingPlaces meeting, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        if (!await db.Set<RegistrationRow>().AnyAsync(row => row.MeetingKey == meeting.Key && row.State == RegistrationState.Waiting, cancellation))
        {
            return;
        }

        await using var transaction = await BeginAsync(meeting.Key, cancellation);
        await MoveUpAsync(meeting, cancellation);
        await transaction.CommitAsync(cancellation);
        outbox.Wake();
    }

    public Task<RegistrationRow?> FindAsync(Guid key, CancellationToken cancellation) =>
        db.Set<RegistrationRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Key == key, cancellation);

    public async Task<IReadOnlyList<RegistrationRow>> OfAsync(Guid meetingKey, CancellationToken cancellation) =>
        await db.Set<RegistrationRow>().AsNoTracking().Where(row => row.MeetingKey == meetingKey && row.State != RegistrationState.Cancelled)
            .OrderBy(row => row.Id).ToListAsync(cancellation);

    /// <summary>The place on the waiting list, from 1.</summary>
    public Task<int> PlaceInLineAsync(RegistrationRow row, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(row);
        return db.Set<RegistrationRow>().CountAsync(one => one.MeetingKey == row.MeetingKey && one.State == RegistrationState.Waiting && one.Id <= row.Id, cancellation);
    }

    public Task<int> TakenAsync(Guid meetingKey, CancellationToken cancellation) =>
        db.Set<RegistrationRow>().Where(row => row.MeetingKey == meetingKey && row.State == RegistrationState.Placed).SumAsync(row => row.Seats, cancellation);

    /// <summary>How many people of a registration were seen at the door.</summary>
    /// <param name="meetingKey">Of the meeting.</param>
    /// <param name="key">Of the registration.</param>
    /// <param name="came">0 to <see cref="MostSeats"/>; null for as many as were to come.</param>
    /// <param name="cancellation">Until it is saved.</param>
    public Task<int> SetCameAsync(Guid meetingKey, Guid key, int? came, CancellationToken cancellation)
    {
        var people = came is { } seen ? Math.Clamp(seen, 0, MostSeats) : (int?)null;
        return db.Set<RegistrationRow>().Where(row => row.MeetingKey == meetingKey && row.Key == key)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Came, row => people ?? row.Seats), cancellation);
    }

    /// <summary>Of each of these meetings: how many people have a place, and how many wait.</summary>
    public async Task<IReadOnlyDictionary<Guid, (int Taken, int Waiting)>> CountsAsync(IReadOnlyCollection<Guid> meetingKeys, CancellationToken cancellation)
    {
        var counts = await db.Set<RegistrationRow>().Where(row => meetingKeys.Contains(row.MeetingKey) && row.State != RegistrationState.Cancelled)
            .GroupBy(row => new { row.MeetingKey, row.State }).Select(group => new { group.Key.MeetingKey, group.Key.State, People = group.Sum(row => row.Seats) }).ToListAsync(cancellation);
        return counts.GroupBy(count => count.MeetingKey).ToDictionary(
            group => group.Key,
            group => (group.Where(count => count.State == RegistrationState.Placed).Sum(count => count.People), group.Where(count => count.State == RegistrationState.Waiting).Sum(count => count.People)));
    }

    /// <summary>The registration of this address, by whatever capitals. Compared here: how a database compares letters is its own affair.</summary>
    private async Task<RegistrationRow?> OfAddressAsync(Guid meetingKey, string email, CancellationToken cancellation)
    {
        var known = await db.Set<RegistrationRow>().Where(row => row.MeetingKey == meetingKey && row.State != RegistrationState.Cancelled)
            .OrderBy(row => row.Id).Select(row => new { row.Id, row.Email }).ToListAsync(cancellation);
        var id = known.Find(one => string.Equals(one.Email, email, StringComparison.OrdinalIgnoreCase))?.Id ?? 0;
        return await db.Set<RegistrationRow>().FirstOrDefaultAsync(row => row.Id == id, cancellation);
    }

    /// <summary>Whether there is room for so many more, that nobody waits for.</summary>
    private async Task<bool> IsFreeAsync(MeetingPlaces meeting, int more, CancellationToken cancellation)
    {
        var places = meeting.Capacity ?? int.MaxValue - MostSeats;
        return !await db.Set<RegistrationRow>().AnyAsync(row => row.MeetingKey == meeting.Key && row.State == RegistrationState.Waiting && row.Seats <= places, cancellation)
            && await TakenAsync(meeting.Key, cancellation) + more <= places;
    }

    /// <summary>
    /// Strictly in order: a group that doesn't fit yet isn't passed by. One that asks for more places than the meeting has would keep all others
    /// waiting for ever: it keeps its place in the line, hears why, and is passed by until it asks for less.
    /// </summary>
    private async Task MoveUpAsync(MeetingPlaces meeting, CancellationToken cancellation)
    {
        if (!meeting.MayChange || !origin.IsKnown)
        {
            return;
        }

        var free = (meeting.Capacity ?? int.MaxValue) - await TakenAsync(meeting.Key, cancellation);
        var waiting = await db.Set<RegistrationRow>().Where(row => row.MeetingKey == meeting.Key && row.State == RegistrationState.Waiting).OrderBy(row => row.Id).ToListAsync(cancellation);
        foreach (var row in waiting.Where(row => meeting.Holds(row.Seats)).TakeWhile(row => (free -= row.Seats) >= 0))
        {
            (row.State, row.Told) = (RegistrationState.Placed, meeting.News);
            outbox.Add(mails.Placed(meeting, row));
        }

        (await outbox.NewAsync([.. waiting.Where(row => !meeting.Holds(row.Seats)).Select(row => mails.TooMany(meeting, row))], cancellation)).ForEach(outbox.Add);
        await db.SaveChangesAsync(cancellation);
    }

    private Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> BeginAsync(Guid meetingKey, CancellationToken cancellation) =>
        db.BeginAsync(LockOf(meetingKey), cancellation);
}

using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;

/// <summary>
/// Tells whoever registered that a meeting got another time or place, or doesn't take place. What somebody was told last stands in their registration and
/// changes in one transaction with the mail: nobody misses a change because the process ended in between, and nobody hears of it twice. Links in the mail
/// need an address of the site that nobody made up; without one they are told later.
/// </summary>
public sealed class MeetingNews(SiteDb db, Outbox outbox, Registrations registrations, RegistrationMails mails, MeetingReader meetings, SiteOrigin origin)
{
    /// <summary>Every meeting that somebody comes to: what happened while nobody was told of it, and places that nobody was let in for.</summary>
    /// <returns>How many were told.</returns>
    public async Task<int> TellAllAsync(CancellationToken cancellation)
    {
        var told = 0;
        foreach (var key in await db.Set<RegistrationRow>().Where(row => row.State != RegistrationState.Cancelled).Select(row => row.MeetingKey).Distinct().ToListAsync(cancellation))
        {
            told += await TellAsync(key, cancellation);
            if (meetings.Find(key, SitePage.DefaultCulture) is { } meeting)
            {
                await registrations.FillAsync(meeting, cancellation);
            }
        }

        return told;
    }

    /// <summary>All that follows from a meeting that has just been published: who registered hears of it, needs are kept as long as it wants, and new places are given.</summary>
    public async Task FollowAsync(Guid key, CancellationToken cancellation)
    {
        await TellAsync(key, cancellation);
        if (meetings.Find(key, SitePage.DefaultCulture) is { } meeting)
        {
            await NeedsTerm.FollowAsync(db, meeting, cancellation);
            await registrations.FillAsync(meeting, cancellation);
        }
    }

    /// <summary>One meeting; what is over has no news.</summary>
    /// <returns>How many were told.</returns>
    public async Task<int> TellAsync(Guid key, CancellationToken cancellation)
    {
        if (!origin.IsKnown || Ahead(key) is not { } seen || !await Behind(key, seen.News).AnyAsync(cancellation))
        {
            return 0;
        }

        await using var transaction = await db.BeginAsync(Registrations.LockOf(key), cancellation);

        // Asked again: whoever had the lock before may have told them, and the meeting may have moved once more.
        if (Ahead(key) is not { } meeting)
        {
            return 0;
        }

        var rows = await Behind(key, meeting.News).OrderBy(row => row.Id).ToListAsync(cancellation);

        // Who registered before this was kept heard of it at the time.
        var news = rows.Where(row => row.Told is not null).Select(row => mails.Moved(meetings.Find(key, row.Culture) ?? meeting, row)).ToList();
        rows.ForEach(row => row.Told = meeting.News);
        (await outbox.NewAsync(news, cancellation)).ForEach(outbox.Add);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        outbox.Wake();
        return news.Count;
    }

    private MeetingPlaces? Ahead(Guid key) => meetings.Find(key, SitePage.DefaultCulture) is { } meeting && !meeting.IsOver ? meeting : null;

    private IQueryable<RegistrationRow> Behind(Guid key, string news) =>
        db.Set<RegistrationRow>().Where(row => row.MeetingKey == key && row.State != RegistrationState.Cancelled && (row.Told == null || row.Told != news));
}

using System.Globalization;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;

/// <summary>What is kept of who comes to meetings. Erasing a place that somebody still had lets in whoever waits, as cancelling does; it is mailed to nobody else.</summary>
public sealed class RegistrationPeople(SiteDb db, Registrations registrations, MeetingReader meetings) : IPersonRecords
{
    public async Task<IReadOnlyList<PersonRecord>> ReadAsync(string email, CancellationToken cancellation)
    {
        var found = new List<PersonRecord>();
        foreach (var row in await RowsAsync(email, cancellation))
        {
            var until = row.At + Registrations.Kept;
            found.Add(new PersonRecord("registration", $"{row.Name}, {row.Email} ({row.Seats}): {Meeting(row)}", row.At) { Until = until });
            if (row.Needs is { } needs)
            {
                found.Add(new PersonRecord("needs", needs, row.At) { Until = row.NeedsUntil ?? until });
            }
        }

        found.AddRange((await MailsAsync(email, cancellation)).Select(mail => new PersonRecord("mail", mail.Subject, mail.QueuedAt) { Until = mail.SentAt + Outbox.Kept }));
        return found;
    }

    public async Task EraseAsync(string email, CancellationToken cancellation)
    {
        foreach (var mine in (await RowsAsync(email, cancellation)).GroupBy(row => row.MeetingKey))
        {
            await registrations.EraseAsync(mine.Key, [.. mine.Select(row => row.Key)], meetings.Find(mine.Key, SitePage.DefaultCulture), cancellation);
        }

        db.RemoveRange(await MailsAsync(email, cancellation));
    }

    /// <summary>What it is called, and when; the key of one that was deleted.</summary>
    private string Meeting(RegistrationRow row) => meetings.FindKept(row.MeetingKey, SitePage.DefaultCulture) is { } meeting
        ? meeting.HasDay ? $"{meeting.Title}, {DeventerTime.In(meeting.Start).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}" : meeting.Title
        : row.MeetingKey.ToString();

    // Compared here: how a database compares letters is its own affair.
    private async Task<IReadOnlyList<RegistrationRow>> RowsAsync(string email, CancellationToken cancellation) =>
        [.. (await db.Set<RegistrationRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellation)).Where(row => Same(row.Email, email))];

    private async Task<IReadOnlyList<MailRow>> MailsAsync(string email, CancellationToken cancellation) =>
        [.. (await db.Set<MailRow>().Where(mail => mail.Key.StartsWith("registration/")).ToListAsync(cancellation)).Where(mail => Same(mail.To, email))];

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}

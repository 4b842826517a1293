using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Desk.Review;

/// <summary>What the queue keeps of who sent something. What is on the site by now is content; an editor takes it off.</summary>
public sealed class ReviewPeople(SiteDb db) : IPersonRecords
{
    public async Task<IReadOnlyList<PersonRecord>> ReadAsync(string email, CancellationToken cancellation) =>
    [
        .. (await RowsAsync(email, cancellation)).Select(row => new PersonRecord("submission", $"{row.Name}, {row.Email}: {row.Title} {row.Text}".Trim(), row.CreatedAt) { Until = Reviews.ErasedAt(row) }),
        .. (await MailsAsync(email, cancellation)).Select(mail => new PersonRecord("mail", mail.Subject, mail.QueuedAt) { Until = mail.SentAt + Outbox.Kept }),
    ];

    public async Task EraseAsync(string email, CancellationToken cancellation)
    {
        db.RemoveRange(await RowsAsync(email, cancellation));
        db.RemoveRange(await MailsAsync(email, cancellation));
    }

    // Compared here: how a database compares letters is its own affair.
    private async Task<IReadOnlyList<ReviewRow>> RowsAsync(string email, CancellationToken cancellation) =>
        [.. (await db.Set<ReviewRow>().ToListAsync(cancellation)).Where(row => Same(row.Email, email))];

    private async Task<IReadOnlyList<MailRow>> MailsAsync(string email, CancellationToken cancellation) =>
        [.. (await db.Set<MailRow>().Where(mail => mail.Key.StartsWith("review/") || mail.Key.StartsWith("fresh/")).ToListAsync(cancellation)).Where(mail => Same(mail.To, email))];

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}

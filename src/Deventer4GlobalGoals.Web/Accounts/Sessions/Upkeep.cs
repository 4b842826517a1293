using Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;
using Deventer4GlobalGoals.Web.Desk.Review;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Accounts.Sessions;

/// <summary>Once a day: sessions that are over, what was done more than a year ago, mail that was sent, needs of guests, old registrations and what was shared or sent for review go.</summary>
public sealed partial class Upkeep(ISiteDbFactory databases, MeetingReader meetings, TimeProvider time, ILogger<Upkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await CleanAsync(databases, meetings, time.GetUtcNow(), stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // One bad day must not end the site; tomorrow erases what today didn't.
                LogFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Erases what is past its term at this moment.</summary>
    public static async Task CleanAsync(ISiteDbFactory databases, MeetingReader meetings, DateTimeOffset now, CancellationToken cancellation)
    {
        var (idle, oldest, audited, sent) = (now - SessionTimes.Idle, now - SessionTimes.Longest, now - AuditLog.Kept, now - Outbox.Kept);
        ArgumentNullException.ThrowIfNull(databases);
        await using var db = databases.Create();
        await db.Set<SessionRow>().Where(session => session.SeenAt < idle || session.StartedAt < oldest).ExecuteDeleteAsync(cancellation);
        await db.Set<AuditEntryRow>().Where(entry => entry.At < audited).ExecuteDeleteAsync(cancellation);

        // The meeting may have moved since it was written down until when.
        await NeedsTerm.FollowAsync(db, meetings, cancellation);
        await db.Set<RegistrationRow>().Where(row => row.NeedsUntil != null && row.NeedsUntil < now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Needs, (string?)null).SetProperty(row => row.NeedsUntil, (DateTimeOffset?)null), cancellation);
        var registered = now - Registrations.Kept;
        await db.Set<RegistrationRow>().Where(row => row.At < registered).ExecuteDeleteAsync(cancellation);
        var (unfinished, answered) = (now - Reviews.DraftKept, now - Reviews.Kept);
        await db.Set<ReviewRow>()
            .Where(row => (row.State == ReviewState.Draft || row.State == ReviewState.Unconfirmed) ? row.ChangedAt < unfinished : row.State != ReviewState.Waiting && row.ChangedAt < answered)
            .ExecuteDeleteAsync(cancellation);
        await db.Set<MailRow>().Where(mail => mail.SentAt != null && mail.SentAt < sent).ExecuteDeleteAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is past its term could not be erased; it is tried again tomorrow.")]
    private partial void LogFailed(Exception failure);
}

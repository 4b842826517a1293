using Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Accounts.Sessions;

/// <summary>Once a day: sessions that are over, what was done more than a year ago, mail that was sent and needs of guests go.</summary>
internal sealed class Upkeep(ISiteDbFactory databases, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            await CleanAsync(databases, time.GetUtcNow(), stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal static async Task CleanAsync(ISiteDbFactory databases, DateTimeOffset now, CancellationToken cancellation)
    {
        var (idle, oldest, audited, sent) = (now - SessionTimes.Idle, now - SessionTimes.Longest, now - AuditLog.Kept, now - Outbox.Kept);
        await using var db = databases.Create();
        await db.Set<SessionRow>().Where(session => session.SeenAt < idle || session.StartedAt < oldest).ExecuteDeleteAsync(cancellation);
        await db.Set<AuditEntryRow>().Where(entry => entry.At < audited).ExecuteDeleteAsync(cancellation);
        await db.Set<RegistrationRow>().Where(row => row.NeedsUntil != null && row.NeedsUntil < now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Needs, (string?)null).SetProperty(row => row.NeedsUntil, (DateTimeOffset?)null), cancellation);
        await db.Set<MailRow>().Where(mail => mail.SentAt != null && mail.SentAt < sent).ExecuteDeleteAsync(cancellation);
    }
}

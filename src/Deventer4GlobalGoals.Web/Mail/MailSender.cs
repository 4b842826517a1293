using Deventer4GlobalGoals.Web.Site.Forms;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Mail;

/// <summary>Sends what waits in the queue, oldest first. What goes wrong is tried again, each time after a longer wait.</summary>
public sealed partial class MailSender(ISiteDbFactory databases, IMailTransport transport, MailSignal signal, TimeProvider time, ILogger<MailSender> logger)
    : BackgroundService
{
    private const int Batch = 50;
    private const int LongestError = 500;

    /// <summary>How long a sender has a mail in hand before another may take it.</summary>
    private static readonly TimeSpan InHand = TimeSpan.FromMinutes(5);

    /// <summary>Looks by itself this often: another node may have put something in.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>1, 2, 4 … minutes after the first, second, third time that it went wrong.</summary>
    public static TimeSpan Backoff(int attempts) => TimeSpan.FromMinutes(Math.Pow(2, Math.Max(0, attempts - 1)));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendWaitingAsync(stoppingToken) == Batch)
                {
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                QueueFailed(logger, error);
            }

            await signal.WaitAsync(Longest, time, stoppingToken);
        }
    }

    /// <summary>Sends what is due.</summary>
    /// <returns>How many were tried.</returns>
    public async Task<int> SendWaitingAsync(CancellationToken cancellation)
    {
        await using var db = databases.Create();
        var now = time.GetUtcNow();
        var due = await db.Set<MailRow>().AsNoTracking()
            .Where(mail => mail.SentAt == null && mail.FailedAt == null && mail.DueAt <= now)
            .OrderBy(mail => mail.Id).Take(Batch).ToListAsync(cancellation);
        foreach (var mail in due)
        {
            await SendAsync(db, mail, cancellation);
        }

        return due.Count;
    }

    private async Task SendAsync(SiteDb db, MailRow mail, CancellationToken cancellation)
    {
        // Of two senders one gets it: it is theirs whose update finds it as it was read.
        var until = time.GetUtcNow() + InHand;
        var taken = await db.Set<MailRow>().Where(row => row.Id == mail.Id && row.SentAt == null && row.DueAt == mail.DueAt && row.Attempts == mail.Attempts)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, until).SetProperty(row => row.Attempts, mail.Attempts + 1), cancellation);
        if (taken == 0)
        {
            return;
        }

        string? error = null;
        try
        {
            await transport.SendAsync(mail, cancellation);
        }
        catch (Exception failed) when (!cancellation.IsCancellationRequested)
        {
            error = FormText.Cut(failed.Message, LongestError);

            // What a mail server says of it may name the address.
            NotSent(logger, mail.Id, mail.Attempts + 1, mail.IsForgotten ? null : failed);
        }

        var now = time.GetUtcNow();
        DateTimeOffset? sentAt = error is null ? now : null;
        DateTimeOffset? failedAt = error is not null && mail.Attempts + 1 >= Outbox.MostAttempts ? now : null;
        if (mail.IsForgotten && (sentAt ?? failedAt) is not null)
        {
            await db.Set<MailRow>().Where(row => row.Id == mail.Id).ExecuteDeleteAsync(CancellationToken.None);
            return;
        }

        var dueAt = now + Backoff(mail.Attempts + 1);
        await db.Set<MailRow>().Where(row => row.Id == mail.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.SentAt, sentAt).SetProperty(row => row.FailedAt, failedAt)
                .SetProperty(row => row.LastError, error).SetProperty(row => row.DueAt, dueAt),
            CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} was not sent at attempt {Attempt}.")]
    private static partial void NotSent(ILogger logger, long id, int attempt, Exception? error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The mail queue could not be read.")]
    private static partial void QueueFailed(ILogger logger, Exception error);
}

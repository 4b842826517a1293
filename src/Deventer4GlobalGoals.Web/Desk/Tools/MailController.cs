using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Desk.Tools;

/// <summary>A mail that didn't arrive yet, or won't by itself any more. What it says isn't shown: it may hold links that are somebody else's.</summary>
public sealed record TroubledMail(long Id, string To, string Subject, DateTimeOffset QueuedAt, int Attempts, string? Error, DateTimeOffset? Next);

/// <summary>Given up first, then what is tried again, newest first.</summary>
public sealed record MailPage(IReadOnlyList<TroubledMail> Mails, int Total, int Sent);

/// <summary>Mail that went wrong: why, and once more.</summary>
[Route("umbraco/mail")]
public sealed class MailController(Viewer viewer, SiteDb db, MailSignal signal, AuditLog audit, TimeProvider time) : DeskController(viewer)
{
    private const int Most = 100;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancellation)
    {
        var since = time.GetUtcNow() - Lately;
        var troubled = db.Set<MailRow>().AsNoTracking().Where(mail => mail.SentAt == null && mail.LastError != null);
        var mails = await troubled.OrderBy(mail => mail.FailedAt == null).ThenByDescending(mail => mail.Id).Take(Most)
            .Select(mail => new TroubledMail(mail.Id, mail.To, mail.Subject, mail.QueuedAt, mail.Attempts, mail.LastError, mail.FailedAt == null ? mail.DueAt : null))
            .ToListAsync(cancellation);
        return View("~/Desk/Views/Mail.cshtml", new MailPage(
            mails,
            await troubled.CountAsync(cancellation),
            await db.Set<MailRow>().CountAsync(mail => mail.SentAt != null && mail.SentAt >= since, cancellation)));
    }

    /// <summary>With all its attempts before it again; none named: everything that was given up.</summary>
    [HttpPost("retry")]
    public async Task<IActionResult> Retry(long? id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var tried = await db.Set<MailRow>()
            .Where(mail => mail.SentAt == null && mail.LastError != null && (id == null ? mail.FailedAt != null : mail.Id == id))
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.FailedAt, (DateTimeOffset?)null).SetProperty(mail => mail.Attempts, 0).SetProperty(mail => mail.DueAt, now), cancellation);
        if (tried > 0)
        {
            await audit.WriteAsync("mail.retried", Viewer.Required.Id, details: tried.ToString(System.Globalization.CultureInfo.InvariantCulture), cancellation: cancellation);
            signal.Wake();
        }

        Tell(tried == 0 ? T("Er was niets om opnieuw te versturen.", "There was nothing to send again.") : T("Wordt opnieuw geprobeerd.", "It is being tried again."));
        return RedirectToAction(nameof(Show));
    }

    [HttpPost("remove")]
    public async Task<IActionResult> Remove(long id, CancellationToken cancellation)
    {
        if (await db.Set<MailRow>().Where(mail => mail.Id == id && mail.SentAt == null && mail.FailedAt != null).ExecuteDeleteAsync(cancellation) > 0)
        {
            await audit.WriteAsync("mail.removed", Viewer.Required.Id, cancellation: cancellation);
            Tell(T("Weggegooid.", "Thrown away."));
        }

        return RedirectToAction(nameof(Show));
    }
}

using System.Globalization;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>Reminds jurors of what is still to come. Whoever is done gets none, and nobody two on one day.</summary>
public sealed class Reminders(SiteDb db, Outbox outbox, SiteOrigin origin, AuditLog audit, Viewer viewer, TimeProvider time)
{
    /// <summary>The mail as this juror would get it: how many are open, until when, and where. No entry is named.</summary>
    public OutgoingMail Mail(EditionNow edition, JurorProgress progress)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(progress);
        var (rules, open) = (edition.Rulebook, progress.ToCome);
        var until = new PhaseWords((dutch, _) => dutch).Moment(rules.Scoring.Until);
        var text = $"""
            Beste {progress.Juror.Name},

            U zit in de jury van {rules.Title.Nl}. Van uw {progress.Assigned} inzendingen {(open == 1 ? "wacht er nog 1" : string.Create(CultureInfo.InvariantCulture, $"wachten er nog {open}"))} op uw oordeel. Dat kan tot en met {until}:

            {origin.Current}/jury

            Lukt het niet, antwoord dan op deze mail. Dan zoeken wij een oplossing.
            """;
        var day = DeventerTime.Now(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new OutgoingMail(
            string.Create(CultureInfo.InvariantCulture, $"prize/{edition.Year}/remind/{progress.Juror.Pseudonym}/{day}"),
            progress.Juror.Email,
            open == 1 ? "Nog 1 inzending wacht op uw oordeel" : $"Nog {open} inzendingen wachten op uw oordeel",
            text);
    }

    /// <summary>Mails those who have something open and had no reminder today.</summary>
    /// <returns>How many were mailed.</returns>
    public async Task<int> SendAsync(EditionNow edition, IEnumerable<JurorProgress> all, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        await using var transaction = await db.BeginAsync($"prize-remind/{edition.Year}", cancellation);
        var sent = 0;
        foreach (var mail in all.Where(one => one.ToCome > 0).Select(one => Mail(edition, one)))
        {
            if (!await db.Set<MailRow>().AnyAsync(row => row.Key == mail.Key, cancellation))
            {
                outbox.Add(mail);
                sent++;
            }
        }

        audit.Add("prize.reminded", viewer.Required.Id, edition.Year.ToString(CultureInfo.InvariantCulture), sent.ToString(CultureInfo.InvariantCulture));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        outbox.Wake();
        return sent;
    }
}

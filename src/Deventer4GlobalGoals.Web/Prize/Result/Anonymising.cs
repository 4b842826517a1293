using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize.Files;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Result;

/// <summary>
/// Erases what nominations that didn't win say of people and organisations, as their form promises. The log and the ballots stay: they know
/// entries by pseudonyms only, so the result can still be recomputed.
/// </summary>
public sealed class Anonymising(SiteDb db, Editions editions, TimeProvider time)
{
    /// <summary>After the ceremony; the secretary may do it sooner.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromDays(90);

    private static readonly string Erased = CanonicalJson.Write(new NominationText());

    /// <summary>Closes editions of which the term is over.</summary>
    /// <returns>Their years.</returns>
    public async Task<IReadOnlyList<int>> RunAsync(CancellationToken cancellation)
    {
        var done = new List<int>();
        foreach (var edition in (await editions.AllAsync(cancellation)).Where(edition => edition.Phase == Phase.Announced && time.GetUtcNow() >= edition.Rulebook.Ceremony.First() + Term))
        {
            await EraseAsync(edition.Year, Announcement.Clock, close: true, cancellation);
            done.Add(edition.Year);
        }

        return done;
    }

    /// <param name="year">Of an edition of which the result is known.</param>
    /// <param name="actor">Who, by pseudonym.</param>
    /// <param name="close">Whether the edition goes into the archive with it.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    public Task EraseAsync(int year, string actor, bool close, CancellationToken cancellation) => editions.AppendAsync(
        year,
        actor,
        async state =>
        {
            if (state?.Edition.Phase != Phase.Announced)
            {
                return [];
            }

            var winners = state.Winners.Values.Select(winner => winner.Entry).OfType<string>().ToArray();
            foreach (var row in await db.Set<NominationRow>().Where(row => row.Year == year && row.AnonymisedAt == null && !winners.Contains(row.Pseudonym)).ToListAsync(cancellation))
            {
                await EraseAsync(row, cancellation);
            }

            // Nobody knows who is in a file; the jury has read them, also those of who won.
            await db.Set<PrizeAttachmentRow>().Where(file => db.Set<NominationRow>().Any(row => row.Key == file.Nomination && row.Year == year)).ExecuteDeleteAsync(cancellation);

            // What jurors noted and said of conflicts has served, also for who won.
            await db.Set<PrizeNoteRow>().Where(note => note.Year == year).ExecuteDeleteAsync(cancellation);
            await db.Set<PrizeConflictRow>().Where(conflict => conflict.Year == year).ExecuteDeleteAsync(cancellation);
            return close ? [new PhaseChanged(Phase.Announced, Phase.Archived)] : [];
        },
        cancellation: cancellation);

    /// <summary>Erases one nomination, within the transaction of whoever calls.</summary>
    private async Task EraseAsync(NominationRow row, CancellationToken cancellation)
    {
        (row.NominatorName, row.NominatorEmail, row.NomineeName, row.NomineeEmail, row.AnonymisedAt) = (string.Empty, string.Empty, null, null, time.GetUtcNow());
        await db.Set<NominationVersionRow>().Where(version => version.Nomination == row.Key).ExecuteUpdateAsync(set => set.SetProperty(version => version.Text, Erased), cancellation);
        await db.Set<NominationStepRow>().Where(step => step.Nomination == row.Key).ExecuteUpdateAsync(set => set.SetProperty(step => step.Note, (string?)null), cancellation);
        await db.Set<PrizeRedactionRow>().Where(copy => copy.Nomination == row.Key).ExecuteDeleteAsync(cancellation);
        var mails = $"nomination/{row.Key:N}/";
        await db.Set<MailRow>().Where(mail => mail.Key.StartsWith(mails)).ExecuteDeleteAsync(cancellation);
    }
}

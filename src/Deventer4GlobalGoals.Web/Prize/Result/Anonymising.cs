using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize.Audience;
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

    /// <summary>When it happens by itself: the term after the ceremony; of an edition that was never announced, after the last thing that happened in it, if that is later.</summary>
    public static DateTimeOffset Due(EditionNow edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var ceremony = edition.Rulebook.Ceremony.First();
        return (edition.Phase == Phase.Announced || edition.Log.Entries is not [.., var last] || last.At < ceremony ? ceremony : last.At) + Term;
    }

    /// <summary>Erases when the term is over. An announced edition goes into the archive; one that was never announced stays where it stopped.</summary>
    /// <returns>Whether there was something to erase or close.</returns>
    public async Task<bool> RunAsync(EditionNow edition, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (edition.Phase is Phase.Draft or Phase.Archived || time.GetUtcNow() < Due(edition) || !(edition.Phase == Phase.Announced || await IsLeftAsync(edition.Year, cancellation)))
        {
            return false;
        }

        await EraseAsync(edition.Year, Announcement.Clock, close: true, cancellation);
        return true;
    }

    /// <param name="year">Of an edition of which the result is known, or of which the term is over.</param>
    /// <param name="actor">Who, by pseudonym.</param>
    /// <param name="close">Whether the edition goes into the archive with it.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    public Task EraseAsync(int year, string actor, bool close, CancellationToken cancellation) => editions.AppendAsync(
        year,
        actor,
        async state =>
        {
            var isAnnounced = state?.Edition.Phase == Phase.Announced;
            if (state is null || !(isAnnounced || await IsLapsedAsync(year, cancellation)))
            {
                return [];
            }

            // Nobody won what wasn't announced.
            var winners = isAnnounced ? state.Winners.Values.Select(winner => winner.Entry).OfType<string>().ToArray() : [];
            foreach (var row in await db.Set<NominationRow>().Where(row => row.Year == year && row.AnonymisedAt == null && !winners.Contains(row.Pseudonym)).ToListAsync(cancellation))
            {
                await EraseAsync(row, cancellation);
            }

            // Nobody knows who is in a file; the jury has read them, also those of who won.
            await db.Set<PrizeAttachmentRow>().Where(file => db.Set<NominationRow>().Any(row => row.Key == file.Nomination && row.Year == year)).ExecuteDeleteAsync(cancellation);

            // The votes stay counted; nobody can say any more whose they were.
            await db.Set<PrizeVoteRow>().Where(vote => vote.Year == year)
                .ExecuteUpdateAsync(set => set.SetProperty(vote => vote.Voter, (string?)null).SetProperty(vote => vote.Network, (string?)null), cancellation);
            await db.Set<PrizeVoteKeyRow>().Where(key => key.Year == year).ExecuteDeleteAsync(cancellation);

            // What jurors noted and said of conflicts has served, also for who won.
            await db.Set<PrizeNoteRow>().Where(note => note.Year == year).ExecuteDeleteAsync(cancellation);
            await db.Set<PrizeConflictRow>().Where(conflict => conflict.Year == year).ExecuteDeleteAsync(cancellation);
            return close && isAnnounced ? [new PhaseChanged(Phase.Announced, Phase.Archived)] : [];
        },
        cancellation: cancellation);

    private async Task<bool> IsLapsedAsync(int year, CancellationToken cancellation) =>
        await editions.FindAsync(year, cancellation) is { Phase: not (Phase.Draft or Phase.Announced or Phase.Archived) } edition && time.GetUtcNow() >= Due(edition);

    private async Task<bool> IsLeftAsync(int year, CancellationToken cancellation) =>
        await db.Set<NominationRow>().AnyAsync(row => row.Year == year && row.AnonymisedAt == null, cancellation)
        || await db.Set<PrizeNoteRow>().AnyAsync(note => note.Year == year, cancellation)
        || await db.Set<PrizeConflictRow>().AnyAsync(conflict => conflict.Year == year, cancellation)
        || await db.Set<PrizeVoteKeyRow>().AnyAsync(key => key.Year == year, cancellation);

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

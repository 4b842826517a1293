using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>
/// Lets one nomination go on for two. The other is closed, and nothing of either is changed: what both say stays to be read, so it can be undone
/// as long as nominations are screened.
/// </summary>
public sealed class Merging(SiteDb db, Editions editions, PrizePeople people, Nominations nominations, NominationMails mails, Outbox outbox, AuditLog audit, Viewer viewer, TimeProvider time)
{
    private const string Reason = "duplicate";

    private static readonly NominationState[] Running = [NominationState.HandedIn, NominationState.Admitted];

    /// <summary>Closes a nomination because another goes on for it, and mails who nominated and who was asked.</summary>
    /// <param name="edition">Of both.</param>
    /// <param name="key">Of what is closed.</param>
    /// <param name="into">Of what goes on.</param>
    /// <param name="note">For the mail; may be empty.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>False when one of them isn't in the running, or it is no time for it.</returns>
    public Task<bool> MergeAsync(EditionNow edition, Guid key, Guid into, string? note, CancellationToken cancellation) => ChangeAsync(edition, key, "merged", note, async now =>
    {
        if (key == into || !Running.Contains(now.Row.State) || await nominations.FindAsync(into, edition.Year, cancellation) is not { } other || !Running.Contains(other.Row.State))
        {
            return false;
        }

        nominations.Step(into, "merged-from");
        return true;
    }, row => (row.State, row.MergedInto) = (NominationState.Merged, into), cancellation);

    /// <summary>Takes that back: it was handed in, and is decided on again.</summary>
    /// <returns>False when it isn't merged, or it is no time for it.</returns>
    public Task<bool> UndoAsync(EditionNow edition, Guid key, CancellationToken cancellation) => ChangeAsync(
        edition, key, "unmerged", null, now => Task.FromResult(now.Row.State == NominationState.Merged), row => (row.State, row.MergedInto) = (NominationState.HandedIn, null), cancellation);

    private async Task<bool> ChangeAsync(
        EditionNow edition, Guid key, string kind, string? note, Func<NominationNow, Task<bool>> may, Action<NominationRow> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var actor = await people.ActorAsync(edition.Year, cancellation);
        var role = await people.RoleAsync(edition.Year, cancellation);
        var done = false;
        await editions.AppendAsync(
            edition.Year,
            actor,
            async state =>
            {
                if (state is null || !Permissions.Allow(PrizeAction.Screen, new Situation(role, state.Edition.Phase) { IsSameEdition = true })
                    || await nominations.FindAsync(key, edition.Year, cancellation) is not { } now || !await may(now))
                {
                    return [];
                }

                done = true;
                var row = await db.Set<NominationRow>().SingleAsync(one => one.Key == key, cancellation);
                change(row);
                var step = new NominationStepRow
                {
                    Nomination = key,
                    At = time.GetUtcNow(),
                    Kind = kind,
                    Reason = row.State == NominationState.Merged ? Reason : null,
                    Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
                };
                db.Add(step);
                audit.Add("prize.screened", viewer.Required.Id, key.ToString(), kind);
                foreach (var mail in mails.Decided(edition, row, now.Text, step))
                {
                    outbox.Add(mail);
                }

                return state.Entries.ContainsKey(row.Pseudonym) ? [new EntryWithdrawn(row.Pseudonym, "merged: " + Reason)] : [];
            },
            cancellation: cancellation);
        outbox.Wake();
        return done;
    }
}

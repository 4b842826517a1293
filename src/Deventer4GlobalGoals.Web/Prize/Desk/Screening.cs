using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>Something that was looked at by itself, for a person to decide by.</summary>
/// <param name="Name">Stable: a screen says it in its own language.</param>
/// <param name="IsGood">Whether nothing was found.</param>
public sealed record ScreeningCheck(string Name, bool IsGood);

/// <summary>What a person can decide of a nomination.</summary>
public enum ScreeningDecision
{
    Admit,
    Reject,
    AskCompletion,
}

/// <summary>Looks whether nominations may take part. The checks find what can be counted; a person decides, with a reason from a list.</summary>
public sealed class Screening(SiteDb db, Editions editions, PrizePeople people, Nominations nominations, NominationMails mails, Outbox outbox, AuditLog audit, Viewer viewer, TimeProvider time)
{
    /// <summary>Why a nomination doesn't take part.</summary>
    public static readonly IReadOnlyList<string> Reasons = ["place", "incomplete", "form", "not-a-fit", "duplicate", "no-answer"];

    /// <summary>Shorter than this is no half page.</summary>
    private const int ShortestWhy = 150;

    private static readonly NominationState[] Decidable = [NominationState.HandedIn, NominationState.Admitted, NominationState.Rejected];

    /// <summary>Place, completeness, form, and what the nominee said.</summary>
    public static IReadOnlyList<ScreeningCheck> Checks(EditionNow edition, NominationNow nomination)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(nomination);
        var (row, text) = (nomination.Row, nomination.Text);
        return
        [
            new("place", text.Town.Contains("Deventer", StringComparison.OrdinalIgnoreCase)),
            new("complete", text.Organisation.Length > 0 && text.Why.Length > 0 && text.Goals.Count > 0 && edition.Rulebook.Categories.Any(category => category.Key == text.Category)),
            new("form", text.Why.Length is >= ShortestWhy and <= NominationText.LongestWhy),
            new("answer", text.IsOwn || row.Answer == NomineeAnswer.Accepted),
        ];
    }

    /// <summary>Writes down what a person decided, tells the people it is about, and puts it in the log where the result depends on it.</summary>
    /// <returns>False when it can't be decided now: not handed in, not in this phase, or the nominee hasn't agreed.</returns>
    public async Task<bool> DecideAsync(EditionNow edition, Guid key, ScreeningDecision decision, string? reason, string? note, CancellationToken cancellation)
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
                    || await nominations.FindAsync(key, edition.Year, cancellation) is not { } now || !Decidable.Contains(now.Row.State)
                    || (decision == ScreeningDecision.Admit && (now.Row.State == NominationState.Admitted || (!now.Text.IsOwn && now.Row.Answer != NomineeAnswer.Accepted)))
                    || (decision == ScreeningDecision.Reject && (now.Row.State == NominationState.Rejected || !Reasons.Contains(reason)))
                    || (decision == ScreeningDecision.AskCompletion && (now.Row.State != NominationState.HandedIn || string.IsNullOrWhiteSpace(note))))
                {
                    return [];
                }

                done = true;
                return Events(edition, await db.Set<NominationRow>().SingleAsync(row => row.Key == key, cancellation), now, decision, reason, note, state);
            },
            cancellation: cancellation);
        outbox.Wake();
        return done;
    }

    /// <summary>Keeps the copy without names of one version of a nomination.</summary>
    /// <returns>False when the nomination says something else by now.</returns>
    public async Task<bool> RedactAsync(int year, Guid key, int version, string why, string contribution, CancellationToken cancellation)
    {
        var done = false;
        await editions.AppendAsync(
            year,
            await people.ActorAsync(year, cancellation),
            async _ =>
            {
                if (!await db.Set<NominationRow>().AnyAsync(row => row.Key == key && row.Year == year && row.Version == version, cancellation))
                {
                    return [];
                }

                var copy = await db.Set<PrizeRedactionRow>().FirstOrDefaultAsync(row => row.Nomination == key, cancellation);
                if (copy is null)
                {
                    db.Add(copy = new PrizeRedactionRow { Nomination = key, Why = why, Contribution = contribution });
                }

                (copy.Version, copy.Why, copy.Contribution, copy.At) = (version, why, contribution, time.GetUtcNow());
                audit.Add("prize.redacted", viewer.Required.Id, key.ToString());
                done = true;
                return [];
            },
            cancellation: cancellation);
        return done;
    }

    private IReadOnlyList<PrizeEvent> Events(EditionNow edition, NominationRow row, NominationNow now, ScreeningDecision decision, string? reason, string? note, EditionState state)
    {
        var kind = decision switch { ScreeningDecision.Admit => "admitted", ScreeningDecision.Reject => "rejected", _ => "ask-completion" };
        var step = new NominationStepRow
        {
            Nomination = row.Key,
            At = time.GetUtcNow(),
            Kind = kind,
            Reason = decision == ScreeningDecision.Reject ? reason : null,
            Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
        };
        db.Add(step);
        audit.Add("prize.screened", viewer.Required.Id, row.Key.ToString(), kind);
        foreach (var mail in mails.Decided(edition, row, now.Text, step))
        {
            outbox.Add(mail);
        }

        row.State = decision switch { ScreeningDecision.Admit => NominationState.Admitted, ScreeningDecision.Reject => NominationState.Rejected, _ => row.State };
        return decision switch
        {
            ScreeningDecision.Admit => [new EntryAdmitted(row.Pseudonym, now.Text.Category)],
            ScreeningDecision.Reject when state.Entries.ContainsKey(row.Pseudonym) => [new EntryWithdrawn(row.Pseudonym, "rejected: " + reason)],
            _ => [],
        };
    }
}

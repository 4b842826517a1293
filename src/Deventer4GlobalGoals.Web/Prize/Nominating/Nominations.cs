using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Nominating;

/// <summary>A nomination with what it says now, and what happened to it.</summary>
public sealed record NominationNow(NominationRow Row, NominationText Text, IReadOnlyList<NominationStepRow> Steps)
{
    /// <summary>The secretary asked for something, and nothing was saved since.</summary>
    public bool IsAskedToComplete => Row.State == NominationState.HandedIn
        && Steps.LastOrDefault(step => step.Kind is "ask-completion" or "saved" or "completed" or "handed-in")?.Kind == "ask-completion";
}

/// <summary>What an entry says.</summary>
/// <param name="Key">Of its nomination.</param>
/// <param name="Text">As it is.</param>
/// <param name="Redacted">Without what gives away whose it is; null while nobody made that copy of this version.</param>
public sealed record EntryText(Guid Key, NominationText Text, NominationText? Redacted);

/// <summary>How saving went.</summary>
public enum NominationOutcome
{
    Done,

    /// <summary>The room's table doesn't allow it now: too late, or not theirs.</summary>
    NotAllowed,

    /// <summary>Another tab, or the nominee, saved meanwhile; nothing was overwritten.</summary>
    Stale,
}

/// <summary>
/// Keeps nominations. What may be done when is in the room's permission table; the clock is the server's. A mail is saved with what it is
/// about, and a nomination is changed by one at a time.
/// </summary>
public sealed class Nominations(SiteDb db, Editions editions, Outbox outbox, NominationMails mails, TimeProvider time)
{
    /// <summary>Who handed in before the deadline may confirm their address this long after it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(2);

    /// <summary>In the log, whoever comes by a link: who that is stays out of it.</summary>
    private const string Actor = "by-link";

    private static readonly NominationState[] Over = [NominationState.Withdrawn, NominationState.Declined, NominationState.Rejected, NominationState.Merged];

    public bool IsOpen(EditionNow edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return IsOpen(edition, time.GetUtcNow());
    }

    internal static bool IsOpen(EditionNow edition, DateTimeOffset now) => Permissions.Allow(PrizeAction.Nominate, Situation(edition, PrizeRole.Visitor, now));

    /// <summary>Saves a new nomination and mails its link: to go on with, or to confirm the address and hand in.</summary>
    /// <returns>False when nominating isn't open.</returns>
    public async Task<bool> AddAsync(EditionNow edition, NominationForm form, NominationText text, bool handIn, string culture, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(form);
        if (!IsOpen(edition))
        {
            return false;
        }

        var now = time.GetUtcNow();
        var row = new NominationRow
        {
            Key = Guid.NewGuid(),
            Year = edition.Year,
            Pseudonym = PrizePeople.Pseudonym('n'),
            State = handIn ? NominationState.Unconfirmed : NominationState.Draft,
            NominatorName = NominationForm.Line(form.Name),
            NominatorEmail = form.Email!.Trim(),
            Culture = culture,
            CreatedAt = now,
            HandedInAt = handIn ? now : null,
        };
        SetNominee(row, form);
        db.Add(row);
        Write(row, text, NominationSide.Nominator, handIn ? "handed-in" : "saved");
        outbox.Add(mails.Link(edition, row, text));
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Null when there is none, or when it is of another edition.</summary>
    public async Task<NominationNow?> FindAsync(Guid key, int year, CancellationToken cancellation)
    {
        if (await db.Set<NominationRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Key == key && row.Year == year, cancellation) is not { } row)
        {
            return null;
        }

        var version = await db.Set<NominationVersionRow>().AsNoTracking().SingleAsync(one => one.Nomination == key && one.Version == row.Version, cancellation);
        var steps = await db.Set<NominationStepRow>().AsNoTracking().Where(step => step.Nomination == key).OrderBy(step => step.Id).ToListAsync(cancellation);
        return new NominationNow(row, CanonicalJson.Read<NominationText>(version.Text), steps);
    }

    /// <summary>All of an edition, by how they stand and when they came.</summary>
    public async Task<IReadOnlyList<NominationNow>> AllAsync(int year, CancellationToken cancellation)
    {
        var rows = db.Set<NominationRow>().AsNoTracking().Where(row => row.Year == year);
        var versions = await (
            from row in rows
            join version in db.Set<NominationVersionRow>().AsNoTracking() on new { row.Key, row.Version } equals new { Key = version.Nomination, version.Version }
            select version).ToDictionaryAsync(version => version.Nomination, cancellation);
        var steps = (await db.Set<NominationStepRow>().AsNoTracking().Where(step => rows.Any(row => row.Key == step.Nomination)).OrderBy(step => step.Id).ToListAsync(cancellation))
            .ToLookup(step => step.Nomination);
        return [.. (await rows.OrderBy(row => row.State).ThenBy(row => row.CreatedAt).ToListAsync(cancellation))
            .Select(row => new NominationNow(row, CanonicalJson.Read<NominationText>(versions[row.Key].Text), [.. steps[row.Key]]))];
    }

    /// <summary>What the entries of an edition say now, by what the log calls them.</summary>
    public async Task<IReadOnlyDictionary<string, EntryText>> TextsAsync(int year, CancellationToken cancellation)
    {
        var found = await (
            from row in db.Set<NominationRow>().AsNoTracking()
            join version in db.Set<NominationVersionRow>().AsNoTracking() on new { row.Key, row.Version } equals new { Key = version.Nomination, version.Version }
            join copy in db.Set<PrizeRedactionRow>().AsNoTracking() on new { row.Key, row.Version } equals new { Key = copy.Nomination, copy.Version } into copies
            from copy in copies.DefaultIfEmpty()
            where row.Year == year
            select new { row.Key, row.Pseudonym, row.Version, version.Text, Copy = copy }).ToListAsync(cancellation);
        return found.ToDictionary(
            one => one.Pseudonym,
            one =>
            {
                var text = CanonicalJson.Read<NominationText>(one.Text);
                return new EntryText(one.Key, text, one.Copy is null ? null : text.Redacted(one.Copy.Why, one.Copy.Contribution));
            },
            StringComparer.Ordinal);
    }

    /// <summary>Whether whoever has this link may do this now.</summary>
    public bool May(PrizeAction action, EditionNow edition, NominationNow nomination, NominationSide side)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(nomination);

        // Whoever had themselves erased doesn't come back by an old link.
        var isErased = nomination.Row.AnonymisedAt is not null || (side == NominationSide.Nominee ? nomination.Row.NomineeEmail is null : nomination.Row.NominatorEmail.Length == 0);
        var isOver = Over.Contains(nomination.Row.State) || isErased;
        var isEdit = action == PrizeAction.EditNomination;

        // For their own organisation somebody is both; it shows when they are asked to complete what they handed in.
        var isNominee = side == NominationSide.Nominee || (nomination.Text.IsOwn && nomination.IsAskedToComplete);
        return !isOver
            && !(isEdit && nomination.Row.State == NominationState.Admitted)
            && !(isEdit && side == NominationSide.Nominator && nomination.Row.Answer == NomineeAnswer.Accepted)
            && (action != PrizeAction.AnswerNomination || nomination.Row.Answer != NomineeAnswer.None)
            && Permissions.Allow(action, Situation(edition, isNominee ? PrizeRole.Nominee : PrizeRole.Nominator, time.GetUtcNow()));
    }

    /// <summary>Whether the address can still be confirmed: it was handed in in time.</summary>
    public bool MayConfirm(EditionNow edition, NominationNow nomination)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(nomination);
        return nomination.Row is { State: NominationState.Unconfirmed, AnonymisedAt: null, NominatorEmail.Length: > 0 }
            && edition.Phase is Phase.Nominations or Phase.Screening
            && time.GetUtcNow() < edition.Rulebook.Nominating.Closes + Grace;
    }

    /// <summary>Saves a version. An older page never overwrites a newer version.</summary>
    public Task<NominationOutcome> SaveAsync(EditionNow edition, NominationLink link, NominationForm form, NominationText text, bool handIn, CancellationToken cancellation) =>
        ChangeAsync(edition, link, PrizeAction.EditNomination, row =>
        {
            if (form.Version != row.Version)
            {
                return NominationOutcome.Stale;
            }

            if (link.Side == NominationSide.Nominator)
            {
                row.NominatorName = NominationForm.Line(form.Name);
                SetNominee(row, form);
            }

            Write(row, text, link.Side, handIn ? "handed-in" : link.Side == NominationSide.Nominee ? "completed" : "saved");
            if (handIn && row.State == NominationState.Draft)
            {
                row.HandedInAt = time.GetUtcNow();
                row.State = NominationState.Unconfirmed;
                Confirm(edition, row, text);
            }

            return NominationOutcome.Done;
        }, cancellation);

    /// <summary>Whoever has the link from the mail confirms that the address is theirs. Twice does no harm.</summary>
    public async Task<NominationOutcome> ConfirmAsync(EditionNow edition, NominationLink link, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(link);
        var outcome = NominationOutcome.NotAllowed;
        await editions.AppendAsync(
            edition.Year,
            Actor,
            async _ =>
            {
                var present = await editions.FindAsync(edition.Year, cancellation);
                if (present is not null && link.Side == NominationSide.Nominator
                    && await FindAsync(link.Nomination, link.Year, cancellation) is { } now && MayConfirm(present, now))
                {
                    Confirm(present, await RowAsync(link, cancellation), now.Text);
                    outcome = NominationOutcome.Done;
                }

                return [];
            },
            cancellation: cancellation);
        outbox.Wake();
        return outcome;
    }

    /// <summary>The nominee says yes or no. A no takes the nomination back.</summary>
    public Task<NominationOutcome> AnswerAsync(EditionNow edition, NominationLink link, bool accepts, CancellationToken cancellation) =>
        ChangeAsync(edition, link, PrizeAction.AnswerNomination, row =>
        {
            row.Answer = accepts ? NomineeAnswer.Accepted : NomineeAnswer.Declined;
            row.State = accepts ? row.State : NominationState.Declined;
            Step(row, accepts ? "accepted" : "declined");
            return NominationOutcome.Done;
        }, cancellation);

    /// <summary>Takes a nomination back, also out of the log when it takes part already.</summary>
    public Task<NominationOutcome> WithdrawAsync(EditionNow edition, NominationLink link, CancellationToken cancellation) =>
        ChangeAsync(edition, link, PrizeAction.WithdrawNomination, row =>
        {
            row.State = NominationState.Withdrawn;
            Step(row, "withdrawn");
            return NominationOutcome.Done;
        }, cancellation);

    private Task<NominationOutcome> ChangeAsync(
        EditionNow edition, NominationLink link, PrizeAction action, Func<NominationRow, NominationOutcome> change, CancellationToken cancellation) =>
        ChangeAsync(edition, link, action, row => Task.FromResult(change(row)), cancellation);

    /// <summary>Changes a nomination as whoever has the link may: one at a time, with what waits in the context.</summary>
    internal async Task<NominationOutcome> ChangeAsync(
        EditionNow edition, NominationLink link, PrizeAction action, Func<NominationRow, Task<NominationOutcome>> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(link);
        var outcome = NominationOutcome.NotAllowed;
        await editions.AppendAsync(
            edition.Year,
            Actor,
            async state =>
            {
                var now = await FindAsync(link.Nomination, link.Year, cancellation);
                var present = await editions.FindAsync(edition.Year, cancellation);
                if (now is null || present is null || !May(action, present, now, link.Side))
                {
                    return [];
                }

                var row = await RowAsync(link, cancellation);
                outcome = await change(row);
                return outcome == NominationOutcome.Done && Over.Contains(row.State) && state?.Entries.ContainsKey(row.Pseudonym) == true
                    ? [new EntryWithdrawn(row.Pseudonym, row.State == NominationState.Declined ? "declined by the nominee" : "withdrawn")]
                    : [];
            },
            cancellation: cancellation);
        outbox.Wake();
        return outcome;
    }

    /// <summary>The link was used, so the address is right. Who was named by another hears of it now, and not before.</summary>
    private void Confirm(EditionNow edition, NominationRow row, NominationText text)
    {
        row.State = NominationState.HandedIn;
        row.ConfirmedAt = time.GetUtcNow();
        Step(row, "confirmed");
        outbox.Add(mails.HandedIn(edition, row, text));
        if (!text.IsOwn && row.NomineeEmail is not null && row.Answer == NomineeAnswer.None)
        {
            row.Answer = NomineeAnswer.Asked;
            Step(row, "asked");
            outbox.Add(mails.ToNominee(edition, row, text));
        }
    }

    private void Write(NominationRow row, NominationText text, NominationSide by, string step)
    {
        row.Version++;
        db.Add(new NominationVersionRow { Nomination = row.Key, Version = row.Version, At = time.GetUtcNow(), By = by, Text = CanonicalJson.Write(text) });
        Step(row, step);
    }

    private void Step(NominationRow row, string kind) => Step(row.Key, kind);

    /// <summary>Dates that something happened, within the change of whoever calls.</summary>
    internal void Step(Guid nomination, string kind) => db.Add(new NominationStepRow { Nomination = nomination, At = time.GetUtcNow(), Kind = kind });

    private Task<NominationRow> RowAsync(NominationLink link, CancellationToken cancellation) =>
        db.Set<NominationRow>().SingleAsync(row => row.Key == link.Nomination && row.Year == link.Year, cancellation);

    private static void SetNominee(NominationRow row, NominationForm form)
    {
        // Who has been asked stays who was asked.
        if (row.Answer == NomineeAnswer.None)
        {
            row.NomineeName = form.IsOwn || string.IsNullOrWhiteSpace(form.NomineeName) ? null : NominationForm.Line(form.NomineeName);
            row.NomineeEmail = form.IsOwn || string.IsNullOrWhiteSpace(form.NomineeEmail) ? null : form.NomineeEmail.Trim();
        }
    }

    private static Situation Situation(EditionNow edition, PrizeRole role, DateTimeOffset now) => new(role, edition.Phase)
    {
        IsSameEdition = true,
        IsOwn = true,
        NominatingOpen = edition.State is not null && edition.Rulebook.Nominating.IsOpen(now),
    };
}

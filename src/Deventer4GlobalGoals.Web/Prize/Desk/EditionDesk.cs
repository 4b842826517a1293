using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>Takes an edition from phase to phase, and changes its rules; who may is in the room's table.</summary>
public sealed class EditionDesk(SiteDb db, Editions editions, Nominations nominations, PrizePeople people, AuditLog audit, Viewer viewer, TimeProvider time)
{
    /// <summary>The edition, for its secretary and its chair; null for anybody else, as when there is none.</summary>
    public async Task<EditionNow?> EnterAsync(int year, CancellationToken cancellation) =>
        await people.RoleAsync(year, cancellation) is PrizeRole.Secretary or PrizeRole.Chair ? await editions.FindAsync(year, cancellation) : null;

    public async Task<bool> IsSecretaryAsync(int year, CancellationToken cancellation) => await people.RoleAsync(year, cancellation) == PrizeRole.Secretary;

    /// <summary>Whether whoever is signed in may do this in the edition as it is.</summary>
    public async Task<bool> MayAsync(PrizeAction action, EditionNow edition, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return Permissions.Allow(action, await SituationAsync(edition, cancellation));
    }

    /// <summary>Which of these whoever is signed in may do in the edition as it is.</summary>
    public async Task<IReadOnlySet<PrizeAction>> AllowedAsync(IEnumerable<PrizeAction> actions, EditionNow edition, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var situation = await SituationAsync(edition, cancellation);
        return actions.Where(action => edition.State is not null && Permissions.Allow(action, situation)).ToHashSet();
    }

    /// <summary>What the conditions of steps are judged by.</summary>
    public async Task<EditionFacts> FactsAsync(EditionNow edition, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var (state, year) = (edition.State, edition.Year);
        var counts = await db.Set<NominationRow>().AsNoTracking().Where(row => row.Year == year)
            .GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var assigned = state?.Assigned.CountBy(pair => pair.Entry).ToDictionary(StringComparer.Ordinal) ?? [];
        var copies = edition.Rulebook.Blind && state is not null ? await nominations.TextsAsync(year, cancellation) : null;
        var conflicts = await db.Set<PrizeConflictRow>().AsNoTracking().Where(row => row.Year == year && row.State == ConflictState.Proposed).ToListAsync(cancellation);
        return new EditionFacts
        {
            Rulebook = edition.Rulebook,
            Now = time.GetUtcNow(),
            Nominations = counts.Where(count => count.Key != NominationState.Draft).Sum(count => count.Value),
            Unscreened = counts.GetValueOrDefault(NominationState.HandedIn),
            Entries = state?.Entries.Count ?? 0,
            MostEntries = state?.Entries.Values.CountBy(category => category).Select(count => count.Value).DefaultIfEmpty().Max() ?? 0,
            Jurors = state?.Jurors.Count ?? 0,
            EntriesShortOfJurors = state?.Entries.Keys.Count(entry => assigned.GetValueOrDefault(entry) < state.Rulebook.Quorum) ?? 0,
            EntriesWithoutCopy = copies is null ? 0 : state!.Entries.Keys.Count(entry => copies.GetValueOrDefault(entry)?.Redacted is null),
            OpenConflicts = conflicts.Count(conflict => state?.Entries.ContainsKey(conflict.Entry) == true && state.Jurors.Contains(conflict.Juror)),
            Ballots = state?.Ballots.Count ?? 0,
            BallotsToCome = state?.ToCome().Count() ?? 0,
            EntriesBelowQuorum = state?.BelowQuorum().Count ?? 0,
            UndecidedCategories = edition.Rulebook.Categories.Count(category => state?.Winners.ContainsKey(category.Key) != true),
            HasMotivation = state is { Winners.Count: > 0 },
            ToAnonymise = await ToAnonymiseAsync(edition, cancellation),
        };
    }

    /// <summary>Takes a step. Opening locks the rules: they become the first line of the log.</summary>
    /// <exception cref="StepRefusedException">A condition doesn't hold, or a reason is missing.</exception>
    /// <exception cref="StaleEditionException">Somebody else took a step, or changed the draft, meanwhile.</exception>
    public async Task GoAsync(EditionNow edition, Phase to, string? reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var actor = await people.ActorAsync(edition.Year, cancellation);
        audit.Add("prize.phase", viewer.Required.Id, edition.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), $"{edition.Phase} -> {to}");
        await editions.AppendAsync(
            edition.Year,
            actor,
            async state =>
            {
                var now = await editions.FindAsync(edition.Year, cancellation);
                if (now is null || now.DraftVersion != edition.DraftVersion)
                {
                    throw new StaleEditionException("Somebody else changed this draft meanwhile.");
                }

                var before = state?.Edition ?? new Edition(now.Draft);
                var after = before.Go(to, await FactsAsync(now, cancellation), actor, reason);
                return state is null
                    ? [new RulebookLocked(now.Draft), .. (await people.JurorsAsync(edition.Year, cancellation)).Select(juror => new JurorJoined(juror.Pseudonym))]
                    : after == before ? [] : [new PhaseChanged(before.Phase, to, after.History[^1].Reason)];
            },
            edition.Log.Head,
            cancellation);
    }

    /// <summary>Changes rules that are locked.</summary>
    /// <exception cref="EventRefusedException">No reason, a problem in the rules, or scores would be lost.</exception>
    public async Task AmendAsync(EditionNow edition, Rulebook changed, string? reason, string? head, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(changed);
        var actor = await people.ActorAsync(edition.Year, cancellation);
        audit.Add("prize.amended", viewer.Required.Id, edition.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await editions.AppendAsync(
            edition.Year,
            actor,
            state => Task.FromResult<IReadOnlyList<PrizeEvent>>(changed.Hash() == state?.Edition.Rules.Hash ? [] : [new RulebookAmended(changed, reason ?? string.Empty)]),
            head,
            cancellation);
    }

    private async Task<int> ToAnonymiseAsync(EditionNow edition, CancellationToken cancellation)
    {
        var winners = edition.State?.Winners.Values.Select(winner => winner.Entry).OfType<string>().ToArray() ?? [];
        return await db.Set<NominationRow>().CountAsync(row => row.Year == edition.Year && row.AnonymisedAt == null && !winners.Contains(row.Pseudonym), cancellation);
    }

    private async Task<Situation> SituationAsync(EditionNow edition, CancellationToken cancellation)
    {
        var (role, now) = (await people.RoleAsync(edition.Year, cancellation), time.GetUtcNow());
        var chair = role == PrizeRole.Chair ? await people.ActorAsync(edition.Year, cancellation) : null;
        return new Situation(role, edition.Phase)
        {
            IsSameEdition = true,
            IsRecusedFromAny = edition.State?.Recused.Any(pair => pair.Juror == chair) == true,
            NominatingOpen = edition.Rulebook.Nominating.IsOpen(now),
            ScoringOpen = edition.Rulebook.Scoring.IsOpen(now),
            CeremonyReached = now >= edition.Rulebook.Ceremony.First(),
            Visibility = edition.Rulebook.Visibility,
            Blind = edition.Rulebook.Blind,
            JurorsNamed = edition.Rulebook.JurorsNamed,
        };
    }
}

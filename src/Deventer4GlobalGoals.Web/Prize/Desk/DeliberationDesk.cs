using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Prize.Records;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>One point on the agenda.</summary>
/// <param name="Entry">Null for what whoever looks is recused from: they only see that they are to leave.</param>
/// <param name="Leaves">Who is outside then.</param>
/// <param name="Notes">That the jury shared, and of visits.</param>
public sealed record AgendaPoint(EntryName? Entry, IReadOnlyList<string> Leaves, IReadOnlyList<PrizeNoteRow> Notes);

/// <summary>What a juror still has to do; no score is in it.</summary>
public sealed record JurorProgress(JurorNow Juror, int Assigned, int Done, int Abstained, int Recused)
{
    public int ToCome => Assigned - Done;
}

/// <summary>What the jury comes to. Only the chair decides; the secretary prepares.</summary>
public sealed class DeliberationDesk(Editions editions, AssignmentDesk assignment, PrizePeople people, Notes notes, AuditLog audit, Viewer viewer)
{
    /// <summary>The entries that whoever is signed in is recused from.</summary>
    public async Task<IReadOnlySet<string>> HiddenAsync(EditionNow edition, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (edition.State is not { } state || await people.RoleAsync(edition.Year, cancellation) == PrizeRole.Secretary)
        {
            return new HashSet<string>();
        }

        var juror = await people.ActorAsync(edition.Year, cancellation);
        return state.Recused.Where(pair => pair.Juror == juror).Select(pair => pair.Entry).ToHashSet(StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<JurorProgress>> ProgressAsync(EditionNow edition, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var state = edition.State!;
        return [.. (await people.JurorsAsync(edition.Year, cancellation)).Where(juror => state.Jurors.Contains(juror.Pseudonym)).Select(juror =>
        {
            var own = state.Assigned.Where(pair => pair.Juror == juror.Pseudonym).ToList();
            return new JurorProgress(
                juror,
                own.Count,
                own.Count(state.Ballots.ContainsKey),
                own.Count(pair => state.Ballot(pair.Entry, pair.Juror)?.Abstained is not null),
                state.Recused.Count(pair => pair.Juror == juror.Pseudonym));
        })];
    }

    /// <summary>An order in which people leave the room as few times as possible. It says nothing of scores: it starts from names.</summary>
    public async Task<IReadOnlyList<AgendaPoint>> AgendaAsync(EditionNow edition, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var state = edition.State!;
        var entries = (await assignment.EntriesAsync(edition, cancellation)).ToDictionary(entry => entry.Entry, StringComparer.Ordinal);
        var names = (await people.JurorsAsync(edition.Year, cancellation)).ToDictionary(juror => juror.Pseudonym, juror => juror.Name, StringComparer.Ordinal);
        var recused = state.Recused.Where(pair => state.Jurors.Contains(pair.Juror)).GroupBy(pair => pair.Entry)
            .ToDictionary(group => group.Key, IReadOnlySet<string> (group) => group.Select(pair => pair.Juror).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var hidden = await HiddenAsync(edition, cancellation);
        var written = await notes.AllAsync(edition.Year, cancellation);
        return [.. DiscussionOrder.Of([.. entries.Keys], recused).Select(entry => new AgendaPoint(
            hidden.Contains(entry) ? null : entries[entry],
            hidden.Contains(entry) ? [] : [.. (recused.GetValueOrDefault(entry) ?? new HashSet<string>()).Select(juror => names.GetValueOrDefault(juror) ?? juror).Order(StringComparer.Ordinal)],
            hidden.Contains(entry) ? [] : [.. written[entry].Where(note => note.Kind != NoteKind.Private)]))];
    }

    /// <exception cref="EventRefusedException">Not now, too many, or of another category.</exception>
    public Task ChooseAsync(EditionNow edition, string category, IEnumerable<string> entries, string? head, CancellationToken cancellation) =>
        AppendAsync(edition, PrizeAction.ChooseFinalists, "prize.finalists", category, new FinalistsChosen(category, [.. entries.Order(StringComparer.Ordinal)]), head, cancellation);

    /// <param name="edition">In deliberation.</param>
    /// <param name="category">Of which category.</param>
    /// <param name="entry">Who wins; null when nobody does.</param>
    /// <param name="motivation">Why; everybody reads it after the ceremony.</param>
    /// <param name="head">The log that the page was drawn from.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <exception cref="EventRefusedException">Not now, or the chair is recused from an entry of this category.</exception>
    public Task DecideAsync(EditionNow edition, string category, string? entry, string motivation, string? head, CancellationToken cancellation) =>
        AppendAsync(edition, PrizeAction.Decide, "prize.decided", category, new WinnerDecided(category, motivation, entry), head, cancellation);

    private async Task AppendAsync(EditionNow edition, PrizeAction action, string name, string category, PrizeEvent happened, string? head, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var role = await people.RoleAsync(edition.Year, cancellation);
        var actor = await people.ActorAsync(edition.Year, cancellation);
        audit.Add(name, viewer.Required.Id, edition.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), category);
        await editions.AppendAsync(
            edition.Year,
            actor,
            state => state is not null && Permissions.Allow(action, new Situation(role, state.Edition.Phase) { IsSameEdition = true })
                ? Task.FromResult<IReadOnlyList<PrizeEvent>>(IsRecused(state, actor, category)
                    ? throw new EventRefusedException("recused", "The chair is recused from an entry of this category.")
                    : [happened])
                : throw new EventRefusedException("not-now", "The permission table doesn't allow it now."),
            head,
            cancellation);
    }

    private static bool IsRecused(EditionState state, string juror, string category) =>
        state.Recused.Any(pair => pair.Juror == juror && state.Entries.GetValueOrDefault(pair.Entry) == category);
}

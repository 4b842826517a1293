using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>An entry by its name, for who may know it.</summary>
public sealed record EntryName(string Entry, string Category, string Organisation);

/// <summary>Divides entries among jurors: by hand, or balanced. A ballot that is in keeps its place.</summary>
public sealed class AssignmentDesk(Editions editions, Nominations nominations, PrizePeople people)
{
    /// <summary>The entries that take part, by category and name.</summary>
    public async Task<IReadOnlyList<EntryName>> EntriesAsync(EditionNow edition, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (edition.State is not { } state)
        {
            return [];
        }

        var names = (await nominations.AllAsync(edition.Year, cancellation)).ToDictionary(one => one.Row.Pseudonym, one => one.Text.Organisation, StringComparer.Ordinal);
        return [.. state.Entries
            .Select(entry => new EntryName(entry.Key, entry.Value, names.GetValueOrDefault(entry.Key) is { Length: > 0 } name ? name : entry.Key))
            .OrderBy(name => name.Category, StringComparer.Ordinal).ThenBy(name => name.Organisation, StringComparer.Ordinal)];
    }

    /// <summary>A balanced division that leaves what is chosen already and what is scored where it is; its obstacles say why it isn't whole.</summary>
    /// <param name="state">With at least one juror.</param>
    /// <param name="perEntry">Jurors per entry.</param>
    public static Assignment Propose(EditionState state, int perEntry)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Assigner.Assign(new AssignmentRequest
        {
            Entries = [.. state.Entries.Keys],
            Jurors = [.. state.Jurors],
            PerEntry = Math.Clamp(perEntry, 1, state.Jurors.Count),
            LoadCap = state.Rulebook.LoadCap,
            Conflicts = state.Recused,
            Fixed = state.Assigned.Where(pair => state.Ballots.ContainsKey(pair)).ToHashSet(),
            Preferred = state.Assigned,
        });
    }

    /// <summary>Makes the division this one: what is new is assigned, what is gone is taken away, unless there is a ballot for it.</summary>
    /// <exception cref="EventRefusedException">Somebody is recused, or isn't a juror any more; nothing was written.</exception>
    /// <exception cref="StaleEditionException">Something happened since the page was drawn.</exception>
    public async Task SetAsync(EditionNow edition, IReadOnlySet<Pair> wanted, string head, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(wanted);
        var actor = await people.ActorAsync(edition.Year, cancellation);
        var role = await people.RoleAsync(edition.Year, cancellation);
        await editions.AppendAsync(
            edition.Year,
            actor,
            state => Task.FromResult(Changes(state, role, wanted)),
            head,
            cancellation);
    }

    private static IReadOnlyList<PrizeEvent> Changes(EditionState? state, PrizeRole role, IReadOnlySet<Pair> wanted)
    {
        if (state is null || !Permissions.Allow(PrizeAction.Assign, new Situation(role, state.Edition.Phase) { IsSameEdition = true }))
        {
            throw new EventRefusedException("not-now", "Entries are divided while screening and scoring.");
        }

        return
        [
            .. InOrder(state.Assigned.Where(pair => !wanted.Contains(pair) && !state.Ballots.ContainsKey(pair))).Select(pair => new JurorUnassigned(pair.Entry, pair.Juror, "divided anew")),
            .. InOrder(wanted.Where(pair => !state.Assigned.Contains(pair))).Select(pair => new JurorAssigned(pair.Entry, pair.Juror)),
        ];
    }

    private static IEnumerable<Pair> InOrder(IEnumerable<Pair> pairs) =>
        pairs.OrderBy(pair => pair.Entry, StringComparer.Ordinal).ThenBy(pair => pair.Juror, StringComparer.Ordinal);
}

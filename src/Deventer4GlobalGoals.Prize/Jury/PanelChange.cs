using Deventer4GlobalGoals.Prize.Export;
using Deventer4GlobalGoals.Prize.Log;

namespace Deventer4GlobalGoals.Prize.Jury;

/// <summary>What would happen when a juror stops or joins, before anybody confirms it.</summary>
public sealed record ChangePlan
{
    /// <summary>The whole assignment as it would become; ballots that are in stay where they are.</summary>
    public required Assignment Assignment { get; init; }

    public required IReadOnlyList<Pair> Added { get; init; }

    public required IReadOnlyList<Pair> Removed { get; init; }

    /// <summary>Per juror how many entries, before and after.</summary>
    public required IReadOnlyList<(string Juror, int Before, int After)> Load { get; init; }

    /// <summary>Entries that would have fewer jurors than the quorum.</summary>
    public required IReadOnlyList<string> BelowQuorum { get; init; }

    /// <summary>Per category the entries in order, before and after, by the ballots that are in.</summary>
    public required IReadOnlyList<(string Category, IReadOnlyList<string> Before, IReadOnlyList<string> After)> Ranking { get; init; }

    /// <summary>The events that carry it out, in order.</summary>
    public required IReadOnlyList<PrizeEvent> Events { get; init; }
}

/// <summary>Plans for jurors who stop or come late.</summary>
public static class PanelChange
{
    private const int Rounds = 100;

    /// <param name="state">The edition as it is.</param>
    /// <param name="juror">Who stops.</param>
    /// <param name="reason">Why; goes into the log.</param>
    /// <param name="keepBallots">Whether what they scored goes on counting.</param>
    public static ChangePlan Stop(EditionState state, string juror, string reason, bool keepBallots)
    {
        ArgumentNullException.ThrowIfNull(state);
        var after = EditionState.After(state, new JurorLeft(juror, reason, keepBallots), default, string.Empty);
        return Plan(state, after, [new JurorLeft(juror, reason, keepBallots)]);
    }

    /// <param name="state">The edition as it is.</param>
    /// <param name="juror">Who joins.</param>
    /// <param name="conflicts">Entries that they are to be recused from.</param>
    public static ChangePlan Join(EditionState state, string juror, IReadOnlyList<JurorRecused> conflicts)
    {
        ArgumentNullException.ThrowIfNull(state);
        PrizeEvent[] first = [new JurorJoined(juror), .. conflicts];
        return Plan(state, first.Aggregate(state, (known, happened) => EditionState.After(known, happened, default, string.Empty)), first);
    }

    private static ChangePlan Plan(EditionState before, EditionState after, PrizeEvent[] first)
    {
        // Ballots of jurors who are gone fill a place as long as they count.
        var gone = after.Counting().Where(ballot => !after.Jurors.Contains(ballot.Juror)).CountBy(ballot => ballot.Entry).ToDictionary(StringComparer.Ordinal);
        var scored = after.Assigned.Where(pair => after.Ballots.ContainsKey(pair)).ToHashSet();
        var perEntry = Math.Max(after.Rulebook.Quorum, MostCommon(before));
        var assignment = Assigner.Assign(new AssignmentRequest
        {
            Entries = [.. after.Entries.Keys],
            Jurors = [.. after.Jurors],
            PerEntry = Math.Min(perEntry, after.Jurors.Count),
            LoadCap = after.Rulebook.LoadCap,
            Conflicts = after.Recused,
            Fixed = scored,
            Preferred = after.Assigned,
        });
        Pair[] added = [.. assignment.Pairs.Where(pair => !after.Assigned.Contains(pair))];
        Pair[] removed = [.. after.Assigned.Except(assignment.Pairs).OrderBy(pair => pair.Entry, StringComparer.Ordinal).ThenBy(pair => pair.Juror, StringComparer.Ordinal)];
        var given = assignment.Pairs.CountBy(pair => pair.Entry).ToDictionary(StringComparer.Ordinal);
        return new ChangePlan
        {
            Assignment = assignment,
            Added = added,
            Removed = removed,
            Load = [.. before.Jurors.Union(after.Jurors).Select(juror => (
                juror,
                before.Assigned.Count(pair => pair.Juror == juror),
                assignment.Pairs.Count(pair => pair.Juror == juror)))],
            BelowQuorum = [.. after.Entries.Keys.Where(entry => given.GetValueOrDefault(entry) + gone.GetValueOrDefault(entry) < after.Rulebook.Quorum)],
            Ranking = [.. after.Rulebook.Categories.Select(category => (category.Key, Order(before, category.Key), Order(after, category.Key)))],
            Events =
            [
                .. first,
                .. removed.Select(pair => new JurorUnassigned(pair.Entry, pair.Juror, "Opnieuw verdeeld.")),
                .. added.Select(pair => new JurorAssigned(pair.Entry, pair.Juror)),
            ],
        };
    }

    // As many jurors per entry as most entries have now.
    private static int MostCommon(EditionState state) => state.Assigned.Count == 0
        ? 0
        : state.Assigned.CountBy(pair => pair.Entry).GroupBy(count => count.Value).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;

    private static IReadOnlyList<string> Order(EditionState state, string category) =>
        [.. ResultFiles.Board(state, category, Rounds).Entries.Select(entry => entry.Entry)];
}

using System.Collections.Immutable;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Prize.Log;

/// <summary>A juror and an entry.</summary>
public readonly record struct Pair(string Entry, string Juror);

/// <summary>What the log of an edition comes down to.</summary>
public sealed record EditionState
{
    public required Edition Edition { get; init; }

    /// <summary>The entries that take part, with their category.</summary>
    public ImmutableSortedDictionary<string, string> Entries { get; init; } = Sorted<string>();

    public ImmutableSortedSet<string> Jurors { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Jurors who stopped and whose ballots don't count.</summary>
    public ImmutableSortedSet<string> Discounted { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public ImmutableHashSet<Pair> Assigned { get; init; } = [];

    public ImmutableHashSet<Pair> Recused { get; init; } = [];

    /// <summary>Every version of every ballot, oldest first.</summary>
    public ImmutableDictionary<Pair, ImmutableList<Ballot>> Ballots { get; init; } = ImmutableDictionary<Pair, ImmutableList<Ballot>>.Empty;

    public ImmutableSortedDictionary<string, EquatableList<string>> Finalists { get; init; } = Sorted<EquatableList<string>>();

    /// <summary>Per category what was decided.</summary>
    public ImmutableSortedDictionary<string, WinnerDecided> Winners { get; init; } = Sorted<WinnerDecided>();

    public Rulebook Rulebook => Edition.Rulebook;

    /// <summary>The newest version of a ballot; null when there is none.</summary>
    public Ballot? Ballot(string entry, string juror) => Ballots.GetValueOrDefault(new Pair(entry, juror))?[^1];

    /// <summary>The ballots that count: newest versions with scores, for entries that take part, of jurors who aren't recused from them.</summary>
    public IEnumerable<Ballot> Counting() => Ballots
        .Where(ballot => Entries.ContainsKey(ballot.Key.Entry) && !Recused.Contains(ballot.Key) && !Discounted.Contains(ballot.Key.Juror))
        .Select(ballot => ballot.Value[^1])
        .Where(ballot => ballot.Abstained is null)
        .OrderBy(ballot => ballot.Entry, StringComparer.Ordinal)
        .ThenBy(ballot => ballot.Juror, StringComparer.Ordinal);

    /// <summary>Pairs that are to be scored and have no ballot yet; abstaining is one.</summary>
    public IEnumerable<Pair> ToCome() => Assigned.Where(pair => !Recused.Contains(pair) && !Ballots.ContainsKey(pair));

    /// <summary>Entries with fewer ballots that count than the quorum, with how many they have.</summary>
    public IReadOnlyList<(string Entry, int Ballots)> BelowQuorum()
    {
        var counts = Counting().CountBy(ballot => ballot.Entry).ToDictionary(StringComparer.Ordinal);
        return [.. Entries.Keys.Select(entry => (entry, counts.GetValueOrDefault(entry))).Where(count => count.Item2 < Rulebook.Quorum)];
    }

    /// <exception cref="EventRefusedException">It can't happen in this state.</exception>
    internal static EditionState After(EditionState? state, PrizeEvent happened, DateTimeOffset at, string actor) => (state, happened) switch
    {
        (null, RulebookLocked locked) => EventRules.Open(locked),
        (null, _) => throw new EventRefusedException("not-open", "A log begins with the rulebook."),
        _ => EventRules.Apply(state, happened, at, actor),
    };

    private static ImmutableSortedDictionary<string, T> Sorted<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}

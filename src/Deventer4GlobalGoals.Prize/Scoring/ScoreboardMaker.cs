using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Prize.Scoring;

/// <summary>Makes the scoreboard of a category out of its ballots. The order of the ballots never matters; the seed does, for chances.</summary>
public static class ScoreboardMaker
{
    public const int DefaultRounds = 2000;
    private const int MostReasons = 3;

    /// <param name="rulebook">Weights, the ranking that decides, tie-breaks.</param>
    /// <param name="ballots">One per juror and entry, with scores; those that abstain are passed over.</param>
    /// <param name="seed">The same seed gives the same intervals and chances.</param>
    /// <param name="rounds">How often chances are drawn; 100 or more.</param>
    public static Scoreboard Make(Rulebook rulebook, IEnumerable<Ballot> ballots, ulong seed, int rounds = DefaultRounds)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 100);
        var counted = ballots
            .Where(ballot => ballot.Mark(rulebook) is not null)
            .OrderBy(ballot => ballot.Entry, StringComparer.Ordinal)
            .ThenBy(ballot => ballot.Juror, StringComparer.Ordinal)
            .ToArray();
        var table = MarkTable.Of(counted.Select(ballot => new Mark(ballot.Entry, ballot.Juror, (double)ballot.Mark(rulebook)!.Value)));
        if (table.Count == 0)
        {
            return Empty(rulebook.Ranking);
        }

        var raw = table.MeanPerEntry();
        var fallback = WhyRaw(table);
        var model = new PanelModel(table);
        var corrected = fallback == Fallback.None ? [.. model.Entries.Select(entry => model.Centre + entry)] : raw;
        var firmness = Firmness.Of(model, rounds, new SeededRandom(seed));
        var deciding = rulebook.Ranking == RankingKind.Raw ? raw : corrected;
        var facts = EntryFacts.Of(rulebook, counted, table);
        var (ranks, steps) = new TieBreaker(rulebook, table.Entries, facts).Rank(deciding);
        var order = Enumerable.Range(0, raw.Length).OrderBy(entry => ranks[entry]).ThenBy(entry => table.Entries[entry], StringComparer.Ordinal).ToArray();
        var (rawRanks, correctedRanks) = (Ranks.Of(raw), Ranks.Of(corrected));
        var known = fallback is Fallback.None;
        return new Scoreboard
        {
            Entries = [.. order.Select(entry => new EntryResult
            {
                Entry = table.Entries[entry],
                Rank = ranks[entry],
                Raw = raw[entry],
                RawRank = rawRanks[entry],
                Corrected = Inside(rulebook, corrected[entry]),
                CorrectedRank = correctedRanks[entry],
                Low = Inside(rulebook, known ? model.Centre + firmness.Intervals[entry].Low : raw[entry]),
                High = Inside(rulebook, known ? model.Centre + firmness.Intervals[entry].High : raw[entry]),
                ChanceBest = known ? firmness.Best[entry] : 1.0 / raw.Length,
                Ballots = table.Starts[entry + 1] - table.Starts[entry],
                Spread = facts[entry].Spread,
                FirstPlaces = facts[entry].FirstPlaces,
                Criteria = facts[entry].Criteria,
                Reasons = known ? Reasons(table, model, entry) : [],
            })],
            Jurors = [.. table.Jurors.Select((juror, index) => new JurorProfile(
                juror, table.PerJuror[index], known ? model.Mildness[index] : 0, model.Ranges[index], Math.Sqrt(model.Precisions[index])))],
            Ranking = rulebook.Ranking,
            Fallback = fallback,
            Disconnected = Groups(table),
            ChanceFirstBeatsSecond = known && order.Length > 1 ? firmness.Beats(order[0], order[1]) : null,
            WithoutJuror = WithoutEach(rulebook, table, table.Entries[order[0]]),
            Notes = JurorNote.Of(table, model),
            TieBreaks = steps,
        };
    }

    private static Fallback WhyRaw(MarkTable table) =>
        table.Jurors.Length == 1 ? Fallback.OneJuror
        : table.Entries.Length == table.Count ? Fallback.NoOverlap
        : table.Values.Max() - table.Values.Min() < Ranks.Tie ? Fallback.NoDifference
        : Fallback.None;

    private static LeftOut[] WithoutEach(Rulebook rulebook, MarkTable table, string winner) => [.. table.Jurors.Select((juror, index) =>
    {
        var rest = table.Without(index);
        if (rest.Count == 0)
        {
            return new LeftOut(juror, null, SameWinner: false);
        }

        var scores = rulebook.Ranking == RankingKind.Raw || WhyRaw(rest) != Fallback.None ? rest.MeanPerEntry() : new PanelModel(rest).Entries;
        var first = scores.Max();
        var winners = rest.Entries.Where((_, entry) => scores[entry] > first - Ranks.Tie).ToArray();
        return new LeftOut(juror, winners.Contains(winner) ? winner : winners[0], winners.Contains(winner));
    })];

    // What a milder or stricter jury takes off or adds, by the weight of each juror in this entry.
    private static Moved[] Reasons(MarkTable table, PanelModel model, int entry)
    {
        var own = Enumerable.Range(table.Starts[entry], table.Starts[entry + 1] - table.Starts[entry]).Select(mark => table.JurorOf[mark]).ToArray();
        var total = own.Sum(juror => model.Precisions[juror]);
        return [.. own
            .Select(juror => new Moved(table.Jurors[juror], model.Mildness[juror], -model.Mildness[juror] * model.Precisions[juror] / total))
            .OrderByDescending(moved => Math.Abs(moved.Points))
            .ThenBy(moved => moved.Juror, StringComparer.Ordinal)
            .Take(MostReasons)];
    }

    private static IReadOnlyList<string>[] Groups(MarkTable table)
    {
        var groups = table.Groups();
        var found = groups.Distinct().Select(group => (IReadOnlyList<string>)[.. table.Entries.Where((_, entry) => groups[entry] == group)]).ToArray();
        return found.Length > 1 ? found : [];
    }

    private static double Inside(Rulebook rulebook, double score)
    {
        var counting = rulebook.Criteria.Where(criterion => !criterion.Independent).ToArray();
        return Math.Clamp(score, (double)counting.Min(criterion => criterion.Scale.Lowest), (double)counting.Max(criterion => criterion.Scale.Highest));
    }

    private static Scoreboard Empty(RankingKind ranking) => new()
    {
        Entries = [],
        Jurors = [],
        Ranking = ranking,
        Fallback = Fallback.NoBallots,
        Disconnected = [],
        ChanceFirstBeatsSecond = null,
        WithoutJuror = [],
        Notes = [],
        TieBreaks = [],
    };
}

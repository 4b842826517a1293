using System.Globalization;
using System.Text;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Prize.Scoring;

namespace Deventer4GlobalGoals.Prize.Export;

/// <summary>What is handed out so that anyone can recompute a result: file names and their texts. People and entries are pseudonyms, as in the log.</summary>
public static class ResultFiles
{
    public const string Log = "log.jsonl";
    public const string Rulebook = "rulebook.json";
    public const string Ballots = "ballots.csv";
    public const string Result = "result.csv";
    public const string Head = "head.txt";
    public const string About = "README.txt";

    private const string Explanation = """
        The result of one edition of the prize, to be recomputed by anyone.

        rulebook.json   the rules that hold, in one form; their SHA-256 is in head.txt
        log.jsonl       what happened, a line each; every line holds the SHA-256 of the one before it
        ballots.csv     the newest ballots that count, a line per score; entries and jurors are pseudonyms
        result.csv      raw and corrected scores, 90 % intervals and ranks, per category
        head.txt        the hash of the last line of the log and of the rulebook, as printed in the jury report

        Recompute and compare it with: ./run.sh prize verify --export THIS.zip
        """;

    /// <exception cref="InvalidOperationException">The log is empty.</exception>
    public static IReadOnlyDictionary<string, string> Of(PrizeLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var state = log.State ?? throw new InvalidOperationException("The log is empty.");
        return new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [About] = Explanation + "\n",
            [Head] = $"log {log.Head}\nrulebook {state.Edition.Rules.Hash}\n",
            [Rulebook] = CanonicalJson.Write(state.Rulebook) + "\n",
            [Log] = string.Concat(log.Entries.Select(entry => CanonicalJson.Write(entry) + "\n")),
            [Ballots] = BallotLines(state),
            [Result] = ResultLines(state),
        };
    }

    /// <summary>The seed that chances are drawn with: it is fixed by the rules, before there is a ballot.</summary>
    public static ulong Seed(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return ulong.Parse(edition.Rules.Original.Hash().AsSpan(0, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    /// <summary>The scoreboard of a category, as everybody gets to see it.</summary>
    public static Scoreboard Board(EditionState state, string category, int rounds = ScoreboardMaker.DefaultRounds)
    {
        ArgumentNullException.ThrowIfNull(state);
        var ballots = state.Counting().Where(ballot => state.Entries.GetValueOrDefault(ballot.Entry) == category);
        return ScoreboardMaker.Make(state.Rulebook, ballots, Seed(state.Edition), rounds);
    }

    private static string BallotLines(EditionState state)
    {
        var text = new StringBuilder(Csv.Line("edition", "category", "entry", "juror", "version", "criterion", "score", "weight", "counts"));
        foreach (var ballot in state.Counting())
        {
            foreach (var score in ballot.Scores)
            {
                var criterion = state.Rulebook.Find(score.Criterion)!;
                text.Append(Csv.Line(
                    Number(state.Edition.Year), state.Entries[ballot.Entry], ballot.Entry, ballot.Juror, Number(ballot.Version),
                    score.Criterion, Number(score.Value), Number(criterion.Weight), criterion.Independent ? "no" : "yes"));
            }
        }

        return text.ToString();
    }

    private static string ResultLines(EditionState state)
    {
        var text = new StringBuilder(Csv.Line("category", "rank", "entry", "ballots", "raw", "raw rank", "corrected", "corrected rank", "low", "high", "chance best"));
        foreach (var category in state.Rulebook.Categories)
        {
            foreach (var entry in Board(state, category.Key).Entries)
            {
                text.Append(Csv.Line(
                    category.Key, Number(entry.Rank), entry.Entry, Number(entry.Ballots), Six(entry.Raw), Number(entry.RawRank), Six(entry.Corrected),
                    Number(entry.CorrectedRank), Six(entry.Low), Six(entry.High), Six(entry.ChanceBest)));
            }
        }

        return text.ToString();
    }

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Six(double value) => value.ToString("0.000000", CultureInfo.InvariantCulture);
}

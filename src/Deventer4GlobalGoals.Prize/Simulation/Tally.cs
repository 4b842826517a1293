namespace Deventer4GlobalGoals.Prize.Simulation;

/// <summary>What the methods are judged by.</summary>
public enum Measure
{
    /// <summary>The chance that the truly best entry wins; a shared first place counts for a part.</summary>
    BestWins,

    /// <summary>Kendall's tau between the ranking and the truth, -1 to 1.</summary>
    Tau,

    /// <summary>The quality that is lost by the winner not being the best, in points, with its sign turned: more is better.</summary>
    Regret,
}

/// <summary>Sums over repetitions; tallies of several cells can be added up.</summary>
public sealed class Tally
{
    internal const int Measures = 3;

    /// <summary>Ours first, then the rivals.</summary>
    internal static readonly IReadOnlyList<string> Methods = ["ours", .. Rivals.All.Select(rival => rival.Name)];

    private readonly double[] sums = new double[Methods.Count * Measures];
    private readonly double[] ahead = new double[Methods.Count * Measures];
    private readonly double[] squares = new double[Methods.Count * Measures];
    private double covered;
    private double stated;
    private double happened;

    public int Repetitions { get; private set; }

    /// <summary>The share of entries of which the 90 % interval holds the true quality.</summary>
    public double Covered => covered / Repetitions;

    /// <summary>How probable it was said to be, on average, that our winner is the best.</summary>
    public double Stated => stated / Repetitions;

    /// <summary>How often it was.</summary>
    public double Happened => happened / Repetitions;

    public double Mean(int method, Measure measure) => sums[At(method, measure)] / Repetitions;

    /// <summary>By how much ours is ahead of a rival on the same panels, on average.</summary>
    public double Ahead(int rival, Measure measure) => ahead[At(rival, measure)] / Repetitions;

    /// <summary>The same in standard errors; 0 when they never differed.</summary>
    public double AheadInErrors(int rival, Measure measure)
    {
        var mean = Ahead(rival, measure);
        var variance = (squares[At(rival, measure)] / Repetitions) - (mean * mean);
        return variance > 1e-12 ? mean / Math.Sqrt(variance / Repetitions) : 0;
    }

    /// <summary>The rival that does best by this measure.</summary>
    public int Best(Measure measure) => Enumerable.Range(1, Methods.Count - 1).MaxBy(rival => Mean(rival, measure));

    internal void Add(IReadOnlyList<double[]> outcomes, double coveredShare, double statedChance)
    {
        Repetitions++;
        covered += coveredShare;
        stated += statedChance;
        happened += outcomes[0][(int)Measure.BestWins];
        for (var method = 0; method < outcomes.Count; method++)
        {
            for (var measure = 0; measure < Measures; measure++)
            {
                var difference = outcomes[0][measure] - outcomes[method][measure];
                sums[(method * Measures) + measure] += outcomes[method][measure];
                ahead[(method * Measures) + measure] += difference;
                squares[(method * Measures) + measure] += difference * difference;
            }
        }
    }

    internal static Tally Sum(IEnumerable<Tally> tallies)
    {
        var total = new Tally();
        foreach (var tally in tallies)
        {
            total.Repetitions += tally.Repetitions;
            total.covered += tally.covered;
            total.stated += tally.stated;
            total.happened += tally.happened;
            for (var index = 0; index < total.sums.Length; index++)
            {
                total.sums[index] += tally.sums[index];
                total.ahead[index] += tally.ahead[index];
                total.squares[index] += tally.squares[index];
            }
        }

        return total;
    }

    private static int At(int method, Measure measure) => (method * Measures) + (int)measure;
}

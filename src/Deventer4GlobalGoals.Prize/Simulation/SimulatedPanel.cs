using System.Globalization;
using Deventer4GlobalGoals.Prize.Scoring;

namespace Deventer4GlobalGoals.Prize.Simulation;

/// <summary>Who scores what.</summary>
public enum Coverage
{
    /// <summary>Every juror scores every entry.</summary>
    All,

    /// <summary>Three jurors per entry, evenly divided; two where there are only three.</summary>
    Some,

    /// <summary>Three jurors per entry, after which two jurors stop half way.</summary>
    DropOuts,
}

/// <summary>What is wrong with one juror of the panel, if anything.</summary>
public enum PanelKind
{
    Honest,

    /// <summary>One juror's chance is two and a half times as large.</summary>
    Noisy,

    /// <summary>One juror gives the same score to everything.</summary>
    Lazy,

    /// <summary>One juror adds two points to one entry.</summary>
    Favouring,
}

/// <summary>What a juror who uses more of the scale than others stretches.</summary>
public enum Stretching
{
    SignalAndNoise,
    Signal,
}

/// <summary>One kind of panel; strictness is the standard deviation, in points, between jurors in how strict they are.</summary>
public sealed record PanelSetting(Coverage Coverage, PanelKind Kind, int Jurors, double Strictness, Stretching Stretching);

/// <summary>A made-up panel, of which the quality of the entries is known.</summary>
public sealed class SimulatedPanel
{
    public const double Level = 6;
    public const int LowestScore = 0;
    public const int HighestScore = 10;

    /// <summary>In points: between entries as a whole, and between the criteria of one entry.</summary>
    private const double QualityDeviation = 0.75;

    private const double CriterionDeviation = 0.5;

    /// <summary>Chance has a variance of 1 per score; half of it is shared by all criteria of one juror and entry.</summary>
    private const double NoiseVariance = 1;

    private const double HaloShare = 0.5;
    private const double RangeDeviation = 0.25;
    private const double NoisyFactor = 2.5;
    private const double Favour = 2;
    private const int PerEntry = 3;
    private const int DroppingOut = 2;

    /// <summary>The weights of the five criteria of a regional prize.</summary>
    public static readonly IReadOnlyList<double> Weights = [0.40, 0.25, 0.20, 0.10, 0.05];

    private readonly PanelSetting setting;
    private readonly SeededRandom random;
    private readonly double[][] quality;

    /// <param name="setting">The kind of panel.</param>
    /// <param name="entries">At least 2.</param>
    /// <param name="random">Where chance comes from.</param>
    public SimulatedPanel(PanelSetting setting, int entries, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(random);
        this.setting = setting;
        this.random = random;
        quality = new double[entries][];
        for (var entry = 0; entry < entries; entry++)
        {
            var whole = Level + (QualityDeviation * random.Normal());
            quality[entry] = [.. Weights.Select(_ => whole + (CriterionDeviation * random.Normal()))];
        }

        Quality = [.. quality.Select(Weigh)];
        Scores = Score(Assign());
    }

    /// <summary>The true quality of each entry, by its number.</summary>
    public IReadOnlyList<double> Quality { get; }

    /// <summary>What the jurors gave, per criterion.</summary>
    public IReadOnlyList<(int Entry, int Juror, int[] Scores)> Scores { get; }

    /// <summary>Names sort as their numbers do.</summary>
    public static string EntryName(int entry) => "e" + entry.ToString("00", CultureInfo.InvariantCulture);

    public IEnumerable<Mark> Marks() => Scores.Select(ballot => new Mark(
        EntryName(ballot.Entry),
        "j" + ballot.Juror.ToString("00", CultureInfo.InvariantCulture),
        Weigh([.. ballot.Scores])));

    private static double Weigh(double[] values)
    {
        var sum = 0.0;
        for (var criterion = 0; criterion < values.Length; criterion++)
        {
            sum += Weights[criterion] * values[criterion];
        }

        return sum;
    }

    private List<(int Entry, int Juror)> Assign()
    {
        var pairs = new List<(int Entry, int Juror)>();
        var perEntry = setting.Coverage switch
        {
            Coverage.All => setting.Jurors,
            Coverage.Some => Math.Min(PerEntry, setting.Jurors - 1),
            _ => PerEntry,
        };
        var load = new int[setting.Jurors];
        for (var entry = 0; entry < quality.Length; entry++)
        {
            var order = Enumerable.Range(0, setting.Jurors).ToArray();
            random.Shuffle(order);
            foreach (var juror in order.OrderBy(juror => load[juror]).Take(perEntry))
            {
                load[juror]++;
                pairs.Add((entry, juror));
            }
        }

        return setting.Coverage == Coverage.DropOuts ? Stop(pairs) : pairs;
    }

    // The last jurors stop half way; whoever misbehaves is the first, and stays.
    private List<(int Entry, int Juror)> Stop(List<(int Entry, int Juror)> pairs)
    {
        for (var juror = setting.Jurors - DroppingOut; juror < setting.Jurors; juror++)
        {
            var own = pairs.Where(pair => pair.Juror == juror).ToList();
            random.Shuffle(own);
            foreach (var pair in own.Take(own.Count / 2))
            {
                pairs.Remove(pair);
            }
        }

        return pairs;
    }

    private List<(int Entry, int Juror, int[] Scores)> Score(List<(int Entry, int Juror)> pairs)
    {
        var strict = new double[setting.Jurors];
        var range = new double[setting.Jurors];
        for (var juror = 0; juror < setting.Jurors; juror++)
        {
            strict[juror] = setting.Strictness * random.Normal();
            range[juror] = Math.Exp(RangeDeviation * random.Normal());
        }

        var favourite = pairs.Where(pair => pair.Juror == 0).ToArray() is { Length: > 0 } own ? own[random.Index(own.Length)].Entry : -1;
        return [.. pairs.Select(pair =>
        {
            var extra = setting.Kind == PanelKind.Favouring && pair == (favourite, 0) ? Favour : 0;
            return (pair.Entry, pair.Juror, Ballot(pair.Entry, pair.Juror, strict[pair.Juror] + extra, range[pair.Juror]));
        })];
    }

    private int[] Ballot(int entry, int juror, double shift, double range)
    {
        var noise = setting.Kind == PanelKind.Noisy && juror == 0 ? NoisyFactor : 1;
        var halo = noise * Math.Sqrt(NoiseVariance * HaloShare) * random.Normal();
        var scores = new int[Weights.Count];
        for (var criterion = 0; criterion < scores.Length; criterion++)
        {
            var signal = range * (quality[entry][criterion] - Level);
            var chance = halo + (noise * Math.Sqrt(NoiseVariance * (1 - HaloShare)) * random.Normal());
            var score = Level + shift + signal + (setting.Stretching == Stretching.SignalAndNoise ? range * chance : chance);
            scores[criterion] = (int)Math.Clamp(Math.Round(score), LowestScore, HighestScore);
        }

        if (setting.Kind == PanelKind.Lazy && juror == 0)
        {
            Array.Fill(scores, (int)Math.Clamp(Math.Round(Level + shift), LowestScore, HighestScore));
        }

        return scores;
    }
}

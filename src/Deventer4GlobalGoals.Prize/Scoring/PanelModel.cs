namespace Deventer4GlobalGoals.Prize.Scoring;

/// <summary>
/// The corrected scores of a panel. Each juror is described by how mild, how wide and how steady they score, each estimate
/// pulled towards the panel so that few marks change little; how much entries and jurors differ is averaged over what the
/// marks leave possible.
/// </summary>
internal sealed class PanelModel
{
    private const int GridSteps = 9;
    private const double NarrowestEntries = 0.12;
    private const double WidestEntries = 5;
    private const double NarrowestJurors = 0.06;
    private const double WidestJurors = 12;

    /// <summary>How many marks a juror has to give before their own range of the scale counts as much as the panel's.</summary>
    private const double RangeWeight = 20;

    /// <summary>The same for how steady they are.</summary>
    private const double SteadyWeight = 10;

    private const double SteadiestShare = 0.1;

    /// <summary>From so many marks, all the same, a juror counts as constant; they say next to nothing about which entry is better.</summary>
    private const int FewestForConstant = 3;

    private const double ConstantPrecision = 1e-3;

    /// <summary>What is thought of how jurors differ in range (variance of the logarithm) before any mark is seen, worth so many jurors.</summary>
    private const double RangePriorVariance = 0.06;

    private const double RangePriorWeight = 4;
    private const double LeastRangeVariance = 0.01;
    private const int SteadyRounds = 20;

    /// <summary>
    /// Draws with the whole deviation state chances that are some three points too low, because a noisy juror is only half told
    /// from the others; found by simulation, and checked on other seeds.
    /// </summary>
    private const double DrawnShare = 0.93;

    /// <summary>What the first pass gives less weight than this is passed over in the second.</summary>
    private const double NextToImpossible = 1e-5;

    private static readonly (double Entry, double Juror, double Prior)[] Grid = MakeGrid();

    private readonly double[] gridWeights = new double[Grid.Length];
    private readonly double[] gridPenalised = new double[Grid.Length];
    private readonly TwoWayModel model;

    public PanelModel(MarkTable marks)
    {
        Marks = marks;
        Centre = marks.Values.Sum() / marks.Count;
        Ranges = new double[marks.Jurors.Length];
        IsConstant = new bool[marks.Jurors.Length];
        Values = ScaleUse();
        model = new TwoWayModel(marks, Values);
        Precisions = [.. IsConstant.Select(constant => constant ? ConstantPrecision : 1)];
        Mildness = new double[marks.Jurors.Length];
        Entries = new double[marks.Entries.Length];
        Average(leastWeight: double.NegativeInfinity);
        Steadiness();
        Average(NextToImpossible);
    }

    public MarkTable Marks { get; }

    /// <summary>The mean of all marks.</summary>
    public double Centre { get; }

    /// <summary>The marks after the correction for scale use, less <see cref="Centre"/>.</summary>
    public double[] Values { get; }

    /// <summary>How good each entry is, against the mean of all.</summary>
    public double[] Entries { get; }

    /// <summary>How many points each juror is above the panel.</summary>
    public double[] Mildness { get; }

    /// <summary>How wide each juror scores against the panel: 1 is the same.</summary>
    public double[] Ranges { get; }

    /// <summary>How steady each juror is against the panel: 1 is the same, 0.25 has twice the deviation.</summary>
    public double[] Precisions { get; }

    /// <summary>Who gave the same mark to everything.</summary>
    public bool[] IsConstant { get; }

    /// <summary>How far the range of this panel may be off from that of another panel: standard deviation of the logarithm.</summary>
    public double ScaleDeviation { get; private set; }

    /// <summary>The variance of chance in one mark.</summary>
    public double Variance { get; private set; }

    /// <summary>By how much a mark differs from what its entry and juror lead to expect, in standard deviations.</summary>
    public double[] Surprises()
    {
        var (entryRatio, jurorRatio) = LikelyRatios();
        model.Solve(entryRatio, jurorRatio);
        var variances = Variances();
        var surprises = new double[Marks.Count];
        for (var mark = 0; mark < surprises.Length; mark++)
        {
            var (entry, juror) = (Marks.EntryOf[mark], Marks.JurorOf[mark]);
            var expected = model.Level + model.Juror(juror) + model.Entries[entry];
            var variance = Math.Max((1 / Precisions[juror]) - variances[mark], 0.05);
            surprises[mark] = (Values[mark] - expected) / Math.Sqrt(Math.Max(Variance, 1e-4) * variance);
        }

        return surprises;
    }

    /// <summary>By how much intervals are wider than draws, also because range and steadiness were estimated from the same marks: one and a half degrees of freedom per juror.</summary>
    public double Widening => 1 / DrawnShare * Math.Sqrt(Freedom / Math.Max(Freedom - (1.5 * Count), 1));

    /// <summary>Draws how good the entries could be as well, given the marks, many times.</summary>
    /// <param name="rounds">How many draws.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <returns>Per draw one value per entry, against the mean of all.</returns>
    public double[][] Draw(int rounds, SeededRandom random)
    {
        var draws = new double[rounds][];
        var (point, cumulative) = (0, gridWeights[0]);
        var solved = -1;
        for (var round = 0; round < rounds; round++)
        {
            // One draw in each slice of the weights, so that chance decides less of the outcome.
            var place = (round + random.Uniform()) / rounds;
            while (place > cumulative && point < Grid.Length - 1)
            {
                cumulative += gridWeights[++point];
            }

            if (point != solved)
            {
                model.Solve(Grid[point].Entry, Grid[point].Juror);
                solved = point;
            }

            var deviation = Math.Sqrt(gridPenalised[point] / 2 / random.Gamma(Freedom / 2.0)) * DrawnShare;
            model.Draw(random, deviation, draws[round] = new double[Entries.Length]);
            var scale = Math.Exp(ScaleDeviation * random.Normal());
            for (var entry = 0; entry < Entries.Length; entry++)
            {
                draws[round][entry] *= scale;
            }
        }

        return draws;
    }

    // Marks of constant jurors hardly weigh, so they bear no witness to how large chance is.
    private int Freedom => Math.Max(Marks.PerJuror.Where((_, juror) => !IsConstant[juror]).Sum() - 1, 1);

    private static (double Entry, double Juror, double Prior)[] MakeGrid()
    {
        static double Step(double from, double until, int step) => from * Math.Pow(until / from, step / (GridSteps - 1.0));
        var grid = new (double, double, double)[GridSteps * GridSteps];
        for (var index = 0; index < grid.Length; index++)
        {
            var entries = Step(NarrowestEntries, WidestEntries, index / GridSteps);
            var jurors = Step(NarrowestJurors, WidestJurors, index % GridSteps);
            var prior = Math.Log(entries / (1 + (entries * entries))) + Math.Log(jurors / (1 + (jurors * jurors)));
            grid[index] = (entries * entries, jurors * jurors, prior);
        }

        return grid;
    }

    private int Count => Marks.Jurors.Length;

    // Stretches each juror's marks around their own mean to the panel's range, as far as the number of marks warrants.
    private double[] ScaleUse()
    {
        var means = new double[Count];
        var squares = new double[Count];
        for (var mark = 0; mark < Marks.Count; mark++)
        {
            means[Marks.JurorOf[mark]] += Marks.Values[mark] / Marks.PerJuror[Marks.JurorOf[mark]];
        }

        for (var mark = 0; mark < Marks.Count; mark++)
        {
            var difference = Marks.Values[mark] - means[Marks.JurorOf[mark]];
            squares[Marks.JurorOf[mark]] += difference * difference;
        }

        var (sum, freedom) = (0.0, 0);
        for (var juror = 0; juror < Count; juror++)
        {
            IsConstant[juror] = Marks.PerJuror[juror] >= FewestForConstant && squares[juror] < 1e-9;
            sum += squares[juror];
            freedom += IsConstant[juror] ? 0 : Marks.PerJuror[juror] - 1;
        }

        var pooled = freedom > 0 ? sum / freedom : 0;
        for (var juror = 0; juror < Count; juror++)
        {
            var own = ((RangeWeight * pooled) + squares[juror]) / (RangeWeight + Marks.PerJuror[juror] - 1);
            Ranges[juror] = pooled > 1e-12 ? Math.Sqrt(own / pooled) : 1;
        }

        var values = new double[Marks.Count];
        for (var mark = 0; mark < values.Length; mark++)
        {
            var juror = Marks.JurorOf[mark];
            values[mark] = means[juror] - Centre + ((Marks.Values[mark] - means[juror]) / Ranges[juror]);
        }

        ScaleDeviation = pooled > 1e-12 ? RangeUncertainty(squares, pooled) : 0;
        return values;
    }

    // How much jurors differ in range, after what chance alone would do, says how far the range of this panel may be off.
    private double RangeUncertainty(double[] squares, double pooled)
    {
        var (sum, count) = (RangePriorWeight * RangePriorVariance, 0);
        for (var juror = 0; juror < Count; juror++)
        {
            var freedom = Marks.PerJuror[juror] - 1;
            if (freedom > 0 && squares[juror] > 1e-9)
            {
                var difference = 0.5 * Math.Log(squares[juror] / freedom / pooled);
                sum += (difference * difference) - (0.5 / freedom);
                count++;
            }
        }

        return Math.Sqrt(Math.Max(sum / (RangePriorWeight + count), LeastRangeVariance) / Math.Max(count, 1));
    }

    private void Average(double leastWeight)
    {
        model.Weigh(Precisions);
        var (entries, jurors) = (Entries.Length, Mildness.Length);
        var most = double.NegativeInfinity;
        var found = new double[Grid.Length][];
        var mild = new double[Grid.Length][];
        for (var point = 0; point < Grid.Length; point++)
        {
            if (gridWeights[point] < leastWeight)
            {
                gridWeights[point] = double.NegativeInfinity;
                continue;
            }

            var (entryRatio, jurorRatio, prior) = Grid[point];
            model.Solve(entryRatio, jurorRatio);
            gridPenalised[point] = model.Penalised;
            gridWeights[point] = prior - (0.5 * ((entries * Math.Log(entryRatio)) + (jurors * Math.Log(jurorRatio))
                + model.LogDeterminant + (Freedom * Math.Log(model.Penalised))));
            most = Math.Max(most, gridWeights[point]);
            found[point] = [.. model.Entries];
            mild[point] = [.. Enumerable.Range(0, jurors).Select(model.Juror)];
        }

        var total = 0.0;
        for (var point = 0; point < Grid.Length; point++)
        {
            total += gridWeights[point] = Math.Exp(gridWeights[point] - most);
        }

        Array.Clear(Entries);
        Array.Clear(Mildness);
        Variance = 0;
        for (var point = 0; point < Grid.Length; point++)
        {
            var weight = gridWeights[point] /= total;
            if (weight == 0)
            {
                continue;
            }

            Variance += weight * gridPenalised[point] / Freedom;
            for (var entry = 0; entry < entries; entry++)
            {
                Entries[entry] += weight * found[point][entry];
            }

            for (var juror = 0; juror < jurors; juror++)
            {
                Mildness[juror] += weight * mild[point][juror];
            }
        }
    }

    // Per mark how uncertain the expected mark is.
    private double[] Variances()
    {
        var perPanel = model.VariancesOfFit();
        var variances = new double[Marks.Count];
        for (var panel = 0; panel < perPanel.Length; panel++)
        {
            foreach (var entry in Marks.Panels[panel].Entries)
            {
                for (var mark = Marks.Starts[entry]; mark < Marks.Starts[entry + 1]; mark++)
                {
                    variances[mark] = perPanel[panel][Marks.JurorOf[mark]];
                }
            }
        }

        return variances;
    }

    private (double Entry, double Juror) LikelyRatios()
    {
        var (entry, juror) = (0.0, 0.0);
        for (var point = 0; point < Grid.Length; point++)
        {
            entry += gridWeights[point] * Math.Log(Grid[point].Entry);
            juror += gridWeights[point] * Math.Log(Grid[point].Juror);
        }

        return (Math.Exp(entry), Math.Exp(juror));
    }

    // Expectation-maximisation: the expected squares of chance per juror, pulled towards the panel's.
    private void Steadiness()
    {
        var (entryRatio, jurorRatio) = LikelyRatios();
        var variances = new double[Precisions.Length];
        Array.Fill(variances, Variance);
        var shared = Variance;
        for (var round = 0; round < SteadyRounds; round++)
        {
            model.Weigh(Precisions);
            model.Solve(entryRatio, jurorRatio);
            var fit = Variances();
            var squares = new double[variances.Length];
            for (var mark = 0; mark < Marks.Count; mark++)
            {
                var (entry, juror) = (Marks.EntryOf[mark], Marks.JurorOf[mark]);
                var residual = Values[mark] - model.Level - model.Juror(juror) - model.Entries[entry];
                squares[juror] += (residual * residual) + (shared * fit[mark]);
            }

            var (sum, count) = (0.0, 0);
            for (var juror = 0; juror < variances.Length; juror++)
            {
                var own = ((SteadyWeight * shared) + squares[juror]) / (SteadyWeight + Marks.PerJuror[juror]);
                variances[juror] = Math.Max(own, SteadiestShare * shared);
                sum += IsConstant[juror] ? 0 : Marks.PerJuror[juror] * variances[juror];
                count += IsConstant[juror] ? 0 : Marks.PerJuror[juror];
            }

            shared = Math.Max(count > 0 ? sum / count : shared, 1e-4);
            for (var juror = 0; juror < variances.Length; juror++)
            {
                Precisions[juror] = IsConstant[juror] ? ConstantPrecision : shared / variances[juror];
            }
        }
    }
}

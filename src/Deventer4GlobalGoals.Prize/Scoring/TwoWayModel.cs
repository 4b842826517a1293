namespace Deventer4GlobalGoals.Prize.Scoring;

/// <summary>
/// A mark is a level of the panel, plus how mild its juror is, plus how good its entry is, plus chance. Entries and jurors are
/// both pulled towards the middle: minimises sum p (y - mu - b - a)^2 + sum a^2 / ra + sum b^2 / rb, with one precision p per juror.
/// </summary>
/// <remarks>
/// The entries are eliminated first, all that the same jurors scored at once, which leaves one equation per juror; a panel has few
/// jurors. An object is a workspace: each <see cref="Solve"/> replaces what the one before it found. Not for several threads at once.
/// </remarks>
internal sealed class TwoWayModel
{
    private readonly MarkTable marks;
    private readonly double[] values;
    private readonly double[] squaresOfJuror;
    private readonly double[] sumsOfJuror;
    private readonly Equations equations;
    private readonly double[] right;
    private readonly double[] sums;
    private readonly double[] weights;
    private readonly double[] tops;
    private readonly double[] scratch;
    private double[] precision = [];
    private double total;

    /// <param name="marks">Who scored what.</param>
    /// <param name="values">The values to explain, one per mark; centred values keep the sums exact.</param>
    public TwoWayModel(MarkTable marks, double[] values)
    {
        this.marks = marks;
        this.values = values;
        var size = marks.Jurors.Length + 1;
        equations = new Equations(size);
        right = new double[size];
        sums = new double[size];
        scratch = new double[size];
        weights = new double[marks.Panels.Length];
        tops = new double[marks.Entries.Length];
        Entries = new double[marks.Entries.Length];
        squaresOfJuror = new double[marks.Jurors.Length];
        sumsOfJuror = new double[marks.Jurors.Length];
        for (var mark = 0; mark < values.Length; mark++)
        {
            squaresOfJuror[marks.JurorOf[mark]] += values[mark] * values[mark];
            sumsOfJuror[marks.JurorOf[mark]] += values[mark];
        }
    }

    /// <summary>How good each entry is, against the level of the panel.</summary>
    public double[] Entries { get; }

    /// <summary>The level of the panel.</summary>
    public double Level => right[0];

    /// <summary>The minimum itself.</summary>
    public double Penalised { get; private set; }

    /// <summary>The logarithm of the determinant of the matrix of the equations.</summary>
    public double LogDeterminant { get; private set; }

    /// <summary>How mild a juror is: points above the panel.</summary>
    public double Juror(int juror) => right[juror + 1];

    /// <summary>Sets how much each juror's marks weigh; 1 is as steady as the panel. To be called first, and when they change.</summary>
    public void Weigh(double[] precisions)
    {
        precision = [.. precisions];
        (total, sums[0]) = (0, 0);
        for (var juror = 0; juror < precision.Length; juror++)
        {
            total += precision[juror] * squaresOfJuror[juror];
            sums[juror + 1] = precision[juror] * sumsOfJuror[juror];
            sums[0] += sums[juror + 1];
        }

        Array.Clear(tops);
        for (var mark = 0; mark < values.Length; mark++)
        {
            tops[marks.EntryOf[mark]] += precision[marks.JurorOf[mark]] * values[mark];
        }
    }

    /// <param name="entryRatio">Variance between entries over that of chance, more than 0.</param>
    /// <param name="jurorRatio">Variance between jurors over that of chance, more than 0.</param>
    public void Solve(double entryRatio, double jurorRatio)
    {
        Gather(1 / jurorRatio);
        Eliminate(1 / entryRatio);
        LogDeterminant += equations.Factorise();
        equations.SolveLower(right);
        equations.SolveUpper(right);
        var explained = 0.0;
        for (var row = 0; row < right.Length; row++)
        {
            explained += right[row] * sums[row];
        }

        for (var panel = 0; panel < weights.Length; panel++)
        {
            var seen = Seen(panel, right);
            foreach (var entry in marks.Panels[panel].Entries)
            {
                Entries[entry] = (tops[entry] - seen) / weights[panel];
                explained += Entries[entry] * tops[entry];
            }
        }

        Penalised = Math.Max(total - explained, 1e-9);
    }

    /// <summary>The variance of the expected mark of each juror for the entries of each panel, in units of the variance of chance.</summary>
    /// <returns>Per panel of the table, per juror.</returns>
    public double[][] VariancesOfFit()
    {
        var inverse = equations.Inverse();
        return [.. marks.Panels.Select((panel, index) =>
        {
            // The variance of e0 + ej - s, where s is what the entry's own marks take away.
            var taken = new double[right.Length];
            foreach (var juror in panel.Jurors)
            {
                var share = precision[juror] / weights[index];
                taken[0] += share;
                taken[juror + 1] = share;
            }

            var (product, square) = (new double[right.Length], 0.0);
            for (var row = 0; row < right.Length; row++)
            {
                for (var column = 0; column < right.Length; column++)
                {
                    product[row] += inverse[row, column] * taken[column];
                }

                square += product[row] * taken[row];
            }

            var variances = new double[right.Length - 1];
            for (var juror = 0; juror < variances.Length; juror++)
            {
                var alone = inverse[0, 0] + (2 * inverse[0, juror + 1]) + inverse[juror + 1, juror + 1];
                variances[juror] = alone - (2 * (product[0] + product[juror + 1])) + square + (1 / weights[index]);
            }

            return variances;
        })];
    }

    /// <summary>Draws how good the entries could be as well, given the marks; the mean over the entries is 0.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="deviation">The standard deviation of chance.</param>
    /// <param name="draw">Filled with one value per entry.</param>
    public void Draw(SeededRandom random, double deviation, double[] draw)
    {
        for (var row = 0; row < scratch.Length; row++)
        {
            scratch[row] = random.Normal() * deviation;
        }

        equations.SolveUpper(scratch);
        for (var row = 0; row < scratch.Length; row++)
        {
            scratch[row] += right[row];
        }

        var mean = 0.0;
        for (var panel = 0; panel < weights.Length; panel++)
        {
            var (seen, scatter) = (Seen(panel, scratch), deviation / Math.Sqrt(weights[panel]));
            foreach (var entry in marks.Panels[panel].Entries)
            {
                draw[entry] = ((tops[entry] - seen) / weights[panel]) + (scatter * random.Normal());
                mean += draw[entry] / draw.Length;
            }
        }

        for (var entry = 0; entry < draw.Length; entry++)
        {
            draw[entry] -= mean;
        }
    }

    private void Gather(double jurorPenalty)
    {
        equations.Clear();
        Array.Copy(sums, right, right.Length);
        for (var juror = 0; juror < precision.Length; juror++)
        {
            var weight = precision[juror] * marks.PerJuror[juror];
            equations.Add(0, 0, weight);
            equations.Add(juror + 1, 0, weight);
            equations.Add(juror + 1, juror + 1, weight + jurorPenalty);
        }
    }

    private void Eliminate(double entryPenalty)
    {
        LogDeterminant = 0;
        for (var panel = 0; panel < weights.Length; panel++)
        {
            var (entries, jurors) = marks.Panels[panel];
            var (sum, top) = (0.0, 0.0);
            foreach (var juror in jurors)
            {
                sum += precision[juror];
            }

            foreach (var entry in entries)
            {
                top += tops[entry];
            }

            var weight = weights[panel] = sum + entryPenalty;
            LogDeterminant += entries.Length * Math.Log(weight);
            equations.Add(0, 0, -entries.Length * sum * sum / weight);
            right[0] -= sum * top / weight;
            for (var one = 0; one < jurors.Length; one++)
            {
                var share = precision[jurors[one]] / weight;
                right[jurors[one] + 1] -= share * top;
                equations.Add(jurors[one] + 1, 0, -entries.Length * share * sum);
                for (var other = 0; other <= one; other++)
                {
                    equations.Add(jurors[one] + 1, jurors[other] + 1, -entries.Length * share * precision[jurors[other]]);
                }
            }
        }
    }

    // What the marks of a panel's entries say of level and jurors: their row of the matrix times a vector.
    private double Seen(int panel, double[] vector)
    {
        var seen = 0.0;
        foreach (var juror in marks.Panels[panel].Jurors)
        {
            seen += precision[juror] * (vector[0] + vector[juror + 1]);
        }

        return seen;
    }
}

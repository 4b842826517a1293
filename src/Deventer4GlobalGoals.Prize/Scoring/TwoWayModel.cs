namespace Deventer4GlobalGoals.Prize.Scoring;

/// <summary>
/// A mark is a level of the panel, plus how mild its juror is, plus how good its entry is, plus chance. Entries and jurors are
/// both pulled towards the middle: minimises sum p (y - mu - b - a)^2 + sum a^2 / ra + sum b^2 / rb, with one precision p per juror.
/// </summary>
/// <remarks>
/// The entries are eliminated first, which leaves one equation per juror; a panel has few jurors. An object is a workspace:
/// each <see cref="Solve"/> replaces what the one before it found. Not for several threads at once.
/// </remarks>
internal sealed class TwoWayModel
{
    private readonly MarkTable marks;
    private readonly double[] values;
    private readonly int size;
    private readonly double[] factor;
    private readonly double[] right;
    private readonly double[] sums;
    private readonly double[] weights;
    private readonly double[] tops;
    private readonly double[] scratch;
    private double[] precision = [];

    /// <param name="marks">Who scored what.</param>
    /// <param name="values">The values to explain, one per mark; centred values keep the sums exact.</param>
    public TwoWayModel(MarkTable marks, double[] values)
    {
        this.marks = marks;
        this.values = values;
        size = marks.Jurors.Length + 1;
        factor = new double[size * size];
        right = new double[size];
        sums = new double[size];
        scratch = new double[size];
        weights = new double[marks.Entries.Length];
        tops = new double[marks.Entries.Length];
        Entries = new double[marks.Entries.Length];
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

    /// <param name="precisions">One per juror, 1 for one who is as steady as the panel.</param>
    /// <param name="entryRatio">Variance between entries over that of chance, more than 0.</param>
    /// <param name="jurorRatio">Variance between jurors over that of chance, more than 0.</param>
    public void Solve(double[] precisions, double entryRatio, double jurorRatio)
    {
        precision = precisions;
        var total = Gather(1 / jurorRatio, 1 / entryRatio);
        Array.Copy(right, sums, size);
        Eliminate();
        Factorise();
        SolveLower(right);
        SolveUpper(right);
        var explained = 0.0;
        for (var row = 0; row < size; row++)
        {
            explained += right[row] * sums[row];
        }

        for (var entry = 0; entry < Entries.Length; entry++)
        {
            Entries[entry] = (tops[entry] - Seen(entry, right)) / weights[entry];
            explained += Entries[entry] * tops[entry];
            LogDeterminant += Math.Log(weights[entry]);
        }

        Penalised = Math.Max(total - explained, 1e-9);
    }

    /// <summary>The variance of an expected mark, in units of the variance of chance.</summary>
    public double VarianceOfFit(int entry, int juror)
    {
        Array.Clear(scratch);
        scratch[0] = 1;
        scratch[juror + 1] = 1;
        return Spread(entry) + (1 / weights[entry]);
    }

    /// <summary>Draws how good the entries could be as well, given the marks; the mean over the entries is 0.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="deviation">The standard deviation of chance.</param>
    /// <param name="draw">Filled with one value per entry.</param>
    public void Draw(SeededRandom random, double deviation, double[] draw)
    {
        for (var row = 0; row < size; row++)
        {
            scratch[row] = random.Normal() * deviation;
        }

        SolveUpper(scratch);
        for (var row = 0; row < size; row++)
        {
            scratch[row] += right[row];
        }

        var mean = 0.0;
        for (var entry = 0; entry < draw.Length; entry++)
        {
            draw[entry] = ((tops[entry] - Seen(entry, scratch)) / weights[entry]) + (deviation * random.Normal() / Math.Sqrt(weights[entry]));
            mean += draw[entry] / draw.Length;
        }

        for (var entry = 0; entry < draw.Length; entry++)
        {
            draw[entry] -= mean;
        }
    }

    private double Gather(double jurorPenalty, double entryPenalty)
    {
        Array.Clear(factor);
        Array.Clear(right);
        Array.Fill(weights, entryPenalty);
        Array.Clear(tops);
        var total = 0.0;
        for (var mark = 0; mark < values.Length; mark++)
        {
            var (entry, juror) = (marks.EntryOf[mark], marks.JurorOf[mark]);
            var weight = precision[juror];
            var weighted = weight * values[mark];
            total += weighted * values[mark];
            factor[0] += weight;
            factor[(juror + 1) * size] += weight;
            factor[(juror + 1) * (size + 1)] += weight;
            right[0] += weighted;
            right[juror + 1] += weighted;
            weights[entry] += weight;
            tops[entry] += weighted;
        }

        for (var row = 1; row < size; row++)
        {
            factor[row * (size + 1)] += jurorPenalty;
        }

        return total;
    }

    private void Eliminate()
    {
        for (var entry = 0; entry < Entries.Length; entry++)
        {
            var (from, until) = (marks.Starts[entry], marks.Starts[entry + 1]);
            var sum = 0.0;
            for (var mark = from; mark < until; mark++)
            {
                var row = marks.JurorOf[mark] + 1;
                var weight = precision[row - 1];
                var share = weight / weights[entry];
                sum += weight;
                right[row] -= share * tops[entry];
                for (var other = from; other <= mark; other++)
                {
                    var column = marks.JurorOf[other] + 1;
                    factor[(row * size) + column] -= share * precision[column - 1];
                }
            }

            for (var mark = from; mark < until; mark++)
            {
                var row = marks.JurorOf[mark] + 1;
                factor[row * size] -= precision[row - 1] * sum / weights[entry];
            }

            factor[0] -= sum * sum / weights[entry];
            right[0] -= sum * tops[entry] / weights[entry];
        }
    }

    // Cholesky: the lower triangle of the matrix becomes its root.
    private void Factorise()
    {
        LogDeterminant = 0;
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var value = factor[(row * size) + column];
                for (var inner = 0; inner < column; inner++)
                {
                    value -= factor[(row * size) + inner] * factor[(column * size) + inner];
                }

                if (row == column)
                {
                    var root = Math.Sqrt(Math.Max(value, 1e-12));
                    factor[(row * size) + row] = root;
                    LogDeterminant += 2 * Math.Log(root);
                }
                else
                {
                    factor[(row * size) + column] = value / factor[(column * size) + column];
                }
            }
        }
    }

    private void SolveLower(double[] vector)
    {
        for (var row = 0; row < size; row++)
        {
            var value = vector[row];
            for (var column = 0; column < row; column++)
            {
                value -= factor[(row * size) + column] * vector[column];
            }

            vector[row] = value / factor[(row * size) + row];
        }
    }

    private void SolveUpper(double[] vector)
    {
        for (var row = size - 1; row >= 0; row--)
        {
            var value = vector[row];
            for (var below = row + 1; below < size; below++)
            {
                value -= factor[(below * size) + row] * vector[below];
            }

            vector[row] = value / factor[(row * size) + row];
        }
    }

    // What the marks of an entry say of level and jurors: the entry's row of the matrix times a vector.
    private double Seen(int entry, double[] vector)
    {
        var seen = 0.0;
        for (var mark = marks.Starts[entry]; mark < marks.Starts[entry + 1]; mark++)
        {
            var juror = marks.JurorOf[mark];
            seen += precision[juror] * (vector[0] + vector[juror + 1]);
        }

        return seen;
    }

    // The variance of scratch minus the entry's own row: consumes scratch.
    private double Spread(int entry)
    {
        for (var mark = marks.Starts[entry]; mark < marks.Starts[entry + 1]; mark++)
        {
            var juror = marks.JurorOf[mark];
            var share = precision[juror] / weights[entry];
            scratch[0] -= share;
            scratch[juror + 1] -= share;
        }

        SolveLower(scratch);
        var square = 0.0;
        for (var row = 0; row < size; row++)
        {
            square += scratch[row] * scratch[row];
        }

        return square;
    }
}

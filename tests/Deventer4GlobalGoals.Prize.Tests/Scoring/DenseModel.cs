using Deventer4GlobalGoals.Prize.Scoring;

namespace Deventer4GlobalGoals.Prize.Tests.Scoring;

/// <summary>The two-way model written out in full: one equation for the level, each juror and each entry, solved without any short cut.</summary>
internal sealed class DenseModel
{
    private readonly MarkTable marks;
    private readonly double[] precisions;

    public DenseModel(MarkTable marks, double[] values, double[] precisions, double entryRatio, double jurorRatio)
    {
        this.marks = marks;
        this.precisions = precisions;
        var size = 1 + marks.Jurors.Length + marks.Entries.Length;
        var matrix = new double[size, size];
        var right = new double[size];
        for (var mark = 0; mark < values.Length; mark++)
        {
            foreach (var row in Of(marks.EntryOf[mark], marks.JurorOf[mark]))
            {
                right[row] += precisions[marks.JurorOf[mark]] * values[mark];
                foreach (var column in Of(marks.EntryOf[mark], marks.JurorOf[mark]))
                {
                    matrix[row, column] += precisions[marks.JurorOf[mark]];
                }
            }
        }

        for (var row = 1; row < size; row++)
        {
            matrix[row, row] += row <= marks.Jurors.Length ? 1 / jurorRatio : 1 / entryRatio;
        }

        (Inverse, LogDeterminant) = Invert(matrix);
        Solution = [.. Enumerable.Range(0, size).Select(row => Enumerable.Range(0, size).Sum(column => Inverse[row, column] * right[column]))];
        Penalised = Enumerable.Range(0, values.Length).Sum(mark => precisions[marks.JurorOf[mark]]
                * Math.Pow(values[mark] - Of(marks.EntryOf[mark], marks.JurorOf[mark]).Sum(row => Solution[row]), 2))
            + Enumerable.Range(1, size - 1).Sum(row => Solution[row] * Solution[row] / (row <= marks.Jurors.Length ? jurorRatio : entryRatio));
    }

    public double[] Solution { get; }

    public double[,] Inverse { get; }

    public double LogDeterminant { get; }

    public double Penalised { get; }

    public double VarianceOfFit(int entry, int juror) => Of(entry, juror).Sum(row => Of(entry, juror).Sum(column => Inverse[row, column]));

    private int[] Of(int entry, int juror) => [0, 1 + juror, 1 + marks.Jurors.Length + entry];

    private static (double[,] Inverse, double LogDeterminant) Invert(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        var work = (double[,])matrix.Clone();
        var inverse = new double[size, size];
        var determinant = 0.0;
        for (var row = 0; row < size; row++)
        {
            inverse[row, row] = 1;
        }

        for (var pivot = 0; pivot < size; pivot++)
        {
            var divisor = work[pivot, pivot];
            determinant += Math.Log(divisor);
            for (var column = 0; column < size; column++)
            {
                work[pivot, column] /= divisor;
                inverse[pivot, column] /= divisor;
            }

            for (var row = 0; row < size; row++)
            {
                var factor = row == pivot ? 0 : work[row, pivot];
                for (var column = 0; column < size; column++)
                {
                    work[row, column] -= factor * work[pivot, column];
                    inverse[row, column] -= factor * inverse[pivot, column];
                }
            }
        }

        return (inverse, determinant);
    }
}

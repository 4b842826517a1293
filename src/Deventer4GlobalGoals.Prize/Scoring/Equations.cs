namespace Deventer4GlobalGoals.Prize.Scoring;

/// <summary>Symmetric, positive definite equations of a modest size, solved by Cholesky's method. Only the lower triangle is kept.</summary>
internal sealed class Equations(int size)
{
    private readonly double[] lower = new double[size * size];

    public void Clear() => Array.Clear(lower);

    public void Add(int row, int column, double value) => lower[(row * size) + column] += value;

    /// <summary>Replaces the matrix by its root.</summary>
    /// <returns>The logarithm of its determinant.</returns>
    public double Factorise()
    {
        var logarithm = 0.0;
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var value = lower[(row * size) + column];
                for (var inner = 0; inner < column; inner++)
                {
                    value -= lower[(row * size) + inner] * lower[(column * size) + inner];
                }

                if (row == column)
                {
                    var root = Math.Sqrt(Math.Max(value, 1e-12));
                    lower[(row * size) + row] = root;
                    logarithm += 2 * Math.Log(root);
                }
                else
                {
                    lower[(row * size) + column] = value / lower[(column * size) + column];
                }
            }
        }

        return logarithm;
    }

    /// <summary>Solves root times x = vector, in place.</summary>
    public void SolveLower(double[] vector)
    {
        for (var row = 0; row < size; row++)
        {
            var value = vector[row];
            for (var column = 0; column < row; column++)
            {
                value -= lower[(row * size) + column] * vector[column];
            }

            vector[row] = value / lower[(row * size) + row];
        }
    }

    /// <summary>Solves transposed root times x = vector, in place.</summary>
    public void SolveUpper(double[] vector)
    {
        for (var row = size - 1; row >= 0; row--)
        {
            var value = vector[row];
            for (var below = row + 1; below < size; below++)
            {
                value -= lower[(below * size) + row] * vector[below];
            }

            vector[row] = value / lower[(row * size) + row];
        }
    }

    public double[,] Inverse()
    {
        var inverse = new double[size, size];
        var unit = new double[size];
        for (var column = 0; column < size; column++)
        {
            Array.Clear(unit);
            unit[column] = 1;
            SolveLower(unit);
            SolveUpper(unit);
            for (var row = 0; row < size; row++)
            {
                inverse[row, column] = unit[row];
            }
        }

        return inverse;
    }
}

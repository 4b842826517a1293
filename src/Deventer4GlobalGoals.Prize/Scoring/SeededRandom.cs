namespace Deventer4GlobalGoals.Prize.Scoring;

/// <summary>Random numbers that follow from a seed alone, in every version of .NET (xoshiro256**, seeded by SplitMix64).</summary>
public sealed class SeededRandom
{
    private readonly ulong[] state = new ulong[4];
    private double spare = double.NaN;

    public SeededRandom(ulong seed)
    {
        for (var index = 0; index < state.Length; index++)
        {
            seed += 0x9E3779B97F4A7C15;
            state[index] = Mix(seed);
        }
    }

    /// <summary>One seed out of several numbers, so that every cell of a simulation has its own.</summary>
    public static ulong Seed(params ReadOnlySpan<int> parts)
    {
        var seed = 0UL;
        foreach (var part in parts)
        {
            seed = Mix(seed + 0x9E3779B97F4A7C15 + (uint)part);
        }

        return seed;
    }

    public ulong Next()
    {
        var result = ulong.RotateLeft(state[1] * 5, 7) * 9;
        var shifted = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= shifted;
        state[3] = ulong.RotateLeft(state[3], 45);
        return result;
    }

    /// <summary>At least 0, less than 1.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>At least 0, less than <paramref name="count"/>.</summary>
    public int Index(int count) => (int)(Uniform() * count);

    /// <summary>Normal with mean 0 and standard deviation 1 (the polar method of Marsaglia).</summary>
    public double Normal()
    {
        if (!double.IsNaN(spare))
        {
            var kept = spare;
            spare = double.NaN;
            return kept;
        }

        double x, y, square;
        do
        {
            x = (2 * Uniform()) - 1;
            y = (2 * Uniform()) - 1;
            square = (x * x) + (y * y);
        }
        while (square is >= 1 or 0);

        var factor = Math.Sqrt(-2 * Math.Log(square) / square);
        spare = y * factor;
        return x * factor;
    }

    /// <summary>Gamma with scale 1 (Marsaglia and Tsang, 2000).</summary>
    /// <param name="shape">More than 0.</param>
    public double Gamma(double shape)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1) * Math.Pow(1 - Uniform(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var root = 1 + (c * x);
            var cube = root * root * root;
            if (root > 0 && Math.Log(1 - Uniform()) < (0.5 * x * x) + d - (d * cube) + (d * Math.Log(cube)))
            {
                return d * cube;
            }
        }
    }

    public void Shuffle<T>(IList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        for (var index = items.Count - 1; index > 0; index--)
        {
            var other = Index(index + 1);
            (items[index], items[other]) = (items[other], items[index]);
        }
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}

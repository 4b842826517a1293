namespace Deventer4GlobalGoals.Prize.Scoring;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    /// <summary>The value that chance stays below with this probability.</summary>
    /// <param name="probability">More than 0, less than 1.</param>
    public static double Quantile(double probability)
    {
        if (probability < 0.5)
        {
            return -Quantile(1 - probability);
        }

        var tail = 1 - probability;
        var t = Math.Sqrt(-2 * Math.Log(tail));

        // Abramowitz and Stegun 26.2.23, refined by Newton's method.
        var x = t - ((2.515517 + (t * (0.802853 + (t * 0.010328)))) / (1 + (t * (1.432788 + (t * (0.189269 + (t * 0.001308)))))));
        for (var round = 0; round < 3; round++)
        {
            x += (Above(x) - tail) / Density(x);
        }

        return probability == 0.5 ? 0 : x;
    }

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    // The chance of more than x, by Simpson's rule: smooth, so a few hundred steps give all digits that matter.
    private static double Above(double x)
    {
        const int Steps = 400;
        const double Far = 12;
        var step = (Far - x) / Steps;
        var sum = Density(x) + Density(Far);
        for (var index = 1; index < Steps; index++)
        {
            sum += (index % 2 == 1 ? 4 : 2) * Density(x + (index * step));
        }

        return sum * step / 3;
    }
}

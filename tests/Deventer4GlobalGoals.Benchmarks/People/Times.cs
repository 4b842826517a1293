using System.Collections.Concurrent;

namespace Deventer4GlobalGoals.Benchmarks.People;

/// <summary>How long answers took, in milliseconds; many may add at once.</summary>
internal sealed class Times
{
    private readonly ConcurrentBag<double> _all = [];

    public int Count => _all.Count;

    public void Add(double milliseconds) => _all.Add(milliseconds);

    /// <summary>What this share of answers needed at most; the share is 0 to 1.</summary>
    /// <exception cref="BenchmarkException">There are no answers.</exception>
    public double At(double share)
    {
        var sorted = _all.Order().ToArray();
        return sorted.Length > 0 ? sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))] : throw new BenchmarkException("Nothing was answered.");
    }

    /// <summary>Adds a row: 95 % of the answers against a bar in milliseconds.</summary>
    public void Report(FigureTable figures, string name, double most)
    {
        var p95 = At(0.95);
        figures.Add($"{name}, p95", FormattableString.Invariant($"< {most} ms"), $"{p95:0.0} ms (median {At(0.5):0.0}, longest {At(1):0.0}, {Count} answers)", p95 < most);
    }
}

namespace Deventer4GlobalGoals.Prize.Jury;

/// <summary>What an edition asks of its jury, before it opens.</summary>
/// <param name="ScoresPerJuror">Entries that each juror scores, the busiest of them.</param>
/// <param name="HoursPerJuror">What that takes.</param>
/// <param name="FitsCap">Whether it stays within the cap.</param>
public sealed record JuryLoad(int ScoresPerJuror, double HoursPerJuror, bool FitsCap);

public static class JuryPlanner
{
    /// <summary>
    /// Jurors per entry for the truly best entry to win with a chance of 50, 70 and 80 %, by the number of entries, in an honest
    /// panel; as <c>prize simulate</c> prints them. Where chance let more entries need fewer jurors, the larger figure holds.
    /// </summary>
    public static readonly IReadOnlyList<(int Entries, IReadOnlyList<int> Jurors)> Sizes =
    [
        (8, [2, 7, 17]),
        (15, [3, 9, 23]),
        (25, [3, 11, 39]),
        (40, [4, 15, 39]),
    ];

    public static readonly IReadOnlyList<double> Certainties = [0.5, 0.7, 0.8];

    /// <param name="entries">1 or more.</param>
    /// <param name="perEntry">Jurors per entry, 1 up to the number of jurors.</param>
    /// <param name="jurors">1 or more.</param>
    /// <param name="minutes">To read and score one entry, more than 0.</param>
    /// <param name="cap">Entries per juror at most; null for no limit.</param>
    public static JuryLoad Load(int entries, int perEntry, int jurors, double minutes, int? cap = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(entries, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(jurors, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(perEntry, jurors);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minutes);
        var scores = ((entries * perEntry) + jurors - 1) / jurors;
        return new JuryLoad(scores, scores * minutes / 60, scores <= (cap ?? int.MaxValue));
    }

    /// <summary>How many jurors per entry it takes for a wished chance that the best entry wins: often more than a town has.</summary>
    /// <param name="entries">For fewer than 8 the figure of 8 holds, for more than 40 that of 40 is the least.</param>
    /// <param name="certainty">One of <see cref="Certainties"/>.</param>
    /// <exception cref="ArgumentException">Another chance: it wasn't simulated.</exception>
    public static int JurorsFor(int entries, double certainty)
    {
        var column = Certainties.Index().Where(known => known.Item == certainty).Select(known => (int?)known.Index).FirstOrDefault()
            ?? throw new ArgumentException($"Simulated are {string.Join(", ", Certainties)}.", nameof(certainty));
        for (var size = 0; size < Sizes.Count; size++)
        {
            if (entries <= Sizes[size].Entries)
            {
                return Between(Sizes[Math.Max(size - 1, 0)], Sizes[size], entries, column);
            }
        }

        return Sizes[^1].Jurors[column];
    }

    private static int Between((int Entries, IReadOnlyList<int> Jurors) low, (int Entries, IReadOnlyList<int> Jurors) high, int entries, int column)
    {
        var share = high.Entries == low.Entries ? 0 : (double)(entries - low.Entries) / (high.Entries - low.Entries);
        return (int)Math.Ceiling(low.Jurors[column] + (share * (high.Jurors[column] - low.Jurors[column])));
    }
}

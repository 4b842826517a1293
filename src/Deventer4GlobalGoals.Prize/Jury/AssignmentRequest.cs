using Deventer4GlobalGoals.Prize.Log;

namespace Deventer4GlobalGoals.Prize.Jury;

/// <summary>What is to be divided among whom.</summary>
public sealed record AssignmentRequest
{
    public required IReadOnlyList<string> Entries { get; init; }

    public required IReadOnlyList<string> Jurors { get; init; }

    /// <summary>Jurors per entry, 1 or more.</summary>
    public required int PerEntry { get; init; }

    /// <summary>Entries per juror at most; null for no limit.</summary>
    public int? LoadCap { get; init; }

    /// <summary>Who may not score what.</summary>
    public IReadOnlySet<Pair> Conflicts { get; init; } = new HashSet<Pair>();

    /// <summary>Who knows the subject of what, 0 to 3; 0 when not named.</summary>
    public IReadOnlyDictionary<Pair, int> Expertise { get; init; } = new Dictionary<Pair, int>();

    /// <summary>What stays as it is: chosen by hand, or scored already. Counts for quorum and load, also above the cap.</summary>
    public IReadOnlySet<Pair> Fixed { get; init; } = new HashSet<Pair>();

    /// <summary>What was planned before and may change, though it rather stays.</summary>
    public IReadOnlySet<Pair> Preferred { get; init; } = new HashSet<Pair>();
}

/// <summary>Who scores what, or why that can't be.</summary>
/// <param name="Pairs">In order of entry and juror; as many as could be found.</param>
/// <param name="Obstacles">Empty when every entry has its jurors.</param>
public sealed record Assignment(IReadOnlyList<Pair> Pairs, IReadOnlyList<Obstacle> Obstacles)
{
    public bool IsComplete => Obstacles.Count == 0;
}

/// <summary>Why entries can't have their jurors: these entries need more than these jurors can give.</summary>
/// <param name="Entries">That compete for the same jurors.</param>
/// <param name="Jurors">The only ones who could still take them, and who are full.</param>
/// <param name="Needed">Places the entries need.</param>
/// <param name="Available">Places there are for them.</param>
public sealed record Obstacle(IReadOnlyList<string> Entries, IReadOnlyList<string> Jurors, int Needed, int Available);

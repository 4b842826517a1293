namespace Deventer4GlobalGoals.Prize.Rules;

/// <summary>A change of the rules after opening, which everybody sees: when, why, and the hashes before and after it.</summary>
public sealed record Amendment(DateTimeOffset At, string Reason, string PreviousHash, string Hash, Rulebook Rulebook);

/// <summary>The rulebook as it was locked at opening, with what was changed since.</summary>
public sealed record LockedRulebook(Rulebook Original, EquatableList<Amendment> Amendments)
{
    public LockedRulebook(Rulebook original)
        : this(original, [])
    {
    }

    /// <summary>What holds now.</summary>
    public Rulebook Current => Amendments.Count == 0 ? Original : Amendments[^1].Rulebook;

    public string Hash => Amendments.Count == 0 ? Original.Hash() : Amendments[^1].Hash;

    /// <param name="changed">The whole rulebook as it becomes.</param>
    /// <param name="reason">Shown to everybody.</param>
    /// <param name="at">When it starts to hold.</param>
    /// <param name="scored">The keys of criteria that ballots already have scores for.</param>
    /// <returns>The same instance when nothing changes.</returns>
    /// <exception cref="AmendmentRefusedException">No reason, a problem in the rules, another year, or scores would be lost.</exception>
    public LockedRulebook Amend(Rulebook changed, string reason, DateTimeOffset at, IReadOnlySet<string> scored)
    {
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentNullException.ThrowIfNull(scored);
        if (changed.Hash() == Hash)
        {
            return this;
        }

        var refusal = string.IsNullOrWhiteSpace(reason) ? "Say why the rules change."
            : changed.Year != Original.Year ? $"The edition of {Original.Year} can't become that of {changed.Year}."
            : RulebookCheck.Problems(changed) is [var problem, ..] ? $"{problem.Path}: {problem.Message}"
            : LostCriterion(changed, scored) is { } lost ? $"There are scores for \"{lost}\": it can't be taken away or get another scale."
            : null;
        return refusal is null
            ? this with { Amendments = [.. Amendments, new Amendment(at, reason.Trim(), Hash, changed.Hash(), changed)] }
            : throw new AmendmentRefusedException(refusal);
    }

    private string? LostCriterion(Rulebook changed, IReadOnlySet<string> scored) =>
        scored.Order(StringComparer.Ordinal).FirstOrDefault(key => changed.Find(key)?.Scale != Current.Find(key)?.Scale);
}

public sealed class AmendmentRefusedException(string message) : InvalidOperationException(message);

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using Deventer4GlobalGoals.Goals;

namespace Deventer4GlobalGoals.Web.Content.Community;

/// <summary>
/// What an item contributes to, as bits, so that it can be held against thousands of others while a page is made.
/// </summary>
public readonly struct Kinship : IEquatable<Kinship>
{
    private const int SharedTarget = 4;

    private static readonly FrozenDictionary<TargetCode, int> Places = GoalCatalogue.Default.Targets
        .Select((target, place) => (target.Code, place))
        .ToFrozenDictionary(pair => pair.Code, pair => pair.place);

    private readonly uint _goals;
    private readonly uint _primary;
    private readonly UInt128 _lowTargets;
    private readonly UInt128 _highTargets;

    /// <param name="goals">Each goal once.</param>
    /// <param name="targets">One that the catalogue doesn't have counts for nothing.</param>
    public Kinship(ImmutableArray<ItemGoal> goals, ImmutableArray<TargetCode> targets)
    {
        foreach (var goal in goals)
        {
            _goals |= 1u << goal.Number;
            _primary |= goal.IsPrimary ? 1u << goal.Number : 0;
        }

        foreach (var target in targets)
        {
            if (Places.TryGetValue(target, out var place))
            {
                _lowTargets |= place < 128 ? UInt128.One << place : 0;
                _highTargets |= place < 128 ? 0 : UInt128.One << (place - 128);
            }
        }
    }

    /// <summary>How near another is: 4 per shared target; per shared goal 3 when it is a main one for both, 2 for one of them, 1 for neither.</summary>
    public int With(Kinship other) =>
        BitOperations.PopCount(_goals & other._goals)
        + BitOperations.PopCount(_primary & other._goals)
        + BitOperations.PopCount(_goals & other._primary)
        + (SharedTarget * (int)(UInt128.PopCount(_lowTargets & other._lowTargets) + UInt128.PopCount(_highTargets & other._highTargets)));

    public bool Equals(Kinship other) =>
        _goals == other._goals && _primary == other._primary && _lowTargets == other._lowTargets && _highTargets == other._highTargets;

    public override bool Equals(object? obj) => obj is Kinship other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_goals, _primary, _lowTargets, _highTargets);

    public static bool operator ==(Kinship left, Kinship right) => left.Equals(right);

    public static bool operator !=(Kinship left, Kinship right) => !left.Equals(right);
}

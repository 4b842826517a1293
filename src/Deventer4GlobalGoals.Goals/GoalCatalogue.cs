using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Deventer4GlobalGoals.Goals;

/// <summary>The seventeen goals and their 169 targets, in Dutch, English and German.</summary>
/// <remarks>The texts live in <c>Data/goal-N.txt</c>, are read once and never change while the application runs.</remarks>
public sealed class GoalCatalogue
{
    /// <summary>How many goals there are.</summary>
    public const int Count = 17;

    private static readonly Lazy<GoalCatalogue> Shipped = new(() => new GoalCatalogue(ReadShipped()));
    private readonly FrozenDictionary<TargetCode, Target> targets;

    /// <exception cref="InvalidDataException">The goals are not exactly 1 to 17 in order.</exception>
    internal GoalCatalogue(IEnumerable<Goal> goals)
    {
        Goals = [.. goals];
        if (!Goals.Select(goal => goal.Number).SequenceEqual(Enumerable.Range(1, Count)))
        {
            throw new InvalidDataException($"The catalogue needs the goals 1 to {Count} in order, once each.");
        }

        Targets = [.. Goals.SelectMany(goal => goal.Targets)];
        targets = Targets.ToFrozenDictionary(target => target.Code);
    }

    /// <summary>The catalogue that ships with the application.</summary>
    public static GoalCatalogue Default => Shipped.Value;

    /// <summary>Goal 1 first, goal 17 last.</summary>
    public IReadOnlyList<Goal> Goals { get; }

    /// <summary>All targets, from 1.1 to 17.19, in the UN's order.</summary>
    public IReadOnlyList<Target> Targets { get; }

    /// <param name="number">1 to 17.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such goal.</exception>
    public Goal Goal(int number) =>
        TryGetGoal(number, out var goal)
            ? goal
            : throw new ArgumentOutOfRangeException(nameof(number), number, $"There is no goal {number}: goals run from 1 to {Count}.");

    /// <exception cref="ArgumentOutOfRangeException">There is no such target.</exception>
    public Target Target(TargetCode code) =>
        TryGetTarget(code, out var target)
            ? target
            : throw new ArgumentOutOfRangeException(nameof(code), code, $"There is no target {code}.");

    public bool TryGetGoal(int number, [NotNullWhen(true)] out Goal? goal)
    {
        goal = number is >= 1 and <= Count ? Goals[number - 1] : null;
        return goal is not null;
    }

    public bool TryGetTarget(TargetCode code, [NotNullWhen(true)] out Target? target) => targets.TryGetValue(code, out target);

    private static IEnumerable<Goal> ReadShipped()
    {
        for (var number = 1; number <= Count; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"goal-{number}.txt");
            using var stream = typeof(GoalCatalogue).Assembly.GetManifestResourceStream(name)
                ?? throw new InvalidDataException($"The catalogue file {name} is missing from the assembly.");
            using var reader = new StreamReader(stream);
            yield return CatalogueFile.Read(name, reader);
        }
    }
}

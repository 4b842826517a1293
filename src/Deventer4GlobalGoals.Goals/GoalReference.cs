using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Deventer4GlobalGoals.Goals;

/// <summary>A pointer to a goal or to one of its targets, as people and files write it.</summary>
public readonly record struct GoalReference
{
    private static readonly string[] Prefixes =
    [
        "http://" + GoalUri.Path, "https://" + GoalUri.Path,
        "subdoel", "doelstelling", "doel", "unterziel", "ziel", "target", "goal", "sdg",
    ];

    private GoalReference(int goal, TargetCode? target)
    {
        Goal = goal;
        Target = target;
    }

    /// <summary>1 to 17; the goal of <see cref="Target"/> when there is one.</summary>
    public int Goal { get; }

    public TargetCode? Target { get; }

    /// <summary>
    /// Reads "12", "12.3", "12.a", "SDG 7", "SDG7", "doel 7", "subdoel 7.2", "Ziel 7", "goal 7", "target 7.2" and the UN's
    /// URIs, in any case. Answers no to anything else and to a goal or target that does not exist.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out GoalReference reference)
    {
        reference = default;
        var code = WithoutPrefix(text.AsSpan().Trim());
        if (TargetCode.TryNumber(code, out var number) && number <= GoalCatalogue.Count)
        {
            reference = new GoalReference(number, null);
            return true;
        }

        if (!TargetCode.TryParse(code.ToString(), out var target) || !GoalCatalogue.Default.TryGetTarget(target, out _))
        {
            return false;
        }

        reference = new GoalReference(target.Goal, target);
        return true;
    }

    /// <returns>The code: "12" or "12.3".</returns>
    public override string ToString() => Target?.ToString() ?? Goal.ToString(CultureInfo.InvariantCulture);

    private static ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> text)
    {
        foreach (var prefix in Prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return text[prefix.Length..].TrimStart(" -:\u00a0");
            }
        }

        return text;
    }
}

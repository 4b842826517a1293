using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Deventer4GlobalGoals.Goals;

/// <summary>
/// The code of a target as the UN writes it: goal, full stop, then a number (an outcome, "12.5")
/// or a letter (a means to get there, "12.a").
/// </summary>
/// <remarks>
/// Sorts as the UN lists them: by goal, then numbers by value, then letters. A code that has the right
/// form need not exist ("12.9" parses): <see cref="GoalCatalogue.TryGetTarget(TargetCode, out Target)"/> knows which do.
/// </remarks>
public readonly record struct TargetCode : IComparable<TargetCode>
{
    private const int LettersFrom = 100;
    private readonly int rank;

    private TargetCode(int goal, int rank)
    {
        Goal = goal;
        this.rank = rank;
    }

    /// <summary>The goal this target belongs to, 1 to 17; 0 only for the default value, which is no code.</summary>
    public int Goal { get; }

    /// <summary>Whether the part after the full stop is a letter.</summary>
    public bool IsMeans => rank > LettersFrom;

    /// <summary>The place among the numbers ("12.5" is 5) or among the letters ("12.b" is 2), from 1.</summary>
    public int Ordinal => IsMeans ? rank - LettersFrom : rank;

    /// <param name="s">A code such as "12.5" or "12.a"; space around it and a capital letter are forgiven, a leading zero is not.</param>
    /// <exception cref="FormatException">The text does not have the form of a target code.</exception>
    public static TargetCode Parse(string s) =>
        TryParse(s, out var code)
            ? code
            : throw new FormatException($"\"{s}\" is not a target code: write a goal from 1 to 17, a full stop and a number or a letter, such as 12.5 or 12.a.");

    public static bool TryParse([NotNullWhen(true)] string? s, out TargetCode result)
    {
        result = default;
        var text = s.AsSpan().Trim();
        var stop = text.IndexOf('.');
        if (stop < 0 || !TryNumber(text[..stop], out var goal) || goal > GoalCatalogue.Count)
        {
            return false;
        }

        var suffix = text[(stop + 1)..];
        if (suffix.Length == 1 && char.IsAsciiLetter(suffix[0]))
        {
            result = new TargetCode(goal, LettersFrom + 1 + (suffix[0] | 0x20) - 'a');
            return true;
        }

        if (!TryNumber(suffix, out var number))
        {
            return false;
        }

        result = new TargetCode(goal, number);
        return true;
    }

    public int CompareTo(TargetCode other) => (Goal, rank).CompareTo((other.Goal, other.rank));

    public static bool operator <(TargetCode left, TargetCode right) => left.CompareTo(right) < 0;

    public static bool operator >(TargetCode left, TargetCode right) => left.CompareTo(right) > 0;

    public static bool operator <=(TargetCode left, TargetCode right) => left.CompareTo(right) <= 0;

    public static bool operator >=(TargetCode left, TargetCode right) => left.CompareTo(right) >= 0;

    public override string ToString() => IsMeans
        ? string.Create(CultureInfo.InvariantCulture, $"{Goal}.{(char)('a' + Ordinal - 1)}")
        : string.Create(CultureInfo.InvariantCulture, $"{Goal}.{rank}");

    /// <summary>One or two ASCII digits without a leading zero: 1 to 99.</summary>
    internal static bool TryNumber(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        return digits.Length is 1 or 2
            && digits[0] != '0'
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}

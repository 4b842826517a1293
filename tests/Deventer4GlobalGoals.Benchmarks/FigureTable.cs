using System.Globalization;

namespace Deventer4GlobalGoals.Benchmarks;

/// <summary>What was measured, in the order in which it was measured.</summary>
internal sealed class FigureTable
{
    private readonly List<(string Name, string Bar, string Measured, string Verdict)> _rows = [];

    /// <param name="name">What is measured.</param>
    /// <param name="bar">What it must be, in words.</param>
    /// <param name="measured">The number with its unit.</param>
    /// <param name="met">Whether it is; null for a number that only helps to understand the others.</param>
    public void Add(string name, string bar, FormattableString measured, bool? met)
    {
        var text = measured.ToString(CultureInfo.InvariantCulture);
        _rows.Add((name, bar, text, met switch { true => "met", false => "MISSED", null => "" }));
        Console.Error.WriteLine($"  {name}: {text}");
    }

    public void Print(TextWriter output)
    {
        var name = Width(row => row.Name, "Figure");
        var bar = Width(row => row.Bar, "Bar");
        var measured = Width(row => row.Measured, "Measured");
        foreach (var row in _rows.Prepend(("Figure", "Bar", "Measured", "Verdict")))
        {
            output.WriteLine($"{row.Item1.PadRight(name)}  {row.Item2.PadRight(bar)}  {row.Item3.PadRight(measured)}  {row.Item4}".TrimEnd());
        }
    }

    private int Width(Func<(string Name, string Bar, string Measured, string Verdict), string> column, string heading) =>
        _rows.Select(column).Append(heading).Max(text => text.Length);
}

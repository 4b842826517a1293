namespace Deventer4GlobalGoals.Web.Search.Monitor;

/// <param name="X">Left side.</param>
/// <param name="Y">Top.</param>
/// <param name="Height">From the top to the axis.</param>
/// <param name="Label">Under the axis; empty where there is no room.</param>
/// <param name="Value">Above the bar.</param>
public sealed record Bar(int X, int Y, int Height, string Label, int Value);

/// <summary>Where the bars of a chart stand, in whole units of its drawing; the table beneath says the same in figures.</summary>
public sealed record BarChart(IReadOnlyList<Bar> Bars, int BarWidth, string Line)
{
    public const int Width = 960;
    public const int Height = 300;

    /// <summary>Where the axis is.</summary>
    public const int Base = 260;

    private const int Top = 30;
    private const int Room = 48;

    /// <param name="values">A label and a value each, from left to right.</param>
    /// <param name="line">A line over the bars, with a height of its own; as many values as there are bars.</param>
    public static BarChart Of(IReadOnlyList<(string Label, int Value)> values, IReadOnlyList<int>? line = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        var most = Math.Max(1, values.Select(value => value.Value).DefaultIfEmpty().Max());
        var step = values.Count == 0 ? Width : Width / values.Count;
        var every = Math.Max(1, (Room + step - 1) / step);
        var highest = Math.Max(1, line is { Count: > 0 } ? line.Max() : 1);
        Bar At((string Label, int Value) value, int index) => new(
            (index * step) + (step / 8),
            Up(value.Value, most),
            Base - Up(value.Value, most),
            (values.Count - 1 - index) % every == 0 ? value.Label : string.Empty,
            value.Value);
        return new BarChart(
            [.. values.Select(At)],
            Math.Max(2, step * 3 / 4),
            string.Join(' ', (line ?? []).Select((value, index) => FormattableString.Invariant($"{(index * step) + (step / 2)},{Up(value, highest)}"))));
    }

    private static int Up(int value, int most) => Base - ((Base - Top) * value / most);
}

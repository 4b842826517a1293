using System.Globalization;
using Deventer4GlobalGoals.Prize.Scoring;

namespace Deventer4GlobalGoals.Web.Prize.Result;

/// <summary>One entry in the drawing, in units of the drawing.</summary>
public sealed record ChartRow(EntryResult Entry, bool IsFirst, double Y, double LabelY, double Low, double High, double Raw, double Corrected);

/// <summary>The scoreboard as a drawing: a dot for the mean, a square after correction, a bar for how far chance may reach.</summary>
public sealed record ScoreChart(int Width, int Height, double Top, double Bottom, IReadOnlyList<(double X, double Value)> Grid, IReadOnlyList<ChartRow> Rows)
{
    private const double Half = 8;

    /// <summary>Beside the names, for wide screens.</summary>
    public static ScoreChart Wide(Scoreboard board) => Make(board, 1120, 330, 1096, 55, isLabelAbove: false);

    /// <summary>Under the names, for phones.</summary>
    public static ScoreChart Narrow(Scoreboard board) => Make(board, 420, 20, 396, 82, isLabelAbove: true);

    /// <summary>A length for an attribute.</summary>
    public static string At(double length) => length.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The left or top side of a square around this point.</summary>
    public static string Side(double middle) => At(middle - Half);

    private static ScoreChart Make(Scoreboard board, int width, double left, double right, double rowHeight, bool isLabelAbove)
    {
        ArgumentNullException.ThrowIfNull(board);
        var values = board.Entries.SelectMany(entry => new[] { entry.Low, entry.High, entry.Raw, entry.Corrected }).DefaultIfEmpty(0).ToArray();
        var from = Math.Floor(values.Min());
        var until = Math.Max(Math.Ceiling(values.Max()), from + 1);
        double X(double value) => left + ((value - from) / (until - from) * (right - left));
        var bottom = 20 + (board.Entries.Count * rowHeight);
        var step = Math.Max(1, Math.Ceiling((until - from) / 10));
        return new ScoreChart(
            width,
            (int)bottom + 40,
            20,
            bottom,
            [.. Enumerable.Range(0, (int)((until - from) / step) + 1).Select(index => (X(from + (index * step)), from + (index * step)))],
            [.. board.Entries.Select((entry, index) =>
            {
                var middle = 20 + ((index + (isLabelAbove ? 0.72 : 0.5)) * rowHeight);
                return new ChartRow(entry, index == 0, middle, isLabelAbove ? middle - 20 : middle + 6, X(entry.Low), X(entry.High), X(entry.Raw), X(entry.Corrected));
            })]);
    }
}

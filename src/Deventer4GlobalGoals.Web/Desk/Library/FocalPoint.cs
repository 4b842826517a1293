using System.Globalization;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Desk.Fields;

namespace Deventer4GlobalGoals.Web.Desk.Library;

/// <summary>The point that stays in a picture when it is cut, as somebody types it: per cent from the left and from the top.</summary>
internal static class FocalPoint
{
    private const int Whole = 100;

    /// <summary>"33.3"; empty for none.</summary>
    public static string Typed(decimal? part) => part is { } known ? (known * Whole).ToString("0.#", CultureInfo.InvariantCulture) : string.Empty;

    /// <returns>False for what is no point: two empty texts are none, and that is right.</returns>
    public static bool TryRead(string? left, string? top, out (decimal Left, decimal Top)? point)
    {
        point = null;
        if (string.IsNullOrWhiteSpace(left) && string.IsNullOrWhiteSpace(top))
        {
            return true;
        }

        if (left?.AsDecimal() is not (>= 0 and <= Whole and var x) || top?.AsDecimal() is not (>= 0 and <= Whole and var y))
        {
            return false;
        }

        point = (x / Whole, y / Whole);
        return true;
    }

    /// <summary>As property editors exchange it.</summary>
    public static (decimal Left, decimal Top)? Of(JsonNode? node) =>
        node is JsonObject && node["left"].AsText().AsDecimal() is { } left && node["top"].AsText().AsDecimal() is { } top ? (left, top) : null;
}

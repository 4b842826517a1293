using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Desk.Fields;

namespace Deventer4GlobalGoals.Web.Desk.Library;

/// <summary>A cut-out as somebody made it: what goes off at the left, top, right and bottom, each a part of the whole.</summary>
public sealed record OwnCrop(decimal X1, decimal Y1, decimal X2, decimal Y2)
{
    private const int Whole = 100;

    /// <summary>The sides in the order of what is typed, by Umbraco's names.</summary>
    public static IReadOnlyList<string> Sides { get; } = ["x1", "y1", "x2", "y2"];

    /// <summary>Per cent per side; empty for no cut-out.</summary>
    public static IReadOnlyList<string> Typed(OwnCrop? crop) => crop is null
        ? [.. Sides.Select(_ => string.Empty)]
        : [.. new[] { crop.X1, crop.Y1, crop.X2, crop.Y2 }.Select(part => FocalPoint.Typed(part))];

    /// <summary>A side that is left empty loses nothing; four empty ones are no cut-out.</summary>
    /// <returns>False for what is no number from 0 to 100, and when nothing of the picture would be left.</returns>
    public static bool TryRead(IReadOnlyList<string> texts, out OwnCrop? crop)
    {
        crop = null;
        var parts = texts.Select(text => string.IsNullOrWhiteSpace(text) ? 0 : text.AsDecimal()).ToArray();
        if (texts.All(string.IsNullOrWhiteSpace))
        {
            return true;
        }

        if (parts is not [>= 0 and var left, >= 0 and var top, >= 0 and var right, >= 0 and var bottom] || left + right >= Whole || top + bottom >= Whole)
        {
            return false;
        }

        crop = new OwnCrop(left / Whole, top / Whole, right / Whole, bottom / Whole);
        return true;
    }

    /// <summary>That of a name, in a value as property editors exchange it.</summary>
    public static OwnCrop? Of(JsonNode? value, string alias) => Find(value, alias)?["coordinates"] is JsonObject lines
        && Sides.Select(side => lines[side].AsText().AsDecimal()).ToArray() is [{ } x1, { } y1, { } x2, { } y2]
            ? new OwnCrop(x1, y1, x2, y2)
            : null;

    /// <summary>Puts a cut-out in such a value; null takes it out.</summary>
    public static void Put(JsonObject value, string alias, OwnCrop? crop)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value["crops"] is not JsonArray crops)
        {
            value["crops"] = crops = [];
        }

        var found = Find(value, alias);
        if (crop is null)
        {
            crops.Remove(found);
            return;
        }

        if (found is null)
        {
            crops.Add(found = new JsonObject { ["alias"] = alias });
        }

        found["coordinates"] = new JsonObject { ["x1"] = crop.X1, ["y1"] = crop.Y1, ["x2"] = crop.X2, ["y2"] = crop.Y2 };
    }

    private static JsonObject? Find(JsonNode? value, string alias) => ((value as JsonObject)?["crops"] as JsonArray)?.OfType<JsonObject>()
        .FirstOrDefault(crop => string.Equals(crop["alias"].AsText(), alias, StringComparison.OrdinalIgnoreCase));
}

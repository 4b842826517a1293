using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Deventer4GlobalGoals.Web.Desk.Fields;

/// <summary>Values as property editors exchange them, as JSON.</summary>
internal static class FieldJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), Options),
    };

    /// <summary>A text or number as text; empty for nothing and for what is neither.</summary>
    public static string AsText(this JsonNode? node) => node is JsonValue value
        ? value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.Null => string.Empty,
            _ => value.ToJsonString(),
        }
        : string.Empty;

    public static IReadOnlyList<string> AsTexts(this JsonNode? node) => node switch
    {
        JsonArray list => [.. list.Select(item => item.AsText()).Where(text => text.Length > 0)],
        _ => node.AsText() is { Length: > 0 } text ? [text] : [],
    };

    /// <summary>Null for what isn't JSON, names something twice, or holds half a character or U+0000: no editor makes that.</summary>
    public static JsonNode? AsJson(this string text)
    {
        try
        {
            return text.Length > 0 && JsonNode.Parse(text) is { } node && IsText(node) ? node : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsText(JsonNode? node) => node switch
    {
        JsonObject item => item.All(property => IsText(property.Value)),
        JsonArray list => list.All(IsText),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => !value.GetValue<string>().Contains('\0', StringComparison.Ordinal),
        _ => true,
    };

    /// <summary>"38,5" or "38.5".</summary>
    public static decimal? AsDecimal(this string text) =>
        decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}

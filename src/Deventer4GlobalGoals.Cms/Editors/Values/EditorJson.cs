using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Deventer4GlobalGoals.Cms.Editors.Values;

/// <summary>
/// Reads and writes property values as JSON. A value comes in three shapes (text as it is stored, JSON nodes from an
/// endpoint, CLR objects from code), and every editor accepts all three.
/// </summary>
internal static class EditorJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The value as a JSON node; null for nothing, blank text and JSON null.</summary>
    /// <returns>False when the value is text that is no JSON.</returns>
    public static bool TryGetNode(object? value, out JsonNode? node)
    {
        node = null;
        try
        {
            node = value switch
            {
                null => null,
                string text when string.IsNullOrWhiteSpace(text) => null,
                string text => JsonNode.Parse(text),
                JsonNode already => already,
                _ => JsonSerializer.SerializeToNode(value, value.GetType(), Options),
            };
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static bool TryRead<T>(object? value, [NotNullWhen(true)] out T? result)
        where T : class
    {
        result = null;
        try
        {
            result = TryGetNode(value, out var node) && node is not null ? node.Deserialize<T>(Options) : null;
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            return false;
        }

        return result is not null;
    }

    public static string Write(object? value) => JsonSerializer.Serialize(value, Options);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            PropertyNameCaseInsensitive = true,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            Converters =
            {
                new JsonStringEnumConverter(),
                new UdiJsonConverter(),
                new ClrObjectJsonConverter(),
                new BlockListValueJsonConverter(),
                new RichTextBlockValueJsonConverter(),
            },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Editors.Values;

namespace Deventer4GlobalGoals.Cms.Editors.Blocks;

/// <summary>Finds the way in block JSON without giving it a type, so that what is unknown stays as it is.</summary>
internal static class BlockData
{
    public static readonly string[] Parts = ["contentData", "settingsData"];

    /// <summary>The elements of one part, with their place in it. An element that is no object is passed over.</summary>
    public static IEnumerable<(int Index, JsonObject Element)> Elements(JsonNode? blocks, string part) =>
        blocks is JsonObject root ? Objects(root[part]) : [];

    public static IEnumerable<(int Index, JsonObject Value)> Values(JsonObject element) => Objects(element["values"]);

    public static IEnumerable<JsonObject> Layout(JsonNode? blocks, string editorAlias) =>
        blocks is JsonObject root && root["layout"] is JsonObject layouts && layouts[editorAlias] is JsonArray layout
            ? layout.OfType<JsonObject>()
            : [];

    public static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static Guid? Key(JsonObject element, string name) =>
        Guid.TryParse(Text(element[name]), out var key) ? key : null;

    /// <summary>A value as property editors and converters take it: text, number or truth value; objects and lists as JSON text.</summary>
    public static object? Scalar(JsonNode? node) => node switch
    {
        null => null,
        JsonObject or JsonArray => node.ToJsonString(EditorJson.Options),
        _ => node.Deserialize<object>(EditorJson.Options),
    };

    /// <inheritdoc cref="Scalar(JsonNode?)"/>
    public static object? Scalar(object? value) => value is JsonNode or System.Collections.IEnumerable and not string
        ? EditorJson.Write(value)
        : value;

    private static IEnumerable<(int Index, JsonObject Found)> Objects(JsonNode? list)
    {
        for (var index = 0; index < (list as JsonArray)?.Count; index++)
        {
            if (list[index] is JsonObject found)
            {
                yield return (index, found);
            }
        }
    }
}

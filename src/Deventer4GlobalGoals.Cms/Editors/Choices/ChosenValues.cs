using System.Text.Json;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Editors.Values;

namespace Deventer4GlobalGoals.Cms.Editors.Choices;

/// <summary>Reads the chosen texts of a list editor.</summary>
internal static class ChosenValues
{
    /// <summary>
    /// The chosen texts without blanks. Text that is no JSON list counts as one choice, as older sites stored it.
    /// Null when the value holds something other than texts.
    /// </summary>
    public static string[]? Read(object? value)
    {
        var texts = value switch
        {
            null => [],
            string text when !text.AsSpan().TrimStart().StartsWith("[", StringComparison.Ordinal) => [text],
            _ => EditorJson.TryGetNode(value, out var node) ? FromNode(node) : null,
        };
        return texts?.Where(text => !string.IsNullOrWhiteSpace(text)).ToArray();
    }

    public static string? Store(object? value) =>
        Read(value) is { Length: > 0 } chosen ? EditorJson.Write(chosen) : null;

    private static string[]? FromNode(JsonNode? node) => node switch
    {
        null => [],
        JsonArray array when array.All(IsText) => [.. array.Select(item => item!.GetValue<string>())],
        JsonValue single when IsText(single) => [single.GetValue<string>()],
        _ => null,
    };

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;
}

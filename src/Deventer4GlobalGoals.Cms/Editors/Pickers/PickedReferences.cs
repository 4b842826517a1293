using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core;

namespace Deventer4GlobalGoals.Cms.Editors.Pickers;

/// <summary>
/// Reads references to content in the shapes they come in: "umb://document/…,umb://…" as they are stored, and
/// [{"type":"document","unique":"…"}] as they are edited.
/// </summary>
internal static class PickedReferences
{
    private static readonly string[] EntityTypes = [Constants.UdiEntityType.Document, Constants.UdiEntityType.Media, Constants.UdiEntityType.Member];

    /// <param name="Udis">The references that could be read, in order, each once.</param>
    /// <param name="Refused">What could not be read.</param>
    internal sealed record Result(IReadOnlyList<GuidUdi> Udis, IReadOnlyList<string> Refused);

    public static Result Read(object? value)
    {
        var found = new List<GuidUdi>();
        var refused = new List<string>();
        foreach (var (text, udi) in Parse(value))
        {
            if (udi is null)
            {
                refused.Add(text);
            }
            else if (!found.Contains(udi))
            {
                found.Add(udi);
            }
        }

        return new Result(found, refused);
    }

    private static IEnumerable<(string Text, GuidUdi? Udi)> Parse(object? value)
    {
        if (value is string text && !text.AsSpan().TrimStart().StartsWith("[", StringComparison.Ordinal))
        {
            return text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(part => (part, ParseUdi(part)));
        }

        if (!EditorJson.TryGetNode(value, out var node))
        {
            return [(value!.ToString()!, null)];
        }

        return node switch
        {
            null => [],
            JsonArray items => items.Select(item => (item?.ToJsonString() ?? "null", ParseItem(item))),
            _ => [(node.ToJsonString(), null)],
        };
    }

    private static GuidUdi? ParseItem(JsonNode? item) => item switch
    {
        JsonObject parts => FromParts(Text(parts["type"]), Text(parts["unique"])),
        JsonValue value => ParseUdi(Text(value)),
        _ => null,
    };

    private static GuidUdi? FromParts(string? type, string? unique) =>
        type is not null && EntityTypes.Contains(type, StringComparer.Ordinal) && Guid.TryParse(unique, out var key) && key != Guid.Empty
            ? new GuidUdi(type, key)
            : null;

    private static GuidUdi? ParseUdi(string? text) =>
        UdiParser.TryParse(text, out GuidUdi? udi) && EntityTypes.Contains(udi.EntityType, StringComparer.Ordinal) ? udi : null;

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.USync.Files;

namespace Deventer4GlobalGoals.Cms.USync.DataTypes;

/// <summary>The configuration of a data type as JSON, printed the same way every time.</summary>
internal static class ConfigJson
{
    private static readonly JsonSerializerOptions Printing = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonObject Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        try
        {
            return JsonNode.Parse(text) switch
            {
                JsonObject config => config,
                null => [],
                _ => throw new USyncException("Config", "The configuration is not a JSON object."),
            };
        }
        catch (JsonException error)
        {
            throw new USyncException("Config", $"The configuration is not JSON: {error.Message}", error);
        }
    }

    public static string Print(JsonObject config) => Sorted(config)!.ToJsonString(Printing);

    /// <summary>Umbraco up to 13 began keys with a capital and numbered its lists of items.</summary>
    public static JsonObject FromOlderSite(JsonObject config)
    {
        var renamed = new JsonObject();
        foreach (var (name, value) in config)
        {
            var key = name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
            renamed[key] = Flatten(value);
        }

        return renamed;
    }

    private static JsonNode? Flatten(JsonNode? value) => value switch
    {
        JsonArray { Count: > 0 } items when items.All(item => item is JsonObject { Count: 2 } row
            && row.ContainsKey("id") && row.ContainsKey("value")) =>
            new JsonArray([.. items.Select(item => item!["value"]?.DeepClone())]),
        _ => value?.DeepClone(),
    };

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject pairs => new JsonObject(pairs
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}

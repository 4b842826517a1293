using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Deventer4GlobalGoals.Prize.Tests;

/// <summary>Changes one value in JSON, to see whether anybody notices.</summary>
internal static class JsonFlip
{
    /// <summary>Where the values are that aren't lists or objects.</summary>
    public static IEnumerable<string> Leaves(JsonNode? node, string path = "$") => node switch
    {
        JsonObject properties => properties.SelectMany(property => Leaves(property.Value, path + "/" + property.Key)),
        JsonArray items => items.SelectMany((item, index) => Leaves(item, path + "/" + index.ToString(CultureInfo.InvariantCulture))),
        _ => [path],
    };

    public static JsonNode At(JsonNode root, string path)
    {
        var steps = path.Split('/')[1..];
        var leaf = steps.Aggregate(root, static (node, step) => node is JsonArray items ? items[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!);
        JsonNode flipped = leaf.GetValueKind() switch
        {
            JsonValueKind.String => leaf.GetValue<string>() + "'",
            JsonValueKind.Number => leaf.GetValue<decimal>() + 1,
            _ => !leaf.GetValue<bool>(),
        };
        leaf.ReplaceWith(flipped);
        return root;
    }
}

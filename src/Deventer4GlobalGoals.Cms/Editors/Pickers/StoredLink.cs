using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Editors.Pickers;

/// <summary>A link as it is stored: to an address, or with a udi to a page or file of the site.</summary>
internal sealed record StoredLink
{
    public string? Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Target { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GuidUdi? Udi { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Url { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? QueryString { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Culture { get; init; }

    [JsonIgnore]
    public LinkType Type => Udi?.EntityType switch
    {
        null => LinkType.External,
        Constants.UdiEntityType.Media => LinkType.Media,
        _ => LinkType.Content,
    };

    /// <summary>The links of a value; null when it is not a list of links.</summary>
    public static IReadOnlyList<StoredLink>? ReadAll(object? value)
    {
        if (!EditorJson.TryGetNode(value, out var node))
        {
            return null;
        }

        var items = node switch
        {
            null => [],
            JsonArray array => array,
            _ => null,
        };
        if (items is null || items.Any(item => item is not JsonObject))
        {
            return null;
        }

        var links = new List<StoredLink>();
        foreach (var item in items)
        {
            if (!EditorJson.TryRead<StoredLink>(WithUdi(item!.AsObject()), out var link))
            {
                return null;
            }

            links.Add(link);
        }

        return links;
    }

    /// <summary>The desk names what is linked by type and key; the database by udi.</summary>
    private static JsonObject WithUdi(JsonObject item)
    {
        var type = item["type"]?.ToString();
        if (item["udi"] is null
            && type is Constants.UdiEntityType.Document or Constants.UdiEntityType.Media
            && Guid.TryParse(item["unique"]?.ToString(), out var key))
        {
            item = item.DeepClone().AsObject();
            item["udi"] = new GuidUdi(type, key).ToString();
            item.Remove("url");
        }

        return item;
    }
}

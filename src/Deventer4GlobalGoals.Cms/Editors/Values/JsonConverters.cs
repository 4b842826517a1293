using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Blocks;

namespace Deventer4GlobalGoals.Cms.Editors.Values;

internal sealed class UdiJsonConverter : JsonConverter<Udi>
{
    public override bool CanConvert(Type typeToConvert) => typeof(Udi).IsAssignableFrom(typeToConvert);

    public override Udi? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return UdiParser.TryParse(text, out Udi? udi) && typeToConvert.IsInstanceOfType(udi)
            ? udi
            : throw new JsonException($"\"{text}\" is not a {typeToConvert.Name}.");
    }

    public override void Write(Utf8JsonWriter writer, Udi value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>
/// Values declared as object come back as CLR primitives, lists of one kind as arrays of it and objects as JSON nodes,
/// because Umbraco compares configuration and property values by CLR type.
/// </summary>
internal sealed class ClrObjectJsonConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number when reader.TryGetInt32(out var number) => number,
            JsonTokenType.Number when reader.TryGetInt64(out var number) => number,
            JsonTokenType.Number when reader.TryGetDecimal(out var number) => number,
            JsonTokenType.Number => reader.GetDouble(),
            JsonTokenType.StartArray => ReadArray(JsonNode.Parse(ref reader)!.AsArray(), options),
            _ => JsonNode.Parse(ref reader),
        };

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        if (value.GetType() == typeof(object))
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
            return;
        }

        JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }

    private static object ReadArray(JsonArray array, JsonSerializerOptions options) =>
        array.Count > 0 && array.All(item => item?.GetValueKind() == JsonValueKind.String)
            ? array.Select(item => item!.GetValue<string>()).ToArray()
            : array.Select(item => item.Deserialize<object>(options)).ToArray();
}

internal sealed class BlockListValueJsonConverter : BlockValueJsonConverter<BlockListValue, BlockListLayoutItem>;

internal sealed class RichTextBlockValueJsonConverter : BlockValueJsonConverter<RichTextBlockValue, RichTextBlockLayoutItem>;

/// <summary>Umbraco's block JSON: layouts per editor alias, element data, settings data and which cultures show which block.</summary>
internal abstract class BlockValueJsonConverter<TValue, TLayout> : JsonConverter<TValue>
    where TValue : BlockValue<TLayout>, new()
    where TLayout : class, IBlockLayoutItem
{
    public override TValue? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (JsonNode.Parse(ref reader, new JsonNodeOptions { PropertyNameCaseInsensitive = true }) is not JsonObject root)
        {
            return null;
        }

        var value = new TValue
        {
            ContentData = Items(root["contentData"], options),
            SettingsData = Items(root["settingsData"], options),
        };
        foreach (var (alias, layout) in root["layout"] as JsonObject ?? [])
        {
            // Layouts of other editors can stand beside ours; only ours can be read as TLayout.
            if (alias == value.PropertyEditorAlias || value is RichTextBlockValue)
            {
                value.Layout[value.PropertyEditorAlias] = layout.Deserialize<List<TLayout>>(options) ?? [];
            }
        }

        value.Expose = root["expose"] is JsonArray expose
            ? expose.Deserialize<List<BlockItemVariation>>(options)!
            : [.. value.ContentData.Select(item => new BlockItemVariation(item.Key, null, null))];
        return value;
    }

    public override void Write(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("contentData");
        JsonSerializer.Serialize(writer, value.ContentData, options);
        writer.WritePropertyName("settingsData");
        JsonSerializer.Serialize(writer, value.SettingsData, options);
        writer.WritePropertyName("expose");
        JsonSerializer.Serialize(writer, value.Expose, options);
        writer.WritePropertyName("layout");
        JsonSerializer.Serialize(
            writer,
            value.Layout.ToDictionary(layout => layout.Key, layout => layout.Value.OfType<TLayout>()),
            options);
        writer.WriteEndObject();
    }

    private static List<BlockItemData> Items(JsonNode? node, JsonSerializerOptions options) =>
        node is JsonArray items ? [.. items.OfType<JsonObject>().Select(item => Item(item, options))] : [];

    private static BlockItemData Item(JsonObject source, JsonSerializerOptions options)
    {
        var item = source.DeepClone().AsObject();
        var udi = item["udi"]?.ToString();
        item.Remove("udi");

        // Umbraco 14 and older named blocks by udi and kept values beside it under their aliases.
        if (item["key"] is null && UdiParser.TryParse(udi, out GuidUdi? guidUdi))
        {
            item["key"] = guidUdi.Guid;
        }

        return item.Deserialize<BlockItemData>(options)!;
    }
}

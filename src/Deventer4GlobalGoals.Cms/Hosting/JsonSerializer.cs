using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Json = System.Text.Json.JsonSerializer;

namespace Deventer4GlobalGoals.Cms.Hosting;

/// <summary>Umbraco's JSON: camel case, enums as text, and untyped values as CLR primitives, because configurations are compared and cast.</summary>
internal sealed class JsonSerializer : IConfigurationEditorJsonSerializer
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameByConfigurationField } },
        Converters = { new JsonUdiConverter(), new PrimitiveConverter(), new JsonStringEnumConverter() },
    };

    public string Serialize(object? input) => Json.Serialize(input, Options);

    public T? Deserialize<T>(string input) => Json.Deserialize<T>(input, Options);

    public bool TryDeserialize<T>(object input, [NotNullWhen(true)] out T? value)
        where T : class
    {
        value = input as T;
        if (value is null && input?.ToString() is { } text && text.TrimStart() is ['{' or '[', ..])
        {
            try
            {
                value = Json.Deserialize<T>(text, Options);
            }
            catch (JsonException)
            {
                value = null;
            }
        }

        return value is not null;
    }

    /// <summary>Configuration classes name some properties differently from the keys that data types store.</summary>
    private static void NameByConfigurationField(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AttributeProvider?.GetCustomAttributes(typeof(ConfigurationFieldAttribute), true) is [ConfigurationFieldAttribute { Key.Length: > 0 } field])
            {
                property.Name = field.Key;
            }
        }
    }

    /// <summary>Udi values are written as their text, "umb://document/…".</summary>
    private sealed class JsonUdiConverter : JsonConverter<Umbraco.Cms.Core.Udi>
    {
        public override bool CanConvert(Type typeToConvert) => typeof(Umbraco.Cms.Core.Udi).IsAssignableFrom(typeToConvert);

        public override Umbraco.Cms.Core.Udi? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { Length: > 0 } text ? Umbraco.Cms.Core.UdiParser.Parse(text) : null;

        public override void Write(Utf8JsonWriter writer, Umbraco.Cms.Core.Udi value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    private sealed class PrimitiveConverter : JsonConverter<object>
    {
        public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Null => null,
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number when reader.TryGetInt32(out var number) => number,
            JsonTokenType.Number when reader.TryGetInt64(out var number) => number,
            JsonTokenType.Number => reader.GetDecimal(),
            JsonTokenType.StartArray => Json.Deserialize<List<object?>>(ref reader, options),
            _ => JsonNode.Parse(ref reader),
        };

        public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
        {
            if (value.GetType() == typeof(object))
            {
                writer.WriteStartObject();
                writer.WriteEndObject();
            }
            else
            {
                Json.Serialize(writer, value, value.GetType(), options);
            }
        }
    }
}

using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace Deventer4GlobalGoals.Cms.Delivery.OpenApi;

/// <summary>JSON schemas of what the Delivery API writes, made from the types of the values. A class becomes a named component, once.</summary>
internal sealed class Schemas
{
    private const string Prefix = "#/components/schemas/";

    private static readonly Dictionary<Type, (string Type, string? Format)> Simple = new()
    {
        [typeof(string)] = ("string", null),
        [typeof(Uri)] = ("string", "uri"),
        [typeof(Guid)] = ("string", "uuid"),
        [typeof(DateTime)] = ("string", "date-time"),
        [typeof(DateTimeOffset)] = ("string", "date-time"),
        [typeof(DateOnly)] = ("string", "date"),
        [typeof(TimeOnly)] = ("string", "time"),
        [typeof(bool)] = ("boolean", null),
        [typeof(int)] = ("integer", "int32"),
        [typeof(long)] = ("integer", "int64"),
        [typeof(short)] = ("integer", "int32"),
        [typeof(byte)] = ("integer", "int32"),
        [typeof(decimal)] = ("number", null),
        [typeof(double)] = ("number", "double"),
        [typeof(float)] = ("number", "float"),
    };

    private readonly SortedDictionary<string, JsonNode> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, string> _named = [];
    private readonly NullabilityInfoContext _nullability = new();

    public JsonObject Components => new(_components.Select(component => KeyValuePair.Create(component.Key, (JsonNode?)component.Value.DeepClone())));

    public static JsonObject Reference(string name) => new() { ["$ref"] = Prefix + name };

    public static JsonObject Object(IEnumerable<KeyValuePair<string, JsonNode>> properties, IEnumerable<string> required) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)property.Value))),
        ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
    };

    public static JsonObject Array(JsonNode items) => new() { ["type"] = "array", ["items"] = items };

    /// <summary>The schema, or null.</summary>
    public static JsonNode Nullable(JsonNode schema)
    {
        if (schema is not JsonObject { Count: > 0 } known)
        {
            return schema;
        }

        if (known["type"] is JsonValue type)
        {
            known["type"] = new JsonArray(type.GetValue<string>(), "null");
            return known;
        }

        return new JsonObject { ["oneOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
    }

    /// <summary>Says what an interface stands for, before anything refers to it.</summary>
    public void Name(Type type, string name) => _named[type] = name;

    public void Add(string name, JsonNode schema) => _components[name] = schema;

    /// <summary>The schema of a value; an empty one, which fits anything, where the type says nothing.</summary>
    public JsonNode Of(Type type)
    {
        if (System.Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Nullable(Of(underlying));
        }

        if (Simple.TryGetValue(type, out var simple))
        {
            var schema = new JsonObject { ["type"] = simple.Type };
            if (simple.Format is not null)
            {
                schema["format"] = simple.Format;
            }

            return schema;
        }

        if (type.IsEnum)
        {
            return new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(name => JsonValue.Create(name))]) };
        }

        if (_named.TryGetValue(type, out var known))
        {
            return Reference(known);
        }

        return OfMany(type) ?? OfClass(type);
    }

    private JsonObject? OfMany(Type type)
    {
        if (type == typeof(JsonArray))
        {
            return Array(new JsonObject());
        }

        if (ItemOf(type, typeof(IDictionary<,>)) is { } values)
        {
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(values) };
        }

        return ItemOf(type, typeof(IEnumerable<>)) is { } item ? Array(Of(item)) : typeof(IEnumerable).IsAssignableFrom(type) ? Array(new JsonObject()) : null;
    }

    /// <summary>The last type argument of the interface, where the type is or has it.</summary>
    private static Type? ItemOf(Type type, Type definition) => type.GetInterfaces().Prepend(type)
        .FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == definition)?
        .GetGenericArguments()[^1];

    private JsonObject OfClass(Type type)
    {
        var isKnown = type.Namespace == typeof(IApiContent).Namespace || type.Assembly == typeof(Schemas).Assembly;
        if (!isKnown || typeof(JsonNode).IsAssignableFrom(type))
        {
            return new JsonObject();
        }

        var name = type.Name.EndsWith("Model", StringComparison.Ordinal) ? type.Name : $"{type.Name}Model";
        _named[type] = name;
        var properties = type.GetInterfaces().Prepend(type)
            .Where(part => type.IsInterface || part == type)
            .SelectMany(part => part.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(property => property.GetIndexParameters().Length == 0)
            .DistinctBy(property => property.Name)
            .ToList();
        Add(name, Object(
            properties.Select(property => KeyValuePair.Create(NameOf(property.Name), OfProperty(property))),
            properties.Select(property => NameOf(property.Name))));
        return Reference(name);
    }

    private JsonNode OfProperty(PropertyInfo property)
    {
        var schema = Of(property.PropertyType);
        var canBeNull = !property.PropertyType.IsValueType && _nullability.Create(property).ReadState == NullabilityState.Nullable;
        return canBeNull ? Nullable(schema) : schema;
    }

    private static string NameOf(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);
}

using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Persistence.Contents;

/// <summary>A version's name in one culture.</summary>
public sealed record CultureName(string Culture, string Name, DateTime Date);

/// <summary>One value of a property. The value is null, a string, a long, a decimal or a UTC moment.</summary>
public sealed record PropertyDatum(int PropertyTypeId, string? Culture, string? Segment, object? Value);

/// <summary>
/// What a version says, kept as one JSON document: <c>{"cultures":{"nl":{"name":…,"date":…}},"values":[{"p":12,"c":"nl","v":…}]}</c>.
/// One row a version makes saving and starting cheap; nothing asks the database for single values.
/// </summary>
public sealed record VersionData(IReadOnlyList<CultureName> Cultures, IReadOnlyList<PropertyDatum> Values)
{
    public static VersionData Empty { get; } = new([], []);

    public static VersionData Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var cultures = document.RootElement.TryGetProperty("cultures", out var names) ? CulturesOf(names) : [];
        return new VersionData([.. cultures], document.RootElement.TryGetProperty("values", out var values) ? [.. ValuesOf(values)] : []);
    }

    public static IEnumerable<CultureName> CulturesOf(JsonElement cultures) => cultures.EnumerateObject().Select(culture =>
        new CultureName(culture.Name, culture.Value.GetProperty("name").GetString()!, Moment(culture.Value.GetProperty("date").GetString()!)));

    public static IEnumerable<PropertyDatum> ValuesOf(JsonElement values) => values.EnumerateArray().Select(value => new PropertyDatum(
        value.GetProperty("p").GetInt32(),
        value.TryGetProperty("c", out var culture) ? culture.GetString() : null,
        value.TryGetProperty("s", out var segment) ? segment.GetString() : null,
        Value(value.GetProperty("v"))));

    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("cultures");
            foreach (var culture in Cultures)
            {
                writer.WriteStartObject(culture.Culture);
                writer.WriteString("name", culture.Name);
                writer.WriteString("date", culture.Date.ToString("O", CultureInfo.InvariantCulture));
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteStartArray("values");
            foreach (var value in Values)
            {
                Write(writer, value);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A stored value as the property's storage type wants it; null when it can't be read as that.</summary>
    public static object? As(object? value, ValueStorageType storage) => storage switch
    {
        ValueStorageType.Integer => value switch
        {
            long number => (int)number,
            decimal number => (int)number,
            string text when int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        },
        ValueStorageType.Decimal => value switch
        {
            long number => (decimal)number,
            decimal number => number,
            string text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        },
        ValueStorageType.Date => value switch
        {
            string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment) => moment,
            _ => null,
        },
        _ => value switch
        {
            null => null,
            string text => text,
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        },
    };

    private static void Write(Utf8JsonWriter writer, PropertyDatum datum)
    {
        writer.WriteStartObject();
        writer.WriteNumber("p", datum.PropertyTypeId);
        if (datum.Culture is not null)
        {
            writer.WriteString("c", datum.Culture);
        }

        if (datum.Segment is not null)
        {
            writer.WriteString("s", datum.Segment);
        }

        writer.WritePropertyName("v");
        switch (datum.Value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteNumberValue(flag ? 1 : 0);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(datum.Value, CultureInfo.InvariantCulture));
                break;
            case decimal or double or float:
                writer.WriteNumberValue(Convert.ToDecimal(datum.Value, CultureInfo.InvariantCulture));
                break;
            case DateTime moment:
                writer.WriteStringValue(moment.ToString("O", CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStringValue(Convert.ToString(datum.Value, CultureInfo.InvariantCulture));
                break;
        }

        writer.WriteEndObject();
    }

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDecimal(),
        _ => null,
    };

    private static DateTime Moment(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}

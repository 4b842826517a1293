using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Deventer4GlobalGoals.Web.Api.Answers;

/// <summary>How the API writes JSON: camelCase names, letters as letters, moments in UTC; what isn't known is null.</summary>
internal static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        // What matters to HTML is escaped all the same.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new UtcMoment() },
    };
}

/// <summary>A moment in UTC, to the second: "2020-02-11T15:00:00Z".</summary>
internal sealed class UtcMoment : JsonConverter<DateTimeOffset>
{
    public const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture));
    }
}

/// <summary>An enumeration by its names in camelCase.</summary>
internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;

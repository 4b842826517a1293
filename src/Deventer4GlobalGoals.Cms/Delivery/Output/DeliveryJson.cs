using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace Deventer4GlobalGoals.Cms.Delivery.Output;

/// <summary>How the Delivery API writes JSON.</summary>
internal static class DeliveryJson
{
    /// <summary>Deeper than <see cref="Expansion.PropertySelection.Deepest"/> levels of pages with blocks in them need.</summary>
    private const int Deepest = 256;

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        // Letters stay letters; what matters to HTML is escaped all the same.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        MaxDepth = Deepest,
        Converters = { new JsonStringEnumConverter(), new ByOwnType() },
    };

    /// <summary>Writes Umbraco's interfaces by the type of the value: only then are all its members written.</summary>
    private sealed class ByOwnType : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsInterface && typeToConvert.Namespace == typeof(IApiContent).Namespace;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

        private sealed class Converter<T> : JsonConverter<T>
            where T : class
        {
            public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                throw new NotSupportedException("The Delivery API only writes.");

            public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
                JsonSerializer.Serialize(writer, value, value.GetType(), options);
        }
    }
}

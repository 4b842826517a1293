using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Deventer4GlobalGoals.Cms.Delivery.Output;
using Umbraco.Cms.Core.Serialization;
using Json = System.Text.Json.JsonSerializer;

namespace Deventer4GlobalGoals.Cms.Webhooks;

/// <summary>Payloads as Umbraco's documentation shows them: like the Delivery API's, with the names of properties as they are in .NET.</summary>
internal sealed class WebhookJsonSerializer : IWebhookJsonSerializer
{
    private static readonly JsonSerializerOptions Options = new(DeliveryJson.Options) { PropertyNamingPolicy = null, DictionaryKeyPolicy = null };

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
                value = Deserialize<T>(text);
            }
            catch (JsonException)
            {
                value = null;
            }
        }

        return value is not null;
    }
}

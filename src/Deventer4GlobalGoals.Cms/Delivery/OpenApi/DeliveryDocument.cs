using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Delivery.Output;
using Deventer4GlobalGoals.Cms.Published;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Cms.Delivery.OpenApi;

/// <summary>The OpenAPI description of the Delivery API, with the site's own types. Made again when a type has changed.</summary>
internal sealed class DeliveryDocument(TypeSchemas types, Generations generations, IOptionsMonitor<DeliveryApiSettings> settings)
{
    public const string Address = "/umbraco/openapi/delivery.json";

    private const string KeyScheme = "ApiKeyAuth";

    private Made? _made;

    public Task SendAsync(HttpContext http) => settings.CurrentValue.Enabled
        ? DeliveryAnswer.SendAsync(http, Current())
        : DeliveryAnswer.SendAsync(http, DeliveryProblem.NotFound);

    private DeliveryBody Current()
    {
        // Read before making: a change that comes in between then makes the result stale, not the other way round.
        var (generation, present) = (generations.Types, settings.CurrentValue);
        if (Volatile.Read(ref _made) is { } made && made.Generation == generation && ReferenceEquals(made.Settings, present))
        {
            return made.Body;
        }

        var body = DeliveryAnswer.Body(Make());
        Volatile.Write(ref _made, new Made(body, generation, present));
        return body;
    }

    private JsonObject Make()
    {
        var schemas = new Schemas();
        types.AddTo(schemas);
        schemas.Add("ProblemDetails", Problem());
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Umbraco Delivery API",
                ["description"] = "Published content and media of this site.",
                ["version"] = "2.0",
            },
            ["paths"] = DeliveryPaths.All(),
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.Components,
                ["securitySchemes"] = new JsonObject
                {
                    [KeyScheme] = new JsonObject { ["type"] = "apiKey", ["name"] = Constants.DeliveryApi.HeaderNames.ApiKey, ["in"] = "header" },
                },
            },
            ["security"] = new JsonArray(new JsonObject(), new JsonObject { [KeyScheme] = new JsonArray() }),
        };
    }

    private static JsonObject Problem() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["type"] = new JsonObject { ["type"] = "string" },
            ["title"] = new JsonObject { ["type"] = "string" },
            ["status"] = new JsonObject { ["type"] = "integer", ["format"] = "int32" },
            ["detail"] = new JsonObject { ["type"] = "string" },
        },
        ["additionalProperties"] = new JsonObject(),
    };

    private sealed record Made(DeliveryBody Body, long Generation, DeliveryApiSettings Settings);
}

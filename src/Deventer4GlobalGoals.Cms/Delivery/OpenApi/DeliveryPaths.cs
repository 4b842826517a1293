using System.Text.Json.Nodes;
using Umbraco.Cms.Core;

namespace Deventer4GlobalGoals.Cms.Delivery.OpenApi;

/// <summary>The addresses of the Delivery API, with what they take and give.</summary>
internal static class DeliveryPaths
{
    private const string Root = "/umbraco/delivery/api/v2";

    private static readonly (string Name, string Text)[] ContentHeaders =
    [
        (Constants.DeliveryApi.HeaderNames.AcceptLanguage, "The language to return, for example nl, en-US or de-DE."),
        (Constants.DeliveryApi.HeaderNames.AcceptSegment, "Segments have no effect on this site."),
        (Constants.DeliveryApi.HeaderNames.Preview, "Whether to return drafts; wants the Api-Key."),
        (Constants.DeliveryApi.HeaderNames.StartItem, "URL segment or id of the root item."),
    ];

    public static JsonObject All() => new()
    {
        [$"{Root}/content"] = Get("GetContent20", "Content", Paged(TypeSchemas.ContentResponse), [.. Query(), .. Shape(), .. Headers(ContentHeaders)], 400, 401, 404),
        [$"{Root}/content/items"] = Get("GetContentItems20", "Content", Many(TypeSchemas.ContentResponse), [Ids(), .. Shape(), .. Headers(ContentHeaders)], 400, 401, 404),
        [$"{Root}/content/item/{{id}}"] = Get("GetContentItemById20", "Content", Schemas.Reference(TypeSchemas.ContentResponse), [Id(), .. Shape(), .. Headers(ContentHeaders)], 400, 401, 404),
        [$"{Root}/content/item/{{path}}"] = Get("GetContentItemByPath20", "Content", Schemas.Reference(TypeSchemas.ContentResponse), [Path(), .. Shape(), .. Headers(ContentHeaders)], 301, 400, 401, 404),
        [$"{Root}/media"] = Get("GetMedia20", "Media", Paged(TypeSchemas.MediaResponse), [.. Query(), .. Shape()], 400, 401),
        [$"{Root}/media/items"] = Get("GetMediaItems20", "Media", Many(TypeSchemas.MediaResponse), [Ids(), .. Shape()], 400, 401),
        [$"{Root}/media/item/{{id}}"] = Get("GetMediaItemById20", "Media", Schemas.Reference(TypeSchemas.MediaResponse), [Id(), .. Shape()], 400, 401, 404),
        [$"{Root}/media/item/{{path}}"] = Get("GetMediaItemByPath20", "Media", Schemas.Reference(TypeSchemas.MediaResponse), [Path(), .. Shape()], 400, 401, 404),
    };

    private static JsonObject Get(string operation, string tag, JsonNode answer, JsonObject[] parameters, params int[] others)
    {
        var answers = new JsonObject { ["200"] = Answer("OK", answer) };
        foreach (var status in others)
        {
            answers[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = status switch
            {
                301 => new JsonObject { ["description"] = "The item has moved to the address in Location." },
                400 => Answer("An option can't be read or isn't known", Schemas.Reference("ProblemDetails"), "application/problem+json"),
                401 => Answer("Wants a valid Api-Key, or may not be seen", Schemas.Reference("ProblemDetails"), "application/problem+json"),
                _ => Answer("Not found", Schemas.Reference("ProblemDetails"), "application/problem+json"),
            };
        }

        return new JsonObject
        {
            ["get"] = new JsonObject
            {
                ["tags"] = new JsonArray(tag),
                ["operationId"] = operation,
                ["parameters"] = new JsonArray([.. parameters]),
                ["responses"] = answers,
            },
        };
    }

    private static JsonObject Answer(string description, JsonNode schema, string type = "application/json") => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { [type] = new JsonObject { ["schema"] = schema } },
    };

    private static JsonObject Paged(string name) => Schemas.Object(
        [
            KeyValuePair.Create("total", (JsonNode)new JsonObject { ["type"] = "integer", ["format"] = "int64" }),
            KeyValuePair.Create("items", (JsonNode)Many(name)),
        ],
        ["total", "items"]);

    private static JsonObject Many(string name) => Schemas.Array(Schemas.Reference(name));

    private static JsonObject[] Query() =>
    [
        Parameter("query", "fetch", "ancestors:, children: or descendants: with an id or a path; media only children:.", Text()),
        Parameter("query", "filter", "contentType:, name:, createDate>, updateDate<, goal:, target:, role:, sector: and so on; ! negates.", Schemas.Array(Text())),
        Parameter("query", "sort", "createDate, level, name, sortOrder, updateDate or meetingStart, with :asc or :desc.", Schemas.Array(Text())),
        Parameter("query", "skip", "Items to pass over.", Count(0)),
        Parameter("query", "take", "Items to give.", Count(10)),
    ];

    private static JsonObject[] Shape() =>
    [
        Parameter("query", "expand", "Properties of which to show what they refer to: properties[$all] or properties[a,b[properties[c]]].", Text()),
        Parameter("query", "fields", "Properties to give, written likewise; all by default.", Text()),
    ];

    private static JsonObject[] Headers((string Name, string Text)[] headers) =>
        [.. headers.Select(header => Parameter("header", header.Name, header.Text, Text()))];

    private static JsonObject Ids() =>
        Parameter("query", "id", "Keys of the items.", Schemas.Array(new JsonObject { ["type"] = "string", ["format"] = "uuid" }));

    private static JsonObject Id() => Required(Parameter("path", "id", "Key of the item.", new JsonObject { ["type"] = "string", ["format"] = "uuid" }));

    private static JsonObject Path() => Required(Parameter("path", "path", "Path of the item; its slashes may be encoded.", Text()));

    private static JsonObject Required(JsonObject parameter)
    {
        parameter["required"] = true;
        return parameter;
    }

    private static JsonObject Parameter(string place, string name, string description, JsonObject schema) => new()
    {
        ["name"] = name,
        ["in"] = place,
        ["description"] = description,
        ["schema"] = schema,
    };

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Count(int otherwise) => new() { ["type"] = "integer", ["format"] = "int32", ["minimum"] = 0, ["default"] = otherwise };
}

using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Delivery.OpenApi;

/// <summary>A schema per document type, element type and media type, with each property as its converter says that it comes out.</summary>
internal sealed class TypeSchemas(
    IContentTypeService contentTypes,
    IMediaTypeService mediaTypes,
    IPublishedContentTypeCache published,
    IOptionsMonitor<DeliveryApiSettings> settings)
{
    public const string Content = "IApiContentModel";
    public const string ContentResponse = "IApiContentResponseModel";
    public const string Element = "IApiElementModel";
    public const string Media = "IApiMediaModel";
    public const string MediaWithCrops = "IApiMediaWithCropsModel";
    public const string MediaResponse = "IApiMediaWithCropsResponseModel";

    /// <summary>Adds the schemas of all types that the API gives.</summary>
    public void AddTo(Schemas schemas)
    {
        schemas.Name(typeof(IApiContent), Content);
        schemas.Name(typeof(IApiContentResponse), ContentResponse);
        schemas.Name(typeof(IApiElement), Element);
        schemas.Name(typeof(IApiMedia), Media);
        schemas.Name(typeof(IApiMediaWithCrops), MediaWithCrops);
        schemas.Name(typeof(IApiMediaWithCropsResponse), MediaResponse);
        schemas.Name(typeof(IRichTextElement), "IRichTextElementModel");

        var all = contentTypes.GetAll().OrderBy(type => type.Alias, StringComparer.Ordinal).ToList();
        var documents = all.Where(type => !type.IsElement && IsGiven(type.Alias)).ToList();
        var elements = all.Where(type => type.IsElement).ToList();
        var media = mediaTypes.GetAll().OrderBy(type => type.Alias, StringComparer.Ordinal).ToList();

        AddProperties(schemas, documents, PublishedItemType.Content);
        AddProperties(schemas, elements, PublishedItemType.Element);
        AddProperties(schemas, media, PublishedItemType.Media);
        AddFamily(schemas, Element, "ElementModel", elements, "contentType", ElementMembers(schemas));
        AddFamily(schemas, Content, "ContentModel", documents, "contentType", ContentMembers(schemas));
        AddFamily(schemas, ContentResponse, "ContentResponseModel", documents, "contentType", [.. ContentMembers(schemas), Member(schemas, "cultures", typeof(IDictionary<string, IApiContentRoute>))]);
        AddFamily(schemas, Media, "MediaModel", media, "mediaType", MediaMembers(schemas));
        AddFamily(schemas, MediaWithCrops, "MediaWithCropsModel", media, "mediaType", [.. MediaMembers(schemas), .. CropMembers(schemas)]);
        AddFamily(schemas, MediaResponse, "MediaWithCropsResponseModel", media, "mediaType", [.. MediaMembers(schemas), .. CropMembers(schemas), .. FileMembers(schemas)]);
        AddRichText(schemas);
    }

    private bool IsGiven(string alias) => settings.CurrentValue.IsAllowedContentType(alias);

    private static string Pascal(string alias) => string.Concat(alias[..1].ToUpperInvariant(), alias.AsSpan(1));

    private static KeyValuePair<string, JsonNode> Member(Schemas schemas, string name, Type type) => new(name, schemas.Of(type));

    private static KeyValuePair<string, JsonNode> Optional(Schemas schemas, string name, Type type) => new(name, Schemas.Nullable(schemas.Of(type)));

    private static KeyValuePair<string, JsonNode>[] ElementMembers(Schemas schemas) => [Member(schemas, "id", typeof(Guid))];

    private static KeyValuePair<string, JsonNode>[] ContentMembers(Schemas schemas) =>
    [
        Member(schemas, "id", typeof(Guid)),
        Optional(schemas, "name", typeof(string)),
        Member(schemas, "createDate", typeof(DateTime)),
        Member(schemas, "updateDate", typeof(DateTime)),
        Member(schemas, "route", typeof(IApiContentRoute)),
    ];

    private static KeyValuePair<string, JsonNode>[] MediaMembers(Schemas schemas) =>
    [
        Member(schemas, "id", typeof(Guid)),
        Member(schemas, "name", typeof(string)),
        Member(schemas, "url", typeof(string)),
        Optional(schemas, "extension", typeof(string)),
        Optional(schemas, "width", typeof(int)),
        Optional(schemas, "height", typeof(int)),
        Optional(schemas, "bytes", typeof(int)),
    ];

    private static KeyValuePair<string, JsonNode>[] CropMembers(Schemas schemas) =>
    [
        Optional(schemas, "focalPoint", typeof(ImageFocalPoint)),
        Optional(schemas, "crops", typeof(IEnumerable<ImageCrop>)),
    ];

    private static KeyValuePair<string, JsonNode>[] FileMembers(Schemas schemas) =>
    [
        Member(schemas, "path", typeof(string)),
        Member(schemas, "createDate", typeof(DateTime)),
        Member(schemas, "updateDate", typeof(DateTime)),
    ];

    private static void AddFamily(
        Schemas schemas,
        string family,
        string suffix,
        IReadOnlyCollection<IContentTypeComposition> types,
        string discriminator,
        IReadOnlyCollection<KeyValuePair<string, JsonNode>> members)
    {
        foreach (var type in types)
        {
            KeyValuePair<string, JsonNode>[] all =
            [
                KeyValuePair.Create(discriminator, (JsonNode)new JsonObject { ["type"] = "string", ["const"] = type.Alias }),
                .. members.Select(member => KeyValuePair.Create(member.Key, member.Value.DeepClone())),
                KeyValuePair.Create("properties", (JsonNode)Schemas.Reference(Pascal(type.Alias) + "PropertiesModel")),
            ];
            schemas.Add(Pascal(type.Alias) + suffix, Schemas.Object(all, all.Select(member => member.Key)));
        }

        schemas.Add(family, types.Count == 0
            ? new JsonObject { ["type"] = "object" }
            : new JsonObject
            {
                ["oneOf"] = new JsonArray([.. types.Select(type => Schemas.Reference(Pascal(type.Alias) + suffix))]),
                ["discriminator"] = new JsonObject
                {
                    ["propertyName"] = discriminator,
                    ["mapping"] = new JsonObject(types.Select(type => KeyValuePair.Create(
                        type.Alias, (JsonNode?)JsonValue.Create($"#/components/schemas/{Pascal(type.Alias)}{suffix}")))),
                },
            });
    }

    /// <summary>Rich text as JSON: a tree of which the schema refers to itself.</summary>
    private static void AddRichText(Schemas schemas)
    {
        var tag = new JsonObject { ["type"] = "string" };
        schemas.Add("IRichTextElementModel", Schemas.Object(
            [
                KeyValuePair.Create("tag", (JsonNode)tag),
                KeyValuePair.Create("text", (JsonNode)new JsonObject { ["type"] = "string" }),
                KeyValuePair.Create("attributes", (JsonNode)new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject() }),
                KeyValuePair.Create("elements", (JsonNode)Schemas.Array(Schemas.Reference("IRichTextElementModel"))),
                KeyValuePair.Create("blocks", (JsonNode)Schemas.Array(schemas.Of(typeof(ApiBlockItem)))),
            ],
            ["tag"]));
    }

    /// <summary>Every property may be absent, because of the option fields, and empty.</summary>
    private void AddProperties(Schemas schemas, IEnumerable<IContentTypeComposition> types, PublishedItemType kind)
    {
        foreach (var type in types)
        {
            var properties = published.Get(kind, type.Key).PropertyTypes
                .Where(property => kind != PublishedItemType.Media || !property.Alias.StartsWith("umbraco", StringComparison.Ordinal))
                .Select(property => KeyValuePair.Create(property.Alias, Schemas.Nullable(schemas.Of(property.DeliveryApiModelClrType))));
            schemas.Add(Pascal(type.Alias) + "PropertiesModel", Schemas.Object(properties, []));
        }
    }
}

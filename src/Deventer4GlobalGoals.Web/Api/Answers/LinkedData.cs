using System.Text.Json;
using System.Text.Json.Nodes;

namespace Deventer4GlobalGoals.Web.Api.Answers;

/// <summary>
/// The same answers as JSON-LD: what names mean is said in one context, in schema.org's terms; goals and targets are the UN's own
/// identifiers.
/// </summary>
internal static class LinkedData
{
    /// <summary>The address of the context, below that of the API.</summary>
    public const string ContextPath = "context";

    private static readonly JsonObject Terms = new()
    {
        ["schema"] = "https://schema.org/",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
        ["dcterms"] = "http://purl.org/dc/terms/",
        ["items"] = new JsonObject { ["@id"] = "schema:hasPart", ["@container"] = "@set" },
        ["id"] = "schema:identifier",
        ["code"] = "schema:termCode",
        ["number"] = "schema:position",
        ["name"] = "schema:name",
        ["title"] = "schema:name",
        ["summary"] = "schema:abstract",
        ["description"] = "schema:description",
        ["body"] = "schema:text",
        ["language"] = "schema:inLanguage",
        ["uri"] = new JsonObject { ["@id"] = "schema:sameAs", ["@type"] = "@id" },
        ["about"] = new JsonObject { ["@id"] = "schema:about", ["@type"] = "@id" },
        ["website"] = new JsonObject { ["@id"] = "schema:url", ["@type"] = "@id" },
        ["sectors"] = "schema:keywords",
        ["organisations"] = "schema:mentions",
        ["organisers"] = "schema:organizer",
        ["winner"] = "schema:recipient",
        ["nominees"] = "schema:mentions",
        ["place"] = "schema:location",
        ["street"] = "schema:streetAddress",
        ["postalCode"] = "schema:postalCode",
        ["town"] = "schema:addressLocality",
        ["latitude"] = "schema:latitude",
        ["longitude"] = "schema:longitude",
        ["start"] = new JsonObject { ["@id"] = "schema:startDate", ["@type"] = "xsd:dateTime" },
        ["end"] = new JsonObject { ["@id"] = "schema:endDate", ["@type"] = "xsd:dateTime" },
        ["ceremonyDate"] = new JsonObject { ["@id"] = "schema:startDate", ["@type"] = "xsd:date" },
        ["capacity"] = "schema:maximumAttendeeCapacity",
        ["updatedAt"] = new JsonObject { ["@id"] = "dcterms:modified", ["@type"] = "xsd:dateTime" },
    };

    public static byte[] Context() =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["@context"] = Terms.DeepClone() }, ApiJson.Options);

    /// <param name="value">What is given as JSON.</param>
    /// <param name="type">What it, or each of its items, is in schema.org's terms: "Article".</param>
    /// <param name="context">The address of the context.</param>
    public static byte[] Write<T>(T value, string type, string context)
    {
        var data = JsonSerializer.SerializeToNode(value, ApiJson.Options)!.AsObject();
        foreach (var thing in data["items"] is JsonArray items ? items.OfType<JsonObject>() : [data])
        {
            thing["@type"] = $"schema:{type}";
        }

        Identify(data);
        data.Insert(0, "@context", context);
        return JsonSerializer.SerializeToUtf8Bytes(data, ApiJson.Options);
    }

    /// <summary>Whatever has an address of its own in this API is named by it.</summary>
    private static void Identify(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (var item in items)
                {
                    Identify(item);
                }

                break;
            case JsonObject thing:
                foreach (var member in thing.Where(member => member.Key != "links").ToList())
                {
                    Identify(member.Value);
                }

                if (thing["links"]?["self"]?["href"]?.GetValue<string>() is { } self)
                {
                    thing["@id"] = self;
                }

                break;
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Api.Answers;
using Deventer4GlobalGoals.Web.Api.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Deventer4GlobalGoals.Web.Api.OpenApi;

/// <summary>
/// The description as a whole. It is made once; where the site is and who publishes is filled in per request. Its paths begin behind the
/// version, which stands in the address of the server.
/// </summary>
internal sealed class ApiDocument([FromKeyedServices(ApiDocument.Group)] IOpenApiDocumentProvider provider)
{
    /// <summary>The group whose endpoints are described, wherever in the site they are.</summary>
    public const string Group = "v1";

    public const string Path = "openapi.json";

    private volatile string? _made;

    /// <summary>Sends the description, as the version of OpenAPI that the design rules ask for.</summary>
    public async Task SendAsync(HttpContext http, ApiContact contact)
    {
        ApiRequest.Read(http.Request.Query, []);
        var made = _made ??= await MakeAsync(http.RequestAborted);
        await Complete(made, contact).SendAsync(http);
    }

    private static ApiBody Complete(string made, ApiContact contact)
    {
        var document = JsonNode.Parse(made)!.AsObject();
        document["info"] = new JsonObject
        {
            ["title"] = "Deventer4GlobalGoals",
            ["version"] = ApiVersion.Full,
            ["description"] = "What Deventer does for the Sustainable Development Goals, as open data: goals and targets, practices, organisations, meetings and the "
                + "yearly prize. For reading, without a key. Every answer to a GET has an ETag. Names of sectors and kinds are Dutch.",
            ["contact"] = Contact(contact),
            ["license"] = new JsonObject { ["name"] = "Licence of the data", ["url"] = contact.License.AbsoluteUri },
        };
        document["servers"] = new JsonArray(new JsonObject { ["url"] = contact.Origin + ApiVersion.Base, ["description"] = "This site" });
        document["paths"] = new JsonObject(document["paths"]!.AsObject()
            .OrderBy(path => path.Key, StringComparer.Ordinal)
            .Select(path => KeyValuePair.Create(Below(path.Key), path.Value?.DeepClone())));
        return new ApiBody(JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Options), ApiFormat.Json.ContentType);
    }

    private static JsonObject Contact(ApiContact contact)
    {
        var who = new JsonObject { ["name"] = contact.Publisher, ["url"] = contact.Page.AbsoluteUri };
        if (contact.Mail is { } mail)
        {
            who["email"] = mail;
        }

        return who;
    }

    private static string Below(string path) => path.StartsWith(ApiVersion.Base, StringComparison.Ordinal) ? path[ApiVersion.Base.Length..] : path;

    private async Task<string> MakeAsync(CancellationToken cancellation)
    {
        var document = await provider.GetOpenApiDocumentAsync(cancellation);
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0, cancellation);
    }
}

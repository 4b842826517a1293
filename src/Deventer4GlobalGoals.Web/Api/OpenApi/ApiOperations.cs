using System.Globalization;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Api.Answers;
using Deventer4GlobalGoals.Web.Api.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Deventer4GlobalGoals.Web.Api.OpenApi;

/// <summary>Adds to operations what types don't say: parameters, headers and forms. Endpoints of other features get the headers too.</summary>
internal sealed class ApiOperations : IOpenApiOperationTransformer
{
    private const string Tag = "\"2fd4e1c67a2d28fced849ee1bb76e739\"";

    private static readonly string[] Languages = ["nl", "en", "de"];

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiDescription>().FirstOrDefault() is { } description)
        {
            operation.Description ??= $"{description.Summary}.";
            operation.Parameters = [.. Parameters(description)];
            Answers(operation, description);
        }

        if (context.Description.HttpMethod == HttpMethods.Get)
        {
            CanBeAskedAgain(operation);
        }

        operation.Responses ??= [];
        foreach (var response in operation.Responses.Values.OfType<OpenApiResponse>())
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers["API-Version"] = Header("The whole version of the API.", ApiVersion.Full);
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<IOpenApiParameter> Parameters(ApiDescription description)
    {
        if (description.Key is { } key)
        {
            yield return new OpenApiParameter
            {
                Name = key.Name,
                In = ParameterLocation.Path,
                Required = true,
                Description = key.Description,
                Schema = Schema(key.Schema, key.Format),
                Example = key.Schema.Type == "integer" ? int.Parse(key.Example, CultureInfo.InvariantCulture) : JsonValue.Create(key.Example),
            };
        }

        foreach (var parameter in description.Parameters)
        {
            yield return new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Description = parameter.Description,
                Schema = Schema(parameter.Schema),
                Example = parameter.Example.DeepClone(),
            };
        }

        if (description.HasLanguages)
        {
            yield return new OpenApiParameter
            {
                Name = "Accept-Language",
                In = ParameterLocation.Header,
                Description = "The language of the texts: nl (usual), en or de. Where there is no translation, texts are Dutch.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Example = "en",
            };
        }

    }

    private static void CanBeAskedAgain(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "If-None-Match",
            In = ParameterLocation.Header,
            Description = "The ETag of an earlier answer: when nothing changed, the answer is 304 without a body.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = Tag,
        });
        foreach (var response in (operation.Responses ?? []).Where(one => one.Key is "200" or "304").Select(one => one.Value).OfType<OpenApiResponse>())
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers["ETag"] = Header("What the answer is known by, to ask later whether it changed.", Tag);
        }
    }

    private static void Answers(OpenApiOperation operation, ApiDescription description)
    {
        foreach (var (status, response) in (operation.Responses ?? []).Where(one => one.Value is OpenApiResponse).Select(one => (one.Key, (OpenApiResponse)one.Value)))
        {
            response.Description = status switch
            {
                "200" => $"{description.Summary}.",
                "304" => "Nothing changed since the answer with that ETag.",
                "400" => "The request has errors; all of them are listed.",
                "404" => "There is no such resource.",
                _ => "None of the forms in Accept can be given.",
            };
            if (status is not ("200" or "304"))
            {
                continue;
            }

            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            if (description.HasLanguages)
            {
                response.Headers["Content-Language"] = Header("The language that was chosen.", Languages[0]);
            }

            if (description.IsList && status == "200")
            {
                response.Headers["Link"] = Header("The first, previous, next and last page (RFC 8288).", "<https://deventer4globalgoals.nl/api/v1/goals?page=1&pageSize=20>; rel=\"first\"");
            }

            foreach (var (form, content) in response.Content ?? new Dictionary<string, OpenApiMediaType>())
            {
                if (form != ApiFormat.Json.MediaType)
                {
                    content.Schema = form == ApiFormat.JsonLd.MediaType
                        ? new OpenApiSchema { Type = JsonSchemaType.Object, Description = "The same as JSON-LD, with a context." }
                        : new OpenApiSchema { Type = JsonSchemaType.String, Description = "The same as text." };
                }
            }
        }
    }

    private static OpenApiSchema Schema(ApiSchema schema, string? format = null) => new()
    {
        Type = schema.Type == "integer" ? JsonSchemaType.Integer : JsonSchemaType.String,
        Format = format ?? (schema.Type == "integer" ? "int32" : null),
        Minimum = schema.Minimum?.ToString(CultureInfo.InvariantCulture),
        Maximum = schema.Maximum?.ToString(CultureInfo.InvariantCulture),
        MinLength = schema.MinLength,
        MaxLength = schema.MaxLength,
        Pattern = schema.Pattern,
        Default = schema.Default,
        Enum = schema.Choices.Count == 0 ? null : [.. schema.Choices.Select(choice => (JsonNode)choice)],
    };

    private static OpenApiHeader Header(string description, string example) => new()
    {
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = example,
    };
}

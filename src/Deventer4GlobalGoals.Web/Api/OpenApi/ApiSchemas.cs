using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Deventer4GlobalGoals.Web.Api.OpenApi;

/// <summary>Names schemas after what they describe, and gives properties their examples.</summary>
internal sealed class ApiSchemas : IOpenApiSchemaTransformer
{
    private const string Beginning = "Api";

    private static readonly string[] Endings = ["Resource", "Part"];

    /// <summary>"Practice" and "PracticePage" instead of the names of types.</summary>
    public static string? NameOf(JsonTypeInfo info)
    {
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(info);
        if (name is null || info.Type.Assembly != typeof(ApiSchemas).Assembly)
        {
            return name;
        }

        return info.Type.IsGenericType ? $"{Short(info.Type.GetGenericArguments()[0].Name)}Page" : Short(info.Type.Name);
    }

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        // Numbers are read from text as well, but never written so.
        if (schema.Type is { } type && (type & (JsonSchemaType.Integer | JsonSchemaType.Number)) != 0)
        {
            schema.Type = type & ~JsonSchemaType.String;
            schema.Pattern = null;
        }

        // An enumeration is written by its names.
        if (schema is { Type: null, Enum.Count: > 0 })
        {
            schema.Type = JsonSchemaType.String;
        }

        if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(ExampleAttribute), false) is [ExampleAttribute example, ..])
        {
#pragma warning disable CS0618 // Examples, which replaces it, isn't written in OpenAPI 3.0, and that is what the design rules ask for.
            schema.Example = example.Json;
#pragma warning restore CS0618
        }

        return Task.CompletedTask;
    }

    private static string Short(string name)
    {
        var bare = name.StartsWith(Beginning, StringComparison.Ordinal) ? name[Beginning.Length..] : name;
        return Array.Find(Endings, ending => bare.EndsWith(ending, StringComparison.Ordinal)) is { } found ? bare[..^found.Length] : bare;
    }
}

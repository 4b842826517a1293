using Deventer4GlobalGoals.Web.Api.Answers;
using Deventer4GlobalGoals.Web.Api.Collections;
using Deventer4GlobalGoals.Web.Api.Requests;

namespace Deventer4GlobalGoals.Web.Api.OpenApi;

/// <summary>What the description says of one address, beside what its types say.</summary>
/// <param name="Name">Verb and resource, in kebab-case; the operation's id is the same in camelCase.</param>
/// <param name="Tag">The group it stands in.</param>
/// <param name="Summary">What it gives, in a few words.</param>
internal sealed record ApiDescription(string Name, string Tag, string Summary)
{
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    public IReadOnlyList<ApiFormat> Forms { get; init; } = [ApiFormat.Json];

    /// <summary>Whether <c>Accept-Language</c> makes a difference.</summary>
    public bool HasLanguages { get; init; }

    public bool IsList { get; init; }

    /// <summary>The last part of the path; null when the path is fixed.</summary>
    public ApiKey? Key { get; init; }

    public string OperationId
    {
        get
        {
            var words = Name.Split('-');
            return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        }
    }
}

/// <summary>Maps what can be read, and puts descriptions on it.</summary>
internal static class ApiDescriptions
{
    /// <summary>HEAD is there, and isn't described apart.</summary>
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>They are answered here: behind the API is Umbraco's route for every address and method, which would say that there is nothing.</summary>
    private static readonly string[] Others = [HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];

    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder api, string path, Delegate handler)
    {
        api.MapMethods(path, Others, Refuse).ExcludeFromDescription();
        return api.MapMethods(path, Reads, handler);
    }

    public static RouteHandlerBuilder Describe<T>(this RouteHandlerBuilder builder, ApiDescription description)
    {
        var forms = description.Forms.Select(form => form.MediaType).ToArray();
        builder
            .WithName(description.OperationId)
            .WithTags(description.Tag)
            .WithSummary(description.Summary)
            .WithMetadata(description)
            .Produces<T>(StatusCodes.Status200OK, forms[0], forms[1..])
            .Produces(StatusCodes.Status304NotModified)
            .Produces<ApiProblem>(StatusCodes.Status400BadRequest, ApiProblem.MediaType)
            .Produces<ApiProblem>(StatusCodes.Status406NotAcceptable, ApiProblem.MediaType);
        return description.Key is null ? builder : builder.Produces<ApiProblem>(StatusCodes.Status404NotFound, ApiProblem.MediaType);
    }

    private static Task Refuse(HttpContext http)
    {
        http.Response.Headers.Allow = string.Join(", ", Reads);
        return ApiProblem.MethodNotAllowed.SendAsync(http);
    }
}

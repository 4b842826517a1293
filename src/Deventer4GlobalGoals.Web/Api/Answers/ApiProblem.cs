using System.ComponentModel;
using System.Text.Json;

namespace Deventer4GlobalGoals.Web.Api.Answers;

/// <summary>Why a request was refused (RFC 9457), with every error that was found.</summary>
internal sealed record ApiProblem
{
    public const string MediaType = "application/problem+json";

    [Description("The kind of problem; about:blank when the status says it all.")]
    public string Type { get; init; } = "about:blank";

    [Description("What is wrong, in a few words.")]
    public required string Title { get; init; }

    [Description("The HTTP status.")]
    public required int Status { get; init; }

    [Description("What is wrong with this request.")]
    public string? Detail { get; init; }

    [Description("Every error in the request. Empty when the request itself is well-formed.")]
    public IReadOnlyList<ApiError> Errors { get; init; } = [];

    public static ApiProblem NotFound { get; } = new()
    {
        Title = "Not Found",
        Status = StatusCodes.Status404NotFound,
        Detail = "There is nothing at this address. An address has no slash at its end.",
    };

    public static ApiProblem MethodNotAllowed { get; } = new() { Title = "Method Not Allowed", Status = StatusCodes.Status405MethodNotAllowed };

    public static ApiProblem Failed { get; } = new()
    {
        Title = "Internal Server Error",
        Status = StatusCodes.Status500InternalServerError,
        Detail = "Something went wrong on our side.",
    };

    public static ApiProblem Invalid(IReadOnlyList<ApiError> errors) => new()
    {
        Title = "Request validation failed",
        Status = StatusCodes.Status400BadRequest,
        Detail = $"{errors.Count} of the parameters can't be used as they are.",
        Errors = errors,
    };

    public static ApiProblem NotAcceptable(IEnumerable<ApiFormat> offered) => new()
    {
        Title = "Not Acceptable",
        Status = StatusCodes.Status406NotAcceptable,
        Detail = $"This is given as {string.Join(", ", offered.Select(format => format.MediaType))}.",
    };

    /// <summary>A problem for a status that nobody explained.</summary>
    public static ApiProblem Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        _ => new ApiProblem { Title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status), Status = status },
    };

    public async Task SendAsync(HttpContext http)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(this, ApiJson.Options);
        http.Response.StatusCode = Status;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = MediaType;
        http.Response.ContentLength = json.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.BodyWriter.WriteAsync(json, http.RequestAborted);
        }
    }
}

/// <summary>One error in a request.</summary>
internal sealed record ApiError
{
    [Description("Where: the query, the path, a header or the body.")]
    public required string In { get; init; }

    [Description("What exactly.")]
    public required ApiErrorLocation Location { get; init; }

    [Description("The kind of error, for programs: unknown, repeated or invalid.")]
    public required string Code { get; init; }

    [Description("What it should be.")]
    public required string Detail { get; init; }

    public static ApiError InQuery(string name, string code, string detail) =>
        new() { In = "query", Location = new ApiErrorLocation { Name = name }, Code = code, Detail = detail };
}

/// <summary>Which parameter an error is in.</summary>
internal sealed record ApiErrorLocation
{
    [Description("The name of the parameter.")]
    public required string Name { get; init; }
}

/// <summary>Ends a request with a problem.</summary>
internal sealed class ApiProblemException(ApiProblem problem) : Exception(problem.Title)
{
    public ApiProblem Problem { get; } = problem;
}

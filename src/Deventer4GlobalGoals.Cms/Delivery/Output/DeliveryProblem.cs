using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Cms.Delivery.Output;

/// <summary>Stops a request with an answer that says what is wrong with it.</summary>
public sealed class DeliveryProblemException(ProblemDetails problem) : Exception(problem.Title)
{
    public ProblemDetails Problem => problem;
}

/// <summary>Answers that aren't content, with the titles and texts that stock Umbraco gives.</summary>
internal static class DeliveryProblem
{
    public static ProblemDetails UnknownSelector => Bad("Selector option not found", "The attempted 'fetch' option does not exist");

    public static ProblemDetails UnknownFilter => Bad("Filter option not found", "One of the attempted 'filter' options does not exist");

    public static ProblemDetails UnknownSort => Bad("Sort option not found", "One of the attempted 'sort' options does not exist");

    public static ProblemDetails NotFound => Of(StatusCodes.Status404NotFound, "Not Found", "https://tools.ietf.org/html/rfc9110#section-15.5.5");

    public static ProblemDetails Unauthorized => Of(StatusCodes.Status401Unauthorized, "Unauthorized", "https://tools.ietf.org/html/rfc9110#section-15.5.2");

    public static ProblemDetails NoStartItem
    {
        get
        {
            var problem = NotFound;
            problem.Detail = "The Start-Item could not be found";
            return problem;
        }
    }

    public static ProblemDetails Bad(string title, string detail) => new()
    {
        Type = "Error",
        Title = title,
        Status = StatusCodes.Status400BadRequest,
        Detail = detail,
    };

    /// <summary>As ASP.NET answers a value that can't be bound.</summary>
    public static ProblemDetails Invalid(string name, string message) =>
        new ValidationProblemDetails(new Dictionary<string, string[]>(StringComparer.Ordinal) { [name] = [message] })
        {
            Type = "https://tools.ietf.org/html/rfc9110#section-15.5.1",
            Status = StatusCodes.Status400BadRequest,
        };

    private static ProblemDetails Of(int status, string title, string type) => new() { Type = type, Title = title, Status = status };
}

using Microsoft.Net.Http.Headers;

namespace Deventer4GlobalGoals.Web.Api.Answers;

/// <summary>A form in which an answer is given.</summary>
/// <param name="Name">The value of <c>format</c>: "csv".</param>
/// <param name="MediaType">What <c>Accept</c> asks for: "text/csv".</param>
internal sealed record ApiFormat(string Name, string MediaType)
{
    public static readonly ApiFormat Json = new("json", "application/json");
    public static readonly ApiFormat Csv = new("csv", "text/csv");
    public static readonly ApiFormat JsonLd = new("jsonld", "application/ld+json");
    public static readonly ApiFormat Turtle = new("turtle", "text/turtle");

    /// <summary>What the answer says of itself. JSON is always UTF-8; the others have to say so.</summary>
    public string ContentType => this == Csv ? $"{MediaType}; charset=utf-8; header=present" : this == Turtle ? $"{MediaType}; charset=utf-8" : MediaType;

    /// <summary>The form that <c>format</c> names, or else the one that <c>Accept</c> likes best; the first one offered when it doesn't care.</summary>
    /// <param name="request">The request.</param>
    /// <param name="named">The value of <c>format</c>, already checked; null when it isn't given.</param>
    /// <param name="offered">What the resource can give.</param>
    /// <exception cref="ApiProblemException">Nothing that is offered is accepted (406).</exception>
    public static ApiFormat Choose(HttpRequest request, string? named, IReadOnlyList<ApiFormat> offered)
    {
        if (named is not null)
        {
            return offered.First(format => format.Name == named);
        }

        if (request.Headers.Accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
        {
            return offered[0];
        }

        // The sort is stable: of two that are liked alike, the one that is named first.
        foreach (var wanted in accepted.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1))
        {
            if (offered.FirstOrDefault(format => Fits(wanted, format)) is { } chosen)
            {
                return chosen;
            }
        }

        throw new ApiProblemException(ApiProblem.NotAcceptable(offered));
    }

    private static bool Fits(MediaTypeHeaderValue wanted, ApiFormat format)
    {
        var parts = format.MediaType.Split('/');
        return wanted.MatchesAllTypes
            || (wanted.Type.Equals(parts[0], StringComparison.OrdinalIgnoreCase)
                && (wanted.MatchesAllSubTypes || wanted.SubType.Equals(parts[1], StringComparison.OrdinalIgnoreCase)));
    }
}

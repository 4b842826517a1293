using System.Globalization;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Api.Answers;

namespace Deventer4GlobalGoals.Web.Api.Requests;

/// <summary>What a request asks for. What it doesn't mention is null, or has its usual value.</summary>
internal sealed record ApiRequest
{
    public const int UsualItems = 20;
    public const int MostItems = 100;
    public const int MostPages = 1_000_000;

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = UsualItems;

    public int? Goal { get; init; }

    public TargetCode? Target { get; init; }

    public string? Sector { get; init; }

    public int? Year { get; init; }

    public string? Format { get; init; }

    /// <summary>How many items come before this page.</summary>
    public long Skip => (Page - 1L) * PageSize;

    /// <summary>Reads the query; whatever is wrong with it is told at once.</summary>
    /// <exception cref="ApiProblemException">A parameter is unknown, given twice, or has a value that can't be read (400).</exception>
    public static ApiRequest Read(IQueryCollection query, IReadOnlyList<ApiParameter> parameters)
    {
        var request = new ApiRequest();
        var errors = new List<ApiError>();
        foreach (var (name, values) in query)
        {
            if (parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
            {
                var known = parameters.Count == 0 ? "There are no parameters here." : $"Known are {string.Join(", ", parameters.Select(one => one.Name))}.";
                errors.Add(ApiError.InQuery(name, "unknown", known));
            }
            else if (values is not [{ } value])
            {
                errors.Add(ApiError.InQuery(name, "repeated", "It can be given once."));
            }
            else if (parameter.Take(request, value) is { } taken)
            {
                request = taken;
            }
            else
            {
                errors.Add(ApiError.InQuery(name, "invalid", parameter.Expected));
            }
        }

        return errors.Count == 0 ? request : throw new ApiProblemException(ApiProblem.Invalid(errors));
    }

    /// <summary>The query of another page of the same list, with the filters as they are.</summary>
    public string Query(int page)
    {
        var parts = new List<KeyValuePair<string, string?>> { new("page", Text(page)), new("pageSize", Text(PageSize)) };
        parts.AddRange(
            new (string Name, string? Value)[] { ("goal", Text(Goal)), ("target", Target?.ToString()), ("sector", Sector), ("year", Text(Year)), ("format", Format) }
                .Where(part => part.Value is not null)
                .Select(part => KeyValuePair.Create(part.Name, part.Value)));
        return QueryString.Create(parts).Value!;
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Api.Answers;

namespace Deventer4GlobalGoals.Web.Api.Requests;

/// <summary>A parameter in the query: what the description says of it and how it is read are one, so they can't disagree.</summary>
/// <param name="Name">camelCase.</param>
/// <param name="Description">What it does.</param>
/// <param name="Expected">What is told when its value can't be read.</param>
/// <param name="Schema">Its JSON schema.</param>
/// <param name="Example">A value that gives something.</param>
/// <param name="Take">Puts a value into the request; null when it can't be read.</param>
internal sealed record ApiParameter(
    string Name, string Description, string Expected, ApiSchema Schema, JsonNode Example, Func<ApiRequest, string, ApiRequest?> Take)
{
    private const int LongestText = 100;
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    public static readonly ApiParameter Page = new(
        "page",
        "The page of the list. The first is 1.",
        $"A whole number from 1 to {ApiRequest.MostPages}.",
        new ApiSchema("integer") { Minimum = 1, Maximum = ApiRequest.MostPages, Default = 1 },
        1,
        (request, value) => Number(value, 1, ApiRequest.MostPages) is { } page ? request with { Page = page } : null);

    public static readonly ApiParameter PageSize = new(
        "pageSize",
        "How many items a page has. CSV always has them all.",
        $"A whole number from 1 to {ApiRequest.MostItems}.",
        new ApiSchema("integer") { Minimum = 1, Maximum = ApiRequest.MostItems, Default = ApiRequest.UsualItems },
        ApiRequest.UsualItems,
        (request, value) => Number(value, 1, ApiRequest.MostItems) is { } size ? request with { PageSize = size } : null);

    public static readonly ApiParameter Goal = new(
        "goal",
        "Only what contributes to this Sustainable Development Goal, or to one of its targets.",
        $"A whole number from 1 to {GoalCatalogue.Count}.",
        new ApiSchema("integer") { Minimum = 1, Maximum = GoalCatalogue.Count },
        12,
        (request, value) => Number(value, 1, GoalCatalogue.Count) is { } goal ? request with { Goal = goal } : null);

    public static readonly ApiParameter Target = new(
        "target",
        "Only what contributes to this target.",
        "The code of one of the 169 targets, such as 12.5 or 12.a.",
        new ApiSchema("string") { Pattern = @"^\d{1,2}\.(\d{1,2}|[a-d])$" },
        "12.5",
        (request, value) => TargetCode.TryParse(value, out var code) && GoalCatalogue.Default.TryGetTarget(code, out _)
            ? request with { Target = code }
            : null);

    public static readonly ApiParameter Sector = new(
        "sector",
        "Only what belongs to this sector, by its Dutch name. The coverage matrix lists the names in use.",
        $"A text of 1 to {LongestText} characters.",
        new ApiSchema("string") { MinLength = 1, MaxLength = LongestText },
        "Bouw en wonen",
        (request, value) => value.Trim() is { Length: > 0 and <= LongestText } sector ? request with { Sector = sector } : null);

    public static readonly ApiParameter Year = new(
        "year",
        "Only what happened, ran or was awarded in this year.",
        $"A year from {FirstYear} to {LastYear}.",
        new ApiSchema("integer") { Minimum = FirstYear, Maximum = LastYear },
        2020,
        (request, value) => Number(value, FirstYear, LastYear) is { } year ? request with { Year = year } : null);

    /// <summary>For those who can't send headers, such as a browser's address bar.</summary>
    public static ApiParameter Format(IReadOnlyList<ApiFormat> offered) => new(
        "format",
        "The form of the answer, instead of the one that the Accept header asks for.",
        $"One of {string.Join(", ", offered.Select(format => format.Name))}.",
        new ApiSchema("string") { Choices = [.. offered.Select(format => format.Name)] },
        offered[0].Name,
        (request, value) => offered.Any(format => format.Name == value) ? request with { Format = value } : null);

    private static int? Number(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}

/// <summary>What the description says of a parameter's values.</summary>
internal sealed record ApiSchema(string Type)
{
    public int? Minimum { get; init; }

    public int? Maximum { get; init; }

    public int? Default { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public string? Pattern { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];
}

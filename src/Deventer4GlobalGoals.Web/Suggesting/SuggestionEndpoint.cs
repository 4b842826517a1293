using System.Text.Json;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Goals.Suggesting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Deventer4GlobalGoals.Web.Suggesting;

/// <summary><c>POST /api/v1/goal-suggestions</c>: goals for a text. Nothing of the text is kept.</summary>
public static class SuggestionEndpoint
{
    /// <summary>The largest request, in bytes.</summary>
    public const int LargestRequest = 256 * 1024;

    public const string Path = "/api/v1/goal-suggestions";

    public static IEndpointRouteBuilder MapGoalSuggestions(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Path, AnswerAsync)
            .WithGroupName("v1")
            .WithName("suggestGoals")
            .WithTags("Goals")
            .WithSummary("Proposes goals and targets for a text")
            .WithDescription("At most three goals with their targets, and the words that each proposal rests on. No goals means: don't know. The text is not kept.")
            // Any type comes in, so that another one is refused below with a problem, and not by routing with an empty answer.
            .Accepts<SuggestionRequest>("application/json", "*/*")
            .Produces<SuggestionResponse>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .DisableAntiforgery();
        return endpoints;
    }

    private static async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
        {
            return Problem(StatusCodes.Status415UnsupportedMediaType, "Send application/json.");
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestRequest;
        }

        try
        {
            var asked = await request.ReadFromJsonAsync<SuggestionRequest>(cancellation);
            return asked switch
            {
                null or { Text: null or "" } => Problem(StatusCodes.Status400BadRequest, "Give a \"text\"."),
                { Language: { } language } when !LocalisedText.Languages.Contains(language) =>
                    Problem(StatusCodes.Status400BadRequest, $"\"language\" is {string.Join(", ", LocalisedText.Languages)}, or left out."),
                _ => TypedResults.Ok(SuggestionResponse.Of(GoalSuggester.Default.Suggest(asked.Text, asked.Language))),
            };
        }
        catch (JsonException)
        {
            return Problem(StatusCodes.Status400BadRequest, "The body is no JSON object with a \"text\".");
        }
        catch (BadHttpRequestException refused)
        {
            return Problem(
                refused.StatusCode,
                refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? $"A request has at most {LargestRequest} bytes." : "The request could not be read.");
        }
    }

    private static ProblemHttpResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status);
}

/// <param name="Text">The text, up to 100,000 characters; what follows is not read.</param>
/// <param name="Language">"nl", "en" or "de"; found out when left out.</param>
public sealed record SuggestionRequest(string? Text, string? Language = null);

/// <param name="Language">In which the text was read, and in which the names are.</param>
/// <param name="Goals">At most three, the most certain first; none means: don't know.</param>
public sealed record SuggestionResponse(string Language, IReadOnlyList<GoalSuggestion> Goals)
{
    internal static SuggestionResponse Of(GoalSuggestions suggestions) => new(
        suggestions.Language,
        [.. suggestions.Goals.Select(goal => GoalSuggestion.Of(goal, suggestions.Language))]);
}

/// <param name="Goal">1 to 17.</param>
/// <param name="Uri">The UN's identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Confidence">0.35 to 1.</param>
/// <param name="Targets">At most three.</param>
/// <param name="Words">What the proposal rests on, in the order of the text.</param>
public sealed record GoalSuggestion(int Goal, Uri Uri, string Name, double Confidence, IReadOnlyList<TargetSuggestion> Targets, IReadOnlyList<TriggerWord> Words)
{
    internal static GoalSuggestion Of(SuggestedGoal suggested, string language)
    {
        var goal = GoalCatalogue.Default.Goal(suggested.Goal);
        return new GoalSuggestion(
            goal.Number,
            goal.Uri,
            goal.Name(language),
            Math.Round(suggested.Confidence, 4),
            [.. suggested.Targets.Select(target => TargetSuggestion.Of(target, language))],
            suggested.Words);
    }
}

/// <param name="Target">Such as "12.3".</param>
/// <param name="Uri">The UN's identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record TargetSuggestion(string Target, Uri Uri, string Name, double Confidence)
{
    internal static TargetSuggestion Of(SuggestedTarget suggested, string language)
    {
        var target = GoalCatalogue.Default.Target(suggested.Target);
        return new TargetSuggestion(target.Code.ToString(), target.Uri, target.Name(language), Math.Round(suggested.Confidence, 4));
    }
}

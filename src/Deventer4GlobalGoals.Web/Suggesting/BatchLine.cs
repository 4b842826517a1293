using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Goals.Suggesting;

namespace Deventer4GlobalGoals.Web.Suggesting;

/// <summary>A line of a batch: <c>{"id","lang","text"}</c>.</summary>
/// <param name="Id">A string or a number, given back as it came; null when there is none.</param>
/// <param name="Language">Null: find out.</param>
/// <param name="Text">The text.</param>
internal sealed record BatchLine(JsonNode? Id, string? Language, string Text)
{
    /// <param name="json">The line as it stands in the file.</param>
    /// <param name="line">What it says.</param>
    /// <param name="problem">What is wrong with the line, in a sentence.</param>
    public static bool TryRead(string json, [NotNullWhen(true)] out BatchLine? line, [NotNullWhen(false)] out string? problem)
    {
        (line, problem) = (null, null);
        try
        {
            if (JsonNode.Parse(json) is not JsonObject fields)
            {
                problem = "this is no JSON object.";
            }
            else if (fields["text"] is not JsonValue text || text.GetValueKind() != JsonValueKind.String)
            {
                problem = "\"text\" must be a string.";
            }
            else if (fields["lang"] is { } language && language.GetValueKind() != JsonValueKind.String)
            {
                problem = "\"lang\" must be a string.";
            }
            else if (fields["id"] is { } id && id.GetValueKind() is not (JsonValueKind.String or JsonValueKind.Number))
            {
                problem = "\"id\" must be a string or a number.";
            }
            else
            {
                line = new BatchLine(fields["id"]?.DeepClone(), fields["lang"]?.GetValue<string>(), text.GetValue<string>());
            }
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            problem = "this is no JSON: " + error.Message;
        }

        return line is not null;
    }

    /// <returns><c>{"id","scores":{"1":0.02,…,"17":…},"goals":[…]}</c>, on one line; scores have four decimals.</returns>
    public string Answer(GoalSuggester suggester)
    {
        var suggestions = suggester.Suggest(Text, Language);
        var scores = new JsonObject();
        for (var goal = 1; goal <= GoalCatalogue.Count; goal++)
        {
            scores[goal.ToString(CultureInfo.InvariantCulture)] = Math.Round(suggestions.Scores[goal - 1], 4);
        }

        return new JsonObject
        {
            ["id"] = Id?.DeepClone(),
            ["scores"] = scores,
            ["goals"] = new JsonArray([.. suggestions.Goals.Select(goal => JsonValue.Create(goal.Goal))]),
        }.ToJsonString();
    }
}

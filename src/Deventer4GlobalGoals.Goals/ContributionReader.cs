using System.Globalization;
using System.Text.Json;

namespace Deventer4GlobalGoals.Goals;

/// <summary>Reads a list of contributions and goes on after an error, so that whoever wrote it hears everything at once.</summary>
internal sealed class ContributionReader
{
    private const string Contributions = "a list of contributions: [{\"goal\": 12, …}]";
    private const string HalfCharacter = "This text holds half a character (an unpaired surrogate); take it out.";
    private static readonly string[] Properties = ["goal", "target", "role", "direction", "claim", "evidence", "source", "confirmedBy", "confirmedAt"];
    private static readonly string[] EvidenceProperties = ["figure", "unit", "year", "link"];
    private readonly List<ContributionProblem> problems = [];

    public IReadOnlyList<ContributionProblem> Problems => problems;

    public IReadOnlyList<Contribution> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Null => [],
                JsonValueKind.Array => Read(document.RootElement),
                _ => Wrong(document.RootElement),
            };
        }
        catch (JsonException malformed)
        {
            // The parser counts lines and positions from 0; people and their editors count from 1.
            var (line, position) = (malformed.LineNumber + 1, malformed.BytePositionInLine + 1);
            var where = string.Create(CultureInfo.InvariantCulture, $"line {line}, position {position}");
            Report(ContributionProblemCode.Malformed, "$", $"This is not JSON: it goes wrong at {where}. Expected {Contributions}.");
            return [];
        }
        catch (ArgumentException)
        {
            // What JsonDocument.Parse throws when the text itself holds one half of a surrogate pair.
            Report(ContributionProblemCode.Malformed, "$", HalfCharacter);
            return [];
        }
    }

    private Contribution[] Wrong(JsonElement root)
    {
        Report(ContributionProblemCode.WrongType, "$", $"Expected {Contributions}, found {JsonFields.Describe(root)}.");
        return [];
    }

    private List<Contribution> Read(JsonElement list)
    {
        var contributions = new List<Contribution>();
        var seen = new Dictionary<(int, TargetCode?), int>();
        var index = 0;
        foreach (var element in list.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"$[{index}]");
            if (ReadWhole(element, path) is { } contribution)
            {
                contributions.Add(contribution);
                if (!seen.TryAdd((contribution.Goal, contribution.Target), index))
                {
                    var what = contribution.Target is { } target ? $"Target {target}" : $"Goal {contribution.Goal}";
                    var first = seen[(contribution.Goal, contribution.Target)];
                    Report(ContributionProblemCode.Duplicate, path, $"{what} is already at $[{first}]: name a goal or target once.");
                }
            }

            index++;
        }

        var primary = contributions.Count(contribution => contribution.Role == ContributionRole.Primary);
        if (primary > Contribution.MostPrimary)
        {
            Report(
                ContributionProblemCode.TooManyPrimary,
                "$",
                $"{primary} contributions are primary; at most {Contribution.MostPrimary} keeps clear what this is about.",
                ContributionSeverity.Warning);
        }

        return contributions;
    }

    private Contribution? ReadWhole(JsonElement element, string path)
    {
        try
        {
            return ReadOne(element, path);
        }
        catch (InvalidOperationException)
        {
            // What JsonElement.GetString throws on an escaped half of a surrogate pair: well-formed JSON, but no text.
            Report(ContributionProblemCode.Malformed, path, HalfCharacter);
            return null;
        }
    }

    private Contribution? ReadOne(JsonElement element, string path)
    {
        var before = problems.Count;
        var fields = new JsonFields(
            element,
            path,
            Properties,
            problems);
        if (!fields.IsObject)
        {
            return null;
        }

        var start = ReadReference(fields);
        var role = fields.Choice<ContributionRole>("role");
        var direction = fields.Choice<ContributionDirection>("direction");
        var source = fields.Choice<ContributionSource>("source");
        var claim = fields.Text("claim", ContributionJson.LongestClaim);
        var evidence = fields.Child("evidence") is { } child ? ReadEvidence(child, path + ".evidence") : null;
        var confirmedBy = fields.Text("confirmedBy", ContributionJson.LongestName);
        var confirmedAt = fields.Moment("confirmedAt");
        if (start is null || problems.Count > before)
        {
            return null;
        }

        if (confirmedBy is null != confirmedAt is null)
        {
            var missing = confirmedBy is null ? "confirmedBy" : "confirmedAt";
            Report(ContributionProblemCode.HalfConfirmed, path, $"A confirmation says who and when; {missing} is missing.", ContributionSeverity.Warning);
        }

        return start with
        {
            Role = role,
            Direction = direction,
            Source = source,
            Claim = claim,
            Evidence = evidence,
            ConfirmedBy = confirmedBy,
            ConfirmedAt = confirmedAt,
        };
    }

    private static Contribution? ReadReference(JsonFields fields)
    {
        var goal = fields.Goal("goal");
        var target = fields.Target("target");
        if (fields.Has("target"))
        {
            if (target is { } code && goal is { } number && code.Goal != number)
            {
                fields.Report(
                    ContributionProblemCode.TargetOfOtherGoal,
                    "target",
                    $"Target {code} belongs to goal {code.Goal}, not to goal {number}: change one, or leave goal out.");
                return null;
            }

            return target is null ? null : new Contribution(target.Value);
        }

        if (!fields.Has("goal"))
        {
            fields.Report(ContributionProblemCode.Required, "goal", "A contribution names a goal (1 to 17) or a target (such as 12.5).");
        }

        return goal is null ? null : new Contribution(goal.Value);
    }

    private Evidence? ReadEvidence(JsonElement element, string path)
    {
        var fields = new JsonFields(element, path, EvidenceProperties, problems);
        if (!fields.IsObject)
        {
            return null;
        }

        var evidence = new Evidence(
            fields.Figure("figure"),
            fields.Text("unit", ContributionJson.LongestUnit),
            fields.Number("year", Evidence.EarliestYear, Evidence.LatestYear),
            fields.Link("link"));
        return evidence.IsEmpty ? null : evidence;
    }

    private void Report(string code, string path, string message, ContributionSeverity severity = ContributionSeverity.Error) =>
        problems.Add(new ContributionProblem(code, path, message, severity));
}

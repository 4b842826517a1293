using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Deventer4GlobalGoals.Goals;

/// <summary>The JSON form of a list of contributions, as it is stored with an item and given to others.</summary>
/// <remarks>
/// An array of objects with <c>goal</c> or <c>target</c> (or both), <c>role</c>, <c>direction</c> and <c>source</c>; and, where known,
/// <c>claim</c>, <c>evidence</c> (<c>figure</c>, <c>unit</c>, <c>year</c>, <c>link</c>), <c>confirmedBy</c> and <c>confirmedAt</c> (with its offset).
/// Null and blank text count as absent.
/// </remarks>
public static class ContributionJson
{
    /// <summary>Length limits in characters (UTF-16 code units).</summary>
    public const int LongestClaim = 1000;
    public const int LongestUnit = 60;
    public const int LongestName = 200;
    public const int LongestLink = 2000;

    internal const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    private static readonly JsonWriterOptions Options = new()
    {
        // Letters with accents stay readable in files; what means something in HTML stays escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <param name="json">Null or blank means that there are none.</param>
    /// <exception cref="ContributionFormatException">At least one error; warnings alone don't throw.</exception>
    public static IReadOnlyList<Contribution> Parse(string? json) =>
        TryParse(json, out var contributions, out var problems)
            ? contributions
            : throw new ContributionFormatException(problems);

    /// <param name="json">Null or blank means that there are none.</param>
    /// <param name="contributions">All of them, in the order of the text; empty when there is an error.</param>
    /// <param name="problems">Every error and warning, not only the first; may hold warnings when the answer is yes.</param>
    /// <returns>Whether the text is free of errors.</returns>
    public static bool TryParse(string? json, out IReadOnlyList<Contribution> contributions, out IReadOnlyList<ContributionProblem> problems)
    {
        var reader = new ContributionReader();
        var read = string.IsNullOrWhiteSpace(json) ? [] : reader.Read(json);
        problems = reader.Problems;
        var valid = problems.All(problem => problem.Severity != ContributionSeverity.Error);
        contributions = valid ? read : [];
        return valid;
    }

    /// <returns>
    /// The one canonical form: the order of the list, properties in a fixed order, nothing that is null, moments in UTC.
    /// </returns>
    public static string Write(IEnumerable<Contribution> contributions)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var contribution in contributions)
            {
                Write(json, contribution);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static void Write(Utf8JsonWriter json, Contribution contribution)
    {
        json.WriteStartObject();
        json.WriteNumber("goal", contribution.Goal);
        WriteText(json, "target", contribution.Target?.ToString());
        json.WriteString("role", Name(contribution.Role));
        json.WriteString("direction", Name(contribution.Direction));
        WriteText(json, "claim", contribution.Claim);
        if (contribution.Evidence is { IsEmpty: false } evidence)
        {
            Write(json, evidence);
        }

        json.WriteString("source", Name(contribution.Source));
        WriteText(json, "confirmedBy", contribution.ConfirmedBy);
        WriteText(json, "confirmedAt", contribution.ConfirmedAt?.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Evidence evidence)
    {
        json.WriteStartObject("evidence");
        if (evidence.Figure is { } figure)
        {
            json.WriteNumber("figure", figure);
        }

        WriteText(json, "unit", evidence.Unit);
        if (evidence.Year is { } year)
        {
            json.WriteNumber("year", year);
        }

        WriteText(json, "link", evidence.Link?.AbsoluteUri);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string property, string? value)
    {
        if (value is not null)
        {
            json.WriteString(property, value);
        }
    }
}

using System.Globalization;
using System.Text.Json;

namespace Deventer4GlobalGoals.Goals;

/// <summary>The properties of one JSON object, each read as what it should be; what is wrong is reported with its path.</summary>
internal sealed class JsonFields
{
    private const int LongestQuote = 60;
    private static readonly string[] MomentFormats = [ContributionJson.MomentFormat, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];
    private readonly JsonElement[] values;
    private readonly IReadOnlyList<string> names;
    private readonly string path;
    private readonly List<ContributionProblem> problems;

    public JsonFields(JsonElement element, string path, IReadOnlyList<string> allowed, List<ContributionProblem> problems)
    {
        this.path = path;
        names = allowed;
        values = new JsonElement[allowed.Count];
        this.problems = problems;
        IsObject = element.ValueKind == JsonValueKind.Object;
        if (!IsObject)
        {
            Add(ContributionProblemCode.WrongType, path, $"Expected an object, found {Describe(element)}.");
            return;
        }

        var seen = 0u;
        foreach (var property in element.EnumerateObject())
        {
            var index = IndexOf(property);
            if (index < 0)
            {
                Add(ContributionProblemCode.UnknownProperty, path, $"Unknown property {Quote(property.Name)}; known are {string.Join(", ", allowed)}.");
            }
            else if ((seen & (1u << index)) != 0)
            {
                Report(ContributionProblemCode.RepeatedProperty, property.Name, $"{property.Name} is there twice.");
            }
            else
            {
                seen |= 1u << index;
                values[index] = IsAbsent(property.Value) ? default : property.Value;
            }
        }
    }

    public bool IsObject { get; }

    public static string Describe(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => Quote(element.GetRawText()[1..^1]),
        _ => Shorten(element.GetRawText()),
    };

    public bool Has(string name) => Child(name) is not null;

    public JsonElement? Child(string name)
    {
        for (var index = 0; index < values.Length; index++)
        {
            if (names[index] == name)
            {
                return values[index].ValueKind == JsonValueKind.Undefined ? null : values[index];
            }
        }

        return null;
    }

    public void Report(string code, string name, string message) => Add(code, $"{path}.{name}", message);

    public int? Goal(string name) => Read<int>(
        name,
        value => TryInt(value) is { } number && GoalCatalogue.Default.TryGetGoal(number, out _) ? number : null,
        ContributionProblemCode.UnknownGoal,
        () => $"is not a goal: write a number from 1 to {GoalCatalogue.Count}.");

    public TargetCode? Target(string name) => Read<TargetCode>(
        name,
        value => TargetCode.TryParse(TryText(value), out var code) && GoalCatalogue.Default.TryGetTarget(code, out _) ? code : null,
        ContributionProblemCode.UnknownTarget,
        () => "is not a target: write a code between quotes, such as \"12.5\" or \"12.a\".");

    public int? Number(string name, int least, int most) => Read<int>(
        name,
        value => TryInt(value) is { } number && number >= least && number <= most ? number : null,
        ContributionProblemCode.OutOfRange,
        () => $"is not a {name} from {least} to {most}.");

    public decimal? Figure(string name) => Read<decimal>(
        name,
        value => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var figure) ? figure : null,
        Child(name)?.ValueKind == JsonValueKind.Number ? ContributionProblemCode.OutOfRange : ContributionProblemCode.WrongType,
        () => $"is not a {name}: write a number with a full stop for the decimals and at most 28 digits, without quotes.");

    public DateTimeOffset? Moment(string name) => Read<DateTimeOffset>(
        name,
        value => DateTimeOffset.TryParseExact(
            TryText(value), MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null,
        ContributionProblemCode.NotAMoment,
        () => "is not a date and time with its offset, such as \"2026-01-31T09:30:00Z\".");

    public T Choice<T>(string name)
        where T : struct, Enum
    {
        if (!Has(name))
        {
            Report(ContributionProblemCode.Required, name, $"{name} is missing; allowed are {Choices<T>.Allowed}.");
            return default;
        }

        var choice = Read<T>(name, Choices<T>.Find, ContributionProblemCode.UnknownValue, () => $"is not a {name}; allowed are {Choices<T>.Allowed}.");
        return choice.GetValueOrDefault();
    }

    public string? Text(string name, int longest)
    {
        if (Child(name) is not { } value)
        {
            return null;
        }

        if (TryText(value)?.Trim() is not { } text)
        {
            Report(ContributionProblemCode.WrongType, name, $"{name} is text, found {Describe(value)}.");
            return null;
        }

        ReportTooLong(name, text.Length, longest);
        return text;
    }

    public Uri? Link(string name)
    {
        if (Text(name, ContributionJson.LongestLink) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttp || link.Scheme == Uri.UriSchemeHttps))
        {
            if (text.Length <= ContributionJson.LongestLink)
            {
                // Escaping makes a link longer, and it is the escaped form that is written and read again.
                ReportTooLong(name, link.AbsoluteUri.Length, ContributionJson.LongestLink);
            }

            return link;
        }

        Report(ContributionProblemCode.NotALink, name, $"{Quote(text)} is not a link: write a whole address that starts with https:// or http://.");
        return null;
    }

    private static int? TryInt(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private static string? TryText(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsAbsent(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null
        || (value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()));

    private static string Quote(string text) => $"\"{Shorten(text)}\"";

    private static string Shorten(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";

    private T? Read<T>(string name, Func<JsonElement, T?> read, string code, Func<string> complaint)
        where T : struct
    {
        if (Child(name) is not { } value)
        {
            return null;
        }

        var result = read(value);
        if (result is null)
        {
            Report(code, name, $"{Describe(value)} {complaint()}");
        }

        return result;
    }

    private int IndexOf(JsonProperty property)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (property.NameEquals(names[index]))
            {
                return index;
            }
        }

        return -1;
    }

    private void ReportTooLong(string name, int length, int longest)
    {
        if (length > longest)
        {
            Report(ContributionProblemCode.TooLong, name, $"{name} has {length} characters; at most {longest} fit.");
        }
    }

    private void Add(string code, string where, string message) =>
        problems.Add(new ContributionProblem(code, where, message, ContributionSeverity.Error));

    /// <summary>The names of an enumeration, made once: a start reads tens of thousands of them.</summary>
    private static class Choices<T>
        where T : struct, Enum
    {
        private static readonly (T Choice, string Name)[] All = [.. Enum.GetValues<T>().Select(choice => (choice, ContributionJson.Name(choice)))];

        public static string Allowed => string.Join(", ", All.Select(choice => choice.Name));

        public static T? Find(JsonElement value)
        {
            foreach (var (choice, name) in All)
            {
                if (value.ValueKind == JsonValueKind.String && value.ValueEquals(name))
                {
                    return choice;
                }
            }

            return null;
        }
    }
}

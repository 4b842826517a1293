using System.Globalization;
using System.Text.Json;

namespace Deventer4GlobalGoals.Goals;

/// <summary>The properties of one JSON object, each read as what it should be; what is wrong is reported with its path.</summary>
internal sealed class JsonFields
{
    private const int LongestQuote = 60;
    private static readonly string[] MomentFormats = [ContributionJson.MomentFormat, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];
    private readonly Dictionary<string, JsonElement> values = new(StringComparer.Ordinal);
    private readonly string path;
    private readonly List<ContributionProblem> problems;

    public JsonFields(JsonElement element, string path, IReadOnlyList<string> allowed, List<ContributionProblem> problems)
    {
        this.path = path;
        this.problems = problems;
        IsObject = element.ValueKind == JsonValueKind.Object;
        if (!IsObject)
        {
            Add(ContributionProblemCode.WrongType, path, $"Expected an object, found {Describe(element)}.");
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (!allowed.Contains(property.Name, StringComparer.Ordinal))
            {
                Add(ContributionProblemCode.UnknownProperty, path, $"Unknown property {Quote(property.Name)}; known are {string.Join(", ", allowed)}.");
            }
            else if (!names.Add(property.Name))
            {
                Report(ContributionProblemCode.RepeatedProperty, property.Name, $"{property.Name} is there twice.");
            }
            else if (!IsAbsent(property.Value))
            {
                values.Add(property.Name, property.Value);
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

    public bool Has(string name) => values.ContainsKey(name);

    public JsonElement? Child(string name) => values.TryGetValue(name, out var value) ? value : null;

    public void Report(string code, string name, string message) => Add(code, $"{path}.{name}", message);

    public int? Goal(string name)
    {
        if (!values.TryGetValue(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && GoalCatalogue.Default.TryGetGoal(number, out _))
        {
            return number;
        }

        Report(ContributionProblemCode.UnknownGoal, name, $"{Describe(value)} is not a goal: write a number from 1 to {GoalCatalogue.Count}.");
        return null;
    }

    public TargetCode? Target(string name)
    {
        if (!values.TryGetValue(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String
            && TargetCode.TryParse(value.GetString(), out var code)
            && GoalCatalogue.Default.TryGetTarget(code, out _))
        {
            return code;
        }

        Report(ContributionProblemCode.UnknownTarget, name, $"{Describe(value)} is not a target: write a code between quotes, such as \"12.5\" or \"12.a\".");
        return null;
    }

    public T Choice<T>(string name)
        where T : struct, Enum
    {
        var allowed = string.Join(", ", Enum.GetValues<T>().Select(ContributionJson.Name));
        if (!values.TryGetValue(name, out var value))
        {
            Report(ContributionProblemCode.Required, name, $"{name} is missing; allowed are {allowed}.");
            return default;
        }

        foreach (var choice in Enum.GetValues<T>())
        {
            if (value.ValueKind == JsonValueKind.String && value.ValueEquals(ContributionJson.Name(choice)))
            {
                return choice;
            }
        }

        Report(ContributionProblemCode.UnknownValue, name, $"{Describe(value)} is not a {name}; allowed are {allowed}.");
        return default;
    }

    public string? Text(string name, int longest)
    {
        if (!values.TryGetValue(name, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            Report(ContributionProblemCode.WrongType, name, $"{name} is text, found {Describe(value)}.");
            return null;
        }

        var text = value.GetString()!.Trim();
        if (text.Length > longest)
        {
            Report(ContributionProblemCode.TooLong, name, $"{name} has {text.Length} characters; at most {longest} fit.");
        }

        return text;
    }

    public int? Number(string name, int least, int most)
    {
        if (!values.TryGetValue(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Report(ContributionProblemCode.OutOfRange, name, $"{Describe(value)} is not a {name} from {least} to {most}.");
        return null;
    }

    public decimal? Figure(string name)
    {
        if (!values.TryGetValue(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var figure))
        {
            return figure;
        }

        var code = value.ValueKind == JsonValueKind.Number ? ContributionProblemCode.OutOfRange : ContributionProblemCode.WrongType;
        Report(code, name, $"{Describe(value)} is not a {name}: write a number with a full stop for the decimals and at most 28 digits, without quotes.");
        return null;
    }

    public Uri? Link(string name)
    {
        var text = Text(name, ContributionJson.LongestLink);
        if (text is null
            || (Uri.TryCreate(text, UriKind.Absolute, out var link)
                && (link.Scheme == Uri.UriSchemeHttp || link.Scheme == Uri.UriSchemeHttps)))
        {
            return text is null ? null : new Uri(text);
        }

        Report(ContributionProblemCode.NotALink, name, $"{Quote(text)} is not a link: write a whole address that starts with https:// or http://.");
        return null;
    }

    public DateTimeOffset? Moment(string name)
    {
        if (!values.TryGetValue(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParseExact(value.GetString(), MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment;
        }

        Report(ContributionProblemCode.NotAMoment, name, $"{Describe(value)} is not a date and time with its offset, such as \"2026-01-31T09:30:00Z\".");
        return null;
    }

    private static bool IsAbsent(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null
        || (value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()));

    private static string Quote(string text) => $"\"{Shorten(text)}\"";

    private static string Shorten(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";

    private void Add(string code, string where, string message) =>
        problems.Add(new ContributionProblem(code, where, message, ContributionSeverity.Error));
}

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Deventer4GlobalGoals.Search.Index;

namespace Deventer4GlobalGoals.Search.Tests.Relevance;

/// <summary>
/// The site's own Dutch content, straight from <c>uSync/v17/Content</c>: each file that has a text, under its file name. So the judgements
/// hold for what visitors search, and no database is needed.
/// </summary>
internal static partial class SiteContent
{
    private static readonly string[] BodyProperties =
        ["body", "whatWasDone", "resultsText", "lessons", "costs", "meaning", "inDeventer", "callToAction", "report", "intro", "aboutText"];

    private static readonly string[] NamesOfPages = ["organisations", "organisers", "winner"];

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["practice"] = "praktijk",
        ["organisation"] = "organisatie",
        ["meeting"] = "bijeenkomst",
        ["article"] = "nieuws",
        ["goal"] = "doel",
    };

    public static IReadOnlyList<SearchDocument> Documents { get; } = Read();

    private static List<SearchDocument> Read()
    {
        var pages = Directory.GetFiles(Path.Combine(Root(), "uSync", "v17", "Content"), "*.config")
            .Order(StringComparer.Ordinal)
            .Select(file => new Page(Path.GetFileNameWithoutExtension(file), XDocument.Load(file).Root!))
            .ToList();
        var names = pages.ToDictionary(page => page.Key.ToString("N"), page => page.Title, StringComparer.OrdinalIgnoreCase);
        return [.. pages.Where(page => page.Text("summary").Length > 0 || page.Text("meaning").Length > 0 || page.Text("body").Length > 0).Select(page => page.Document(names))];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Deventer4GlobalGoals.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of a checkout.");
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    private sealed record Page(string Id, XElement Root)
    {
        public Guid Key { get; } = Guid.Parse(Root.Attribute("Key")!.Value);

        public string Title { get; } =
            Root.Descendants("Name").FirstOrDefault(name => name.Attribute("Culture")?.Value == "nl")?.Value ?? Root.Descendants("NodeName").First().Attribute("Default")!.Value;

        /// <summary>The Dutch value, or the one of all languages, without markup.</summary>
        public string Text(string property)
        {
            var value = Root.Element("Properties")!.Element(property)?.Elements("Value")
                .FirstOrDefault(one => one.Attribute("Culture") is null or { Value: "nl" })?.Value ?? "";
            if (value.StartsWith("{\"markup\"", StringComparison.Ordinal))
            {
                value = JsonDocument.Parse(value).RootElement.GetProperty("markup").GetString()!;
            }

            return WebUtility.HtmlDecode(Tag().Replace(value, " "));
        }

        public SearchDocument Document(IReadOnlyDictionary<string, string> names)
        {
            var fields = new Dictionary<string, IReadOnlyList<string>>();
            var contributions = Contributions();
            Add("doel", [.. contributions.Select(one => one.Goal).Append(Text("number")).Where(goal => goal.Length > 0).Distinct()]);
            Add("subdoel", [.. contributions.Select(one => one.Target).OfType<string>().Distinct()]);
            Add("type", Kinds.TryGetValue(Root.Descendants("ContentType").First().Value, out var kind) ? [kind] : []);
            Add("sector", List("sectors"));
            Add("soort", List("kind"));
            Add("land", List("countries"));
            Add("plaats", Text("town") is { Length: > 0 } town ? [town] : []);
            return new SearchDocument(Id, "nl")
            {
                Title = Title,
                Summary = Text("summary"),
                Tags = [.. NamesOfPages.SelectMany(property => Names(property, names)), .. List("sectors"), .. List("countries"), Text("placeName")],
                Body = string.Join("\n\n", BodyProperties.Select(Text).Concat(contributions.Select(one => one.Claim)).Where(text => text.Length > 0)),
                Fields = fields,
                Main = new Dictionary<string, IReadOnlyList<string>>
                {
                    ["doel"] = [.. contributions.Where(one => one.IsPrimary).Select(one => one.Goal).Append(Text("number")).Where(goal => goal.Length > 0).Distinct()],
                },
            };

            void Add(string field, IReadOnlyList<string> values)
            {
                if (values.Count > 0)
                {
                    fields[field] = values;
                }
            }
        }

        private List<(string Goal, string? Target, bool IsPrimary, string Claim)> Contributions() => Text("contributions") is { Length: > 0 } json
            ?
            [
                .. JsonDocument.Parse(json).RootElement.EnumerateArray().Select(one => (
                    one.GetProperty("goal").GetRawText(),
                    one.TryGetProperty("target", out var target) ? target.GetString() : null,
                    one.GetProperty("role").GetString() == "primary",
                    one.TryGetProperty("claim", out var claim) ? claim.GetString() ?? "" : "")),
            ]
            : [];

        private IReadOnlyList<string> List(string property) =>
            Text(property) is { } json && json.StartsWith('[') ? [.. JsonDocument.Parse(json).RootElement.EnumerateArray().Select(one => one.GetString()!)] : [];

        private IEnumerable<string> Names(string property, IReadOnlyDictionary<string, string> names) => Text(property)
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(udi => udi[(udi.LastIndexOf('/') + 1)..])
            .Where(names.ContainsKey)
            .Select(key => names[key]);
    }
}

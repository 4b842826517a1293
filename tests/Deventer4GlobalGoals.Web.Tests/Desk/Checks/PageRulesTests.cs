using System.Globalization;
using System.Text.Encodings.Web;
using Deventer4GlobalGoals.Cms.Editors.Markdown;
using Deventer4GlobalGoals.Cms.Editors.RichText;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Desk.Checks;
using Deventer4GlobalGoals.Web.Tests.Site;

namespace Deventer4GlobalGoals.Web.Tests.Desk.Checks;

/// <summary>Every row of specs/checks.md.</summary>
public sealed class PageRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(1));
    private static readonly string[] Known = ["/agenda", "/media/foto.jpg"];

    public static TheoryData<string, string> Markup => Rows("Mark-up");

    public static TheoryData<string, string, string> Language
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var cells in Cells("Plain language"))
            {
                rows.Add(cells[0], cells[1], cells[2]);
            }

            return rows;
        }
    }

    public static TheoryData<string, string> Facts => Rows("Facts");

    [Theory]
    [MemberData(nameof(Markup))]
    public void Markup_is_judged_as_the_table_says(string markdown, string finds)
    {
        var html = new MarkdownToHtmlConverter(new RichTextSanitizer()).ToHtml(markdown.Replace('¶', '\n'));
        Assert.Equal(finds, Found(Page("article", "nl") with { Texts = [new CheckedText("body", html)], Leads = address => !address.StartsWith('/') || Known.Contains(address) }));
    }

    [Theory]
    [MemberData(nameof(Language))]
    public void Language_is_judged_as_the_table_says(string culture, string text, string finds) =>
        Assert.Equal(finds, Found(Page("article", culture) with { Texts = [new CheckedText("body", $"<p>{HtmlEncoder.Default.Encode(text)}</p>")] }));

    [Theory]
    [MemberData(nameof(Facts))]
    public void Facts_are_judged_as_the_table_says(string page, string finds)
    {
        var parts = page.Split(", ");
        Assert.Equal(finds, Found(parts.Skip(1).Aggregate(Page(parts[0], "nl"), Add)));
    }

    [Fact]
    public void Every_rule_is_in_the_table()
    {
        var table = File.ReadAllText(Path.Combine(Repository.Root, "specs/checks.md"));
        Assert.DoesNotContain(CheckRules.All, rule => !table.Contains($"`{rule.Id}", StringComparison.Ordinal));
    }

    private static CheckedPage Page(string type, string culture) => new() { Type = type, Culture = culture, Now = Now };

    private static CheckedPage Add(CheckedPage page, string fact) => fact.Split(' ') switch
    {
        [var count, "primary"] => page with
        {
            ContributionsField = "contributions",
            Contributions = [.. Enumerable.Range(1, int.Parse(count, CultureInfo.InvariantCulture)).Select(goal => new Contribution(goal) { Role = ContributionRole.Primary })],
        },
        ["evidence"] => page with { Contributions = [.. page.Contributions.Take(1).Select(one => one with { Evidence = new Evidence(12) }), .. page.Contributions.Skip(1)] },
        ["starts", var day] => page with { Starts = new DateTimeOffset(DateTime.Parse(day, CultureInfo.InvariantCulture), TimeSpan.FromHours(1)) },
        ["online"] => page with { IsOnline = true },
        ["without", "Dutch"] => page with { IsWithoutDutch = true },
        ["report"] => page with { HasAftermath = true },
        ["picture", var name] => page with { Pictures = [new CheckedPicture("headerImage", name, string.Empty)] },
        ["picture", var name, "described"] => page with { Pictures = [new CheckedPicture("headerImage", name, "Een zaal.")] },
        ["link", var name] => page with { Links = [new CheckedLink("links", name, name, Leads: true)] },
        ["link", var name, "broken"] => page with { Links = [new CheckedLink("links", name, name, Leads: false)] },
        _ => throw new InvalidDataException($"'{fact}' is no fact."),
    };

    private static string Found(CheckedPage page) => PageRules.Find(page) is { Count: > 0 } found
        ? string.Join(" + ", found.Select(finding => finding.What.Length == 0 ? finding.Rule.Id : $"{finding.Rule.Id}: {finding.What}"))
        : "-";

    private static TheoryData<string, string> Rows(string section)
    {
        var rows = new TheoryData<string, string>();
        foreach (var cells in Cells(section))
        {
            rows.Add(cells[0], cells[1]);
        }

        return rows;
    }

    private static IEnumerable<string[]> Cells(string section) => File.ReadLines(Path.Combine(Repository.Root, "specs/checks.md"))
        .SkipWhile(line => line != "## " + section).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Where(line => line.StartsWith('|')).Skip(2)
        .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`').Replace("&#124;", "|", StringComparison.Ordinal)).ToArray());
}

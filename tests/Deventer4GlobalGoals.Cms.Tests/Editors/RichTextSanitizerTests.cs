using System.Net;
using System.Text.RegularExpressions;
using Deventer4GlobalGoals.Cms.Editors.RichText;

namespace Deventer4GlobalGoals.Cms.Tests.Editors;

public sealed partial class RichTextSanitizerTests
{
    private readonly RichTextSanitizer _sanitizer = new();

    public static TheoryData<string, string> AllowedElements => Table("## Allowed elements", cells => (cells[0], cells[1]));

    public static TheoryData<string, string> Attacks => Table("## Attacks", cells => (Code(cells[0]), Code(cells[1])));

    public static TheoryData<string, string> Addresses => Table("## Addresses", cells => (cells[0], cells[1] + " " + cells[2]));

    [Theory]
    [MemberData(nameof(AllowedElements))]
    public void The_table_of_elements_is_what_the_code_allows(string element, string attributes) =>
        Assert.Equal(attributes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), RichTextAllowList.Elements[element].Order());

    [Fact]
    public void Every_allowed_element_is_in_the_table() =>
        Assert.Equal(RichTextAllowList.Elements.Keys.Order(), AllowedElements.Select(row => (string)((object[])row)[0]).Order());

    [Fact]
    public void Nothing_is_both_allowed_and_removed() =>
        Assert.Empty(RichTextAllowList.Elements.Keys.Intersect(RichTextAllowList.RemovedWithContent));

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Html_becomes_what_the_table_says(string html, string expected)
    {
        Assert.Equal(expected, _sanitizer.Sanitize(html));
        Assert.Equal(expected, _sanitizer.Sanitize(_sanitizer.Sanitize(html)));
        Assert.Equal(expected.Replace("<img src=\"x\">", "<img src=\"x\" loading=\"lazy\">", StringComparison.Ordinal), _sanitizer.SanitizeForDisplay(html));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Addresses_are_allowed_as_the_table_says(string address, string answers)
    {
        var url = WebUtility.HtmlDecode(address);

        Assert.Equal(answers, $"{Answer(UrlPolicy.Link(url))} {Answer(UrlPolicy.Image(url))}");
    }

    [Fact]
    public void Links_to_content_and_blocks_are_kept_in_the_database_and_left_out_of_the_page()
    {
        const string Html = """<p><a href="/{localLink:5f2a0000-0000-0000-0000-000000000000}" type="document">a</a></p><umb-rte-block data-content-key="x"></umb-rte-block>""";

        Assert.Equal(Html, _sanitizer.Sanitize(Html));
        Assert.Equal("""<p><a type="document">a</a></p>""", _sanitizer.SanitizeForDisplay(Html));
    }

    [Fact]
    public void Nesting_without_end_is_cut_off()
    {
        var deep = string.Concat(Enumerable.Repeat("<b>", 10_000)) + "x";

        Assert.DoesNotContain("x", _sanitizer.Sanitize(deep), StringComparison.Ordinal);
    }

    [Fact]
    public void No_mixture_of_pieces_lets_a_script_through()
    {
        string[] pieces =
        [
            "<script>", "</script>", "<svg>", "</svg>", "<math>", "<style>", "</style>", "<img src=x onerror=alert(1)>", "<p ", "onload=alert(1) ",
            "<a href='javascript:alert(1)'>", "</a>", "<!--", "-->", "\"", "'", ">", "<table>", "<td>", "</p>", "<noscript>", "<template>", "<title>", "a", "<![CDATA[", "]]>", "\0",
        ];
        var random = new Random(17);
        for (var round = 0; round < 2_000; round++)
        {
            var html = string.Concat(Enumerable.Range(0, 12).Select(_ => pieces[random.Next(pieces.Length)]));
            var clean = _sanitizer.Sanitize(html);

            Assert.DoesNotMatch(Danger(), clean);
        }
    }

    [GeneratedRegex("<(script|svg|math|style|noscript|template|title)|<[^>]*(\\son[a-z]+=|javascript:)", RegexOptions.IgnoreCase)]
    private static partial Regex Danger();

    private static string Answer(string? allowed) => allowed is null ? "no" : "yes";

    private static string Code(string cell) => cell.Trim('`');

    private static TheoryData<string, string> Table(string heading, Func<string[], (string First, string Second)> read)
    {
        var rows = new TheoryData<string, string>();
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Editors", "Specs", "rich-text-sanitizer.md"))
            .SkipWhile(line => !line.StartsWith(heading, StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Skip(2);
        foreach (var line in lines)
        {
            var (first, second) = read([.. line.Trim('|').Split(" | ").Select(cell => cell.Trim())]);
            rows.Add(first, second);
        }

        return rows;
    }
}

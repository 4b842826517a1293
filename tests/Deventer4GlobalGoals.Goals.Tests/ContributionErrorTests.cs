using System.Text;

namespace Deventer4GlobalGoals.Goals.Tests;

public sealed class ContributionErrorTests
{
    private const string Ok = "\"role\":\"primary\",\"direction\":\"positive\",\"source\":\"editor\"";

    public static TheoryData<string, string, string, string> Errors => Rows("Errors: the value is refused");

    public static TheoryData<string, string, string, string> Warnings => Rows("Warnings: the value is kept");

    [Theory]
    [MemberData(nameof(Errors))]
    public void A_wrong_value_is_refused_with_its_place_and_reason(string value, string path, string code, string message)
    {
        Assert.False(ContributionJson.TryParse(value, out var contributions, out var problems));
        Assert.Empty(contributions);
        Assert.Equal(new ContributionProblem(code, path, message, ContributionSeverity.Error), Assert.Single(problems));
    }

    [Theory]
    [MemberData(nameof(Warnings))]
    public void A_doubtful_value_is_kept_with_a_warning(string value, string path, string code, string message)
    {
        Assert.True(ContributionJson.TryParse(value, out var contributions, out var problems));
        Assert.NotEmpty(contributions);
        Assert.Equal(new ContributionProblem(code, path, message, ContributionSeverity.Warning), Assert.Single(problems));
    }

    [Fact]
    public void Every_code_has_a_row()
    {
        var codes = typeof(ContributionProblemCode).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        var rows = SpecTable.Read("contribution-errors.md", "Errors: the value is refused")
            .Concat(SpecTable.Read("contribution-errors.md", "Warnings: the value is kept"));

        Assert.Equal(codes.Order(StringComparer.Ordinal), rows.Select(row => row[2]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_errors_are_told_at_once_and_in_order()
    {
        Assert.False(ContributionJson.TryParse($"[{{\"goal\":99,\"role\":\"x\"}},{{\"goal\":1,{Ok}}},{{\"target\":\"1.9\",{Ok}}}]", out _, out var problems));

        Assert.Equal(
            ["$[0].goal", "$[0].role", "$[0].direction", "$[0].source", "$[2].target"],
            problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Parse_throws_with_every_error_in_its_message()
    {
        var exception = Assert.Throws<ContributionFormatException>(() => ContributionJson.Parse($"[{{\"goal\":99,{Ok}}},7]"));

        Assert.Equal("$[0].goal: 99 is not a goal: write a number from 1 to 17. $[1]: Expected an object, found 7.", exception.Message);
        Assert.Equal(2, exception.Problems.Count);
    }

    [Fact]
    public void A_fault_on_a_later_line_is_counted_from_there()
    {
        Assert.False(ContributionJson.TryParse("[\n  {\n    \"goal\": twaalf\n  }\n]", out _, out var problems));
        Assert.Contains("at line 3, position 14.", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_wrong_value_is_quoted_only_in_part()
    {
        Assert.False(ContributionJson.TryParse($"[{{\"target\":\"{new string('x', 5000)}\",{Ok}}}]", out _, out var problems));
        Assert.InRange(Assert.Single(problems).Message.Length, 60, 200);
    }

    [Fact]
    public void A_link_that_grows_too_long_when_it_is_escaped_is_refused()
    {
        var link = "https://example.org/" + new string('é', 1000);

        Assert.False(ContributionJson.TryParse($"[{{\"goal\":1,{Ok},\"evidence\":{{\"link\":\"{link}\"}}}}]", out _, out var problems));
        Assert.Equal("$[0].evidence.link: link has 6020 characters; at most 2000 fit.", Assert.Single(problems).ToString());
    }

    [Fact]
    public void A_list_of_many_thousands_of_errors_is_read_in_one_go()
    {
        var json = "[" + string.Join(",", Enumerable.Repeat("{\"goal\":0}", 20_000)) + "]";

        Assert.False(ContributionJson.TryParse(json, out _, out var problems));
        Assert.Equal(80_000, problems.Count);
    }

    [Fact]
    public void Text_that_is_no_valid_UTF_16_is_refused()
    {
        Assert.False(ContributionJson.TryParse($"[{{\"goal\":1,\"claim\":\"\ud800\",{Ok}}}]", out _, out var problems));
        Assert.Equal(ContributionProblemCode.Malformed, Assert.Single(problems).Code);
    }

    [Fact]
    public void Thousands_of_damaged_texts_give_problems_and_never_a_crash()
    {
        var random = new Random(2030);
        var whole = $"[{{\"target\":\"12.5\",{Ok},\"claim\":\"é\\u00e9\",\"evidence\":{{\"figure\":38.5,\"year\":2025,\"link\":\"https://x.nl\"}}}}]";
        for (var round = 0; round < 5000; round++)
        {
            var text = new StringBuilder(whole);
            for (var hit = random.Next(1, 5); hit > 0; hit--)
            {
                var at = random.Next(text.Length);
                if (random.Next(2) == 0)
                {
                    text[at] = "[]{}\",:\\0u\ud800\0é"[random.Next(13)];
                }
                else
                {
                    text.Remove(at, 1);
                }
            }

            var valid = ContributionJson.TryParse(text.ToString(), out _, out var problems);
            Assert.Equal(!valid, problems.Any(problem => problem.Severity == ContributionSeverity.Error));
        }
    }

    private static TheoryData<string, string, string, string> Rows(string section)
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var row in SpecTable.Read("contribution-errors.md", section))
        {
            data.Add(WithOk(row[0]), row[1], row[2], row[3]);
        }

        return data;
    }

    private static string WithOk(string value) =>
        value.Replace(",ok}", "," + Ok + "}", StringComparison.Ordinal).Replace("{ok}", "{" + Ok + "}", StringComparison.Ordinal);
}

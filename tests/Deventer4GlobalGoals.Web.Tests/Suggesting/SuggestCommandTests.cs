using System.Text.Json;
using Deventer4GlobalGoals.Web.Hosting;

namespace Deventer4GlobalGoals.Web.Tests.Suggesting;

/// <summary>The verb answers before there is an application, so these tests have none.</summary>
public sealed class SuggestCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("suggest-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_text_gets_goals_targets_and_the_words_they_rest_on()
    {
        var (code, output, error) = Run("De kantine kookt van groente die over is, tegen voedselverspilling.", "--lang", "nl");
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("12 Verantwoord verbruik  0.", output, StringComparison.Ordinal);
        Assert.Contains("\n  12.3 Half zo veel eten weggooien  0.", output, StringComparison.Ordinal);
        Assert.Contains("voedselverspilling (48)", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_about_nothing_gets_a_do_not_know()
    {
        var (code, output, _) = Run("De lift is buiten gebruik.");
        Assert.Equal((0, "Don't know." + Environment.NewLine), (code, output));
    }

    [Fact]
    public void A_batch_answers_each_line_and_names_the_bad_ones()
    {
        var file = Write(
            """{"id":"a","lang":"en","text":"Overfishing threatens the ocean."}""",
            "",
            """{"id":7,"text":"De lift is buiten gebruik."}""",
            "no json",
            """{"id":"b","lang":"en"}""",
            """[1]""",
            """{"id":{},"text":"x"}""",
            """{"text":"x","lang":3}""",
            """{"text":"Solar panels and wind turbines.","lang":"en"}""");
        var (code, output, error) = Run("", "--batch", file);
        var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(1, code);
        Assert.Equal(["\"a\"", "7", "null"], answers.Select(answer => answer.GetProperty("id").GetRawText()));
        Assert.Equal(["[14]", "[]", "[7]"], answers.Select(answer => answer.GetProperty("goals").GetRawText()));
        Assert.All(answers, answer => Assert.Equal(
            Enumerable.Range(1, 17).Select(goal => goal.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            answer.GetProperty("scores").EnumerateObject().Select(score => score.Name)));
        Assert.All(answers, answer => Assert.All(answer.GetProperty("scores").EnumerateObject(), score => Assert.InRange(score.Value.GetDouble(), 0, 1)));
        Assert.Equal(
            ["line 4", "line 5", "line 6", "line 7", "line 8"],
            error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[0]));
    }

    [Fact]
    public void A_measure_prints_a_row_per_goal()
    {
        var file = Write("id\tlang\tgoals\ttext\twhy", "a\tnl\t6\tSchoon drinkwater uit de waterput.\tdrinkwater");
        var (code, output, error) = Run("", "--measure", file);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("| 6 Schoon water | 1 | 1.00 | 1.00 | 1.00 |", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--lang", "fr")]
    [InlineData(2, "--lang")]
    [InlineData(2, "--batch", "/nowhere/to/be/found.jsonl")]
    [InlineData(2, "--everything")]
    [InlineData(0, "--help")]
    public void A_command_that_is_wrong_says_so(int expected, params string[] args)
    {
        var (code, output, error) = Run("", args);
        Assert.Equal(expected, code);
        Assert.Equal(expected == 0, error.Length == 0);
        Assert.Equal(expected == 0, output.Length > 0);
    }

    [Fact]
    public void A_measure_of_a_file_that_is_not_in_order_names_the_line()
    {
        var (code, _, error) = Run("", "--measure", Write("id\tlang\tgoals\ttext\twhy", "a\tnl\t99\tx\ty"));
        Assert.Equal(1, code);
        Assert.Contains("line 2: \"99\"", error, StringComparison.Ordinal);
    }

    private static (int? Code, string Output, string Error) Run(string input, params string[] args)
    {
        using var reader = new StringReader(input);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Tools.Answer(["suggest", .. args], reader, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private string Write(params string[] lines)
    {
        var file = Path.Combine(_folder, "texts");
        File.WriteAllLines(file, lines);
        return file;
    }
}

using Deventer4GlobalGoals.Web.Hosting;

namespace Deventer4GlobalGoals.Web.Tests.Site;

/// <summary>Asking how a verb is used starts nothing: no application, no database.</summary>
public class ToolsTests
{
    [Theory]
    [InlineData("usync")]
    [InlineData("search")]
    [InlineData("index")]
    [InlineData("demo")]
    [InlineData("webhook")]
    [InlineData("suggest")]
    [InlineData("prize")]
    public void Help_of_a_verb_is_answered_without_the_application(string verb)
    {
        using var output = new StringWriter();
        Assert.Equal(0, Tools.Answer([verb, "--help"], TextReader.Null, output, TextWriter.Null));
        Assert.Contains($"Usage: {verb}", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_verb_over_the_content_is_left_to_the_application_and_an_unknown_one_is_refused()
    {
        using var error = new StringWriter();
        Assert.Null(Tools.Answer(["search", "koffie"], TextReader.Null, TextWriter.Null, error));
        Assert.Equal(2, Tools.Answer(["serach", "koffie"], TextReader.Null, TextWriter.Null, error));
        Assert.Contains("serach", error.ToString(), StringComparison.Ordinal);
    }
}

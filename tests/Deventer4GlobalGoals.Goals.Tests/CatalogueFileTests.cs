namespace Deventer4GlobalGoals.Goals.Tests;

public sealed class CatalogueFileTests
{
    private const string Goal = """
        goal 12 colour #BF8B2E text #0d1418
        nl Verbruik | Zin.
        en Use | Sentence.
        de Verbrauch | Satz.
        """;

    [Fact]
    public void A_goal_is_read_with_its_targets()
    {
        var goal = Read(Goal + Target("12.1") + Target("12.2") + Target("12.a"));

        Assert.Equal((12, "#BF8B2E", "#0d1418"), (goal.Number, goal.Colour, goal.TextColour));
        Assert.Equal(new LocalisedText("Verbruik", "Use", "Verbrauch"), goal.Names);
        Assert.Equal(new LocalisedText("Zin.", "Sentence.", "Satz."), goal.Sentences);
        Assert.Equal(["12.1", "12.2", "12.a"], goal.Targets.Select(target => target.Code.ToString()));
    }

    [Theory]
    [InlineData("", "x:1: the file is empty.")]
    [InlineData("goal 12", "x:1: goal 12: a goal starts with \"goal NUMBER colour #RRGGBB text #RRGGBB\".")]
    [InlineData("goal 12 colour BF8B2E text #fff", "x:1: goal 12 colour BF8B2E text #fff: a colour is written #RGB or #RRGGBB.")]
    [InlineData("goal 1 colour #fff text #000\nnl A | B.\nen A | B.", "x:1: goal 1 colour #fff text #000: expected one line each for nl, en, de.")]
    [InlineData("goal 1 colour #fff text #000\nnl A | B.\nde A | B.", "x:1: goal 1 colour #fff text #000: expected \"en name | sentence\", found \"de A | B.\".")]
    [InlineData("goal 1 colour #fff text #000\nnl A B.", "x:1: goal 1 colour #fff text #000: expected \"nl name | sentence\", found \"nl A B.\".")]
    public void A_broken_heading_says_file_line_and_fault(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Read(text)).Message);

    [Theory]
    [InlineData("12.2", "x:6: 12.2: 12.2 does not follow the goal.")]
    [InlineData("13.1", "x:6: 13.1: \"13.1\" is not a target of goal 12.")]
    [InlineData("target", "x:6: target: \"target\" is not a target of goal 12.")]
    public void A_wrong_first_target_is_refused(string code, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Read(Goal + Target(code))).Message);

    [Theory]
    [InlineData("12.1", "x:11: 12.1: 12.1 does not follow 12.1.")]
    [InlineData("12.3", "x:11: 12.3: 12.3 does not follow 12.1.")]
    [InlineData("12.b", "x:11: 12.b: 12.b does not follow 12.1.")]
    public void A_target_that_repeats_or_skips_is_refused(string code, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Read(Goal + Target("12.1") + Target(code))).Message);

    [Fact]
    public void A_number_after_the_letters_is_refused() =>
        Assert.Throws<InvalidDataException>(() => Read(Goal + Target("12.1") + Target("12.a") + Target("12.1")));

    [Fact]
    public void A_catalogue_needs_all_seventeen_goals() =>
        Assert.Equal(
            "The catalogue needs the goals 1 to 17 in order, once each.",
            Assert.Throws<InvalidDataException>(() => new GoalCatalogue(GoalCatalogue.Default.Goals.Skip(1))).Message);

    private static string Target(string code) => $"\n\n{code}\nnl Naam | Zin.\nen Name | Sentence.\nde Name | Satz.";

    private static Goal Read(string text) => CatalogueFile.Read("x", new StringReader(text));
}

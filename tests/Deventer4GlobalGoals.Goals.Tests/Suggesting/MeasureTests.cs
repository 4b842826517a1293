using Deventer4GlobalGoals.Goals.Suggesting;
using Xunit.Abstractions;

namespace Deventer4GlobalGoals.Goals.Tests.Suggesting;

/// <summary>
/// How often the proposals are right. The test texts were written before the word lists were first tried on anything, and neither lists nor
/// formula may be changed because of what is missed here; for that there are the tuning and calibration texts.
/// </summary>
public sealed class MeasureTests(ITestOutputHelper output)
{
    private static readonly string[] Tuning = ["suggestions-tuning.tsv", "suggestions-calibration.tsv", "suggestions-calibration-public.tsv"];

    [Fact]
    public void On_the_Dutch_test_texts_the_proposals_stay_as_good_as_they_are()
    {
        var texts = Texts("suggestions.nl.tsv");
        Assert.InRange(texts.Count, 300, int.MaxValue);
        var measure = SuggestionMeasure.Of(GoalSuggester.Default, texts);
        output.WriteLine(measure.ToString());
        Assert.All(measure.PerGoal, hits => Assert.InRange(hits.Right + hits.Missed, 10, int.MaxValue));
        Assert.InRange(measure.Overall.Precision, 0.66, 1);
        Assert.InRange(measure.Overall.F1, 0.67, 1);
        Assert.InRange(measure.CalibrationError, 0, 0.05);
    }

    /// <summary>On texts that constants and thresholds were not fitted on.</summary>
    [Fact]
    public void Confidences_say_how_often_they_are_right()
    {
        var texts = Texts("suggestions-check.tsv");
        var measure = SuggestionMeasure.Of(GoalSuggester.Default, texts);
        output.WriteLine(measure.ToString());
        Assert.InRange(measure.CalibrationError, 0, 0.1);
        Assert.All(LocalisedText.Languages, language =>
        {
            var own = SuggestionMeasure.Of(GoalSuggester.Default, [.. texts.Where(text => text.Language == language)]);
            output.WriteLine($"{language}: {own.Overall}, first {own.FirstRight:0.00}");
            Assert.InRange(own.Overall.F1, 0.7, 1);
            Assert.InRange(own.FirstRight, 0.85, 1);
        });
    }

    [Fact]
    public void No_test_text_is_a_tuning_text()
    {
        var tuning = Tuning.SelectMany(Texts).ToList();
        var (texts, pages) = (tuning.Select(text => text.Text).ToHashSet(StringComparer.Ordinal), tuning.Select(text => text.Source).OfType<string>().ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotContain(
            Texts("suggestions.nl.tsv").Concat(Texts("suggestions-check.tsv")), text => texts.Contains(text.Text) || (text.Source is { } page && pages.Contains(page)));
    }

    /// <summary>The page on which it stands; two texts tell of nothing that could be true or false, and say so.</summary>
    [Fact]
    public void Every_test_text_says_where_what_it_tells_of_is_public()
    {
        var sources = Texts("suggestions.nl.tsv").Select(text => text.Source ?? string.Empty).ToList();
        var pages = sources.Where(source => Uri.TryCreate(source, UriKind.Absolute, out var page) && page.Scheme is "https" or "http").ToList();
        Assert.Equal(pages.Count, pages.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(["Geen bron nodig: er staat geen feit in"], sources.Except(pages));
        Assert.Equal(2, sources.Count - pages.Count);
    }

    [Fact]
    public void A_measure_counts_what_is_right_wrong_and_missed()
    {
        LabelledText[] texts =
        [
            new("right", "nl", new HashSet<int> { 6 }, "Schoon drinkwater uit de waterput."),
            new("wrong and missed", "nl", new HashSet<int> { 9 }, "Schoon drinkwater uit de waterput."),
            new("silent", "nl", new HashSet<int>(), "De lift is buiten gebruik."),
        ];
        var measure = SuggestionMeasure.Of(GoalSuggester.Default, texts);
        Assert.Equal(new Hits(1, 1, 0), measure.PerGoal[5]);
        Assert.Equal(new Hits(0, 0, 1), measure.PerGoal[8]);
        Assert.Equal(new Hits(1, 0, 0), measure.Silent);
        Assert.Equal(0.5, measure.FirstRight);
        Assert.Equal(2, measure.Calibration.Where(bin => bin.Confidence > 0.5).Sum(bin => bin.Count));
        Assert.Equal(0.5, measure.Calibration.Single(bin => bin.Confidence > 0.5).Right);
    }

    [Theory]
    [InlineData("id\tlang\tgoals\ttext\twhy\na\tnl\t18\tx\ty")]
    [InlineData("id\tlang\tgoals\ttext\twhy\na\tnl\t1,1\tx\ty")]
    [InlineData("id\tlang\tgoals\ttext\twhy\na\tfr\t1\tx\ty")]
    [InlineData("id\tlang\tgoals\ttext\twhy\na\tnl\t1\tx\t")]
    [InlineData("id\tlang\tgoals\ttext\twhy\tsource\na\tnl\t1\tx\ty\tz\tmore")]
    public void A_line_of_a_file_that_is_not_in_order_is_named(string file)
    {
        var error = Assert.Throws<InvalidDataException>(() => LabelledText.Read(file.Split('\n')));
        Assert.StartsWith("line 2: ", error.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<LabelledText> Texts(string file) =>
        LabelledText.Read(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", file)));
}

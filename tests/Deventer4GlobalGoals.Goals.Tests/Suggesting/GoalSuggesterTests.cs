using System.Diagnostics;
using Deventer4GlobalGoals.Goals.Suggesting;

namespace Deventer4GlobalGoals.Goals.Tests.Suggesting;

public sealed class GoalSuggesterTests
{
    private const string Waste = "Onze kantine maakt soep van groente die over is, zodat er minder voedselverspilling is. 's Middags scheiden wij het restafval.";

    [Theory]
    [InlineData("nl", "De energiecoöperatie legt zonnepanelen op het dak van de school.", 7, "7.2")]
    [InlineData("en", "The cooperative puts solar panels on the roof of the school.", 7, "7.2")]
    [InlineData("de", "Die Genossenschaft baut eine Photovoltaikanlage auf das Dach.", 7, "7.2")]
    [InlineData("nl", "De voedselbank verdeelt pakketten onder mensen in armoede.", 1, null)]
    [InlineData("nl", Waste, 12, "12.3")]
    [InlineData("en", "Overfishing and marine litter threaten the ocean.", 14, "14.1")]
    public void A_text_gets_its_goal_first_and_a_target(string language, string text, int goal, string? target)
    {
        var first = GoalSuggester.Default.Suggest(text, language).Goals[0];
        Assert.Equal(goal, first.Goal);
        if (target is not null)
        {
            Assert.Contains(target, first.Targets.Select(one => one.Target.ToString()));
        }

        Assert.All(first.Targets, one => Assert.Equal(goal, one.Target.Goal));
        Assert.All(first.Targets, one => Assert.InRange(one.Confidence, 0, first.Confidence));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \r\n\t")]
    [InlineData("!?… – 12,50 %")]
    [InlineData("De lift is tot vrijdag buiten gebruik.")]
    [InlineData("Wij hebben een informeel werkklimaat.")]
    [InlineData("Het wordt een stroomversnelling genoemd.")]
    public void A_text_about_no_goal_gets_an_honest_do_not_know(string text)
    {
        var suggestions = GoalSuggester.Default.Suggest(text, "nl");
        Assert.True(suggestions.DoesNotKnow);
        Assert.Equal(17, suggestions.Scores.Count);
        Assert.All(suggestions.Scores, score => Assert.InRange(score, 0, 0.5));
    }

    [Fact]
    public void The_words_that_count_are_given_with_their_place_in_the_text()
    {
        var goal = GoalSuggester.Default.Suggest(Waste, "nl").Goals.Single(one => one.Goal == 12);
        Assert.Contains("voedselverspilling", goal.Words.Select(word => word.Text));
        Assert.Contains("restafval", goal.Words.Select(word => word.Text));
        Assert.All(goal.Words, word => Assert.Equal(word.Text, Waste.Substring(word.Start, word.Length)));
        Assert.Equal(goal.Words.Select(word => word.Start).Order(), goal.Words.Select(word => word.Start));
    }

    [Fact]
    public void Places_are_right_behind_accents_emoji_and_soft_hyphens()
    {
        const string Text = "🌍 Coördinatie: de ener\u00adgie\u00adtransitie kost CO₂ — én vraagt zonnepanelen.";
        var words = GoalSuggester.Default.Suggest(Text, "nl").Goals.SelectMany(goal => goal.Words).ToList();
        Assert.Contains(words, word => word.Text == "ener\u00adgie\u00adtransitie");
        Assert.Contains(words, word => word.Text == "CO₂");
        Assert.Contains(words, word => word.Text == "zonnepanelen");
        Assert.All(words, word => Assert.Equal(word.Text, Text.Substring(word.Start, word.Length)));
    }

    [Fact]
    public void At_most_three_goals_are_proposed_the_most_certain_first()
    {
        var suggestions = GoalSuggester.Default.Suggest("Armoede en schulden, drinkwater en waterputten, zonnepanelen en windmolens, ontbossing en biodiversiteit.", "nl");
        Assert.Equal(4, suggestions.Scores.Count(score => score >= Confidence.Threshold));
        Assert.Equal(3, suggestions.Goals.Count);
        Assert.Equal(suggestions.Goals.Select(goal => goal.Confidence).OrderDescending(), suggestions.Goals.Select(goal => goal.Confidence));
        Assert.All(suggestions.Goals, goal => Assert.Equal(suggestions.Scores[goal.Goal - 1], goal.Confidence));
    }

    [Theory]
    [InlineData("Wij leveren schoon drinkwater aan de dorpen.", "nl")]
    [InlineData("We bring clean drinking water to the villages.", "en")]
    [InlineData("Wir liefern sauberes Trinkwasser für die Dörfer.", "de")]
    public void The_language_is_found_out_when_it_is_not_given(string text, string language)
    {
        Assert.Equal(language, GoalSuggester.Default.Suggest(text).Language);
        Assert.Equal(language, GoalSuggester.Default.Suggest(text, "xx").Language);
        Assert.Equal("de", GoalSuggester.Default.Suggest(text, "de-DE").Language);
    }

    [Fact]
    public void Every_goal_is_found_by_its_number_in_every_language()
    {
        foreach (var language in LocalisedText.Languages)
        {
            foreach (var goal in GoalCatalogue.Default.Goals)
            {
                var suggestions = GoalSuggester.Default.Suggest($"SDG {goal.Number}", language);
                Assert.Equal(goal.Number, Assert.Single(suggestions.Goals).Goal);
            }
        }
    }

    [Fact]
    public void Five_hundred_words_take_less_than_five_milliseconds()
    {
        var text = string.Join(' ', GoalCatalogue.Default.Targets.Select(target => target.Sentence("nl")))[..3_400];
        Assert.InRange(text.Split(' ').Length, 480, 700);
        var fastest = Enumerable.Range(0, 200).Min(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            GoalSuggester.Default.Suggest(text, "nl");
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        });
        Assert.InRange(fastest, 0, 5);
    }

    [Fact]
    public void A_hostile_text_costs_bounded_time()
    {
        var started = Stopwatch.GetTimestamp();
        GoalSuggester.Default.Suggest(new string('a', 100_000), "nl");
        GoalSuggester.Default.Suggest(string.Concat(Enumerable.Repeat("water ", 20_000)), "nl");
        GoalSuggester.Default.Suggest("\ud800\udfff\ud800" + new string('\u0301', 1_000), "nl");
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 10);
    }
}

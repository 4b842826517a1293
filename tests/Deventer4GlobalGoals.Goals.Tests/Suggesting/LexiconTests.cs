using Deventer4GlobalGoals.Goals.Suggesting;

namespace Deventer4GlobalGoals.Goals.Tests.Suggesting;

public sealed class LexiconTests
{
    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    [InlineData("de")]
    public void The_shipped_lists_have_words_for_every_goal_and_target_and_only_for_those(string language)
    {
        var meanings = Lexicon.Shipped(language).Terms.SelectMany(term => term.Meanings).ToList();
        foreach (var goal in GoalCatalogue.Default.Goals)
        {
            Assert.InRange(meanings.Count(one => one.Goal == goal.Number && one.Weight > 0), 40, int.MaxValue);
        }

        Assert.All(meanings.Where(one => one.Target is not null), one => Assert.True(GoalCatalogue.Default.TryGetTarget(one.Target!.Value, out _)));
        Assert.Contains(meanings, one => one.Goal == 0);
    }

    [Theory]
    [InlineData("afval", "Het afval", true)]
    [InlineData("afval", "afvalscheiding", false)]
    [InlineData("afval*", "afvalscheiding", true)]
    [InlineData("*afval", "restafval", true)]
    [InlineData("*afval*", "bedrijfsafvalscheiding", true)]
    [InlineData("boom", "bomen", false)]
    [InlineData("boer", "boeren", true)]
    [InlineData("wet", "Zij weten het", false)]
    [InlineData("café", "CAFE", true)]
    [InlineData("schoon water", "schoon, helder water", false)]
    [InlineData("schoon water", "Schoon water", true)]
    [InlineData("schoon water", "schoon-water", true)]
    [InlineData("women's rights", "women’s rights", true)]
    [InlineData("WASH", "we wash", false)]
    [InlineData("WASH", "a WASH programme", true)]
    [InlineData("co2", "CO₂", true)]
    public void A_term_matches_words_as_its_line_says(string term, string text, bool matches) =>
        Assert.Equal(matches, Read($"goal 12\n5 {term}").Find(Words.Of(text)).Count == 1);

    [Theory]
    [InlineData("food waste is a problem", 12)]
    [InlineData("food is a problem", 2)]
    [InlineData("the food waste and the food", 12, 2)]
    [InlineData("food for thought")]
    public void The_more_precise_term_takes_the_words(string text, params int[] goals)
    {
        var lexicon = Read("goal 2\n3 food\n0 food waste\n\n12.3\n5 food waste\n\nsilent\n0 food for thought");
        var words = Words.Of(text);
        var found = lexicon.Find(words).OrderByDescending(one => one.Term.Precision).ToList();
        Assert.Equal(goals.Order(), GoalEvidence.OfAll(found, words.Count).Select((one, index) => (one.Points, Goal: index + 1)).Where(one => one.Points > 0).Select(one => one.Goal));
    }

    [Fact]
    public void The_same_word_again_says_ever_less()
    {
        var lexicon = Read("goal 6\n5 water");
        double Points(int times)
        {
            var words = Words.Of(string.Join(' ', Enumerable.Repeat("water", times)));
            return GoalEvidence.OfAll(lexicon.Find(words), words.Count)[5].Points;
        }

        Assert.Equal(5, Points(1));
        Assert.Equal(7.5, Points(2));
        Assert.Equal(8.75, Points(3));
        Assert.InRange(Points(1_000), 9.99, 10);
    }

    [Fact]
    public void A_term_of_two_targets_counts_once_for_their_goal_and_for_each_target()
    {
        var lexicon = Read("12.3\n5 food waste\n\n12.5\n3 food waste");
        var words = Words.Of("food waste");
        var evidence = GoalEvidence.OfAll(lexicon.Find(words), words.Count)[11];
        Assert.Equal(5, evidence.Points);
        Assert.Equal([5, 1.8], evidence.Targets.OrderBy(target => target.Key).Select(target => target.Value));
    }

    [Theory]
    [InlineData("goal 18\n5 x", "list:1: \"goal 18\" is no goal")]
    [InlineData("12.9\n5 x", "list:1: \"12.9\" is no goal")]
    [InlineData("# note\n\ngoal 1\nfive x", "list:4: expected a weight")]
    [InlineData("goal 1\n6 x", "list:2: expected a weight")]
    [InlineData("silent\n1 x", "list:2: expected a weight")]
    [InlineData("goal 1\n5 food*waste", "list:2: \"food*waste\" in")]
    [InlineData("goal 1\n5 *", "list:2: \"*\" in")]
    public void A_line_that_is_not_in_order_is_named(string list, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => LexiconFile.Read("list", new StringReader(list)));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    private static Lexicon Read(string list) => new(list.Contains("food", StringComparison.Ordinal) || list.Contains("women", StringComparison.Ordinal) ? "en" : "nl", LexiconFile.Read("list", new StringReader(list)));
}

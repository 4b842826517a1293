using System.Text.RegularExpressions;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Site;

namespace Deventer4GlobalGoals.Web.Tests.Site;

public sealed partial class SiteTextsTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void every_language_has_the_texts_that_Dutch_has(string language) =>
        Assert.Equal(SiteTexts.In("nl").Keys.Order(StringComparer.Ordinal), SiteTexts.In(language).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void no_text_is_empty()
    {
        foreach (var texts in LocalisedText.Languages.Select(SiteTexts.In))
        {
            Assert.DoesNotContain(texts.Keys, key => string.IsNullOrWhiteSpace(texts[key]));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void a_translation_fills_in_what_Dutch_fills_in(string language)
    {
        var (dutch, other) = (SiteTexts.In("nl"), SiteTexts.In(language));
        foreach (var key in dutch.Keys)
        {
            Assert.Equal((key, Places(dutch[key])), (key, Places(other[key])));
        }
    }

    [Fact]
    public void every_text_that_a_view_names_exists()
    {
        var views = Path.Combine(Repository.Root, "src", "Deventer4GlobalGoals.Web", "Views");
        var named = Directory.EnumerateFiles(views, "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(file => Named().Matches(File.ReadAllText(file)))
            .Select(match => (Key: match.Groups["key"].Value, IsCount: match.Groups["how"].Value == ".Count("))
            .Where(text => !text.Key.EndsWith('.') && !text.Key.EndsWith('-'))
            .SelectMany(text => text.IsCount ? [$"{text.Key}.one", $"{text.Key}.many"] : new[] { text.Key })
            .ToHashSet();

        Assert.True(named.Count > 100, $"Only {named.Count} texts were found in the views.");
        Assert.Empty(named.Except(SiteTexts.In("nl").Keys));
    }

    [Fact]
    public void a_text_that_does_not_exist_is_an_error_that_names_it()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => SiteTexts.In("de-DE")["no.such"]);
        Assert.Equal("There is no text \"no.such\" in de.json.", error.Message);
    }

    [Theory]
    [InlineData("nl", 1, "1 praktijk")]
    [InlineData("nl", 1140, "1.140 praktijken")]
    [InlineData("en-US", 1140, "1,140 practices")]
    public void counts_are_written_as_the_language_does(string culture, int count, string expected) =>
        Assert.Equal(expected, SiteTexts.In(culture).Count("count.practice", count));

    private static string Places(string text) => string.Join(' ', Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex("""\bT(?<how>\[|\.Format\(|\.Count\()"(?<key>[A-Za-z.-]+)"(?:\]|,|\))""")]
    private static partial Regex Named();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}

namespace Deventer4GlobalGoals.Goals.Tests;

public sealed class CatalogueTests
{
    // A/RES/70/1: how many numbered targets a goal has, and the last letter of its means.
    private static readonly (int Numbers, char LastLetter)[] Agenda2030 =
    [
        (5, 'b'), (5, 'c'), (9, 'd'), (7, 'c'), (6, 'c'), (6, 'b'), (3, 'b'), (10, 'b'), (5, 'c'),
        (7, 'c'), (7, 'c'), (8, 'c'), (3, 'b'), (7, 'c'), (9, 'c'), (10, 'b'), (19, '`'),
    ];

    // UN, Guidelines for the use of the SDG logo including the colour wheel and 17 icons (2019).
    private static readonly string[] UnColours =
    [
        "#E5243B", "#DDA63A", "#4C9F38", "#C5192D", "#FF3A21", "#26BDE2", "#FCC30B", "#A21942", "#FD6925",
        "#DD1367", "#FD9D24", "#BF8B2E", "#3F7E44", "#0A97D9", "#56C02B", "#00689D", "#19486A",
    ];

    // A/RES/70/1: the year by which a target is to be met; the others have none.
    private static readonly Dictionary<string, string> Deadlines = new(StringComparer.Ordinal)
    {
        ["2017"] = "17.8",
        ["2020"] = "2.5 3.6 4.b 6.6 8.6 8.b 9.c 11.b 12.4 13.a 14.2 14.4 14.5 14.6 15.1 15.2 15.5 15.8 15.9 17.11 17.18",
        ["2025"] = "8.7 14.1",
        ["2030"] = "1.1 1.2 1.3 1.4 1.5 2.1 2.2 2.3 2.4 3.1 3.2 3.3 3.4 3.7 3.9 4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.c 6.1 6.2 6.3 6.4 6.5 6.a "
            + "7.1 7.2 7.3 7.a 7.b 8.4 8.5 8.9 9.2 9.4 9.5 10.1 10.2 10.c 11.1 11.2 11.3 11.5 11.6 11.7 12.2 12.3 12.5 12.8 14.7 15.3 15.4 16.4 16.9 17.19",
    };

    private static readonly int[] WhiteText = [1, 4, 8, 10, 13, 16, 17];

    private static readonly GoalCatalogue Catalogue = GoalCatalogue.Default;

    public static TheoryData<string> Languages => new(LocalisedText.Languages);

    [Fact]
    public void The_targets_are_exactly_those_of_the_agenda_in_its_order()
    {
        var expected = Agenda2030.SelectMany((goal, index) =>
            Enumerable.Range(1, goal.Numbers).Select(number => $"{index + 1}.{number}")
                .Concat(Enumerable.Range('a', goal.LastLetter - 'a' + 1).Select(letter => $"{index + 1}.{(char)letter}")));

        Assert.Equal(expected, Catalogue.Targets.Select(target => target.Code.ToString()));
        Assert.Equal(169, Catalogue.Targets.Count);
    }

    [Fact]
    public void Each_goal_has_the_number_of_targets_the_agenda_gives_it() =>
        Assert.Equal(
            [7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19],
            Catalogue.Goals.Select(goal => goal.Targets.Count));

    [Fact]
    public void Goals_and_targets_carry_the_identifiers_of_the_UN()
    {
        Assert.Equal("http://metadata.un.org/sdg/12", Catalogue.Goal(12).Uri.AbsoluteUri);
        Assert.Equal("http://metadata.un.org/sdg/12.a", Catalogue.Target(TargetCode.Parse("12.a")).Uri.AbsoluteUri);
        Assert.Equal(17 + 169, Catalogue.Goals.Select(goal => goal.Uri).Concat(Catalogue.Targets.Select(target => target.Uri)).Distinct().Count());
    }

    [Fact]
    public void The_colours_are_those_of_the_UN() => Assert.Equal(UnColours, Catalogue.Goals.Select(goal => goal.Colour));

    [Fact]
    public void Every_goal_has_the_text_colour_that_can_be_read_on_its_colour()
    {
        Assert.Equal(
            Enumerable.Range(1, 17).Select(number => WhiteText.Contains(number) ? "#fff" : "#0d1418"),
            Catalogue.Goals.Select(goal => goal.TextColour));
        Assert.All(Catalogue.Goals, goal => Assert.InRange(Contrast.Ratio(goal.Colour, goal.TextColour), Contrast.Text, 21));
    }

    [Fact]
    public void White_would_not_do_where_dark_text_was_chosen() =>
        Assert.All(
            Catalogue.Goals.Where(goal => goal.TextColour != "#fff"),
            goal => Assert.InRange(Contrast.Ratio(goal.Colour, "#fff"), 1, Contrast.Text));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Names_are_short_and_differ(string language)
    {
        var names = Names(language);

        Assert.All(names, name => Assert.InRange(name.Length, 5, 45));
        Assert.All(names, name => Assert.DoesNotContain(name, character => ".:;|".Contains(character, StringComparison.Ordinal)));
        Assert.Empty(Repeated(names));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Sentences_are_plain(string language)
    {
        var sentences = Sentences(language);

        Assert.All(sentences, sentence => Assert.True(sentence.EndsWith('.') && !sentence.Contains("..", StringComparison.Ordinal), sentence));
        Assert.All(sentences, sentence => Assert.True(char.IsUpper(sentence[0]), sentence));
        Assert.All(sentences, sentence => Assert.True(sentence.Length is >= 35 and <= 140, sentence));
        Assert.All(sentences, sentence => Assert.True(sentence.Split(' ').Length <= 25, sentence));
        Assert.Empty(Repeated(sentences));
    }

    [Fact]
    public void No_text_was_left_in_another_language()
    {
        foreach (var (one, other) in new[] { ("nl", "en"), ("nl", "de"), ("en", "de") })
        {
            Assert.Empty(Sentences(one).Intersect(Sentences(other), StringComparer.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void The_years_and_shares_of_a_target_are_the_same_in_every_language() =>
        Assert.All(
            Catalogue.Targets,
            target =>
            {
                Assert.Equal(Digits(target.Sentence("nl")), Digits(target.Sentence("en")));
                Assert.Equal(Digits(target.Sentence("nl")), Digits(target.Sentence("de")));
            });

    [Theory]
    [InlineData("2017")]
    [InlineData("2020")]
    [InlineData("2025")]
    [InlineData("2030")]
    public void A_sentence_names_the_year_that_the_agenda_sets(string year) =>
        Assert.Equal(
            Deadlines[year],
            string.Join(' ', Catalogue.Targets.Where(target => target.Sentence("nl").Contains(year, StringComparison.Ordinal)).Select(target => target.Code)));

    [Theory]
    [InlineData("en", "Clean water")]
    [InlineData("en-US", "Clean water")]
    [InlineData("EN_gb", "Clean water")]
    [InlineData("de-AT", "Sauberes Wasser")]
    [InlineData("nl-BE", "Schoon water")]
    [InlineData("fr", "Schoon water")]
    [InlineData("english", "Schoon water")]
    [InlineData("", "Schoon water")]
    [InlineData(null, "Schoon water")]
    public void A_language_tag_counts_by_its_language_and_falls_back_to_Dutch(string? language, string name) =>
        Assert.Equal(name, Catalogue.Goal(6).Name(language));

    [Fact]
    public void A_goal_or_target_that_does_not_exist_is_named_in_the_error()
    {
        Assert.False(Catalogue.TryGetGoal(0, out _));
        Assert.False(Catalogue.TryGetGoal(18, out _));
        Assert.False(Catalogue.TryGetTarget(default, out _));
        Assert.StartsWith("There is no goal 18", Assert.Throws<ArgumentOutOfRangeException>(() => Catalogue.Goal(18)).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "There is no target 17.a",
            Assert.Throws<ArgumentOutOfRangeException>(() => Catalogue.Target(TargetCode.Parse("17.a"))).Message,
            StringComparison.Ordinal);
    }

    private static List<string> Names(string language) =>
        [.. Catalogue.Goals.Select(goal => goal.Name(language)), .. Catalogue.Targets.Select(target => target.Name(language))];

    private static List<string> Sentences(string language) =>
        [.. Catalogue.Goals.Select(goal => goal.Sentence(language)), .. Catalogue.Targets.Select(target => target.Sentence(language))];

    private static IEnumerable<string> Repeated(IEnumerable<string> texts) =>
        texts.GroupBy(text => text, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key);

    // "1,25", "1.25" and "100.000" are the same digits, so punctuation does not count.
    private static List<string> Digits(string sentence) =>
        [.. sentence.Split(' ').Select(word => string.Concat(word.Where(char.IsAsciiDigit))).Where(digits => digits.Length > 0).Order(StringComparer.Ordinal)];
}

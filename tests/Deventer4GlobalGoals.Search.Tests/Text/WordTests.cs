using Deventer4GlobalGoals.Search.Text;

namespace Deventer4GlobalGoals.Search.Tests.Text;

public sealed class WordTests
{
    private static readonly HashSet<string> Known =
    [
        "afval", "scheiding", "voedsel", "verspilling", "verkeer", "veilig", "veiligheid", "water", "bedrijf", "bedrijven", "terrein",
        "huis", "paard", "stal", "groep", "klimaat", "adaptatie", "plan", "vers",
    ];

    public static TheoryData<string, string> Compounds => SpecTable.Read("words.md", "Compounds");

    [Theory]
    [MemberData(nameof(Compounds))]
    public void A_compound_is_cut_into_known_words(string word, string parts) =>
        Assert.Equal(parts, string.Join(' ', Splitter(Known).Split(word)));

    [Fact]
    public void What_is_put_together_from_known_words_is_cut_into_known_words()
    {
        var random = new Random(11);
        var words = Known.Where(word => word.Length >= CompoundSplitter.ShortestPart).ToArray();
        string[] links = ["", "s", "en", "e"];
        for (var round = 0; round < 2_000; round++)
        {
            var compound = words[random.Next(words.Length)] + links[random.Next(links.Length)] + words[random.Next(words.Length)];
            var parts = Splitter(Known).Split(compound);
            Assert.InRange(parts.Count, 2, 4);
            Assert.All(parts, part => Assert.Contains(part, Known));
            Assert.True(parts.Sum(part => part.Length) <= compound.Length);
        }
    }

    [Fact]
    public void English_words_are_not_cut() =>
        Assert.Empty(new CompoundSplitter(LanguageAnalysis.For("en-US"), _ => true).Split("sustainability"));

    [Theory]
    [InlineData("afval", "afvla", 1)]
    [InlineData("afval", "aval", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("circulair", "sirculeir", 2)]
    [InlineData("huis", "water", 4)]
    public void Distance_counts_letters(string one, string other, int distance) => Assert.Equal(distance, EditDistance.Of(one, other, 3));

    [Theory]
    [InlineData("circulair", "sirculair")]
    [InlineData("energie", "enerchie")]
    [InlineData("feiligheit", "veiligheid")]
    [InlineData("mijl", "meil")]
    [InlineData("goud", "gaut")]
    [InlineData("fietsen", "fietssen")]
    public void What_sounds_alike_has_the_same_key(string one, string other) => Assert.Equal(SoundKey.Of(one), SoundKey.Of(other));

    [Fact]
    public void Words_of_other_languages_find_the_Dutch_ones()
    {
        var found = Synonyms.Default.Of(["waste"], LanguageAnalysis.For("nl")).Select(member => string.Join(' ', member));
        Assert.Equal(["afval", "vuilnis", "reststroom"], found);
    }

    [Fact]
    public void A_word_finds_the_others_of_its_group_by_its_stem_and_not_itself()
    {
        var found = Synonyms.Default.Of(["circulaire"], LanguageAnalysis.For("nl")).Select(member => string.Join(' ', member)).ToList();
        Assert.Equal(["hergebruik", "kringloop"], found);
        Assert.Empty(Synonyms.Default.Of(["deventer"], LanguageAnalysis.For("nl")));
    }

    [Theory]
    [InlineData("afval, vuilnis")]
    [InlineData("nl: afval | xx: rubbish")]
    public void A_line_that_is_not_in_order_is_quoted(string line) =>
        Assert.Contains(line, Assert.Throws<InvalidDataException>(() => new Synonyms([line])).Message, StringComparison.Ordinal);

    private static CompoundSplitter Splitter(HashSet<string> known) =>
        new(LanguageAnalysis.For("nl"), part => known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(part));
}

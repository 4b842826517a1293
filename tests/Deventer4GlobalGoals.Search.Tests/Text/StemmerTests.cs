using Deventer4GlobalGoals.Search.Text;

namespace Deventer4GlobalGoals.Search.Tests.Text;

public sealed class StemmerTests
{
    public static TheoryData<string, string> Dutch => SpecTable.Read("stemming.md", "Dutch");

    public static TheoryData<string, string> German => SpecTable.Read("stemming.md", "German");

    public static TheoryData<string, string> English => SpecTable.Read("stemming.md", "English");

    [Theory]
    [MemberData(nameof(Dutch))]
    public void A_Dutch_word_has_its_stem(string word, string stem) => Assert.Equal(stem, DutchStemmer.Stem(word));

    [Theory]
    [MemberData(nameof(German))]
    public void A_German_word_has_its_stem(string word, string stem) => Assert.Equal(stem, GermanStemmer.Stem(word));

    [Theory]
    [MemberData(nameof(English))]
    public void An_English_word_has_its_stem(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Stem(word));

    [Fact]
    public void Dutch_stems_are_those_of_Snowballs_own_vocabulary()
    {
        // SNOWBALL_DUTCH may point to the whole file of Snowball's project; the sample is in the repository.
        var file = Environment.GetEnvironmentVariable("SNOWBALL_DUTCH") ?? Path.Combine(AppContext.BaseDirectory, "Specs", "dutch-porter-sample.tsv");
        var wrong = File.ReadLines(file)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(pair => (Word: pair[0], Expected: pair[1], Actual: DutchStemmer.Stem(pair[0])))
            .Where(row => row.Expected != row.Actual);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Any_word_can_be_stemmed()
    {
        var random = new Random(4);
        const string letters = "aeiouysbdgkltnrhéijëèö";
        for (var round = 0; round < 20_000; round++)
        {
            var word = new string([.. Enumerable.Range(0, random.Next(0, 90)).Select(_ => letters[random.Next(letters.Length)])]);
            foreach (var stem in new Func<string, string>[] { DutchStemmer.Stem, GermanStemmer.Stem, EnglishStemmer.Stem })
            {
                Assert.True(stem(word).Length <= word.Length + 1, word);
            }
        }
    }
}

using Deventer4GlobalGoals.Search.Text;

namespace Deventer4GlobalGoals.Search.Tests.Text;

public sealed class TokenizerTests
{
    public static TheoryData<string, string> Words => SpecTable.Read("words.md", "Words of a text");

    [Theory]
    [MemberData(nameof(Words))]
    public void A_text_has_these_words(string text, string words) => Assert.Equal(words, string.Join(' ', Tokenizer.Tokenize(text).Select(Shown)));

    [Fact]
    public void Accents_written_apart_give_the_same_word() => Assert.Equal("cafe", Assert.Single(Tokenizer.Tokenize("cafe\u0301")).Term);

    [Fact]
    public void A_soft_hyphen_does_not_cut_a_word() => Assert.Equal("afvalbak", Assert.Single(Tokenizer.Tokenize("afval\u00adbak")).Term);

    [Fact]
    public void Any_text_can_be_cut_and_every_word_lies_inside_it_in_order()
    {
        var random = new Random(7);
        const string characters = "aé.-'’ 7s\u0301\ud83c\udf31\ud800\udc00\u00ad\0\n<&ßﬁ①½Iİ";
        for (var round = 0; round < 5_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(0, 60)).Select(_ => characters[random.Next(characters.Length)])]);
            var tokens = Tokenizer.Tokenize(text);
            Assert.All(tokens, token => Assert.True(token.Start >= 0 && token.Length > 0 && token.End <= text.Length && token.Term.Length is > 0 and <= 64));
            Assert.All(tokens, token => Assert.DoesNotContain(token.Term, character => char.IsSurrogate(character) || char.IsWhiteSpace(character) || character is '"' or '*'));
            var words = tokens.Where(token => !token.IsBeside).ToList();
            Assert.All(words.Zip(words.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        }
    }

    [Fact]
    public void A_word_without_end_is_cut_off() => Assert.Equal(64, Assert.Single(Tokenizer.Tokenize(new string('é', 100_000))).Term.Length);

    private static string Shown(Token token) => token.IsBeside ? "+" + token.Term : token.Term;
}

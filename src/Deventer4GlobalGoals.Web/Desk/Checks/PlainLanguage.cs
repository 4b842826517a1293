using System.Globalization;
using System.Text.RegularExpressions;

namespace Deventer4GlobalGoals.Web.Desk.Checks;

/// <summary>Whether a text can be read by most people: sentences, words, and the language it is in.</summary>
internal static partial class PlainLanguage
{
    /// <summary>Words in a sentence; the government's guide for plain Dutch advises fifteen to twenty at most.</summary>
    private const int MostWords = 25;

    /// <summary>Letters in a word of one piece.</summary>
    private const int MostLetters = 24;

    /// <summary>Below this many words a guess at the language says little.</summary>
    private const int FewestWords = 12;

    private const string BlockElements = "p, li, td, th, h1, h2, h3, h4, h5, h6, dt, dd, blockquote, figcaption";

    private static readonly Lazy<Dictionary<string, string>> HardWords = new(ReadHardWords);

    /// <summary>Words that one of the three languages has and the other two don't, or hardly.</summary>
    private static readonly (string Culture, string Dutch, HashSet<string> Words)[] Languages =
    [
        ("nl", "Nederlands", Words("de het een en van niet dat voor met zijn wordt worden ook aan bij naar uit zij hun deze dit maar om te er heeft hebben waar wij wat als nog over door")),
        ("en-US", "Engels", Words("the and of to is are was were with for that this they their from have has it by which who we our can will be been not or as at on more than")),
        ("de-DE", "Duits", Words("der die das und ist nicht mit für sich auf ein eine einen dem den von zu im werden wird sie auch aus bei nach haben hat über oder sind wir ihre kann")),
    ];

    public static IEnumerable<Finding> Sentences(CheckedPage page) => page.Culture != "nl" ? [] :
        from text in page.Texts
        from sentence in Blocks(text).SelectMany(block => SentenceEnd().Split(block))
        where WordPattern().Count(sentence) > MostWords
        select new Finding(CheckRules.SentenceLong, text.Field, TextRules.Short(sentence));

    /// <summary>Each word once per field; with a simpler one where the list has it.</summary>
    public static IEnumerable<Finding> Hard(CheckedPage page) => page.Culture != "nl" ? [] :
        from text in page.Texts
        from word in Blocks(text).SelectMany(WordsOf).Distinct(StringComparer.Ordinal)
        let simple = HardWords.Value.GetValueOrDefault(word)
        where simple is not null || (word.Length > MostLetters && !word.Contains('-', StringComparison.Ordinal))
        select new Finding(CheckRules.WordHard, text.Field, simple is null ? word : $"{word} ({simple})");

    /// <summary>All texts together: a quotation in another language isn't meant.</summary>
    public static IEnumerable<Finding> Language(CheckedPage page)
    {
        var words = page.Texts.SelectMany(Blocks).SelectMany(WordsOf).ToList();
        if (words.Count < FewestWords)
        {
            return [];
        }

        var own = Array.Find(Languages, language => language.Culture == page.Culture);
        var (culture, name, other) = Languages.MaxBy(language => words.Count(language.Words.Contains));
        return own.Words is null || culture == page.Culture || words.Count(other.Contains) <= 2 * words.Count(own.Words.Contains)
            ? []
            : [new Finding(CheckRules.LanguageOther, page.Texts[0].Field, name)];
    }

    /// <summary>The texts of the innermost blocks: a heading isn't part of the sentence under it.</summary>
    private static IEnumerable<string> Blocks(CheckedText text) => text.Body.QuerySelectorAll(BlockElements)
        .Where(block => block.QuerySelector(BlockElements) is null)
        .Select(block => string.Join(' ', block.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static IEnumerable<string> WordsOf(string text) =>
        WordPattern().Matches(text).Select(match => match.Value.ToLower(CultureInfo.GetCultureInfo("nl-NL")));

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);

    /// <summary>A line per word: its forms with commas, a tab, and what to say instead.</summary>
    private static Dictionary<string, string> ReadHardWords()
    {
        using var stream = typeof(PlainLanguage).Assembly.GetManifestResourceStream("checks.hard-words.nl.tsv")
            ?? throw new InvalidOperationException("The list of hard words isn't in the assembly.");
        using var reader = new StreamReader(stream);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var forms, var simple])
            {
                foreach (var form in forms.Split(','))
                {
                    words[form.Trim()] = simple.Trim();
                }
            }
        }

        return words;
    }

    [GeneratedRegex(@"(?<=[.!?…]['""”’)]?)\s+(?=['""“‘(]?\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}’'-]*", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern();
}

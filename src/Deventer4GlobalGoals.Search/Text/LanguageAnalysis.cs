using System.Collections.Frozen;

namespace Deventer4GlobalGoals.Search.Text;

/// <summary>What is particular to a language: the words that say nothing, the stems, and whether words are written together.</summary>
internal sealed class LanguageAnalysis
{
    private static readonly FrozenDictionary<string, LanguageAnalysis> All = new[]
    {
        new LanguageAnalysis("nl", word => DutchEnding.Joined(DutchStemmer.Stem(word)), ["s", "en", "e"]),
        new LanguageAnalysis("de", GermanStemmer.Stem, ["s", "n", "en", "es", "er", "e"]),
        new LanguageAnalysis("en", EnglishStemmer.Stem, []),
    }.ToFrozenDictionary(language => language.Code, StringComparer.Ordinal);

    private static readonly LanguageAnalysis Unknown = new("", word => word, []);

    private readonly Func<string, string> _stem;
    private readonly FrozenSet<string> _stopWords;

    private LanguageAnalysis(string code, Func<string, string> stem, string[] links)
    {
        Code = code;
        _stem = stem;
        Links = links;
        _stopWords = code.Length == 0
            ? FrozenSet<string>.Empty
            : TextFile.Lines($"stopwords-{code}.txt")
                .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .ToFrozenSet(StringComparer.Ordinal);
    }

    public static IEnumerable<LanguageAnalysis> Known => All.Values;

    /// <summary>Two letters, or nothing for a language without rules.</summary>
    public string Code { get; }

    /// <summary>What may stand between the parts of a compound; empty where words are not written together.</summary>
    public IReadOnlyList<string> Links { get; }

    /// <param name="culture">Such as "nl" or "de-DE".</param>
    public static LanguageAnalysis For(string culture) =>
        All.GetValueOrDefault(culture.Split('-', 2)[0].ToLowerInvariant(), Unknown);

    /// <param name="word">A folded word.</param>
    /// <returns>The stem; a word with a digit in it is its own stem.</returns>
    public string Stem(string word) => word.AsSpan().ContainsAnyInRange('0', '9') ? word : Shortened(_stem(word), word);

    public bool IsStopWord(string word) => _stopWords.Contains(word);

    // A stem that lost everything says nothing.
    private static string Shortened(string stemmed, string word) => stemmed.Length == 0 ? word : stemmed;
}

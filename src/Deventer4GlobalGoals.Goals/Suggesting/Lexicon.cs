using System.Collections.Frozen;

namespace Deventer4GlobalGoals.Goals.Suggesting;

/// <summary>A term that stands in a text, from one word up to another (not included).</summary>
internal readonly record struct Occurrence(LexiconTerm Term, int From, int To);

/// <summary>The terms of one language, by the first word they start with.</summary>
internal sealed class Lexicon
{
    /// <summary>No term matches a part of a longer word; this keeps the time for hostile texts bounded.</summary>
    private const int LongestWord = 64;

    private readonly Endings _endings;
    private readonly FirstWords _closed;
    private readonly FirstWords _openEnd;
    private readonly FirstWords _openStart;
    private readonly FirstWords _openBoth;

    public Lexicon(string language, IReadOnlyList<LexiconTerm> terms)
    {
        Terms = terms;
        _endings = Endings.Of(language);
        _closed = new FirstWords(terms.Where(term => term.Pieces[0] is { OpenStart: false, OpenEnd: false }));
        _openEnd = new FirstWords(terms.Where(term => term.Pieces[0] is { OpenStart: false, OpenEnd: true }));
        _openStart = new FirstWords(terms.Where(term => term.Pieces[0] is { OpenStart: true, OpenEnd: false }));
        _openBoth = new FirstWords(terms.Where(term => term.Pieces[0] is { OpenStart: true, OpenEnd: true }));
    }

    public IReadOnlyList<LexiconTerm> Terms { get; }

    /// <summary>The lexicon that ships with the application.</summary>
    /// <param name="language">"nl", "en" or "de".</param>
    public static Lexicon Shipped(string language)
    {
        var name = $"lexicon-{language}.txt";
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"The word list {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return new Lexicon(language, LexiconFile.Read(name, reader));
    }

    /// <summary>Every term that stands in the text, also those that overlap.</summary>
    public List<Occurrence> Find(List<Word> words)
    {
        var found = new List<Occurrence>();
        for (var from = 0; from < words.Count; from++)
        {
            FindFrom(words, from, found);
        }

        return found;
    }

    private void FindFrom(List<Word> words, int from, List<Occurrence> found)
    {
        var word = words[from].Folded;
        if (word.Length > LongestWord)
        {
            return;
        }

        Keep(_closed, word, words, from, found);
        foreach (var stem in _endings.Stems(word))
        {
            Keep(_closed, stem, words, from, found);
        }

        foreach (var length in _openEnd.LengthsUpTo(word.Length))
        {
            Keep(_openEnd, word.AsSpan(0, length), words, from, found);
        }

        foreach (var length in _openStart.LengthsUpTo(word.Length))
        {
            Keep(_openStart, word.AsSpan(word.Length - length), words, from, found);
        }

        foreach (var length in _openBoth.LengthsUpTo(word.Length))
        {
            for (var start = 0; start <= word.Length - length; start++)
            {
                Keep(_openBoth, word.AsSpan(start, length), words, from, found);
            }
        }
    }

    private void Keep(FirstWords terms, ReadOnlySpan<char> key, List<Word> words, int from, List<Occurrence> found)
    {
        foreach (var term in terms.Of(key))
        {
            if (from + term.Pieces.Count <= words.Count && (!term.NeedsCapitals || words[from].IsCapitals) && Continues(term, words, from))
            {
                found.Add(new Occurrence(term, from, from + term.Pieces.Count));
            }
        }
    }

    private bool Continues(LexiconTerm term, List<Word> words, int from)
    {
        for (var i = 1; i < term.Pieces.Count; i++)
        {
            if (!term.Pieces[i].Matches(words[from + i].Folded, _endings))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Terms by their first word.</summary>
    private sealed class FirstWords
    {
        private readonly FrozenDictionary<string, LexiconTerm[]>.AlternateLookup<ReadOnlySpan<char>> _terms;
        private readonly int[] _lengths;

        public FirstWords(IEnumerable<LexiconTerm> terms)
        {
            var byWord = terms
                .GroupBy(term => term.Pieces[0].Text, StringComparer.Ordinal)
                .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
            _terms = byWord.GetAlternateLookup<ReadOnlySpan<char>>();
            _lengths = [.. byWord.Keys.Select(word => word.Length).Distinct().Order()];
        }

        /// <summary>How long these words are, as far as they are not longer than this; the shortest first.</summary>
        public ReadOnlySpan<int> LengthsUpTo(int longest)
        {
            var place = Array.BinarySearch(_lengths, longest);
            return _lengths.AsSpan(0, place < 0 ? ~place : place + 1);
        }

        public LexiconTerm[] Of(ReadOnlySpan<char> word) => _terms.TryGetValue(word, out var terms) ? terms : [];
    }
}

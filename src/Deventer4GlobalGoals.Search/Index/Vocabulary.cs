using System.Collections.Concurrent;
using Deventer4GlobalGoals.Search.Text;

namespace Deventer4GlobalGoals.Search.Index;

/// <summary>
/// The words of a partition and what is known of them: in how many documents they stand, which have the same stem, which
/// are parts of which. Compounds are learned from these words, so they are always as good as the content.
/// </summary>
internal sealed class Vocabulary(LanguageAnalysis language, Synonyms synonyms)
{
    /// <summary>A part can occur in very many compounds; the most used ones are enough.</summary>
    private const int MostCompounds = 250;

    private readonly Dictionary<string, int> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _byStem = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _compounds = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, string> _surfaces = new(StringComparer.Ordinal);
    private readonly List<(string Word, uint Letters)> _words = [];

    // All words with a line feed around each: one fast search through it finds every word that has a letter row in it.
    private char[] _joined = new char[1024];
    private int _length;

    public LanguageAnalysis Language => language;

    public Synonyms Synonyms => synonyms;

    /// <summary>Every word there ever was, with the letters that are in it as bits.</summary>
    public IReadOnlyList<(string Word, uint Letters)> Words => _words;

    /// <returns>Which of the letters a to z occur, as bits: a cheap way to see that two words are far apart.</returns>
    public static uint Letters(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
        {
            letters |= letter is >= 'a' and <= 'z' ? 1u << (letter - 'a') : 0;
        }

        return letters;
    }

    public int Documents(string word) => _documents.GetValueOrDefault(word);

    public void Take(IEnumerable<(string Word, int Documents)> changes)
    {
        foreach (var (word, change) in changes)
        {
            if (_documents.TryGetValue(word, out var before))
            {
                _documents[word] = before + change;
            }
            else
            {
                _documents[word] = change;
                AddNew(word);
            }
        }

        _compounds.Clear();
        _surfaces.Clear();
    }

    /// <returns>How a word is written in a text; it is looked up once.</returns>
    public string Surface(string word, Func<string, string> find) => _surfaces.GetOrAdd(word, find);

    /// <returns>The words with the same stem, in alphabetical order; the word itself is not among them.</returns>
    public IEnumerable<string> SameStem(string word) =>
        _byStem.GetValueOrDefault(language.Stem(word), []).Where(other => other != word && Documents(other) > 0).Order(StringComparer.Ordinal);

    /// <returns>The parts of a compound; nothing when it isn't one.</returns>
    /// <param name="word">A folded word.</param>
    /// <param name="asked">A word that counts as known although no text has it by itself.</param>
    public IReadOnlyList<string> Split(string word, string? asked = null) =>
        new CompoundSplitter(language, part => IsKnown(part) || part.SequenceEqual(asked)).Split(word);

    /// <returns>The compounds of which the word, or one with its stem, is a part.</returns>
    public IReadOnlyList<string> CompoundsWith(string word) =>
        language.Links.Count == 0 || word.AsSpan().ContainsAnyInRange('0', '9') ? [] : _compounds.GetOrAdd(word, FindCompounds);

    /// <returns>The words that start so, the most used first.</returns>
    public IEnumerable<string> StartingWith(string start, int most) =>
        Containing('\n' + start)
            .Where(word => Documents(word) > 0)
            .OrderByDescending(Documents)
            .ThenBy(word => word, StringComparer.Ordinal)
            .Take(most);

    private List<string> FindCompounds(string word)
    {
        var stem = language.Stem(word);
        return
        [
            .. SameStem(word)
                .Prepend(word)
                .Where(form => form.Length >= CompoundSplitter.ShortestPart)
                .SelectMany(Containing)
                .Distinct()
                .Where(found => found.Length >= CompoundSplitter.ShortestCompound && Documents(found) > 0 && language.Stem(found) != stem)
                .Where(found => Split(found, word).Any(part => language.Stem(part) == stem))
                .OrderByDescending(Documents)
                .ThenBy(found => found, StringComparer.Ordinal)
                .Take(MostCompounds),
        ];
    }

    private List<string> Containing(string letters)
    {
        var found = new List<string>();
        var at = 0;
        while (_joined.AsSpan(at, _length - at).IndexOf(letters, StringComparison.Ordinal) is >= 0 and var hit)
        {
            var start = letters[0] == '\n' ? at + hit + 1 : _joined.AsSpan(0, at + hit).LastIndexOf('\n') + 1;
            var end = start + _joined.AsSpan(start, _length - start).IndexOf('\n');
            found.Add(new string(_joined, start, end - start));
            at = end;
        }

        return found;
    }

    private bool IsKnown(ReadOnlySpan<char> part) =>
        (_documents.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(part, out var count) && count > 0) || synonyms.Knows(part);

    private void AddNew(string word)
    {
        var stem = language.Stem(word);
        if (!_byStem.TryGetValue(stem, out var family))
        {
            _byStem[stem] = family = [];
        }

        family.Add(word);
        _words.Add((word, Letters(word)));
        if (_length + word.Length + 2 > _joined.Length)
        {
            Array.Resize(ref _joined, (_joined.Length * 2) + word.Length + 2);
        }

        if (_length == 0)
        {
            _joined[_length++] = '\n';
        }

        word.CopyTo(_joined.AsSpan(_length));
        _length += word.Length;
        _joined[_length++] = '\n';
    }
}

using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Search.Text;

namespace Deventer4GlobalGoals.Search.Query;

/// <summary>
/// What a word of a question finds in one partition: terms, each with what it counts, and rows of words that count together.
/// </summary>
internal sealed class WordForms
{
    private readonly Dictionary<string, float> _terms = new(StringComparer.Ordinal);
    private readonly List<(IReadOnlyList<string> Words, float Factor)> _together = [];

    private WordForms()
    {
    }

    /// <summary>Terms that find by themselves, in a fixed order.</summary>
    public IEnumerable<KeyValuePair<string, float>> Terms => _terms.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Words that find together only, in any of their own forms.</summary>
    public IReadOnlyList<(IReadOnlyList<string> Words, float Factor)> Together => _together;

    /// <summary>The word and those with its stem.</summary>
    public static WordForms Inflected(Vocabulary vocabulary, string word)
    {
        var forms = new WordForms();
        forms.AddInflected(vocabulary, word, 1);
        return forms;
    }

    public static WordForms Of(Vocabulary vocabulary, string word)
    {
        var forms = Inflected(vocabulary, word);
        if (word.Contains('.', StringComparison.Ordinal) && Tokenizer.IsCode(word))
        {
            forms.Add(Tokenizer.CodePrefix + word, Ranking.Exact);
        }

        foreach (var compound in vocabulary.CompoundsWith(word))
        {
            forms.Add(compound, Ranking.InCompound);
        }

        if (vocabulary.Split(word) is { Count: > 1 } parts)
        {
            forms._together.Add((parts, Ranking.PartsOfCompound));
        }

        forms.AddSynonyms(vocabulary, [word]);
        return forms;
    }

    public static WordForms SynonymsOf(Vocabulary vocabulary, IReadOnlyList<string> words)
    {
        var forms = new WordForms();
        forms.AddSynonyms(vocabulary, words);
        return forms;
    }

    private void AddSynonyms(Vocabulary vocabulary, IReadOnlyList<string> words)
    {
        foreach (var member in vocabulary.Synonyms.Of(words, vocabulary.Language))
        {
            if (member.Count == 1)
            {
                AddInflected(vocabulary, member[0], Ranking.SynonymOf);
            }
            else
            {
                _together.Add((member, Ranking.SynonymOf));
            }
        }
    }

    private void AddInflected(Vocabulary vocabulary, string word, float factor)
    {
        Add(word, factor * Ranking.Exact);
        foreach (var other in vocabulary.SameStem(word))
        {
            Add(other, factor * Ranking.SameStem);
        }
    }

    // A term that is found in two ways counts by the better one.
    private void Add(string term, float factor) => _terms[term] = Math.Max(factor, _terms.GetValueOrDefault(term));
}

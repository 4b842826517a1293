namespace Deventer4GlobalGoals.Goals.Suggesting;

/// <summary>What a term says.</summary>
/// <param name="Goal">1 to 17, or 0 for every goal: such a meaning can only hide.</param>
/// <param name="Target">The target of that goal it says it of, if it is as precise as that.</param>
/// <param name="Weight">1 (faint) to 5 (almost certain); 0 hides what less precise terms say of the same words.</param>
internal sealed record Meaning(int Goal, TargetCode? Target, int Weight);

/// <summary>An entry of a lexicon: one or more words that follow each other, and what they mean.</summary>
/// <param name="text">As it stands in the file.</param>
/// <param name="pieces">Its words.</param>
internal sealed class LexiconTerm(string text, IReadOnlyList<Piece> pieces)
{
    private readonly List<Meaning> _meanings = [];

    public string Text { get; } = text;

    public IReadOnlyList<Piece> Pieces { get; } = pieces;

    public IReadOnlyList<Meaning> Meanings => _meanings;

    /// <summary>Per goal that it says something of, the highest weight; goal 0 is every goal.</summary>
    public IReadOnlyList<(int Goal, int Weight)> Weights { get; private set; } = [];

    /// <summary>A single word in capitals only matches such a word: WASH is not "wash".</summary>
    public bool NeedsCapitals { get; } = pieces.Count == 1 && text.Length > 1 && text.All(char.IsAsciiLetterUpper);

    /// <summary>Longer terms are more precise; of the same words, the one that says more of them.</summary>
    public int Precision { get; } = (pieces.Count * 1000) + pieces.Sum(piece => piece.Text.Length);

    /// <summary>Of the same goal or target, the highest weight counts.</summary>
    public void Says(Meaning meaning)
    {
        var before = _meanings.FindIndex(known => known.Goal == meaning.Goal && known.Target == meaning.Target);
        if (before < 0)
        {
            _meanings.Add(meaning);
        }
        else if (_meanings[before].Weight < meaning.Weight)
        {
            _meanings[before] = meaning;
        }

        Weights = [.. _meanings.GroupBy(known => known.Goal).Select(goal => (goal.Key, goal.Max(known => known.Weight)))];
    }

    /// <exception cref="FormatException">The text has no words, or a star where none can be.</exception>
    public static LexiconTerm Parse(string text)
    {
        var pieces = new List<Piece>();
        foreach (var part in text.Split([' ', '-', '.', ',', '\'', '’', '/', '&', '$', '%', '(', ')', '+'], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = part.Trim('*');
            if (word.Length == 0 || !word.All(char.IsLetterOrDigit))
            {
                throw new FormatException($"\"{part}\" in \"{text}\" is no word");
            }

            if (word is not ("s" or "S") || pieces.Count == 0)
            {
                pieces.Add(new Piece(Words.Fold(word), OpenStart: part[0] == '*', OpenEnd: part[^1] == '*'));
            }
        }

        return pieces.Count > 0 ? new LexiconTerm(text, pieces) : throw new FormatException($"\"{text}\" has no words");
    }
}

/// <summary>A word of a term.</summary>
/// <param name="Text">Folded, without stars.</param>
/// <param name="OpenStart">*afval also matches restafval.</param>
/// <param name="OpenEnd">afval* also matches afvalscheiding.</param>
internal sealed record Piece(string Text, bool OpenStart, bool OpenEnd)
{
    /// <summary>Whether the word is this one, or a form of it.</summary>
    public bool Matches(string word, Endings endings) => (OpenStart, OpenEnd) switch
    {
        (true, true) => word.Contains(Text, StringComparison.Ordinal),
        (true, false) => word.EndsWith(Text, StringComparison.Ordinal),
        (false, true) => word.StartsWith(Text, StringComparison.Ordinal),
        _ => word == Text || endings.IsForm(word, Text),
    };
}

/// <summary>The endings that make another form of the same word; a few per language, and only on words that are long enough.</summary>
internal sealed record Endings(IReadOnlyList<string> All, bool YBecomesIes = false)
{
    private const int ShortestStem = 4;

    public static Endings Of(string language) => language switch
    {
        "en" => new Endings(["s", "es"], YBecomesIes: true),
        "de" => new Endings(["e", "en", "n", "er", "ern", "es", "em", "s"]),
        _ => new Endings(["s", "en", "e", "n"]),
    };

    public bool IsForm(string word, string stem) => Stems(word).Contains(stem, StringComparer.Ordinal);

    /// <summary>What the word may be a form of.</summary>
    public IEnumerable<string> Stems(string word)
    {
        foreach (var ending in All)
        {
            if (word.Length >= ShortestStem + ending.Length - (ending == "s" ? 1 : 0) && word.EndsWith(ending, StringComparison.Ordinal))
            {
                yield return word[..^ending.Length];
            }
        }

        if (YBecomesIes && word.Length > ShortestStem && word.EndsWith("ies", StringComparison.Ordinal))
        {
            yield return word[..^3] + "y";
        }
    }
}

using System.Collections.Frozen;

namespace Deventer4GlobalGoals.Search.Text;

/// <summary>
/// Cuts a text into folded words. A code keeps its dot ("12.3", "12.a"); "auto's" is the word auto; "GFT-afval" gives gft
/// and afval, and gftafval beside them; "SDG 7", "doel 7" and "Ziel 7" give sdg7 beside their words.
/// </summary>
internal static class Tokenizer
{
    public const string CodePrefix = "sdg";

    private const int MaximumJoined = 40;

    private static readonly FrozenSet<string> CodeWords = new[]
    {
        "sdg", "sdgs", "doel", "doelen", "subdoel", "doelstelling", "goal", "goals", "target", "ziel", "ziele", "unterziel",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>();
        var position = 0;
        var chain = 0;
        while (NextWord(text, ref position, out var start, out var length, out var surface))
        {
            var term = Folding.Fold(text.AsSpan(start, length));
            if (term.Length == 0)
            {
                continue;
            }

            var hyphened = tokens.Count > 0 && start > 0 && IsHyphen(text[start - 1]) && LastWord(tokens).End == start - 1;
            chain = hyphened ? chain : start;
            var before = tokens.Count > 0 ? LastWord(tokens) : default;
            tokens.Add(new Token(start, surface, term));
            if (hyphened)
            {
                AddJoined(tokens, text, chain, start + length);
            }

            AddCode(tokens, before, start + surface, term);
        }

        return tokens;
    }

    /// <returns>Whether it is written as a goal or a target: 1 to 17, with or without a dot and a number or letter.</returns>
    public static bool IsCode(ReadOnlySpan<char> term)
    {
        var dot = term.IndexOf('.');
        var goal = dot < 0 ? term : term[..dot];
        var isGoal = goal is [>= '1' and <= '9'] or ['1', >= '0' and <= '7'];
        return isGoal && (dot < 0 || term[(dot + 1)..] is [>= '1' and <= '9'] or ['1', >= '0' and <= '9'] or [>= 'a' and <= 'd']);
    }

    private static bool NextWord(string text, ref int position, out int start, out int length, out int surface)
    {
        while (position < text.Length && !Folding.IsWordCharacter(text[position]))
        {
            position++;
        }

        start = position;
        while (position < text.Length && (Folding.IsWordCharacter(text[position]) || IsInnerDot(text, start, position)))
        {
            position++;
        }

        length = position - start;
        if (position + 1 < text.Length && length > 0 && text[position] is '\'' or '’' && text[position + 1] is 's' or 'S'
            && (position + 2 == text.Length || !Folding.IsWordCharacter(text[position + 2])))
        {
            position += 2;
        }

        surface = position - start;
        return length > 0;
    }

    // The dot of "12.3" and "12.a", not the one that ends a sentence.
    private static bool IsInnerDot(string text, int start, int position)
    {
        if (text[position] != '.' || position == start || !char.IsAsciiDigit(text[position - 1]) || position + 1 >= text.Length)
        {
            return false;
        }

        var next = text[position + 1];
        var alone = position + 2 >= text.Length || !Folding.IsWordCharacter(text[position + 2]);
        return char.IsAsciiDigit(next) || (char.IsAsciiLetter(next) && alone);
    }

    private static void AddJoined(List<Token> tokens, string text, int start, int end)
    {
        if (end - start <= MaximumJoined)
        {
            var joined = Folding.Fold(text.AsSpan(start, end - start)).Replace(".", "", StringComparison.Ordinal);
            tokens.Add(new Token(start, end - start, joined, IsBeside: true));
        }
    }

    private static void AddCode(List<Token> tokens, Token before, int end, string term)
    {
        if (before.Term is not null && end - before.End <= term.Length + 2 && CodeWords.Contains(before.Term) && IsCode(term))
        {
            tokens.Add(new Token(before.Start, end - before.Start, CodePrefix + term, IsBeside: true));
        }
    }

    private static Token LastWord(List<Token> tokens)
    {
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            if (!tokens[i].IsBeside)
            {
                return tokens[i];
            }
        }

        return default;
    }

    private static bool IsHyphen(char character) => character is '-' or '\u2010' or '\u2011';
}

using System.Globalization;
using System.Text;

namespace Deventer4GlobalGoals.Goals.Suggesting;

/// <summary>A word of a text.</summary>
/// <param name="Folded">Lower case and without accents; ß is ss.</param>
/// <param name="Start">Its place in the text.</param>
/// <param name="Length">Its length in the text.</param>
/// <param name="IsCapitals">Written in capitals only, as abbreviations are.</param>
internal readonly record struct Word(string Folded, int Start, int Length, bool IsCapitals);

/// <summary>Cuts a text into words: letters and digits that stand together. An English or Dutch 's is no word.</summary>
internal static class Words
{
    private const char SoftHyphen = '\u00ad';

    public static List<Word> Of(string text)
    {
        var words = new List<Word>(text.Length / 6);
        var position = 0;
        while (position < text.Length)
        {
            if (!IsPart(text[position]))
            {
                position++;
                continue;
            }

            var start = position;
            while (position < text.Length && IsPart(text[position]))
            {
                position++;
            }

            if (!IsPossessive(text, start, position))
            {
                var word = text.AsSpan(start, position - start);
                words.Add(new Word(Fold(word), start, word.Length, IsCapitals(word)));
            }
        }

        return words;
    }

    public static string Fold(ReadOnlySpan<char> word)
    {
        if (System.Text.Ascii.IsValid(word))
        {
            return word.ToString().ToLowerInvariant();
        }

        var folded = new StringBuilder(word.Length + 2);
        foreach (var character in word.ToString().ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (character == SoftHyphen || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            _ = character switch
            {
                'ß' => folded.Append("ss"),
                'ø' => folded.Append('o'),
                'æ' => folded.Append("ae"),
                'œ' => folded.Append("oe"),
                'ł' => folded.Append('l'),
                >= '₀' and <= '₉' => folded.Append((char)('0' + character - '₀')),
                _ => folded.Append(character),
            };
        }

        return folded.ToString();
    }

    private static bool IsPart(char character) =>
        char.IsLetterOrDigit(character)
        || character is (>= '₀' and <= '₉') or SoftHyphen
        || (character > '\u02ff' && char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark);

    private static bool IsPossessive(string text, int start, int end) =>
        end - start == 1 && text[start] is 's' or 'S' && start > 1 && text[start - 1] is '\'' or '’' && IsPart(text[start - 2]);

    private static bool IsCapitals(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (!char.IsUpper(character))
            {
                return false;
            }
        }

        return true;
    }
}

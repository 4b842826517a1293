using System.Globalization;
using System.Text;

namespace Deventer4GlobalGoals.Search.Text;

/// <summary>Makes one spelling of the ways a word can be typed: lower case, without accents, ligatures and raised digits.</summary>
internal static class Folding
{
    /// <returns>The folded word: letters and digits, and the dots that stood between them. Never longer than 64 characters.</returns>
    public static string Fold(ReadOnlySpan<char> word)
    {
        if (word.Length <= MaximumLength && System.Text.Ascii.IsValid(word) && !word.ContainsAnyExcept(PlainCharacters))
        {
            return word.ToString().ToLowerInvariant();
        }

        // A run can be as long as a document; folding never makes letters out of nothing, so four times is plenty.
        var source = word[..Math.Min(word.Length, MaximumLength * 4)].ToString();
        var folded = new StringBuilder(source.Length);
        foreach (var letter in source.Normalize(NormalizationForm.FormKD).ToLowerInvariant().Normalize(NormalizationForm.FormKD))
        {
            switch (letter)
            {
                case 'ß':
                    folded.Append("ss");
                    break;
                case 'æ':
                    folded.Append("ae");
                    break;
                case 'œ':
                    folded.Append("oe");
                    break;
                case 'ø':
                    folded.Append('o');
                    break;
                case 'ł':
                    folded.Append('l');
                    break;
                case 'đ' or 'ð':
                    folded.Append('d');
                    break;
                case 'ı':
                    folded.Append('i');
                    break;
                case '.':
                    folded.Append('.');
                    break;
                default:
                    if (char.IsLetterOrDigit(letter))
                    {
                        folded.Append(letter);
                    }

                    break;
            }
        }

        folded.Length = Math.Min(folded.Length, MaximumLength);
        return folded.ToString();
    }

    /// <returns>Whether the character can be part of a word: a letter, a number, or something invisible inside one.</returns>
    public static bool IsWordCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || (character > '\u007f' && IsWordCategory(char.GetUnicodeCategory(character), character));

    internal const int MaximumLength = 64;

    private static readonly System.Buffers.SearchValues<char> PlainCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.");

    private static bool IsWordCategory(UnicodeCategory category, char character) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter => true,
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => true,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => true,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => true,
        _ => character is '\u00ad' or '\u200c' or '\u200d',
    };
}

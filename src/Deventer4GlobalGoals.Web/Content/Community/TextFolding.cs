using System.Globalization;
using System.Text;

namespace Deventer4GlobalGoals.Web.Content.Community;

/// <summary>Texts made comparable: no capitals, no accents, no soft hyphens, single spaces.</summary>
public static class TextFolding
{
    private const char SoftHyphen = '\u00ad';

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (character == SoftHyphen || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsLetterOrDigit(character))
            {
                folded.Append(char.ToLowerInvariant(character));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd().Replace("ß", "ss", StringComparison.Ordinal);
    }

    /// <summary>As part of a URL: "1.000 tot 10.000 euro" becomes "1-000-tot-10-000-euro".</summary>
    /// <param name="text">What to write.</param>
    /// <param name="keepDot">For the codes of targets: "12.5".</param>
    public static string Slug(string text, bool keepDot = false) => keepDot ? text : Fold(text).Replace(' ', '-');
}

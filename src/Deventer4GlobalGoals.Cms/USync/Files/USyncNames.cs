using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Deventer4GlobalGoals.Cms.USync.Files;

/// <summary>File names and keys that are worked out from an alias.</summary>
internal static class USyncNames
{
    private static readonly Guid UrlNamespace = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    /// <summary>Lower-case words with hyphens, without accents: "Über ons" gives "uber-ons".</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var letter in Plain(name).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    /// <summary>Words run together, each with a capital: "Korte tekst" gives "KorteTekst".</summary>
    public static string Pascal(string name)
    {
        var words = Plain(name).Split(
            [.. Plain(name).Where(letter => !char.IsAsciiLetterOrDigit(letter)).Distinct()],
            StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    /// <summary>
    /// A name-based key (RFC 9562, version 5), for kinds whose keys Umbraco doesn't keep: the same on every site.
    /// </summary>
    public static Guid Key(string kind, string alias)
    {
        var name = Encoding.UTF8.GetBytes($"https://deventer4globalgoals.nl/usync/{kind}/{alias}");
#pragma warning disable CA5350 // The standard prescribes SHA-1 for version 5; nothing secret depends on it.
        var hash = SHA1.HashData([.. UrlNamespace.ToByteArray(bigEndian: true), .. name]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    private static string Plain(string name)
    {
        var letters = name.Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        return string.Concat(letters);
    }
}

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

    /// <summary>
    /// Words run together, each with a capital but the first, which is left as it is: "Korte tekst" gives "KorteTekst"
    /// and "ask - Mail" gives "askMail".
    /// </summary>
    public static string Pascal(string name)
    {
        var words = Plain(name).Split(
            [.. Plain(name).Where(letter => !char.IsAsciiLetterOrDigit(letter)).Distinct()],
            StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select((word, index) => index == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
    }

    /// <summary>
    /// The key that uSync writes for languages and domains, of which Umbraco keeps none: a hash of 32 bits over the
    /// letters at even and at odd places, each in the manner of djb2, followed by zeros.
    /// </summary>
    public static Guid AliasKey(string alias)
    {
        const int Start = (5381 << 16) + 5381;
        var (even, odd) = (Start, Start);
        for (var index = 0; index < alias.Length; index++)
        {
            if (index % 2 == 0)
            {
                even = unchecked((even * 33) ^ alias[index]);
            }
            else
            {
                odd = unchecked((odd * 33) ^ alias[index]);
            }
        }

        return new Guid(unchecked(even + (odd * 1566083941)), 0, 0, new byte[8]);
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

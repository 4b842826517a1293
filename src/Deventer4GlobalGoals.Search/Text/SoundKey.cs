using System.Text;

namespace Deventer4GlobalGoals.Search.Text;

/// <summary>How a word sounds in Dutch, roughly: words that are misspelt by ear have the same key (ei and ij, d and t, c and k).</summary>
internal static class SoundKey
{
    private static readonly (string Letters, string Sound)[] Rules =
    [
        ("sch", "sg"), ("auw", "W"), ("ouw", "W"), ("ieu", "iw"),
        ("ij", "Y"), ("ei", "Y"), ("ey", "Y"), ("au", "W"), ("ou", "W"), ("ie", "i"), ("oe", "U"), ("eu", "E"), ("ui", "U"),
        ("ch", "g"), ("ph", "f"), ("th", "t"), ("dt", "t"), ("ck", "k"), ("qu", "kw"), ("ng", "N"),
        ("ce", "se"), ("ci", "si"), ("cy", "sY"),
        ("c", "k"), ("q", "k"), ("x", "ks"), ("v", "f"), ("z", "s"), ("y", "i"),
    ];

    public static string Of(string word)
    {
        var key = new StringBuilder(word.Length);
        var at = 0;
        while (at < word.Length)
        {
            var rest = word.AsSpan(at);
            var (length, sound) = First(rest);
            foreach (var letter in sound)
            {
                if (key.Length == 0 || key[^1] != letter)
                {
                    key.Append(letter);
                }
            }

            at += length;
        }

        if (key.Length > 1)
        {
            key[^1] = key[^1] switch { 'd' => 't', 'b' => 'p', var other => other };
        }

        return key.ToString();
    }

    private static (int Length, string Sound) First(ReadOnlySpan<char> rest)
    {
        foreach (var (letters, sound) in Rules)
        {
            if (rest.StartsWith(letters, StringComparison.Ordinal))
            {
                return (letters.Length, sound);
            }
        }

        return (1, rest[0].ToString());
    }
}

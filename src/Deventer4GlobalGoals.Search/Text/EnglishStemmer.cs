using System.Collections.Frozen;

namespace Deventer4GlobalGoals.Search.Text;

/// <summary>
/// Snowball's English stemmer ("Porter2") as first published.
/// Source of the rules: https://snowball.tartarus.org/algorithms/english/stemmer.html.
/// </summary>
internal static class EnglishStemmer
{
    private static readonly FrozenDictionary<string, string> Exceptions = new Dictionary<string, string>
    {
        ["skis"] = "ski", ["skies"] = "sky", ["dying"] = "die", ["lying"] = "lie", ["tying"] = "tie",
        ["idly"] = "idl", ["gently"] = "gentl", ["ugly"] = "ugli", ["early"] = "earli", ["only"] = "onli", ["singly"] = "singl",
        ["sky"] = "sky", ["news"] = "news", ["howe"] = "howe", ["atlas"] = "atlas", ["cosmos"] = "cosmos", ["bias"] = "bias", ["andes"] = "andes",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> DoneAfterStep1a =
        new[] { "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Step1b = ["eed", "eedly", "ed", "edly", "ing", "ingly"];

    private static readonly string[] Doubles = ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"];

    private static readonly (string Suffix, string Ending)[] Step2 =
    [
        ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("entli", "ent"), ("izer", "ize"), ("ization", "ize"),
        ("ational", "ate"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("aliti", "al"), ("alli", "al"), ("fulness", "ful"),
        ("ousli", "ous"), ("ousness", "ous"), ("iveness", "ive"), ("iviti", "ive"), ("biliti", "ble"), ("bli", "ble"), ("ogi", "og"),
        ("fulli", "ful"), ("lessli", "less"), ("li", ""),
    ];

    private static readonly (string Suffix, string Ending)[] Step3 =
    [
        ("tional", "tion"), ("ational", "ate"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""), ("ative", ""),
    ];

    private static readonly string[] Step4 =
        ["al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion"];

    private static readonly string[] Suffixes2 = [.. Step2.Select(rule => rule.Suffix)];

    private static readonly string[] Suffixes3 = [.. Step3.Select(rule => rule.Suffix)];

    /// <param name="word">In lower case.</param>
    public static string Stem(string word)
    {
        if (word.Length <= 2)
        {
            return word;
        }

        if (Exceptions.TryGetValue(word, out var exception))
        {
            return exception;
        }

        var buffer = new StemBuffer(word.Length <= 64 ? stackalloc char[72] : new char[word.Length + 8], word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var consonantY = word[i] == 'y' && (i == 0 || IsVowel(buffer[i - 1]));
            buffer[i] = consonantY ? 'Y' : word[i];
        }

        var r1 = FirstRegion(buffer.Word);
        var r2 = Region(buffer.Word, r1);
        Plural(ref buffer);
        if (!DoneAfterStep1a.Contains(buffer.Word.ToString()))
        {
            PastAndGerund(ref buffer, r1);
            if (buffer.Last(1) is 'y' or 'Y' && buffer.Length > 2 && !IsVowel(buffer.Last(2)))
            {
                buffer.Replace(1, "i");
            }

            LongSuffix(ref buffer, r1);
            MiddleSuffix(ref buffer, r1, r2);
            ShortSuffix(ref buffer, r2);
            LastLetter(ref buffer, r1, r2);
        }

        return buffer.Word.ToString().Replace('Y', 'y');
    }

    private static int FirstRegion(ReadOnlySpan<char> word)
    {
        foreach (var start in (ReadOnlySpan<string>)["gener", "commun", "arsen"])
        {
            if (word.StartsWith(start, StringComparison.Ordinal))
            {
                return start.Length;
            }
        }

        return Region(word, 0);
    }

    private static int Region(ReadOnlySpan<char> word, int from)
    {
        for (var i = from; i + 1 < word.Length; i++)
        {
            if (IsVowel(word[i]) && !IsVowel(word[i + 1]))
            {
                return i + 2;
            }
        }

        return word.Length;
    }

    private static void Plural(ref StemBuffer word)
    {
        if (word.EndsWith("sses"))
        {
            word.Remove(2);
        }
        else if (word.EndsWith("ied") || word.EndsWith("ies"))
        {
            word.Remove(word.Length > 4 ? 2 : 1);
        }
        else if (word.Last(1) == 's' && word.Last(2) is not ('s' or 'u') && HasVowel(word.Word, word.Length - 2))
        {
            word.Remove(1);
        }
    }

    private static void PastAndGerund(ref StemBuffer word, int r1)
    {
        var suffix = word.Longest(Step1b);
        if (suffix is null)
        {
            return;
        }

        if (suffix is "eed" or "eedly")
        {
            if (word.Length - suffix.Length >= r1)
            {
                word.Replace(suffix.Length, "ee");
            }

            return;
        }

        if (!HasVowel(word.Word, word.Length - suffix.Length))
        {
            return;
        }

        word.Remove(suffix.Length);
        if (word.EndsWith("at") || word.EndsWith("bl") || word.EndsWith("iz"))
        {
            word.Replace(0, "e");
        }
        else if (word.Longest(Doubles) is not null)
        {
            word.Remove(1);
        }
        else if (r1 >= word.Length && EndsInShortSyllable(word.Word))
        {
            word.Replace(0, "e");
        }
    }

    private static void LongSuffix(ref StemBuffer word, int r1)
    {
        var suffix = word.Longest(Suffixes2);
        if (suffix is null || word.Length - suffix.Length < r1)
        {
            return;
        }

        var allowed = suffix switch
        {
            "ogi" => word.Last(4) == 'l',
            "li" => word.Last(3) is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
            _ => true,
        };
        if (allowed)
        {
            word.Replace(suffix.Length, Array.Find(Step2, rule => rule.Suffix == suffix).Ending);
        }
    }

    private static void MiddleSuffix(ref StemBuffer word, int r1, int r2)
    {
        var suffix = word.Longest(Suffixes3);
        if (suffix is not null && word.Length - suffix.Length >= (suffix == "ative" ? Math.Max(r1, r2) : r1))
        {
            word.Replace(suffix.Length, Array.Find(Step3, rule => rule.Suffix == suffix).Ending);
        }
    }

    private static void ShortSuffix(ref StemBuffer word, int r2)
    {
        var suffix = word.Longest(Step4);
        if (suffix is not null && word.Length - suffix.Length >= r2 && (suffix != "ion" || word.Last(4) is 's' or 't'))
        {
            word.Remove(suffix.Length);
        }
    }

    private static void LastLetter(ref StemBuffer word, int r1, int r2)
    {
        var start = word.Length - 1;
        if (word.Last(1) == 'e' && (start >= r2 || (start >= r1 && !EndsInShortSyllable(word.Word[..start]))))
        {
            word.Remove(1);
        }
        else if (word.EndsWith("ll") && start >= r2)
        {
            word.Remove(1);
        }
    }

    private static bool EndsInShortSyllable(ReadOnlySpan<char> word) => word switch
    {
        [.., var before, var vowel, var last] => !IsVowel(before) && IsVowel(vowel) && !IsVowel(last) && last is not ('w' or 'x' or 'Y'),
        [var vowel, var last] => IsVowel(vowel) && !IsVowel(last),
        _ => false,
    };

    private static bool HasVowel(ReadOnlySpan<char> word, int before)
    {
        for (var i = 0; i < before; i++)
        {
            if (IsVowel(word[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}

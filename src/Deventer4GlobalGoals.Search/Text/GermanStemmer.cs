namespace Deventer4GlobalGoals.Search.Text;

/// <summary>
/// Snowball's German stemmer as first published.
/// Source of the rules: https://snowball.tartarus.org/algorithms/german/stemmer.html.
/// </summary>
internal static class GermanStemmer
{
    private static readonly string[] Step1 = ["em", "ern", "er", "e", "en", "es", "s"];
    private static readonly string[] Step2 = ["en", "er", "est", "st"];
    private static readonly string[] Step3 = ["end", "ung", "ig", "ik", "isch", "lich", "heit", "keit"];

    /// <param name="word">In lower case.</param>
    public static string Stem(string word)
    {
        word = word.Replace("ß", "ss", StringComparison.Ordinal);
        var buffer = new StemBuffer(word.Length <= 64 ? stackalloc char[64] : new char[word.Length], word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            buffer[i] = word[i];
        }

        MarkConsonants(buffer);
        var r1 = Region(buffer.Word, 0);
        var r2 = Region(buffer.Word, r1);
        r1 = Math.Max(r1, 3);
        if (word.Length < 3)
        {
            return Finish(buffer);
        }

        Inflection(ref buffer, r1);
        Comparison(ref buffer, r1);
        Derivation(ref buffer, r1, r2);
        return Finish(buffer);
    }

    // An upper-case U or Y stands for a consonant.
    private static void MarkConsonants(StemBuffer word)
    {
        for (var i = 1; i + 1 < word.Length; i++)
        {
            if (word[i] is 'u' or 'y' && IsVowel(word[i - 1]) && IsVowel(word[i + 1]))
            {
                word[i] = word[i] == 'u' ? 'U' : 'Y';
            }
        }
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

    private static void Inflection(ref StemBuffer word, int r1)
    {
        var suffix = word.Longest(Step1);
        if (suffix is null || word.Length - suffix.Length < r1 || (suffix == "s" && !IsEndingBeforeS(word.Last(2))))
        {
            return;
        }

        word.Remove(suffix.Length);
        if (suffix is "e" or "en" or "es" && word.EndsWith("niss"))
        {
            word.Remove(1);
        }
    }

    private static void Comparison(ref StemBuffer word, int r1)
    {
        var suffix = word.Longest(Step2);
        if (suffix is null || word.Length - suffix.Length < r1)
        {
            return;
        }

        if (suffix != "st" || (IsEndingBeforeS(word.Last(3)) && word.Last(3) != 'r' && word.Length >= 6))
        {
            word.Remove(suffix.Length);
        }
    }

    private static void Derivation(ref StemBuffer word, int r1, int r2)
    {
        var suffix = word.Longest(Step3);
        if (suffix is null || word.Length - suffix.Length < r2 || (suffix is "ig" or "ik" or "isch" && word.Last(suffix.Length + 1) == 'e'))
        {
            return;
        }

        word.Remove(suffix.Length);
        switch (suffix)
        {
            case "end" or "ung" when word.EndsWith("ig") && word.Last(3) != 'e' && word.Length - 2 >= r2:
                word.Remove(2);
                break;
            case "lich" or "heit" when (word.EndsWith("er") || word.EndsWith("en")) && word.Length - 2 >= r1:
                word.Remove(2);
                break;
            case "keit" when word.EndsWith("lich") && word.Length - 4 >= r2:
                word.Remove(4);
                break;
            case "keit" when word.EndsWith("ig") && word.Length - 2 >= r2:
                word.Remove(2);
                break;
        }
    }

    private static string Finish(StemBuffer word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            word[i] = word[i] switch { 'U' or 'ü' => 'u', 'Y' => 'y', 'ä' => 'a', 'ö' => 'o', var other => other };
        }

        return word.Word.ToString();
    }

    private static bool IsEndingBeforeS(char letter) => letter is 'b' or 'd' or 'f' or 'g' or 'h' or 'k' or 'l' or 'm' or 'n' or 'r' or 't';

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'ä' or 'ö' or 'ü';
}

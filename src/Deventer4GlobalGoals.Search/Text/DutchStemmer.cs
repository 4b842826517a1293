namespace Deventer4GlobalGoals.Search.Text;

/// <summary>
/// Snowball's Dutch stemmer in Martin Porter's variant ("dutch_porter").
/// Source of the rules: https://snowballstem.org/algorithms/dutch/stemmer.html.
/// </summary>
internal static class DutchStemmer
{
    private static readonly string[] Step1 = ["heden", "ene", "en", "se", "s"];
    private static readonly string[] Step3 = ["end", "ing", "ig", "lijk", "baar", "bar"];

    /// <param name="word">In lower case.</param>
    public static string Stem(string word)
    {
        var buffer = new StemBuffer(word.Length <= 64 ? stackalloc char[72] : new char[word.Length + 8], word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            buffer[i] = WithoutAccent(word[i]);
        }

        MarkConsonants(buffer);
        var r1 = Region(buffer.Word, 0);
        var r2 = Region(buffer.Word, r1);
        r1 = word.Length < 3 ? word.Length : Math.Max(r1, 3);
        if (word.Length < 3)
        {
            r2 = word.Length;
        }

        Inflection(ref buffer, r1);
        var foundE = RemoveE(ref buffer, r1);
        Heid(ref buffer, r1, r2);
        Derivation(ref buffer, r1, r2, foundE);
        UndoubleVowel(ref buffer);

        for (var i = 0; i < buffer.Length; i++)
        {
            buffer[i] = buffer[i] switch { 'I' => 'i', 'Y' => 'y', var other => other };
        }

        return buffer.Word.SequenceEqual(word) ? word : buffer.Word.ToString();
    }

    private static char WithoutAccent(char letter) => letter switch
    {
        'ä' or 'á' => 'a',
        'ë' or 'é' => 'e',
        'ï' or 'í' => 'i',
        'ö' or 'ó' => 'o',
        'ü' or 'ú' => 'u',
        _ => letter,
    };

    // An upper-case I or Y stands for a consonant.
    private static void MarkConsonants(StemBuffer buffer)
    {
        if (buffer.Length > 0 && buffer[0] == 'y')
        {
            buffer[0] = 'Y';
        }

        var i = 0;
        while (i + 1 < buffer.Length)
        {
            if (IsVowel(buffer[i]) && buffer[i + 1] == 'i' && i + 2 < buffer.Length && IsVowel(buffer[i + 2]))
            {
                buffer[i + 1] = 'I';
                i += 3;
            }
            else if (IsVowel(buffer[i]) && buffer[i + 1] == 'y')
            {
                buffer[i + 1] = 'Y';
                i += 2;
            }
            else
            {
                i++;
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
        switch (word.Longest(Step1))
        {
            case "heden" when word.Length - 5 >= r1:
                word.Replace(5, "heid");
                break;
            case "en":
                RemoveEn(ref word, r1, 2);
                break;
            case "ene":
                RemoveEn(ref word, r1, 3);
                break;
            case "s" when word.Length - 1 >= r1 && IsEndingBeforeS(word.Last(2)):
                word.Remove(1);
                break;
            case "se" when word.Length - 2 >= r1 && IsEndingBeforeS(word.Last(3)):
                word.Remove(2);
                break;
        }
    }

    private static void RemoveEn(ref StemBuffer word, int r1, int count)
    {
        if (word.Length - count >= r1 && IsConsonant(word.Last(count + 1)) && !word.EndsWith("gem", count))
        {
            word.Remove(count);
            Undouble(ref word);
        }
    }

    private static bool RemoveE(ref StemBuffer word, int r1)
    {
        if (word.Last(1) != 'e' || word.Length - 1 < r1 || !IsConsonant(word.Last(2)))
        {
            return false;
        }

        word.Remove(1);
        Undouble(ref word);
        return true;
    }

    private static void Heid(ref StemBuffer word, int r1, int r2)
    {
        if (!word.EndsWith("heid") || word.Length - 4 < r2 || word.Last(5) == 'c')
        {
            return;
        }

        word.Remove(4);
        if (word.EndsWith("en"))
        {
            RemoveEn(ref word, r1, 2);
        }
    }

    private static void Derivation(ref StemBuffer word, int r1, int r2, bool foundE)
    {
        var suffix = word.Longest(Step3);
        if (suffix is null || word.Length - suffix.Length < r2)
        {
            return;
        }

        switch (suffix)
        {
            case "end" or "ing":
                word.Remove(3);
                if (word.EndsWith("ig") && word.Length - 2 >= r2 && word.Last(3) != 'e')
                {
                    word.Remove(2);
                }
                else
                {
                    Undouble(ref word);
                }

                break;
            case "ig" when word.Last(3) != 'e':
                word.Remove(2);
                break;
            case "lijk":
                word.Remove(4);
                RemoveE(ref word, r1);
                break;
            case "baar":
                word.Remove(4);
                break;
            case "bar" when foundE:
                word.Remove(3);
                break;
        }
    }

    private static void Undouble(ref StemBuffer word)
    {
        if (word.EndsWith("kk") || word.EndsWith("dd") || word.EndsWith("tt"))
        {
            word.Remove(1);
        }
    }

    private static void UndoubleVowel(ref StemBuffer word)
    {
        var last = word.Last(1);
        var vowel = word.Last(2);
        if (IsConsonant(last) && last != 'I' && vowel is 'a' or 'e' or 'o' or 'u' && word.Last(3) == vowel && IsConsonant(word.Last(4)))
        {
            word[word.Length - 2] = last;
            word.Remove(1);
        }
    }

    private static bool IsEndingBeforeS(char letter) => IsConsonant(letter) && letter != 'j';

    private static bool IsConsonant(char letter) => letter != '\0' && !IsVowel(letter);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'è';
}

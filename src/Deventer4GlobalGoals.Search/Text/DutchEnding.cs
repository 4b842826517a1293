namespace Deventer4GlobalGoals.Search.Text;

/// <summary>
/// Brings Dutch stems together that Snowball's rules leave apart because of how Dutch is spelt: bedrijv and bedrijf, huiz
/// and huis, hall and hal, riool and riol (of riolen), materiaal and material. It comes after the stemmer, which stays as published.
/// </summary>
internal static class DutchEnding
{
    public static string Joined(string stem) => stem switch
    {
        [.. var start, 'v'] when start.Length > 1 => start + "f",
        [.. var start, 'z'] when start.Length > 1 => start + "s",
        [_, .., var before, var one, var two, var last] when one == two && before != one && IsVowel(one) && IsVowel(before) && !IsVowel(last) => stem[..^2] + last,
        [_, .., var before, var last] when before == last && last is 'b' or 'f' or 'g' or 'l' or 'm' or 'n' or 'p' or 'r' or 's' => stem[..^1],
        _ => stem,
    };

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}

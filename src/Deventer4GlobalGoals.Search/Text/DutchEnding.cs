namespace Deventer4GlobalGoals.Search.Text;

/// <summary>
/// Brings Dutch stems together that Snowball's rules leave apart because of how Dutch is spelt: bedrijv and bedrijf, huiz
/// and huis, hall and hal. It comes after the stemmer, which stays as published.
/// </summary>
internal static class DutchEnding
{
    public static string Joined(string stem) => stem switch
    {
        [.. var start, 'v'] when start.Length > 1 => start + "f",
        [.. var start, 'z'] when start.Length > 1 => start + "s",
        [_, .., var before, var last] when before == last && last is 'b' or 'f' or 'g' or 'l' or 'm' or 'n' or 'p' or 'r' or 's' => stem[..^1],
        _ => stem,
    };
}

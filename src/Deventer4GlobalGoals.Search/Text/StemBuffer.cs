namespace Deventer4GlobalGoals.Search.Text;

/// <summary>A word that is being stemmed: letters that can be looked at and taken off from the end.</summary>
internal ref struct StemBuffer(Span<char> letters, int length)
{
    private readonly Span<char> _letters = letters;

    public int Length { get; private set; } = length;

    public readonly ReadOnlySpan<char> Word => _letters[..Length];

    public readonly char this[int index]
    {
        get => _letters[index];
        set => _letters[index] = value;
    }

    /// <returns>The letter <paramref name="back"/> places from the end (1 is the last), or '\0' before the start.</returns>
    public readonly char Last(int back) => back <= Length ? _letters[Length - back] : '\0';

    public readonly bool EndsWith(string suffix) => Word.EndsWith(suffix, StringComparison.Ordinal);

    /// <returns>Whether the letters before the last <paramref name="tail"/> letters end with <paramref name="suffix"/>.</returns>
    public readonly bool EndsWith(string suffix, int tail) =>
        tail <= Length && _letters[..(Length - tail)].EndsWith(suffix, StringComparison.Ordinal);

    /// <returns>The longest of the suffixes that the word ends with, or null.</returns>
    public readonly string? Longest(ReadOnlySpan<string> suffixes)
    {
        string? longest = null;
        foreach (var suffix in suffixes)
        {
            if (suffix.Length > (longest?.Length ?? 0) && EndsWith(suffix))
            {
                longest = suffix;
            }
        }

        return longest;
    }

    public void Remove(int count) => Length -= count;

    /// <remarks>The buffer has room for every replacement the algorithms make.</remarks>
    public void Replace(int count, string ending)
    {
        ending.CopyTo(_letters[(Length - count)..]);
        Length += ending.Length - count;
    }
}

using System.Collections.Frozen;

namespace Deventer4GlobalGoals.Search.Text;

/// <summary>
/// Cuts a word that is written together into words that are known by themselves: afvalscheiding is afval and scheiding.
/// Between two parts a linking s, en or e may stand. Of several ways the one with the fewest parts wins, then the one
/// with the longest last part.
/// </summary>
internal sealed class CompoundSplitter(LanguageAnalysis language, Func<ReadOnlySpan<char>, bool> isKnown)
{
    /// <summary>Shorter words occur in others by chance.</summary>
    public const int ShortestPart = 4;

    public const int ShortestCompound = 2 * ShortestPart;

    private const int LongestCompound = 48;

    // Endings that happen to be words too.
    private static readonly FrozenSet<string> Endings =
        new[] { "heid", "heden", "lijk", "lijke", "baar", "bare", "loos", "loze", "zaam", "zame", "schap", "ische", "keit", "heit", "lich" }
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EndingSpans = Endings.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>The parts from left to right, at least two; nothing when the word is not a compound of known words.</returns>
    public IReadOnlyList<string> Split(string word)
    {
        if (language.Links.Count == 0 || word.Length is < ShortestCompound or > LongestCompound || word.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return [];
        }

        // parts[i]: in how few parts the word from i to its end can be cut; cut[i] where the first of them ends, next[i] where the second starts.
        Span<int> parts = stackalloc int[word.Length + 1];
        Span<int> cut = stackalloc int[word.Length + 1];
        Span<int> next = stackalloc int[word.Length + 1];
        parts.Fill(int.MaxValue);
        parts[word.Length] = 0;
        for (var start = word.Length - ShortestPart; start >= 0; start--)
        {
            for (var end = start + ShortestPart; end <= word.Length; end++)
            {
                if ((start > 0 || end < word.Length) && IsPart(word.AsSpan(start, end - start)))
                {
                    TryFrom(word, start, end, end, parts, cut, next);
                    foreach (var link in language.Links)
                    {
                        if (end + link.Length < word.Length && word.AsSpan(end).StartsWith(link, StringComparison.Ordinal))
                        {
                            TryFrom(word, start, end, end + link.Length, parts, cut, next);
                        }
                    }
                }
            }
        }

        return parts[0] == int.MaxValue ? [] : Collect(word, cut, next);
    }

    private static void TryFrom(string word, int start, int end, int rest, Span<int> parts, Span<int> cut, Span<int> next)
    {
        // Trying shorter first parts first leaves the longest last part where the numbers are equal.
        if (parts[rest] != int.MaxValue && parts[rest] + 1 < parts[start])
        {
            parts[start] = parts[rest] + 1;
            cut[start] = end;
            next[start] = rest;
        }
    }

    private static List<string> Collect(string word, Span<int> cut, Span<int> next)
    {
        var found = new List<string>();
        for (var at = 0; at < word.Length; at = next[at])
        {
            found.Add(word[at..cut[at]]);
        }

        return found;
    }

    private bool IsPart(ReadOnlySpan<char> part) => isKnown(part) && !EndingSpans.Contains(part);
}

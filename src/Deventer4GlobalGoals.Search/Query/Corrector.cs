using System.Numerics;
using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Search.Text;

namespace Deventer4GlobalGoals.Search.Query;

/// <summary>Finds for a word the one of the vocabulary that was probably meant: few letters different, or the same sound.</summary>
internal sealed class Corrector(IReadOnlyList<Partition> partitions)
{
    private const int Furthest = 2;
    private const int Shortest = 4;

    // What sounds the same is closer than its letters say; people seldom miss the first letter.
    private const double SameSound = 0.75;
    private const double OtherFirstLetter = 0.25;

    /// <returns>The word in question and how many documents have it, or null.</returns>
    public (string Word, int Documents)? Closest(string word)
    {
        if (word.Length < Shortest || word.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        var sound = SoundKey.Of(word);
        var letters = Vocabulary.Letters(word);
        (string Word, int Documents, double Cost)? best = null;
        foreach (var (vocabulary, candidate) in partitions.SelectMany(partition => Near(partition.Vocabulary, word.Length, letters).Select(near => (partition.Vocabulary, near))))
        {
            var documents = vocabulary.Documents(candidate);
            if (documents == 0 || candidate == word)
            {
                continue;
            }

            var distance = EditDistance.Of(word, candidate, Furthest);
            if (distance > Furthest)
            {
                continue;
            }

            var soundsSame = SoundKey.Of(candidate) == sound;
            if (distance > Allowed(word) && !soundsSame)
            {
                continue;
            }

            var cost = distance - (soundsSame ? SameSound : 0) + (candidate[0] == word[0] ? 0 : OtherFirstLetter);
            if (best is not { } known || IsBetter((candidate, documents, cost), known))
            {
                best = (candidate, documents, cost);
            }
        }

        return best is { } found ? (found.Word, found.Documents) : null;
    }

    private static List<string> Near(Vocabulary vocabulary, int length, uint letters)
    {
        var near = new List<string>();
        foreach (var (word, own) in vocabulary.Words)
        {
            // A letter more, less or other changes two of the bits at most.
            if (word.Length >= Shortest && Math.Abs(word.Length - length) <= Furthest && BitOperations.PopCount(own ^ letters) <= 2 * Furthest)
            {
                near.Add(word);
            }
        }

        return near;
    }

    private static int Allowed(string word) => word.Length < 8 ? 1 : Furthest;

    private static bool IsBetter((string Word, int Documents, double Cost) one, (string Word, int Documents, double Cost) other) =>
        (one.Cost, -one.Documents).CompareTo((other.Cost, -other.Documents)) is var order && (order < 0 || (order == 0 && string.CompareOrdinal(one.Word, other.Word) < 0));
}

using System.Numerics;

namespace Deventer4GlobalGoals.Cms.Delivery.Index;

/// <summary>Node ids as bits: joining what two filters found costs a machine word per 64 ids.</summary>
internal sealed class IdSet(int highest)
{
    private const int BitsPerWord = 64;

    private readonly ulong[] _words = new ulong[(highest / BitsPerWord) + 1];

    /// <summary>The highest id that fits.</summary>
    public int Highest => highest;

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in _words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    public bool Contains(int id) => id <= highest && (_words[id / BitsPerWord] & Bit(id)) != 0;

    public void Add(int id) => _words[id / BitsPerWord] |= Bit(id);

    /// <summary>True when it was there.</summary>
    public bool Remove(int id)
    {
        if (!Contains(id))
        {
            return false;
        }

        _words[id / BitsPerWord] &= ~Bit(id);
        return true;
    }

    public IdSet Copy(int? newHighest = null)
    {
        var copy = new IdSet(Math.Max(newHighest ?? highest, highest));
        _words.CopyTo(copy._words, 0);
        return copy;
    }

    /// <summary>Keeps what <paramref name="other"/>, of the same size, has too.</summary>
    public void IntersectWith(IdSet other)
    {
        for (var index = 0; index < _words.Length; index++)
        {
            _words[index] &= other._words[index];
        }
    }

    /// <summary>Drops what <paramref name="other"/>, of whatever size, has.</summary>
    public void ExceptWith(IdSet other)
    {
        for (var index = 0; index < Math.Min(_words.Length, other._words.Length); index++)
        {
            _words[index] &= ~other._words[index];
        }
    }

    /// <summary>Lowest first.</summary>
    public IEnumerable<int> Ids()
    {
        for (var index = 0; index < _words.Length; index++)
        {
            for (var word = _words[index]; word != 0; word &= word - 1)
            {
                yield return (index * BitsPerWord) + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    private static ulong Bit(int id) => 1UL << (id % BitsPerWord);
}

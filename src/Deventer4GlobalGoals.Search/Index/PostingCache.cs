using System.Collections.Concurrent;

namespace Deventer4GlobalGoals.Search.Index;

/// <summary>
/// Keeps the posting rows of terms that stand in many documents: reading these is most of what such a search costs. It is
/// emptied at every change, and when it is full.
/// </summary>
internal sealed class PostingCache
{
    // Fewer are read as quickly from the file.
    private const int FewestRows = 200;

    // Sixteen megabytes.
    private const int MostRows = 2_000_000;

    private readonly ConcurrentDictionary<string, long[]> _rows = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Adds the rows of an FTS5 expression to the list, from memory or by reading them.</summary>
    public void Read(string expression, List<long> rows, RowReader reader)
    {
        if (_rows.TryGetValue(expression, out var known))
        {
            rows.AddRange(known);
            return;
        }

        var before = rows.Count;
        reader.Read(expression, rows);
        var read = rows.Count - before;
        if (read is >= FewestRows and <= MostRows)
        {
            if (Interlocked.Add(ref _count, read) > MostRows)
            {
                Clear();
            }

            _rows[expression] = [.. rows.Skip(before)];
        }
    }

    public void Clear()
    {
        _rows.Clear();
        Interlocked.Exchange(ref _count, 0);
    }
}

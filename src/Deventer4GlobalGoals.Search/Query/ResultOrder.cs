using Deventer4GlobalGoals.Search.Index;

namespace Deventer4GlobalGoals.Search.Query;

/// <summary>The order of answers. It never depends on chance: what is equal in all else is ordered by its id.</summary>
internal sealed class ResultOrder(Columns columns, Func<int, float> score, SearchSort sort) : IComparer<int>
{
    public int Compare(int x, int y)
    {
        var order = sort switch
        {
            SearchSort.Newest => columns.Day(y).CompareTo(columns.Day(x)),
            SearchSort.Oldest => Known(columns.Day(x)).CompareTo(Known(columns.Day(y))),
            _ => 0,
        };
        order = order != 0 ? order : score(y).CompareTo(score(x));
        order = order != 0 ? order : columns.Day(y).CompareTo(columns.Day(x));
        return order != 0 ? order : string.CompareOrdinal(columns.Id(x), columns.Id(y));
    }

    /// <returns>The documents from one place in the order to another, without ordering all others.</returns>
    public IEnumerable<int> Page(List<int> documents, long skip, int take)
    {
        if (skip >= documents.Count || take == 0)
        {
            return [];
        }

        var wanted = (int)Math.Min(skip + take, documents.Count);
        var best = new PriorityQueue<int, int>(wanted + 1, Comparer<int>.Create((x, y) => Compare(y, x)));
        foreach (var document in documents)
        {
            if (best.Count < wanted)
            {
                best.Enqueue(document, document);
            }
            else
            {
                best.EnqueueDequeue(document, document);
            }
        }

        var ordered = new int[wanted];
        for (var i = wanted - 1; i >= 0; i--)
        {
            ordered[i] = best.Dequeue();
        }

        return ordered.Skip((int)skip);
    }

    // A document without a date comes last in both orders.
    private static int Known(int day) => day == 0 ? int.MaxValue : day;
}

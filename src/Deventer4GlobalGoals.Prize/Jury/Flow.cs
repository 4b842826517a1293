namespace Deventer4GlobalGoals.Prize.Jury;

/// <summary>A network of which as much as possible is sent from the first node to the last, as cheaply as possible.</summary>
/// <remarks>Successive shortest paths (Ford and Fulkerson; Bellman and Ford for the paths). Panels are small: thousands of edges at most.</remarks>
internal sealed class Flow(int nodes)
{
    private readonly List<int> to = [];
    private readonly List<int> capacity = [];
    private readonly List<long> cost = [];
    private readonly List<int>[] from = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];

    /// <returns>The number of the edge.</returns>
    public int Add(int source, int target, int room, long price)
    {
        Half(source, target, room, price);
        Half(target, source, 0, -price);
        return to.Count - 2;
    }

    public int Sent(int edge) => capacity[edge + 1];

    public void Run()
    {
        while (Path() is { } edges)
        {
            foreach (var edge in edges)
            {
                capacity[edge]--;
                capacity[edge ^ 1]++;
            }
        }
    }

    /// <summary>The nodes that more could still be sent to: they are on the near side of the narrowest cut.</summary>
    public bool[] Reachable()
    {
        var reached = new bool[nodes];
        var open = new Stack<int>([0]);
        reached[0] = true;
        while (open.TryPop(out var node))
        {
            foreach (var edge in from[node].Where(edge => capacity[edge] > 0 && !reached[to[edge]]))
            {
                reached[to[edge]] = true;
                open.Push(to[edge]);
            }
        }

        return reached;
    }

    private void Half(int source, int target, int room, long price)
    {
        from[source].Add(to.Count);
        to.Add(target);
        capacity.Add(room);
        cost.Add(price);
    }

    private List<int>? Path()
    {
        var distance = new long[nodes];
        var arrivedBy = new int[nodes];
        Array.Fill(distance, long.MaxValue);
        Array.Fill(arrivedBy, -1);
        distance[0] = 0;
        var (queue, waiting) = (new Queue<int>([0]), new bool[nodes]);
        while (queue.TryDequeue(out var node))
        {
            waiting[node] = false;
            foreach (var edge in from[node])
            {
                var next = to[edge];
                if (capacity[edge] > 0 && distance[node] + cost[edge] < distance[next])
                {
                    distance[next] = distance[node] + cost[edge];
                    arrivedBy[next] = edge;
                    if (!waiting[next])
                    {
                        waiting[next] = true;
                        queue.Enqueue(next);
                    }
                }
            }
        }

        if (arrivedBy[nodes - 1] < 0)
        {
            return null;
        }

        var edges = new List<int>();
        for (var node = nodes - 1; node != 0; node = to[arrivedBy[node] ^ 1])
        {
            edges.Add(arrivedBy[node]);
        }

        return edges;
    }
}

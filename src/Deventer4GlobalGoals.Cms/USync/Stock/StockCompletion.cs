namespace Deventer4GlobalGoals.Cms.USync.Stock;

/// <summary>Adds what a stock site has from its installation, where an export asks for it and this site lacks it.</summary>
internal static class StockCompletion
{
    public static async Task AddAsync(USyncKinds kinds, Dictionary<IUSyncSerializer, List<USyncItem>> items)
    {
        var settled = new HashSet<(string Element, Guid Key)>();
        var open = new Queue<(IUSyncSerializer Kind, USyncItem Item)>(
            items.SelectMany(pair => pair.Value.Select(item => (pair.Key, item))));
        while (open.TryDequeue(out var next))
        {
            foreach (var need in next.Kind.References(next.Item))
            {
                foreach (var stock in StockItems.For(need).Where(stock => settled.Add((need.Element, stock.Key))))
                {
                    if (kinds.Find(need.Element) is { } kind
                        && !items[kind].Exists(item => IsSame(item, stock, need))
                        && !await kind.ExistsAsync(stock.Key, stock.Label))
                    {
                        items[kind].Add(stock);
                        open.Enqueue((kind, stock));
                    }
                }
            }
        }
    }

    /// <summary>Names tell items apart only where references go by name: two data types may share one.</summary>
    private static bool IsSame(USyncItem item, USyncItem stock, USyncReference need) =>
        item.Key == stock.Key || (need.Key == Guid.Empty && StockItems.IsNamed(item, stock.Label));
}

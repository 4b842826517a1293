namespace Deventer4GlobalGoals.Cms.USync;

/// <summary>An item that can't be imported, found before anything is written.</summary>
public sealed record USyncRejection(USyncItem Item, string Field, string Message);

/// <summary>The items of one kind, those that others need first.</summary>
public sealed record USyncPlan(IReadOnlyList<USyncItem> InOrder, IReadOnlyList<USyncRejection> Rejected)
{
    /// <summary>Puts items in order; items that need each other in a circle, or share a key, are rejected.</summary>
    /// <remarks>Where nothing else decides, the lower rank comes first, then the file name.</remarks>
    public static USyncPlan For(
        IReadOnlyList<USyncItem> items,
        Func<USyncItem, IEnumerable<USyncReference>> before,
        Func<USyncItem, int> rank)
    {
        var rejected = new List<USyncRejection>();
        var unique = WithoutDoubles(items, rejected)
            .OrderBy(rank)
            .ThenBy(item => item.File, StringComparer.Ordinal)
            .ToList();
        var order = new List<USyncItem>();
        var done = new HashSet<USyncItem>();
        foreach (var item in unique)
        {
            Visit(item, []);
        }

        return new USyncPlan(order, rejected);

        void Visit(USyncItem item, IReadOnlyList<USyncItem> path)
        {
            if (path.Contains(item))
            {
                var circle = path.SkipWhile(step => step != item).ToList();
                var names = string.Join(" → ", circle.Append(item).Select(step => step.Label));
                foreach (var step in circle.Where(step => rejected.TrueForAll(r => r.Item != step)))
                {
                    var field = before(step).First(need => circle.Exists(other => Matches(need, other))).Field;
                    rejected.Add(new USyncRejection(step, field, $"These need each other in a circle: {names}."));
                    done.Add(step);
                }

                return;
            }

            if (done.Contains(item))
            {
                return;
            }

            foreach (var need in before(item))
            {
                foreach (var other in unique.Where(other => Matches(need, other)))
                {
                    Visit(other, [.. path, item]);
                }
            }

            if (done.Add(item))
            {
                order.Add(item);
            }
        }
    }

    private static bool Matches(USyncReference need, USyncItem item) => need.Key == Guid.Empty
        ? item.Label.Equals(need.Name, StringComparison.OrdinalIgnoreCase)
        : item.Key == need.Key;

    private static IEnumerable<USyncItem> WithoutDoubles(IReadOnlyList<USyncItem> items, List<USyncRejection> rejected)
    {
        foreach (var same in items.GroupBy(item => item.Key))
        {
            var files = same.Select(item => item.File).ToList();
            if (files.Count == 1)
            {
                yield return same.First();
                continue;
            }

            rejected.AddRange(same.Select(item => new USyncRejection(
                item,
                "Key",
                $"More than one file has the key {item.Key}: {string.Join(", ", files)}.")));
        }
    }
}

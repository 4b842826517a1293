namespace Deventer4GlobalGoals.Web.Desk.Fields;

/// <summary>Names to choose from, in order, each once: to one that is taken already a part of the key is added.</summary>
public sealed class NameList
{
    /// <summary>With more than this a form doesn't carry all of them along.</summary>
    public const int MostListed = 300;

    private const int KeyPart = 8;

    private readonly Dictionary<string, Guid> _keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = [];

    internal NameList(IEnumerable<NamedItem> items)
    {
        foreach (var item in items)
        {
            var name = item.Name;
            if (!_keys.TryAdd(name, item.Key))
            {
                name = $"{name} ({item.Key.ToString()[..KeyPart]})";
                if (!_keys.TryAdd(name, item.Key))
                {
                    continue;
                }
            }

            _names.Add(name);
        }
    }

    /// <summary>All of them when they are few; else none, and who types is offered those that fit.</summary>
    public IReadOnlyList<string> Listed => IsWhole ? _names : [];

    /// <summary>Whether <see cref="Listed"/> has all of them.</summary>
    public bool IsWhole => _names.Count <= MostListed;

    /// <summary>What has exactly this name, whatever its case.</summary>
    public Guid? Find(string name) => _keys.TryGetValue(name, out var key) ? key : null;

    /// <summary>Names with this in them, those that begin with it first.</summary>
    /// <param name="text">What is typed; nothing is found for nothing.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<string> Like(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        var part = text.Trim();
        return part.Length == 0
            ? []
            : [.. _names.Where(name => name.Contains(part, StringComparison.OrdinalIgnoreCase))
                .OrderBy(name => !name.StartsWith(part, StringComparison.OrdinalIgnoreCase)).Take(most)];
    }
}

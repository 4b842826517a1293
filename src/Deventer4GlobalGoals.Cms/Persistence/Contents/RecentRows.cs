using Deventer4GlobalGoals.Cms.Scoping;

namespace Deventer4GlobalGoals.Cms.Persistence.Contents;

/// <summary>
/// Rows of items as they were committed, kept for a moment: around one publish Umbraco's services and cache refreshers ask for
/// the same document and its parent some ten times. Everything is forgotten at each commit that changed an item, and a scope that
/// changed one reads that one from its own transaction. The rows are shared: nobody changes them.
/// </summary>
internal sealed class RecentRows(EfScopeProvider scopes)
{
    /// <summary>Another process may write too (the command line), so nothing is kept longer than this, in milliseconds.</summary>
    private const long Longest = 1000;

    private const int MostRows = 64;

    private readonly Lock _gate = new();
    private readonly string _key = $"recent:{Guid.NewGuid()}";
    private readonly Dictionary<int, Entry> _rows = [];
    private readonly Dictionary<Guid, int> _ids = [];
    private long _forgottenAt;

    /// <summary>The row with this id; read when it isn't known, null when there is none.</summary>
    public ContentRow? Get(int id, Func<ContentRow?> read) => Find(id) ?? Keep(read());

    /// <inheritdoc cref="Get(int, Func{ContentRow?})"/>
    public ContentRow? Get(Guid key, Func<ContentRow?> read)
    {
        int id;
        lock (_gate)
        {
            id = _ids.GetValueOrDefault(key);
        }

        return Find(id) ?? Keep(read());
    }

    /// <summary>To be called inside a scope after each change to one item.</summary>
    public void Changed(int id) => Mine().Ids.Add(id);

    /// <summary>To be called inside a scope after a change to many.</summary>
    public void ChangedMany() => Mine().All = true;

    private Changes Mine()
    {
        var scope = scopes.Ambient ?? throw new InvalidOperationException("Changes are only made inside a scope.");
        scope.AfterCommit(_key, Forget);
        return scope.Item(this, () => new Changes());
    }

    private ContentRow? Find(int id)
    {
        // Whoever waited for the writer's slot may get it before the writer has forgotten what it changed.
        if (scopes.IsCommitting || (scopes.Ambient?.ExistingItem<Changes>(this) is { } changes && (changes.All || changes.Ids.Contains(id))))
        {
            return null;
        }

        lock (_gate)
        {
            return _rows.TryGetValue(id, out var entry) && Environment.TickCount64 - entry.ReadAt <= Longest ? entry.Row : null;
        }
    }

    private ContentRow? Keep(ContentRow? row)
    {
        // A scope with changes of its own reads what nobody else may see yet, and one from before the last commit reads what is gone.
        if (row is not null && scopes.Ambient is { } scope && scope.ExistingItem<Changes>(this) is null)
        {
            lock (_gate)
            {
                if (scope.OpenedAt >= _forgottenAt)
                {
                    if (_rows.Count >= MostRows)
                    {
                        Clear();
                    }

                    _rows[row.Id] = new Entry(row, Environment.TickCount64);
                    _ids[row.Node.Key] = row.Id;
                }
            }
        }

        return row;
    }

    private void Forget()
    {
        lock (_gate)
        {
            Clear();
            _forgottenAt = scopes.CountCommit();
        }
    }

    private void Clear()
    {
        _rows.Clear();
        _ids.Clear();
    }

    private sealed record Entry(ContentRow Row, long ReadAt);

    private sealed class Changes
    {
        public HashSet<int> Ids { get; } = [];

        public bool All { get; set; }
    }
}

using Deventer4GlobalGoals.Cms.Scoping;

namespace Deventer4GlobalGoals.Cms.Persistence.Caching;

/// <summary>
/// A small table read constantly (languages, types, templates), kept whole. A scope that changed it sees its own state; everybody
/// else sees what was committed, from the commit on.
/// </summary>
/// <param name="scopes">Gives the ambient scope.</param>
/// <param name="load">Reads the whole set from the database.</param>
public sealed class FullSet<T>(EfScopeProvider scopes, Func<CmsDb, T> load)
    where T : class
{
    private readonly Lock _gate = new();
    private readonly string _key = $"fullset:{typeof(T)}:{Guid.NewGuid()}";
    private T? _committed;
    private long _invalidatedAt;

    /// <summary>The set as the ambient scope sees it. Shared: callers must not change it.</summary>
    /// <exception cref="InvalidOperationException">There is no ambient scope.</exception>
    public T Value
    {
        get
        {
            var scope = scopes.Ambient ?? throw new InvalidOperationException("The database is only reached inside a scope.");
            if (scope.ExistingItem<Local>(this) is { } local)
            {
                return local.Value ??= load(scopes.Db);
            }

            return Volatile.Read(ref _committed) ?? LoadCommitted(scope);
        }
    }

    /// <summary>To be called inside a scope after each change to the table.</summary>
    public void Changed()
    {
        var scope = scopes.Ambient ?? throw new InvalidOperationException("Changes are only made inside a scope.");
        scope.Item(this, () => new Local()).Value = null;
        scope.AfterCommit(_key, Invalidate);
    }

    /// <summary>Forgets what was read: another node or a tool changed the table.</summary>
    public void Invalidate()
    {
        lock (_gate)
        {
            _committed = null;
            _invalidatedAt = scopes.CountCommit();
        }
    }

    private T LoadCommitted(EfScope scope)
    {
        var value = load(scopes.Db);
        lock (_gate)
        {
            // A snapshot from before the last change must not outlive it.
            if (scope.OpenedAt >= _invalidatedAt)
            {
                _committed = value;
            }
        }

        return value;
    }

    private sealed class Local
    {
        public T? Value { get; set; }
    }
}

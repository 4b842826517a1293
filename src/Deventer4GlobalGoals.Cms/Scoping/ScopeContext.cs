using Umbraco.Cms.Core.Scoping;

namespace Deventer4GlobalGoals.Cms.Scoping;

/// <summary>Actions and objects enlisted in the outermost scope, run in order of priority when it has ended.</summary>
public sealed class ScopeContext : IScopeContext
{
    private readonly List<(int Priority, string Key, Action<bool> Action)> _actions = [];
    private readonly Dictionary<string, object?> _objects = [];

    public Guid InstanceId { get; } = Guid.NewGuid();

    public int CreatedThreadId { get; } = Environment.CurrentManagedThreadId;

    public void Enlist(string key, Action<bool> action, int priority = 100)
    {
        if (_objects.TryAdd(key, null))
        {
            _actions.Add((priority, key, action));
        }
    }

    public T? Enlist<T>(string key, Func<T> creator, Action<bool, T?>? action = null, int priority = 100)
    {
        if (_objects.TryGetValue(key, out var known))
        {
            return (T?)known;
        }

        var created = creator();
        _objects[key] = created;
        if (action is not null)
        {
            _actions.Add((priority, key, completed => action(completed, created)));
        }

        return created;
    }

    public T? GetEnlisted<T>(string key) => _objects.TryGetValue(key, out var known) ? (T?)known : default;

    /// <summary>Runs every action, also when one fails; the failures are thrown together afterwards.</summary>
    public void ScopeExit(bool completed)
    {
        var failures = new List<Exception>();
        foreach (var (_, _, action) in _actions.OrderBy(entry => entry.Priority))
        {
            try
            {
                action(completed);
            }
            catch (Exception failure)
            {
                failures.Add(failure);
            }
        }

        _actions.Clear();
        _objects.Clear();
        if (failures.Count > 0)
        {
            throw new AggregateException("Actions enlisted in the scope failed.", failures);
        }
    }
}

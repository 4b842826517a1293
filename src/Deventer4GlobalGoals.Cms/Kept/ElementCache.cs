using Umbraco.Cms.Core.Cache;

namespace Deventer4GlobalGoals.Cms.Kept;

/// <summary>
/// Where blocks keep their converted values. For an answer that may be kept itself they are converted again, so that what they show is noted;
/// Umbraco's own cells have no place for that.
/// </summary>
internal sealed class ElementCache : IAppCache
{
    private readonly FastDictionaryAppCache _cache = new();

    public object? Get(string key) => AnswerUse.Current is null ? _cache.Get(key) : null;

    public object? Get(string key, Func<object?> factory) => AnswerUse.Current is null ? _cache.Get(key, factory) : factory();

    public IEnumerable<object?> SearchByKey(string keyStartsWith) => _cache.SearchByKey(keyStartsWith);

    public IEnumerable<object?> SearchByRegex(string regex) => _cache.SearchByRegex(regex);

    public void Clear() => _cache.Clear();

    public void Clear(string key) => _cache.Clear(key);

    public void ClearOfType(Type type) => _cache.ClearOfType(type);

    public void ClearOfType<T>() => _cache.ClearOfType<T>();

    public void ClearOfType<T>(Func<string, T, bool> predicate) => _cache.ClearOfType(predicate);

    public void ClearByKey(string keyStartsWith) => _cache.ClearByKey(keyStartsWith);

    public void ClearByRegex(string regex) => _cache.ClearByRegex(regex);
}

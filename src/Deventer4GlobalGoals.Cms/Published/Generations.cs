using Deventer4GlobalGoals.Cms.Kept;
using Umbraco.Cms.Core.Cache;

namespace Deventer4GlobalGoals.Cms.Published;

/// <summary>
/// Says when a converted value has gone stale: one counter for content and media, one for types and data types.
/// Shared by documents and media, because a document's value may hold media.
/// </summary>
public sealed class Generations
{
    private long _content;
    private long _types;

    public long Content => Volatile.Read(ref _content);

    public long Types => Volatile.Read(ref _types);

    /// <summary>What blocks and other elements without a node of their own keep their converted values in.</summary>
    public IAppCache Elements { get; } = new ElementCache();

    public void ContentChanged()
    {
        Interlocked.Increment(ref _content);
        Elements.Clear();
    }

    public void TypesChanged()
    {
        Interlocked.Increment(ref _types);
        ContentChanged();
    }
}

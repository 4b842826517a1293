namespace Deventer4GlobalGoals.Cms.Published;

/// <summary>
/// The nodes that were asked for last, over all snapshots: they keep their properties, converted values and models. The one that got in
/// first makes room for the next; a node that is still in use gets in again.
/// </summary>
internal sealed class WarmNodes(int most)
{
    /// <summary>Some 8 kB each: every page of a site of this size, and 16 MB of a larger one.</summary>
    private const int MostOfSite = 2000;

    private readonly PublishedNode?[] _nodes = new PublishedNode?[most];
    private long _added = -1;

    public WarmNodes()
        : this(MostOfSite)
    {
    }

    public void Add(PublishedNode node)
    {
        var place = (int)(Interlocked.Increment(ref _added) % most);
        Interlocked.Exchange(ref _nodes[place], node)?.Cool();
    }
}

using System.Collections.Immutable;

namespace Deventer4GlobalGoals.Cms.Published;

/// <summary>
/// All items of one kind in one state, never changed once made. A change gives a new snapshot that shares everything it didn't touch,
/// so its cost grows with what changed (times the logarithm of what there is), not with what there is.
/// </summary>
internal sealed class Snapshot
{
    public static readonly Snapshot Empty = new(ImmutableDictionary<Guid, PublishedNode>.Empty, ImmutableDictionary<int, PublishedNode>.Empty);

    private readonly ImmutableDictionary<Guid, PublishedNode> _byKey;
    private readonly ImmutableDictionary<int, PublishedNode> _byId;

    private Snapshot(ImmutableDictionary<Guid, PublishedNode> byKey, ImmutableDictionary<int, PublishedNode> byId)
    {
        _byKey = byKey;
        _byId = byId;
    }

    public int Count => _byKey.Count;

    public IEnumerable<PublishedNode> All => _byKey.Values;

    public PublishedNode? Find(Guid key) => Reachable(_byKey.GetValueOrDefault(key));

    public PublishedNode? Find(int id) => Reachable(_byId.GetValueOrDefault(id));

    /// <summary>Reachable or not.</summary>
    public PublishedNode? FindAny(Guid key) => _byKey.GetValueOrDefault(key);

    /// <summary>The items of these types, reachable or not.</summary>
    public IEnumerable<PublishedNode> OfTypes(IReadOnlyCollection<int> typeIds) =>
        _byKey.Values.Where(node => typeIds.Contains(node.Record.ContentTypeId));

    /// <summary>Whether every ancestor is here too: a published page below an unpublished one can't be visited.</summary>
    public bool IsReachable(PublishedNode node)
    {
        for (var parent = node.Record.ParentId; parent > 0;)
        {
            if (!_byId.TryGetValue(parent, out var ancestor))
            {
                return false;
            }

            parent = ancestor.Record.ParentId;
        }

        return true;
    }

    /// <summary>
    /// The snapshot in which <paramref name="nodes"/> are all that there is of <paramref name="touched"/>:
    /// a touched key without a node is gone. Itself when that changes nothing.
    /// </summary>
    public Snapshot With(IEnumerable<Guid> touched, IEnumerable<PublishedNode> nodes)
    {
        var byKey = _byKey.ToBuilder();
        var byId = _byId.ToBuilder();
        foreach (var key in touched)
        {
            if (byKey.TryGetValue(key, out var old) && byKey.Remove(key))
            {
                byId.Remove(old.Id);
            }
        }

        foreach (var node in nodes)
        {
            byKey[node.Key] = node;
            byId[node.Id] = node;
        }

        var changedByKey = byKey.ToImmutable();
        return ReferenceEquals(changedByKey, _byKey) ? this : new Snapshot(changedByKey, byId.ToImmutable());
    }

    private PublishedNode? Reachable(PublishedNode? node) => node is not null && IsReachable(node) ? node : null;
}

using Umbraco.Cms.Core.Models.PublishedContent;

namespace Deventer4GlobalGoals.Cms.Published;

/// <summary>
/// Holds the present snapshot of one kind, and swaps it. Readers take no lock and never wait, but for the very first one.
/// Changes are only marked; <see cref="Flush"/> then reads all marked items in one go and swaps once, so that a branch
/// shows up whole. Whoever marks must do so after commit.
/// </summary>
internal sealed class SnapshotStore(PublishedItemType kind, IPublishedSource source, NodeServices services)
{
    private readonly Lock _swap = new();
    private readonly Lock _marking = new();
    private HashSet<Guid> _marked = [];
    private Snapshot? _published;
    private Snapshot? _draft;

    /// <summary>
    /// After a swap, before any reader waits for it: the keys that were taken up, or null when it may be anything.
    /// Called under the lock of the swap: who listens only marks.
    /// </summary>
    public event Action<IReadOnlyCollection<Guid>?>? Swapped;

    /// <summary>The same, once what was converted before the swap has gone stale as well, and outside of the lock.</summary>
    public event Action<IReadOnlyCollection<Guid>?>? Settled;

    public PublishedItemType Kind => kind;

    public NodeServices Services => services;

    /// <summary>The snapshot of this moment. The draft one is loaded when somebody first previews; media have no drafts.</summary>
    public Snapshot Current(bool draft) => draft && kind == PublishedItemType.Content
        ? Volatile.Read(ref _draft) ?? Load(ref _draft, true)
        : Volatile.Read(ref _published) ?? Load(ref _published, false);

    public void Mark(Guid key)
    {
        lock (_marking)
        {
            _marked.Add(key);
        }
    }

    /// <summary>Takes up everything that was marked. The next reader sees it.</summary>
    public void Flush()
    {
        HashSet<Guid> keys;
        lock (_swap)
        {
            lock (_marking)
            {
                keys = _marked;
                _marked = [];
            }

            if (keys.Count == 0)
            {
                return;
            }

            try
            {
                Take(ref _published, false, keys);
                Take(ref _draft, true, keys);
                Swapped?.Invoke(keys);
            }
            catch
            {
                // Still to be done: the next flush, of whoever, tries again.
                foreach (var key in keys)
                {
                    Mark(key);
                }

                throw;
            }
        }

        services.Generations.ContentChanged();
        Settled?.Invoke(keys);
    }

    /// <summary>Reads the items of these types again: their properties may have other aliases, or be gone.</summary>
    public void Reload(IReadOnlyCollection<int> typeIds)
    {
        foreach (var node in Loaded().SelectMany(snapshot => snapshot.OfTypes(typeIds)))
        {
            Mark(node.Key);
        }

        Flush();
    }

    /// <summary>Reads everything again. Visitors keep the old snapshot until the new one is there.</summary>
    public void Reload()
    {
        lock (_swap)
        {
            lock (_marking)
            {
                _marked = [];
            }

            if (_published is not null)
            {
                Volatile.Write(ref _published, Read(false));
            }

            Volatile.Write(ref _draft, null);
            Swapped?.Invoke(null);
        }

        services.Generations.ContentChanged();
        Settled?.Invoke(null);
    }

    /// <summary>Forgets types, models and converted values, not what was read. Null is every type.</summary>
    public void Renew(IReadOnlyCollection<int>? typeIds)
    {
        lock (_swap)
        {
            Renew(ref _published, typeIds, false);
            Renew(ref _draft, typeIds, true);
            Swapped?.Invoke(null);
        }

        services.Generations.TypesChanged();
        Settled?.Invoke(null);
    }

    private void Renew(ref Snapshot? field, IReadOnlyCollection<int>? typeIds, bool draft)
    {
        if (field is { } snapshot)
        {
            var nodes = (typeIds is null ? snapshot.All : snapshot.OfTypes(typeIds)).ToList();
            Volatile.Write(ref field, snapshot.With([], nodes.Select(node => new PublishedNode(node.Record, this, draft))));
        }
    }

    private void Take(ref Snapshot? field, bool draft, HashSet<Guid> keys)
    {
        if (field is { } snapshot)
        {
            Volatile.Write(ref field, snapshot.With(keys, source.Load(kind, draft, keys).Select(record => Node(record, draft))));
        }
    }

    private Snapshot Load(ref Snapshot? field, bool draft)
    {
        lock (_swap)
        {
            if (field is null)
            {
                if (draft)
                {
                    // What drafts share with what is published has to be there.
                    Current(false);
                }

                Volatile.Write(ref field, Read(draft));
            }

            return field!;
        }
    }

    private Snapshot Read(bool draft) =>
        Snapshot.Empty.With([], source.LoadAll(kind, draft).Select(record => Node(record, draft)));

    private PublishedNode Node(PublishedRecord record, bool draft) =>
        new(draft && Volatile.Read(ref _published)?.FindAny(record.Key) is { } published ? Like(record, published.Record) : record, this, draft);

    /// <summary>Most drafts hold what is published, so they hold the same objects.</summary>
    private static PublishedRecord Like(PublishedRecord draft, PublishedRecord published) => draft with
    {
        Path = draft.Path == published.Path ? published.Path : draft.Path,
        Name = draft.Name == published.Name ? published.Name : draft.Name,
        Cultures = draft.Cultures.SequenceEqual(published.Cultures) ? published.Cultures : draft.Cultures,
        Values = draft.Values.Equals(published.Values) ? published.Values : draft.Values,
    };

    private IEnumerable<Snapshot> Loaded() => new[] { Volatile.Read(ref _published), Volatile.Read(ref _draft) }.OfType<Snapshot>();
}

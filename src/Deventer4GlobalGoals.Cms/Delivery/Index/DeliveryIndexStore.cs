using Deventer4GlobalGoals.Cms.Delivery.Access;
using Deventer4GlobalGoals.Cms.Kept;
using Deventer4GlobalGoals.Cms.Published;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services.Navigation;

namespace Deventer4GlobalGoals.Cms.Delivery.Index;

/// <summary>
/// Holds the present index of what is published, and that of the drafts once somebody previews. The snapshots say what they took up; that is
/// only marked here, and read by whoever queries next, so that publishing doesn't wait for it.
/// </summary>
internal sealed class DeliveryIndexStore : INotificationHandler<LanguageCacheRefresherNotification>
{
    private readonly Keeper _published;
    private readonly Keeper _drafts;

    public DeliveryIndexStore(
        DocumentCache documents,
        IndexReader reader,
        IDocumentNavigationQueryService navigation,
        ProtectedPages protectedPages,
        ContentChanges changes,
        IOptionsMonitor<DeliveryApiSettings> settings)
    {
        _published = new Keeper(documents.Store, false, reader, navigation);
        _drafts = new Keeper(documents.Store, true, reader, navigation);
        documents.Store.Swapped += Mark;
        protectedPages.Changed += MarkAll;
        settings.OnChange(_ =>
        {
            MarkAll();
            changes.TouchEverything();
        });
    }

    public DeliveryIndex Current(bool draft) => (draft ? _drafts : _published).Current;

    public void Handle(LanguageCacheRefresherNotification notification) => MarkAll();

    private void MarkAll() => Mark(null);

    private void Mark(IReadOnlyCollection<Guid>? keys)
    {
        _published.Mark(keys);
        _drafts.Mark(keys);
    }

    private sealed class Keeper(SnapshotStore store, bool draft, IndexReader reader, IDocumentNavigationQueryService navigation)
    {
        private readonly Lock _update = new();
        private readonly Lock _marking = new();
        private DeliveryIndex? _current;
        private HashSet<Guid> _marked = [];
        private bool _everything = true;
        private volatile bool _isMarked = true;

        public DeliveryIndex Current => _isMarked ? AnswerUse.Aside(Update) : Volatile.Read(ref _current)!;

        public void Mark(IReadOnlyCollection<Guid>? keys)
        {
            lock (_marking)
            {
                if (keys is null)
                {
                    _everything = true;
                }
                else if (!_everything)
                {
                    _marked.UnionWith(keys);
                }

                _isMarked = true;
            }
        }

        private DeliveryIndex Update()
        {
            lock (_update)
            {
                HashSet<Guid> marked;
                bool everything;
                lock (_marking)
                {
                    (marked, everything) = (_marked, _everything);
                    (_marked, _everything) = ([], false);
                }

                try
                {
                    var before = _current;
                    var after = before is null || everything ? ReadAll() : marked.Count == 0 ? before : Take(before, marked);
                    lock (_marking)
                    {
                        Volatile.Write(ref _current, after);
                        _isMarked = _everything || _marked.Count > 0;
                    }

                    return after;
                }
                catch
                {
                    Mark(null);
                    throw;
                }
            }
        }

        private DeliveryIndex ReadAll()
        {
            var snapshot = store.Current(draft);
            var reading = reader.Start(snapshot);
            return DeliveryIndex.Empty(reader.Fields, reader.Cultures())
                .With([], [.. snapshot.All.Select(reading.Read).OfType<IndexedFields>()]);
        }

        private DeliveryIndex Take(DeliveryIndex before, HashSet<Guid> marked)
        {
            var snapshot = store.Current(draft);
            var reading = reader.Start(snapshot);
            var (gone, read) = (new HashSet<int>(), new Dictionary<Guid, IndexedFields>());
            var waiting = new Queue<Guid>(marked);
            var seen = new HashSet<Guid>(marked);
            while (waiting.TryDequeue(out var key))
            {
                var old = before.Ids.TryGetValue(key, out var id) ? before.Items.GetValueOrDefault(id) : null;
                var fields = snapshot.Find(key) is { } node ? reading.Read(node) : null;
                if (old is not null)
                {
                    gone.Add(id);
                }

                if (fields is not null)
                {
                    read[key] = fields;
                }

                if (fields?.Item != old)
                {
                    foreach (var below in Below(before, key, old).Where(seen.Add))
                    {
                        waiting.Enqueue(below);
                    }
                }
            }

            return before.With(gone, read.Values);
        }

        /// <summary>Where an item came, went or changed its languages, those below it are found differently too.</summary>
        private List<Guid> Below(DeliveryIndex before, Guid key, IndexedItem? old)
        {
            var below = new List<Guid>(navigation.TryGetDescendantsKeys(key, out var now) ? now : []);
            if (old is not null)
            {
                var prefix = old.Path + ",";
                below.AddRange(before.Items.Values.Where(item => item.Path.StartsWith(prefix, StringComparison.Ordinal)).Select(item => item.Key));
            }

            return below;
        }
    }
}

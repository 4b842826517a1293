using System.Collections.Immutable;
using Deventer4GlobalGoals.Cms.Kept;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services.Navigation;

namespace Deventer4GlobalGoals.Web.Content.Community;

/// <summary>
/// Holds the present <see cref="CommunitySnapshot"/>. Changes are only marked when Umbraco reports them, and taken up by whoever
/// reads next: a publish does not wait for lists, and the next request sees it.
/// </summary>
public sealed class CommunityIndex(
    IDocumentCacheService documents,
    IPublishedContentTypeCache types,
    IDocumentNavigationQueryService navigation,
    IPublishStatusQueryService status,
    ClosedBranches closed,
    ContentChanges changes)
{
    private readonly Lock _update = new();
    private readonly Lock _marking = new();
    private CommunitySnapshot _current = CommunitySnapshot.Empty;
    private HashSet<Guid> _changed = [];
    private HashSet<int> _gone = [];
    private int _resets = 1;
    private int _resetsDone;
    private volatile bool _isMarked = true;

    /// <summary>What is published now.</summary>
    public CommunitySnapshot Current => _isMarked ? AnswerUse.Aside(Update) : Volatile.Read(ref _current);

    /// <summary>Whether it was listed when somebody last looked; brings nothing up to date.</summary>
    internal bool Knows(Guid key) => Volatile.Read(ref _current).All.ContainsKey(key);

    /// <summary>This page changed, and perhaps all below it.</summary>
    public void MarkChanged(Guid key, int id, bool withDescendants)
    {
        lock (_marking)
        {
            _changed.Add(key);
            if (withDescendants)
            {
                // What no longer hangs below it is dropped by id, what does is read again.
                _gone.Add(id);
                _changed.UnionWith(navigation.TryGetDescendantsKeys(key, out var below) ? below : []);
            }

            _isMarked = true;
        }
    }

    public void MarkRemoved(int id)
    {
        lock (_marking)
        {
            _gone.Add(id);
            _isMarked = true;
        }
    }

    /// <summary>Everything is read again.</summary>
    public void MarkAll()
    {
        lock (_marking)
        {
            _resets++;
            _isMarked = true;
        }
    }

    private CommunitySnapshot Update()
    {
        lock (_update)
        {
            if (!_isMarked)
            {
                return _current;
            }

            try
            {
                return TakeUp();
            }
            catch
            {
                // What was marked is forgotten by now; whoever comes next reads everything.
                MarkAll();
                throw;
            }
        }
    }

    private CommunitySnapshot TakeUp()
    {
        HashSet<Guid> changed;
        HashSet<int> gone;
        int resets;
        lock (_marking)
        {
            (changed, gone, resets) = (_changed, _gone, _resets);
            (_changed, _gone) = ([], []);
        }

        var isReset = resets != _resetsDone;
        var before = _current;
        var after = new CommunitySnapshot(isReset ? ReadAll() : Take(before, changed, gone));
        if (isReset)
        {
            changes.TouchEverything();
        }
        else
        {
            TellChanges(before, after, changed, gone);
        }

        lock (_marking)
        {
            Volatile.Write(ref _current, after);
            _resetsDone = resets;
            _isMarked = _changed.Count > 0 || _gone.Count > 0 || _resets != _resetsDone;
        }

        return after;
    }

    /// <summary>Before anybody can read the new snapshot, so that an answer that is made of it is newer than what is told here.</summary>
    private void TellChanges(CommunitySnapshot before, CommunitySnapshot after, HashSet<Guid> changed, HashSet<int> gone)
    {
        var items = (Before: before.All, After: after.All);
        var keys = gone.Count == 0
            ? changed
            : changed.Concat(items.Before.Values.Where(item => item.Path.Any(gone.Contains)).Select(item => item.Key)).Distinct();
        var pairs = keys.Select(key => (Before: items.Before.GetValueOrDefault(key), After: items.After.GetValueOrDefault(key))).ToList();
        var moved = pairs.Where(pair => CommunityTags.HasOtherAddress(pair.Before, pair.After)).Select(pair => pair.After!.Path[^1]).ToHashSet();
        var below = moved.Count == 0 ? [] : items.After.Values.Where(item => item.Path.Any(moved.Contains)).Select(item => AnswerTag.Item(item.Key));
        changes.Touch([.. pairs.SelectMany(pair => CommunityTags.Touched(pair.Before, pair.After)), .. below]);
    }

    private ImmutableDictionary<Guid, CommunityItem> Take(CommunitySnapshot before, HashSet<Guid> changed, HashSet<int> gone)
    {
        var items = before.All.ToBuilder();
        if (gone.Count > 0)
        {
            items.RemoveRange(before.All.Values.Where(item => item.Path.Any(gone.Contains)).Select(item => item.Key));
        }

        foreach (var key in changed)
        {
            if (documents.GetByKeyAsync(key, preview: false).GetAwaiter().GetResult() is { } content && Read(content) is { } item)
            {
                items[key] = item;
            }
            else
            {
                items.Remove(key);
            }
        }

        return items.ToImmutable();
    }

    private ImmutableDictionary<Guid, CommunityItem> ReadAll()
    {
        closed.Read();
        return Enum.GetValues<ItemKind>()
            .Select(FindType)
            .OfType<IPublishedContentType>()
            .SelectMany(documents.GetByContentType)
            .AsParallel()
            .Select(Read)
            .OfType<CommunityItem>()
            .ToImmutableDictionary(item => item.Key);
    }

    /// <summary>Null as well for what lies in a closed branch: there are no visitors who may enter one, so it isn't listed or counted anywhere.</summary>
    private CommunityItem? Read(IPublishedContent content) =>
        status.IsDocumentPublished(content.Key, SitePage.DefaultCulture)
        && status.HasPublishedAncestorPath(content.Key)
        && CommunityReader.Read(content, navigation.TryGetParentKey(content.Key, out var parent) ? parent : null) is { } item
        && !closed.Contain(item.Path)
            ? item
            : null;

    private IPublishedContentType? FindType(ItemKind kind)
    {
        try
        {
            return types.Get(PublishedItemType.Content, CommunityReader.Alias(kind));
        }
        catch (Exception missing) when (missing is KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            // The contract has no way to ask. A site before its first import has no types, and is empty.
            return null;
        }
    }
}

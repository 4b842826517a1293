using System.Collections.Immutable;
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
    IPublishStatusQueryService status)
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
    public CommunitySnapshot Current => _isMarked ? Update() : Volatile.Read(ref _current);

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

        var after = new CommunitySnapshot(resets != _resetsDone ? ReadAll() : Take(_current, changed, gone));
        lock (_marking)
        {
            Volatile.Write(ref _current, after);
            _resetsDone = resets;
            _isMarked = _changed.Count > 0 || _gone.Count > 0 || _resets != _resetsDone;
        }

        return after;
    }

    private ImmutableDictionary<Guid, CommunityItem> Take(CommunitySnapshot before, HashSet<Guid> changed, HashSet<int> gone)
    {
        var items = before.Items.ToBuilder();
        if (gone.Count > 0)
        {
            items.RemoveRange(before.Items.Values.Where(item => item.Path.Any(gone.Contains)).Select(item => item.Key));
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

    private ImmutableDictionary<Guid, CommunityItem> ReadAll() => Enum.GetValues<ItemKind>()
        .Select(FindType)
        .OfType<IPublishedContentType>()
        .SelectMany(documents.GetByContentType)
        .AsParallel()
        .Select(Read)
        .OfType<CommunityItem>()
        .ToImmutableDictionary(item => item.Key);

    private CommunityItem? Read(IPublishedContent content) =>
        status.IsDocumentPublished(content.Key, SitePage.DefaultCulture) && status.HasPublishedAncestorPath(content.Key)
            ? CommunityReader.Read(content, navigation.TryGetParentKey(content.Key, out var parent) ? parent : null)
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

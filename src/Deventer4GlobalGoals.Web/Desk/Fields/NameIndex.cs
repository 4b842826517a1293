using System.Collections.Concurrent;
using System.Globalization;
using Deventer4GlobalGoals.Web.Content;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Changes;

namespace Deventer4GlobalGoals.Web.Desk.Fields;

/// <summary>A page or a picture as people know it.</summary>
/// <param name="Id">Its number in the database.</param>
/// <param name="Key">What others refer to it by.</param>
/// <param name="Name">In Dutch, where it has languages.</param>
/// <param name="Type">The alias of its type.</param>
/// <param name="Path">The numbers of what it lies under, its own last, with commas.</param>
/// <param name="IsTrashed">Whether it lies in the bin: then it has a name and can't be chosen.</param>
internal sealed record NamedItem(int Id, Guid Key, string Name, string Type, string Path, bool IsTrashed);

/// <summary>
/// The names of everything of one kind: read once, after which only what changed is read again, when somebody asks. To read them all at every
/// form would cost more than the form does.
/// </summary>
internal sealed class NameIndex(IEntityService entities, UmbracoObjectTypes kind)
{
    private static readonly StringComparer Dutch = StringComparer.Create(CultureInfo.GetCultureInfo("nl-NL"), ignoreCase: true);

    private readonly Lock _reading = new();
    private readonly ConcurrentQueue<(int Id, TreeChangeTypes Change)> _changes = new();
    private readonly Dictionary<int, NamedItem> _byId = [];
    private readonly Dictionary<string, NameList> _lists = new(StringComparer.Ordinal);
    private Dictionary<Guid, NamedItem> _byKey = [];
    private bool _isRead;

    /// <summary>Something was saved, moved or removed. What that means for the names is found out when somebody asks for them.</summary>
    public void Mark(int id, TreeChangeTypes change) => _changes.Enqueue((id, change));

    /// <summary>Null for what isn't there.</summary>
    public string? NameOf(Guid key)
    {
        lock (_reading)
        {
            Refresh();
            return _byKey.TryGetValue(key, out var item) ? item.Name : null;
        }
    }

    /// <param name="filter">What the list is called.</param>
    /// <param name="types">Aliases of the types that are in it; asked when the list is made anew.</param>
    public NameList List(string filter, Func<IReadOnlySet<string>> types)
    {
        lock (_reading)
        {
            Refresh();
            if (!_lists.TryGetValue(filter, out var list))
            {
                var wanted = types();
                list = new NameList(_byId.Values.Where(item => !item.IsTrashed && wanted.Contains(item.Type)).OrderBy(item => item.Name, Dutch).ThenBy(item => item.Id));
                _lists[filter] = list;
            }

            return list;
        }
    }

    private void Refresh()
    {
        var (ones, branches, isAll) = (new HashSet<int>(), new HashSet<int>(), !_isRead);
        while (_changes.TryDequeue(out var change))
        {
            isAll |= change.Change.HasFlag(TreeChangeTypes.RefreshAll);
            (change.Change.HasFlag(TreeChangeTypes.RefreshNode) ? ones : branches).Add(change.Id);
        }

        if (!isAll && ones.Count + branches.Count == 0)
        {
            return;
        }

        // Marked as unread until all of it succeeded: what was taken off the queue must not be forgotten by a failure.
        _isRead = false;
        var changed = isAll ? All() : Some(ones, branches);
        _isRead = true;
        if (changed)
        {
            _lists.Clear();
            _byKey = _byId.Values.ToDictionary(item => item.Key);
        }
    }

    private bool All()
    {
        _byId.Clear();
        foreach (var entity in entities.GetAll(kind))
        {
            Put(entity);
        }

        return true;
    }

    /// <summary>Of a branch also what lay under it, which may be gone, and what lies there now.</summary>
    private bool Some(HashSet<int> ones, HashSet<int> branches)
    {
        var changed = false;
        foreach (var branch in branches)
        {
            ones.Add(branch);
            var under = string.Create(CultureInfo.InvariantCulture, $",{branch},");
            ones.UnionWith(_byId.Values.Where(item => item.Path.Contains(under, StringComparison.Ordinal)).Select(item => item.Id));
            foreach (var entity in entities.GetDescendants(branch, kind))
            {
                changed |= Put(entity);
                ones.Remove(entity.Id);
            }
        }

        // Without numbers Umbraco gives everything.
        foreach (var entity in ones.Count > 0 ? entities.GetAll(kind, [.. ones]) : [])
        {
            changed |= Put(entity);
            ones.Remove(entity.Id);
        }

        foreach (var gone in ones)
        {
            changed |= _byId.Remove(gone);
        }

        return changed;
    }

    private bool Put(IEntitySlim entity)
    {
        var name = entity is IDocumentEntitySlim document && document.CultureNames.TryGetValue(SitePage.DefaultCulture, out var dutch) ? dutch : entity.Name;
        var item = new NamedItem(entity.Id, entity.Key, name ?? entity.Key.ToString(), (entity as IContentEntitySlim)?.ContentTypeAlias ?? string.Empty, entity.Path, entity.Trashed);
        if (_byId.TryGetValue(entity.Id, out var before) && before == item)
        {
            return false;
        }

        _byId[entity.Id] = item;
        return true;
    }
}

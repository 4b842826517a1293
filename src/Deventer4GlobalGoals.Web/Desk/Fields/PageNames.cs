using Microsoft.Extensions.Caching.Memory;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Fields;

/// <summary>Pages and pictures by the names that people know them by. What was added a few seconds ago may not be in the lists yet, but is found.</summary>
public sealed class PageNames(IContentService contents, IContentTypeService types, IMediaService media, IMemoryCache cache)
{
    /// <summary>Most names in a list of suggestions.</summary>
    private const int Most = 2_000;

    private const string KeptPictures = "desk/pictures";

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    /// <summary>What can be picked: each name once; of pages with the same name the key is added.</summary>
    /// <param name="filter">Keys or aliases of types, with commas; empty for all.</param>
    public IReadOnlyDictionary<string, Guid> Pages(string filter) => cache.GetOrCreate(KeptPages(filter), entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = Kept;
        entry.Size = 1;
        var ids = Types(filter);
        return ids.Length == 0
            ? new Dictionary<string, Guid>()
            : Unique(contents.GetPagedOfTypes(ids, 0, Most, out _, null, Ordering.By("name")).Where(page => !page.Trashed).Select(page => (Title(page), page.Key)));
    })!;

    public IReadOnlyDictionary<string, Guid> Pictures() => cache.GetOrCreate(KeptPictures, entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = Kept;
        entry.Size = 1;
        return Unique(media.GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, Most, out _, null, Ordering.By("name"))
            .Where(item => item.ContentType.Alias != Umbraco.Cms.Core.Constants.Conventions.MediaTypes.Folder).Select(item => (item.Name ?? string.Empty, item.Key)));
    })!;

    public Guid? Find(string filter, string name) => Find(() => Pages(filter), KeptPages(filter), name);

    public Guid? FindPicture(string name) => Find(Pictures, KeptPictures, name);

    public string Name(Guid key) => contents.GetById(key) is { } page ? Title(page) : key.ToString();

    public string PictureName(Guid key) => media.GetById(key)?.Name ?? key.ToString();

    private static string KeptPages(string filter) => $"desk/pages/{filter}";

    private static string Title(IContent page) => page.GetCultureName(Content.SitePage.DefaultCulture) ?? page.Name ?? page.Key.ToString();

    private Guid? Find(Func<IReadOnlyDictionary<string, Guid>> names, string kept, string name)
    {
        if (names().TryGetValue(name, out var key))
        {
            return key;
        }

        // It may have been added since.
        cache.Remove(kept);
        return names().TryGetValue(name, out key) ? key : null;
    }

    private static Dictionary<string, Guid> Unique(IEnumerable<(string Name, Guid Key)> items)
    {
        var found = new Dictionary<string, Guid>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, key) in items)
        {
            if (!found.TryAdd(name, key))
            {
                found.TryAdd($"{name} ({key.ToString()[..8]})", key);
            }
        }

        return found;
    }

    private int[] Types(string filter)
    {
        var wanted = filter.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. types.GetAll().Where(type => !type.IsElement)
            .Where(type => wanted.Length == 0 || wanted.Contains(type.Key.ToString(), StringComparer.OrdinalIgnoreCase) || wanted.Contains(type.Alias, StringComparer.OrdinalIgnoreCase))
            .Select(type => type.Id)];
    }
}

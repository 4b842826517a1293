using Deventer4GlobalGoals.Cms.USync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.USync.Contents;

/// <summary>What pages and media share: a place in the tree, names, and values by property.</summary>
public abstract class ItemSerializer<TItem>(
    ICoreScopeProvider scopes,
    ContentValues values,
    IIdKeyMap keys,
    IShortStringHelper shortStrings) : USyncSerializer<ContentFile>(scopes)
    where TItem : class, IContentBase
{
    private const int PageSize = 500;

    protected ContentValues Values { get; } = values;

    /// <summary>Element name of the files that hold the types of these items.</summary>
    protected abstract string TypeElement { get; }

    protected abstract UmbracoObjectTypes ObjectType { get; }

    /// <summary>Properties that Umbraco computes, so that files don't hold them.</summary>
    protected virtual IReadOnlySet<string> Computed { get; } = new HashSet<string>();

    public override Task<bool> ExistsAsync(Guid key, string name) => Task.FromResult(Find(key) is not null);

    protected override int Rank(ContentFile file) => file.SortOrder;

    protected override IEnumerable<USyncReference> References(ContentFile file)
    {
        if (file.Parent.Key != Guid.Empty && !file.Trashed)
        {
            yield return new USyncReference(Element, file.Parent.Key, file.Parent.Name, "Info/Parent", First: true);
        }

        yield return new USyncReference(TypeElement, Guid.Empty, file.ContentType, "Info/ContentType");
        foreach (var (culture, field) in Cultures(file).DistinctBy(c => c.Culture, StringComparer.OrdinalIgnoreCase))
        {
            yield return new USyncReference("Language", USyncNames.AliasKey(culture), culture, field);
        }
    }

    protected override ContentFile Comparable(ContentFile file, ContentFile other)
    {
        var compared = other.Properties.Select(property => property.Alias).ToHashSet(StringComparer.Ordinal);
        return file with
        {
            Level = 1,
            Path = string.Empty,
            CreateDate = null,
            Name = file.Names.Count > 0 ? string.Empty : file.Name,
            Parent = new KeyedName(file.Trashed ? Guid.Empty : file.Parent.Key, string.Empty),
            SortOrder = file.Trashed ? 0 : file.SortOrder,
            Properties =
            [
                .. file.Properties
                    .Where(property => compared.Contains(property.Alias))
                    .Select(property => new ValuesFile(property.Alias, [.. property.Values.Where(v => v.Text.Length > 0)])),
            ],
        };
    }

    protected override async Task<ContentFile> ResolveAsync(ContentFile wanted, USyncRun run)
    {
        var properties = wanted.Properties.Where(property => !Computed.Contains(property.Alias)).ToList();
        return wanted with
        {
            Properties = FindType(wanted.ContentType) is { } type
                ? await Values.FitAsync(properties, type, run.Notes)
                : properties,
        };
    }

    protected override async Task<ContentFile?> FindAsync(ContentFile wanted)
    {
        if (Find(wanted.Key) is not { } item)
        {
            return null;
        }

        var parent = item.ParentId > 0 ? keys.GetKeyForId(item.ParentId, ObjectType).Result : Guid.Empty;
        return await ToFileAsync(item, new KeyedName(parent, string.Empty), string.Empty);
    }

    protected override async Task<IReadOnlyList<ContentFile>> AllAsync()
    {
        var files = new List<ContentFile>();
        var known = new Dictionary<int, (KeyedName Name, string Path)> { [-1] = (new KeyedName(Guid.Empty, string.Empty), string.Empty) };
        foreach (var item in Everything().OrderBy(item => item.Level).ThenBy(item => item.SortOrder))
        {
            if (known.TryGetValue(item.ParentId, out var parent))
            {
                var name = item.Name ?? string.Empty;
                var path = $"{parent.Path}/{name.ToSafeAlias(shortStrings)}";
                known[item.Id] = (new KeyedName(item.Key, name), path);
                files.Add(await ToFileAsync(item, parent.Name, path));
            }
        }

        return files;
    }

    protected abstract TItem? Find(Guid key);

    protected abstract IContentTypeComposition? FindType(string name);

    /// <summary>One page of everything that isn't in the recycle bin.</summary>
    protected abstract IEnumerable<TItem> Page(long index, int size, out long total);

    /// <summary>Adds what only this kind has.</summary>
    protected abstract Task<ContentFile> CompleteAsync(TItem item, ContentFile file);

    /// <summary>The number of the parent; -1 for the root.</summary>
    protected int ParentId(ContentFile wanted)
    {
        if (wanted.Parent.Key == Guid.Empty || wanted.Trashed)
        {
            return -1;
        }

        var id = keys.GetIdForKey(wanted.Parent.Key, ObjectType);
        return id.Success
            ? id.Result
            : throw new USyncException("Info/Parent", $"The parent {wanted.Parent.Name} ({wanted.Parent.Key}) is not there.");
    }

    /// <summary>Names and values; nothing that depends on where the item hangs.</summary>
    protected void Fill(TItem item, ContentFile wanted)
    {
        if (!item.ContentType.Alias.Equals(wanted.ContentType, StringComparison.OrdinalIgnoreCase))
        {
            throw new USyncException(
                "Info/ContentType",
                $"The item is a {item.ContentType.Alias} on this site; a type can't be changed to {wanted.ContentType}.");
        }

        if (item.ContentType.VariesByCulture() && wanted.Names.Count > 0)
        {
            foreach (var culture in item.AvailableCultures.Where(c => !wanted.Names.ContainsKey(c)).ToList())
            {
                item.SetCultureName(null, culture);
            }

            foreach (var (culture, name) in wanted.Names)
            {
                item.SetCultureName(name, culture);
            }
        }
        else
        {
            item.Name = wanted.Name;
        }

        ContentValues.Fill(item, wanted.Properties);
    }

    /// <summary>What those who cancelled a change said of it.</summary>
    protected static string Reason(OperationResult? result)
    {
        var messages = result?.EventMessages?.GetAll().Select(message => message.Message).ToList() ?? [];
        return messages.Count == 0 ? "the change was cancelled" : string.Join(" ", messages).TrimEnd('.');
    }

    private static IEnumerable<(string Culture, string Field)> Cultures(ContentFile file) =>
    [
        .. file.Names.Keys.Select(culture => (culture, $"Info/NodeName/Name[{culture}]")),
        .. file.Publication?.Cultures.Keys.Select(culture => (culture, $"Info/Published/Published[{culture}]")) ?? [],
        .. file.Properties.SelectMany(property => property.Values
            .Where(value => value.Culture is not null)
            .Select(value => (value.Culture!, ContentValues.Field(property.Alias, value.Culture)))),
    ];

    private List<TItem> Everything()
    {
        var items = new List<TItem>();
        for (var index = 0L; ; index++)
        {
            items.AddRange(Page(index, PageSize, out var total));
            if ((index + 1) * PageSize >= total)
            {
                return [.. items.Where(item => !item.Trashed)];
            }
        }
    }

    private Task<ContentFile> ToFileAsync(TItem item, KeyedName parent, string path) => CompleteAsync(item, new ContentFile(
        Element,
        item.Key,
        item.Name ?? string.Empty,
        item.Level,
        parent,
        path,
        item.Trashed,
        item.ContentType.Alias,
        item.CreateDate,
        item.AvailableCultures.ToDictionary(
            culture => culture,
            culture => item.GetCultureName(culture) ?? string.Empty,
            StringComparer.OrdinalIgnoreCase),
        item.SortOrder,
        null,
        ContentValues.Read(item, Computed)));
}

using System.Globalization;
using Deventer4GlobalGoals.Cms.USync.Files;
using Deventer4GlobalGoals.Cms.USync.Folders;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.USync.ContentTypes;

/// <summary>What document types, media types and member types share.</summary>
public abstract class TypeSerializer<TType>(
    ICoreScopeProvider scopes,
    IContentTypeBaseService<TType> types,
    TreeFolders<TType> folders,
    TypeProperties properties) : USyncSerializer<TypeFile>(scopes)
    where TType : class, IContentTypeComposition
{
    public override bool TwoPasses => true;

    public override Task<bool> ExistsAsync(Guid key, string name) => Task.FromResult(Get(key, name) is not null);

    protected override IEnumerable<USyncReference> References(TypeFile file)
    {
        if (file.Info.Parent is { } parent)
        {
            yield return new USyncReference(Element, parent.Key, parent.Name, "Info/Parent", First: true);
        }

        foreach (var composition in file.Info.Compositions)
        {
            yield return new USyncReference(
                Element,
                composition.Key,
                composition.Name,
                $"Info/Compositions/Composition[{composition.Name}]",
                First: true);
        }

        foreach (var property in file.Properties)
        {
            yield return new USyncReference(
                "DataType",
                property.DataType.Key,
                property.DataType.Name,
                $"GenericProperties/GenericProperty[{property.Alias}]/Definition");
        }
    }

    /// <summary>A parent's alias is there for people.</summary>
    protected override TypeFile Comparable(TypeFile file, TypeFile other) => file with
    {
        Level = 1,
        Info = file.Info with
        {
            Parent = file.Info.Parent is { } parent ? new KeyedName(Get(parent)?.Key ?? parent.Key, string.Empty) : null,
            Folder = file.Info.Folder?.Folded(),
        },
    };

    protected override async Task<TypeFile> ResolveAsync(TypeFile wanted, USyncRun run)
    {
        var children = new List<AllowedType>();
        foreach (var child in wanted.Structure)
        {
            if (child.Key == wanted.Key || await run.ExistsAsync(Element, child.Key, child.Alias))
            {
                children.Add(child);
            }
            else
            {
                run.Notes.Add($"The allowed type {child.Alias} is not there; it is left out.");
            }
        }

        return wanted with { Structure = children, Info = WithParentAsComposition(wanted.Info) };
    }

    protected override async Task<TypeFile?> FindAsync(TypeFile wanted) =>
        Get(wanted.Key, wanted.Alias) is { } type ? await ToFileAsync(type) : null;

    protected override async Task SaveAsync(TypeFile wanted)
    {
        var type = Get(wanted.Key, wanted.Alias) ?? Create();
        var path = type.Path;
        await FillAsync(type, wanted);
        var result = type.HasIdentity ? await types.UpdateAsync(type, User) : await types.CreateAsync(type, User);
        Require(result.Success, result.Result, "Alias");
        if (type.Path != path)
        {
            await FollowAsync(type);
        }
    }

    protected override async Task<IReadOnlyList<TypeFile>> AllAsync()
    {
        var files = new List<TypeFile>();
        foreach (var type in types.GetAll())
        {
            files.Add(await ToFileAsync(type));
        }

        return files;
    }

    protected override Task RemoveAsync(Guid key, string name)
    {
        types.Delete(Get(key, name)!);
        return Task.CompletedTask;
    }

    protected abstract TType Create();

    /// <summary>The part of a type that only its own kind has.</summary>
    protected virtual Task FillOwnAsync(TType type, TypeFile wanted) => Task.CompletedTask;

    protected virtual TypeInfo ReadOwn(TType type, TypeInfo info) => info;

    protected virtual PropertyFile ReadOwn(TType type, PropertyFile file) => file;

    private static TypeInfo WithParentAsComposition(TypeInfo info) =>
        info.Parent is not { } parent || info.Compositions.Any(part => part.Key == parent.Key || part.Name == parent.Name)
            ? info
            : info with { Compositions = [.. info.Compositions, parent] };

    private TType? Get(KeyedName name) => Get(name.Key, name.Name);

    private TType? Get(Guid key, string alias) => types.Get(key) ?? types.Get(alias);

    private async Task FillAsync(TType type, TypeFile wanted)
    {
        var info = wanted.Info;
        type.Key = wanted.Key;
        type.Alias = wanted.Alias;
        type.Name = info.Name;
        type.Icon = info.Icon;
        type.Thumbnail = info.Thumbnail;
        type.Description = info.Description;
        type.AllowedAsRoot = info.AllowAtRoot;
        type.ListView = info.ListView == Guid.Empty ? null : info.ListView;
        type.Variations = info.Variations;
        type.IsElement = info.IsElement;
        type.AllowedContentTypes = Allowed(wanted);
        type.ParentId = await PlaceAsync(info);
        Compose(type, info);
        await properties.FillAsync(type, wanted);
        await FillOwnAsync(type, wanted);
    }

    private async Task<int> PlaceAsync(TypeInfo info)
    {
        if (info.Parent is not { } parent)
        {
            return await folders.EnsureAsync(info.Folder);
        }

        return Get(parent)?.Id ?? throw new USyncException("Info/Parent", $"The parent {parent.Name} is not there.");
    }

    /// <summary>Umbraco keeps level and path with each type, so those below a type that moved are told.</summary>
    private async Task FollowAsync(TType moved)
    {
        foreach (var child in types.GetAll().Where(child => child.ParentId == moved.Id).ToList())
        {
            child.Level = moved.Level + 1;
            child.Path = string.Create(CultureInfo.InvariantCulture, $"{moved.Path},{child.Id}");
            var result = await types.UpdateAsync(child, User);
            Require(result.Success, result.Result, "Info/Parent");
            await FollowAsync(child);
        }
    }

    /// <summary>Types that come later in the same import are left for the second pass.</summary>
    private List<ContentTypeSort> Allowed(TypeFile wanted)
    {
        var allowed = new List<ContentTypeSort>();
        foreach (var child in wanted.Structure)
        {
            if (child.Key == wanted.Key)
            {
                allowed.Add(new ContentTypeSort(wanted.Key, child.SortOrder, wanted.Alias));
            }
            else if (Get(child.Key, child.Alias) is { } type)
            {
                allowed.Add(new ContentTypeSort(type.Key, child.SortOrder, type.Alias));
            }
        }

        return allowed;
    }

    private void Compose(TType type, TypeInfo info)
    {
        var wanted = info.Compositions
            .Select(part => Get(part) ?? throw new USyncException(
                $"Info/Compositions/Composition[{part.Name}]",
                $"The composition {part.Name} is not there."))
            .ToList();
        foreach (var old in type.ContentTypeComposition.Where(part => wanted.TrueForAll(w => w.Key != part.Key)).ToList())
        {
            type.RemoveContentType(old.Key);
        }

        foreach (var part in wanted.Where(part => !type.ContentTypeCompositionExists(part.Alias)))
        {
            if (!type.AddContentType(part))
            {
                throw new USyncException(
                    $"Info/Compositions/Composition[{part.Alias}]",
                    $"{part.Alias} can't be composed into {type.Alias}: both have a property with the same alias.");
            }
        }
    }

    private async Task<TypeFile> ToFileAsync(TType type)
    {
        var parent = type.ContentTypeComposition.FirstOrDefault(part => part.Id == type.ParentId);
        var info = new TypeInfo(
            type.Name ?? type.Alias,
            type.Icon ?? string.Empty,
            type.Thumbnail ?? string.Empty,
            type.Description ?? string.Empty,
            type.AllowedAsRoot,
            type.ListView ?? Guid.Empty,
            type.Variations,
            type.IsElement,
            new CleanupFile(false, null, null),
            parent is null ? null : new KeyedName(parent.Key, parent.Alias),
            parent is null ? await folders.FindAsync(type) : null,
            [.. type.ContentTypeComposition.Select(part => new KeyedName(part.Key, part.Alias))],
            string.Empty,
            []);
        return new TypeFile(
            Element,
            type.Key,
            type.Alias,
            type.Level,
            ReadOwn(type, info),
            [.. (type.AllowedContentTypes ?? []).Select(c => new AllowedType(c.Key, c.Alias, c.SortOrder))],
            [.. type.PropertyTypes.Select(property => ReadOwn(type, TypeProperties.ToFile(type, property)))],
            [.. type.PropertyGroups.Select(TypeProperties.ToFile)]);
    }
}

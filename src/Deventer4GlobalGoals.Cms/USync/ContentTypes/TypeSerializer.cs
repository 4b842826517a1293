using Deventer4GlobalGoals.Cms.USync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.USync.ContentTypes;

/// <summary>What document types, media types and member types share.</summary>
public abstract class TypeSerializer<TType>(
    ICoreScopeProvider scopes,
    IContentTypeBaseService<TType> types,
    TypeProperties properties) : USyncSerializer<TypeFile>(scopes)
    where TType : class, IContentTypeComposition
{
    public override bool TwoPasses => true;

    public override Task<bool> ExistsAsync(Guid key, string name) => Task.FromResult(Get(key, name) is not null);

    protected override IEnumerable<USyncReference> References(TypeFile file)
    {
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

        return wanted with { Structure = children };
    }

    protected override Task<TypeFile?> FindAsync(TypeFile wanted) =>
        Task.FromResult(Get(wanted.Key, wanted.Alias) is { } type ? ToFile(type) : null);

    protected override async Task SaveAsync(TypeFile wanted)
    {
        var type = Get(wanted.Key, wanted.Alias) ?? Create();
        await FillAsync(type, wanted);
        var result = type.HasIdentity ? await types.UpdateAsync(type, User) : await types.CreateAsync(type, User);
        Require(result.Success, result.Result, "Alias");
    }

    protected override Task<IReadOnlyList<TypeFile>> AllAsync() =>
        Task.FromResult<IReadOnlyList<TypeFile>>([.. types.GetAll().Select(ToFile)]);

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
        Compose(type, info);
        await properties.FillAsync(type, wanted);
        await FillOwnAsync(type, wanted);
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
            .Select(part => Get(part.Key, part.Name) ?? throw new USyncException(
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

    private TypeFile ToFile(TType type)
    {
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
            [.. type.ContentTypeComposition.Select(part => new KeyedName(part.Key, part.Alias))],
            string.Empty,
            []);
        return new TypeFile(
            Element,
            type.Key,
            type.Alias,
            ReadOwn(type, info),
            [.. (type.AllowedContentTypes ?? []).Select(c => new AllowedType(c.Key, c.Alias, c.SortOrder))],
            [.. type.PropertyTypes.Select(property => ReadOwn(type, TypeProperties.ToFile(type, property)))],
            [.. type.PropertyGroups.Select(TypeProperties.ToFile)]);
    }
}

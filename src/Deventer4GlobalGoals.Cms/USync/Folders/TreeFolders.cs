using Deventer4GlobalGoals.Cms.USync.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.USync.Folders;

/// <summary>The folders of one kind, found by their path and made where they are missing.</summary>
/// <param name="folders">Umbraco's service for the folders of this kind.</param>
/// <param name="kind">Tells the keys of new folders apart from those of the same path for another kind.</param>
public sealed class TreeFolders<TItem>(IEntityTypeContainerService<TItem> folders, string kind)
    where TItem : ITreeEntity
{
    /// <returns>Null when the item isn't in a folder.</returns>
    public async Task<FolderFile?> FindAsync(TItem item)
    {
        var found = await folders.GetParentAsync(item);
        if (found is null)
        {
            return null;
        }

        var key = found.Key;
        var names = new List<string>();
        for (; found is not null; found = await folders.GetParentAsync(found))
        {
            names.Insert(0, found.Name ?? string.Empty);
        }

        return new FolderFile(key, names);
    }

    /// <returns>The number of the folder; that of the root when there is none.</returns>
    /// <exception cref="USyncException">Umbraco refuses a name.</exception>
    public async Task<int> EnsureAsync(FolderFile? wanted)
    {
        EntityContainer? folder = null;
        for (var depth = 0; depth < wanted?.Names.Count; depth++)
        {
            folder = await ChildAsync(folder, wanted.Names[depth], depth + 1)
                ?? await CreateAsync(folder, wanted, depth);
        }

        return folder?.Id ?? Constants.System.Root;
    }

    private async Task<EntityContainer?> ChildAsync(EntityContainer? parent, string name, int level) =>
        (await folders.GetAsync(name, level)).FirstOrDefault(folder => folder.ParentId == (parent?.Id ?? Constants.System.Root));

    private async Task<EntityContainer> CreateAsync(EntityContainer? parent, FolderFile wanted, int depth)
    {
        var names = wanted.Names.Take(depth + 1).ToList();
        var key = names.Count == wanted.Names.Count && wanted.Key != Guid.Empty
            ? wanted.Key
            : USyncNames.Key(kind, string.Join('/', names));
        if (await folders.GetAsync(key) is not null)
        {
            key = Guid.CreateVersion7();
        }

        var result = await folders.CreateAsync(key, names[^1], parent?.Key, Constants.Security.SuperUserKey);
        return result is { Success: true, Result: { } folder }
            ? folder
            : throw new USyncException("Info/Folder", $"Umbraco refuses the folder {names[^1]}: {result.Status}.");
    }
}

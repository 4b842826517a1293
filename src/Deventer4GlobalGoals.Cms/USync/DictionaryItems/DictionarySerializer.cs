using Deventer4GlobalGoals.Cms.USync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.USync.DictionaryItems;

public sealed class DictionarySerializer(
    ICoreScopeProvider scopes,
    IDictionaryItemService dictionary,
    ILanguageService languages) : USyncSerializer<DictionaryFile>(scopes)
{
    public override string Folder => "Dictionary";

    public override string Element => "Dictionary";

    public override async Task<bool> ExistsAsync(Guid key, string name) => await GetAsync(key, name) is not null;

    protected override int Rank(DictionaryFile file) => file.Level;

    protected override IEnumerable<USyncReference> References(DictionaryFile file)
    {
        if (file.Parent.Length > 0)
        {
            yield return new USyncReference(Element, Guid.Empty, file.Parent, "Info/Parent", First: true);
        }

        foreach (var culture in file.Translations.Keys)
        {
            yield return new USyncReference(
                "Language",
                USyncNames.AliasKey(culture),
                culture,
                $"Translations/Translation[{culture}]");
        }
    }

    /// <summary>An empty translation is the same as none, and the level follows from the parent.</summary>
    protected override DictionaryFile Comparable(DictionaryFile file, DictionaryFile other) => file with
    {
        Key = other.Key,
        Level = 0,
        Translations = file.Translations
            .Where(pair => pair.Value.Length > 0)
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase),
    };

    protected override async Task<DictionaryFile?> FindAsync(DictionaryFile wanted) =>
        await GetAsync(wanted.Key, wanted.Alias) is { } item ? await ToFileAsync(item) : null;

    protected override async Task SaveAsync(DictionaryFile wanted)
    {
        var parent = wanted.Parent.Length == 0 ? null : await dictionary.GetAsync(wanted.Parent);
        var item = await GetAsync(wanted.Key, wanted.Alias)
            ?? new DictionaryItem(parent?.Key, wanted.Alias) { Key = wanted.Key };
        item.ItemKey = wanted.Alias;
        var known = (await languages.GetAllAsync()).ToDictionary(l => l.IsoCode, StringComparer.OrdinalIgnoreCase);
        item.Translations =
            [.. wanted.Translations.Select(pair => new DictionaryTranslation(known[pair.Key], pair.Value))];
        var result = item.HasIdentity
            ? await dictionary.UpdateAsync(item, User)
            : await dictionary.CreateAsync(item, User);
        Require(result.Success, result.Status, "Alias");
        if (result.Result.ParentId != parent?.Key)
        {
            var moved = await dictionary.MoveAsync(result.Result, parent?.Key, User);
            Require(moved.Success, moved.Status, "Info/Parent");
        }
    }

    protected override async Task<IReadOnlyList<DictionaryFile>> AllAsync()
    {
        var files = new List<DictionaryFile>();
        foreach (var item in await dictionary.GetDescendantsAsync(null))
        {
            files.Add(await ToFileAsync(item));
        }

        return files;
    }

    protected override async Task RemoveAsync(Guid key, string name)
    {
        var item = await GetAsync(key, name);
        var result = await dictionary.DeleteAsync(item!.Key, User);
        Require(result.Success, result.Status, "Alias");
    }

    private async Task<IDictionaryItem?> GetAsync(Guid key, string alias) =>
        (key == Guid.Empty ? null : await dictionary.GetAsync(key)) ?? await dictionary.GetAsync(alias);

    private async Task<DictionaryFile> ToFileAsync(IDictionaryItem item)
    {
        var parent = item.ParentId is { } key ? await dictionary.GetAsync(key) : null;
        var level = 0;
        for (var above = parent; above is not null; level++)
        {
            above = above.ParentId is { } next ? await dictionary.GetAsync(next) : null;
        }

        return new DictionaryFile(
            item.Key,
            item.ItemKey,
            level,
            parent?.ItemKey ?? string.Empty,
            item.Translations
                .DistinctBy(t => t.LanguageIsoCode)
                .ToDictionary(t => t.LanguageIsoCode, t => t.Value, StringComparer.OrdinalIgnoreCase));
    }
}

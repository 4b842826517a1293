using Deventer4GlobalGoals.Cms.Persistence.Caching;
using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.Dictionary;

/// <summary>Dictionary items. The table is small and every page reads it, so it is kept whole.</summary>
public sealed class DictionaryRepository : IDictionaryRepository
{
    private static readonly QueryMap<DictionaryRow> Map = new QueryMap<DictionaryRow>()
        .WithAll(row => row)
        .With(nameof(IDictionaryItem.ParentId), row => row.ParentKey);

    private readonly EfScopeProvider _scopes;
    private readonly ILanguageRepository _languages;
    private readonly FullSet<DictionarySet> _all;

    public DictionaryRepository(EfScopeProvider scopes, ILanguageRepository languages)
    {
        _scopes = scopes;
        _languages = languages;
        _all = new FullSet<DictionarySet>(scopes, DictionarySet.Load);
    }

    public IDictionaryItem? Get(int id) => Models(row => row.Id == id).FirstOrDefault();

    public IDictionaryItem? Get(Guid uniqueId) => Models(row => row.Key == uniqueId).FirstOrDefault();

    public IDictionaryItem? Get(string key) => _all.Value.Find(key) is { } row ? Models([row]).First() : null;

    public IEnumerable<IDictionaryItem> GetMany(params int[]? ids) => Models(row => ids is not { Length: > 0 } || ids.Contains(row.Id));

    public IEnumerable<IDictionaryItem> GetMany(params Guid[] uniqueIds) => Models(row => uniqueIds.Length == 0 || uniqueIds.Contains(row.Key));

    public IEnumerable<IDictionaryItem> GetManyByKeys(params string[] keys) => Models(row => keys.Length == 0 || keys.Contains(row.ItemKey));

    public bool Exists(int id) => _all.Value.Rows.Any(row => row.Id == id);

    public IEnumerable<IDictionaryItem> Get(IQuery<IDictionaryItem> query) =>
        Models(Matching(query).OrderBy(row => row.ItemKey).ToArray());

    public int Count(IQuery<IDictionaryItem>? query) => query is null ? _all.Value.Rows.Count : Matching(query).Count();

    /// <param name="parentId">The item whose descendants are wanted; null for every item.</param>
    /// <param name="filter">Keeps the items whose key starts with it or that have a translation containing it, without case.</param>
    public IEnumerable<IDictionaryItem> GetDictionaryItemDescendants(Guid? parentId, string? filter = null)
    {
        var set = _all.Value;
        return Models(set.Descendants(parentId).Where(row => string.IsNullOrWhiteSpace(filter)
            || row.ItemKey.StartsWith(filter, StringComparison.OrdinalIgnoreCase)
            || set.Translations(row).Any(translation => translation.Value.Contains(filter, StringComparison.OrdinalIgnoreCase))));
    }

    public Dictionary<string, Guid> GetDictionaryItemKeyMap() =>
        _all.Value.Rows.ToDictionary(row => row.ItemKey, row => row.Key, StringComparer.Ordinal);

    public void Save(IDictionaryItem entity)
    {
        if (entity.HasIdentity)
        {
            entity.UpdatingEntity();
            _scopes.Db.Set<DictionaryRow>().Where(row => row.Id == entity.Id).ExecuteUpdate(set => set
                .SetProperty(row => row.Key, entity.Key)
                .SetProperty(row => row.ParentKey, entity.ParentId)
                .SetProperty(row => row.ItemKey, entity.ItemKey)
                .SetProperty(row => row.UpdateDate, entity.UpdateDate));
        }
        else
        {
            entity.AddingEntity();
            var row = new DictionaryRow
            {
                Key = entity.Key,
                ParentKey = entity.ParentId,
                ItemKey = entity.ItemKey,
                CreateDate = entity.CreateDate,
                UpdateDate = entity.UpdateDate,
            };
            _scopes.Db.Insert(row);
            entity.Id = row.Id;
        }

        SaveTranslations(entity);
        _all.Changed();
        entity.ResetDirtyProperties();
    }

    /// <summary>Deletes the item and everything below it.</summary>
    public void Delete(IDictionaryItem entity)
    {
        var keys = _all.Value.Descendants(entity.Key).Select(row => row.Key).Append(entity.Key).ToArray();
        _scopes.Db.Set<DictionaryRow>().Where(row => keys.Contains(row.Key)).ExecuteDelete();
        _all.Changed();
    }

    /// <summary>Forgets the kept set: for a cache refresher, or after a delete of a language took translations with it.</summary>
    public void ClearCache() => _all.Invalidate();

    private IQueryable<DictionaryRow> Matching(IQuery<IDictionaryItem> query) =>
        ((EfQuery<IDictionaryItem>)query).Apply(_scopes.Db.Set<DictionaryRow>().AsNoTracking(), Map);

    private IDictionaryItem[] Models(Func<DictionaryRow, bool> filter) => Models(_all.Value.Rows.Where(filter));

    private IDictionaryItem[] Models(IEnumerable<DictionaryRow> rows)
    {
        var set = _all.Value;
        var languages = _languages.GetMany().ToDictionary(language => language.Id);
        return rows.Select(IDictionaryItem (row) => ToModel(row, set.Translations(row), languages)).ToArray();
    }

    private void SaveTranslations(IDictionaryItem entity)
    {
        var db = _scopes.Db;
        var id = entity.Id;
        db.Set<TranslationRow>().Where(row => row.DictionaryId == id).ExecuteDelete();
        var rows = new List<TranslationRow>();
        foreach (var translation in entity.Translations)
        {
            var language = _languages.GetIdByIsoCode(translation.LanguageIsoCode, throwOnNotFound: true)!.Value;
            rows.Add(new TranslationRow { Key = translation.Key, DictionaryId = id, LanguageId = language, Value = translation.Value });
        }

        db.Insert(rows);
        foreach (var (translation, row) in entity.Translations.Zip(rows))
        {
            translation.Id = row.Id;
        }
    }

    private static DictionaryItem ToModel(DictionaryRow row, IEnumerable<TranslationRow> translations, Dictionary<int, ILanguage> languages)
    {
        var model = new DictionaryItem(row.ParentKey, row.ItemKey)
        {
            Id = row.Id,
            Key = row.Key,
            CreateDate = row.CreateDate,
            UpdateDate = row.UpdateDate,
            Translations = translations
                .Where(translation => languages.ContainsKey(translation.LanguageId))
                .Select(IDictionaryTranslation (translation) => ToModel(translation, languages[translation.LanguageId]))
                .ToList(),
        };
        model.ResetDirtyProperties(false);
        return model;
    }

    private static DictionaryTranslation ToModel(TranslationRow row, ILanguage language)
    {
        var model = new DictionaryTranslation(language, row.Value, row.Key) { Id = row.Id };
        model.ResetDirtyProperties(false);
        return model;
    }
}

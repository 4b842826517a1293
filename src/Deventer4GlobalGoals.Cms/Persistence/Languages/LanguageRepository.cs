using Deventer4GlobalGoals.Cms.Persistence.Caching;
using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Persistence.Languages;

/// <inheritdoc cref="ILanguageRepository"/>
public sealed class LanguageRepository : ILanguageRepository
{
    private static readonly QueryMap<LanguageRow> Map = new QueryMap<LanguageRow>().WithAll(row => row);

    private readonly EfScopeProvider _scopes;
    private readonly FullSet<ILanguage[]> _all;

    public LanguageRepository(EfScopeProvider scopes)
    {
        _scopes = scopes;
        _all = new FullSet<ILanguage[]>(scopes, Load);
    }

    public ILanguage? Get(int id) => Clone(_all.Value.FirstOrDefault(language => language.Id == id));

    public IEnumerable<ILanguage> GetMany(params int[]? ids) =>
        [.. _all.Value.Where(language => ids is not { Length: > 0 } || ids.Contains(language.Id)).Select(language => Clone(language)!)];

    public bool Exists(int id) => _all.Value.Any(language => language.Id == id);

    public IEnumerable<ILanguage> Get(IQuery<ILanguage> query)
    {
        var ids = Matching(query).Select(row => row.Id).ToHashSet();
        return [.. _all.Value.Where(language => ids.Contains(language.Id)).Select(language => Clone(language)!)];
    }

    public int Count(IQuery<ILanguage>? query) => query is null ? _all.Value.Length : Matching(query).Count();

    public ILanguage? GetByIsoCode(string isoCode) => Clone(Find(isoCode));

    public int? GetIdByIsoCode(string? isoCode, bool throwOnNotFound = true)
    {
        if (isoCode is null)
        {
            return null;
        }

        return Find(isoCode)?.Id ?? (throwOnNotFound ? throw new ArgumentException($"There is no language '{isoCode}'.", nameof(isoCode)) : null);
    }

    public string? GetIsoCodeById(int? id, bool throwOnNotFound = true)
    {
        if (id is null)
        {
            return null;
        }

        return _all.Value.FirstOrDefault(language => language.Id == id)?.IsoCode
            ?? (throwOnNotFound ? throw new ArgumentException($"There is no language with id {id}.", nameof(id)) : null);
    }

    public string[] GetIsoCodesByIds(ICollection<int> ids, bool throwOnNotFound = true) =>
        [.. ids.Select(id => GetIsoCodeById(id, throwOnNotFound)).OfType<string>()];

    public string GetDefaultIsoCode() =>
        Default?.IsoCode ?? throw new InvalidOperationException("No language is marked as default.");

    public int? GetDefaultId() => Default?.Id;

    public void Save(ILanguage entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var db = _scopes.Db;
        var row = entity.HasIdentity ? db.Set<LanguageRow>().Single(language => language.Id == entity.Id) : null;
        if (row is null)
        {
            entity.Key = entity.Key == Guid.Empty ? Guid.CreateVersion7() : entity.Key;
            row = new LanguageRow { IsoCode = entity.IsoCode, CultureName = entity.CultureName };
            db.Add(row);
        }

        if (entity.IsDefault)
        {
            db.Set<LanguageRow>().Where(other => other.Id != entity.Id && other.IsDefault)
                .ExecuteUpdate(set => set.SetProperty(other => other.IsDefault, false));
        }

        row.Key = entity.Key;
        row.IsoCode = entity.IsoCode;
        row.CultureName = entity.CultureName;
        row.IsDefault = entity.IsDefault;
        row.IsMandatory = entity.IsMandatory;
        row.FallbackLanguageId = GetIdByIsoCode(entity.FallbackIsoCode);
        db.SaveChanges();
        db.ChangeTracker.Clear();

        entity.Id = row.Id;
        entity.ResetDirtyProperties();
        _all.Changed();
    }

    /// <exception cref="InvalidOperationException">The default language can't be deleted.</exception>
    public void Delete(ILanguage entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (Get(entity.Id) is { IsDefault: true })
        {
            throw new InvalidOperationException($"The default language ({entity.IsoCode}) can't be deleted.");
        }

        _scopes.Db.Set<LanguageRow>().Where(row => row.Id == entity.Id).ExecuteDelete();
        _all.Changed();
    }

    private ILanguage? Default => _all.Value.FirstOrDefault(language => language.IsDefault);

    private ILanguage? Find(string isoCode) =>
        _all.Value.FirstOrDefault(language => string.Equals(language.IsoCode, isoCode, StringComparison.OrdinalIgnoreCase));

    private IQueryable<LanguageRow> Matching(IQuery<ILanguage> query) =>
        ((EfQuery<ILanguage>)query).Apply(_scopes.Db.Set<LanguageRow>().AsNoTracking(), Map);

    private static ILanguage? Clone(ILanguage? language) => (ILanguage?)language?.DeepClone();

    private static ILanguage[] Load(CmsDb db)
    {
        var rows = db.Set<LanguageRow>().AsNoTracking().OrderBy(row => row.Id).ToList();
        var codes = rows.ToDictionary(row => row.Id, row => row.IsoCode);
        return [.. rows.Select(row => ToEntity(row, codes))];
    }

    private static Language ToEntity(LanguageRow row, Dictionary<int, string> codes)
    {
        var language = new Language(row.IsoCode, row.CultureName)
        {
            Id = row.Id,
            Key = row.Key,
            IsDefault = row.IsDefault,
            IsMandatory = row.IsMandatory,
            FallbackIsoCode = row.FallbackLanguageId is { } fallback ? codes[fallback] : null,
        };
        language.ResetDirtyProperties(false);
        return language;
    }
}

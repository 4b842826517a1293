using System.Data;
using Deventer4GlobalGoals.Cms.Persistence.Caching;
using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.Domains;

/// <summary>Domains in the order in which they are matched; wildcard domains carry sort order -1.</summary>
public sealed class DomainRepository : IDomainRepository
{
    private const int WildcardSortOrder = -1;

    private static readonly QueryMap<DomainRow> Map = new QueryMap<DomainRow>()
        .WithAll(row => row)
        .With(nameof(IDomain.DomainName), row => row.Name);

    private readonly EfScopeProvider _scopes;
    private readonly ILanguageRepository _languages;
    private readonly FullSet<DomainRow[]> _all;

    public DomainRepository(EfScopeProvider scopes, ILanguageRepository languages)
    {
        _scopes = scopes;
        _languages = languages;
        _all = new FullSet<DomainRow[]>(scopes, db => Ordered(db.Set<DomainRow>().AsNoTracking()).ToArray());
    }

    public IDomain? Get(int id) => Models(row => row.Id == id).FirstOrDefault();

    public IEnumerable<IDomain> GetMany(params int[]? ids) => Models(row => ids is not { Length: > 0 } || ids.Contains(row.Id));

    public bool Exists(int id) => Array.Exists(_all.Value, row => row.Id == id);

    public IDomain? GetByName(string domainName) => Models(row => SameName(row.Name, domainName)).FirstOrDefault();

    public bool Exists(string domainName) => Array.Exists(_all.Value, row => SameName(row.Name, domainName));

    public IEnumerable<IDomain> GetAll(bool includeWildcards) =>
        Models(_ => true).Where(domain => includeWildcards || !domain.IsWildcard).ToArray();

    public IEnumerable<IDomain> GetAssignedDomains(int contentId, bool includeWildcards) =>
        Models(row => row.RootContentId == contentId).Where(domain => includeWildcards || !domain.IsWildcard).ToArray();

    public IEnumerable<IDomain> Get(IQuery<IDomain> query) => Ordered(Matching(query)).ToList().Select(ToModel).ToArray();

    public int Count(IQuery<IDomain>? query) => query is null ? _all.Value.Length : Matching(query).Count();

    public void Save(IDomain entity)
    {
        if (Array.Exists(_all.Value, row => row.Id != entity.Id && SameName(row.Name, entity.DomainName)))
        {
            throw new DuplicateNameException($"The domain \"{entity.DomainName}\" is already assigned.");
        }

        if (entity.HasIdentity)
        {
            entity.UpdatingEntity();
            _scopes.Db.Set<DomainRow>().Where(row => row.Id == entity.Id).ExecuteUpdate(set => set
                .SetProperty(row => row.Name, entity.DomainName)
                .SetProperty(row => row.LanguageId, entity.LanguageId)
                .SetProperty(row => row.RootContentId, entity.RootContentId)
                .SetProperty(row => row.SortOrder, entity.SortOrder));
        }
        else
        {
            entity.AddingEntity();
            entity.SortOrder = NewSortOrder(entity);
            var row = new DomainRow
            {
                Key = entity.Key,
                Name = entity.DomainName,
                LanguageId = entity.LanguageId,
                RootContentId = entity.RootContentId,
                SortOrder = entity.SortOrder,
            };
            _scopes.Db.Insert(row);
            entity.Id = row.Id;
        }

        if (entity is UmbracoDomain domain)
        {
            domain.LanguageIsoCode = _languages.GetIsoCodeById(entity.LanguageId, throwOnNotFound: false);
        }

        _all.Changed();
        entity.ResetDirtyProperties();
    }

    public void Delete(IDomain entity)
    {
        _scopes.Db.Set<DomainRow>().Where(row => row.Id == entity.Id).ExecuteDelete();
        _all.Changed();
    }

    /// <summary>Forgets the kept set: for a cache refresher, or after a delete of nodes took domains with it.</summary>
    public void ClearCache() => _all.Invalidate();

    private static bool SameName(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private static IOrderedQueryable<DomainRow> Ordered(IQueryable<DomainRow> rows) =>
        rows.OrderBy(row => row.SortOrder).ThenBy(row => row.Id);

    private IQueryable<DomainRow> Matching(IQuery<IDomain> query) =>
        ((EfQuery<IDomain>)query).Apply(_scopes.Db.Set<DomainRow>().AsNoTracking(), Map);

    private IDomain[] Models(Func<DomainRow, bool> filter) => _all.Value.Where(filter).Select(IDomain (row) => ToModel(row)).ToArray();

    private int NewSortOrder(IDomain domain)
    {
        if (domain.IsWildcard)
        {
            return WildcardSortOrder;
        }

        return _all.Value.Where(row => row.RootContentId == domain.RootContentId)
            .Select(row => row.SortOrder)
            .DefaultIfEmpty(WildcardSortOrder)
            .Max() + 1;
    }

    private UmbracoDomain ToModel(DomainRow row)
    {
        var model = new UmbracoDomain(row.Name)
        {
            Id = row.Id,
            Key = row.Key,
            LanguageId = row.LanguageId,
            LanguageIsoCode = _languages.GetIsoCodeById(row.LanguageId, throwOnNotFound: false),
            RootContentId = row.RootContentId,
            SortOrder = row.SortOrder,
        };
        model.ResetDirtyProperties(false);
        return model;
    }
}

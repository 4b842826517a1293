using Deventer4GlobalGoals.Cms.Persistence.Caching;
using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.Relations;

public sealed class RelationTypeRepository : IRelationTypeRepository
{
    private static readonly QueryMap<RelationTypeRow> Map = new QueryMap<RelationTypeRow>().WithAll(row => row);

    private readonly EfScopeProvider _scopes;
    private readonly FullSet<RelationTypeRow[]> _all;

    public RelationTypeRepository(EfScopeProvider scopes)
    {
        _scopes = scopes;
        _all = new FullSet<RelationTypeRow[]>(scopes, db => db.Set<RelationTypeRow>().AsNoTracking().OrderBy(row => row.Id).ToArray());
    }

    public IRelationType? Get(int id) => Models(row => row.Id == id).FirstOrDefault();

    public IRelationType? Get(Guid id) => Models(row => row.Key == id).FirstOrDefault();

    public IEnumerable<IRelationType> GetMany(params int[]? ids) => Models(row => ids is not { Length: > 0 } || ids.Contains(row.Id));

    public IEnumerable<IRelationType> GetMany(params Guid[]? ids) => Models(row => ids is not { Length: > 0 } || ids.Contains(row.Key));

    public bool Exists(int id) => Array.Exists(_all.Value, row => row.Id == id);

    public bool Exists(Guid id) => Array.Exists(_all.Value, row => row.Key == id);

    public IEnumerable<IRelationType> Get(IQuery<IRelationType> query) =>
        Matching(query).OrderBy(row => row.Id).AsEnumerable().Select(ToModel).ToArray();

    public int Count(IQuery<IRelationType>? query) => query is null ? _all.Value.Length : Matching(query).Count();

    /// <summary>The ids of the relation types with these aliases; an alias that doesn't exist is left out.</summary>
    public IReadOnlyDictionary<string, int> IdsByAlias(IEnumerable<string> aliases)
    {
        var wanted = aliases.ToHashSet(StringComparer.Ordinal);
        return _all.Value.Where(row => wanted.Contains(row.Alias)).ToDictionary(row => row.Alias, row => row.Id, StringComparer.Ordinal);
    }

    /// <summary>Adds those of Umbraco's own relation types that are missing. For the first start.</summary>
    public void EnsureBuiltIn()
    {
        foreach (var type in BuiltInRelationTypes.All().Where(type => !Array.Exists(_all.Value, row => row.Alias == type.Alias)))
        {
            Save(type);
        }
    }

    public void Save(IRelationType entity)
    {
        var dependency = entity is IRelationTypeWithIsDependency { IsDependency: true };
        var name = entity.Name ?? entity.Alias;
        if (entity.HasIdentity)
        {
            entity.UpdatingEntity();
            _scopes.Db.Set<RelationTypeRow>().Where(row => row.Id == entity.Id).ExecuteUpdate(set => set
                .SetProperty(row => row.Key, entity.Key)
                .SetProperty(row => row.Alias, entity.Alias)
                .SetProperty(row => row.Name, name)
                .SetProperty(row => row.IsBidirectional, entity.IsBidirectional)
                .SetProperty(row => row.IsDependency, dependency)
                .SetProperty(row => row.ParentObjectType, entity.ParentObjectType)
                .SetProperty(row => row.ChildObjectType, entity.ChildObjectType));
        }
        else
        {
            entity.AddingEntity();
            var row = new RelationTypeRow
            {
                Key = entity.Key,
                Alias = entity.Alias,
                Name = name,
                IsBidirectional = entity.IsBidirectional,
                IsDependency = dependency,
                ParentObjectType = entity.ParentObjectType,
                ChildObjectType = entity.ChildObjectType,
            };
            _scopes.Db.Insert(row);
            entity.Id = row.Id;
        }

        _all.Changed();
        entity.ResetDirtyProperties();
    }

    public void Delete(IRelationType entity)
    {
        _scopes.Db.Set<RelationTypeRow>().Where(row => row.Id == entity.Id).ExecuteDelete();
        _all.Changed();
    }

    /// <summary>Forgets the kept set: for a change that another node made.</summary>
    public void ClearCache() => _all.Invalidate();

    internal static RelationType ToModel(RelationTypeRow row)
    {
        var model = new RelationType(row.Name, row.Alias, row.IsBidirectional, row.ParentObjectType, row.ChildObjectType, row.IsDependency, row.Key)
        {
            Id = row.Id,
        };
        model.ResetDirtyProperties(false);
        return model;
    }

    private IQueryable<RelationTypeRow> Matching(IQuery<IRelationType> query) =>
        ((EfQuery<IRelationType>)query).Apply(_scopes.Db.Set<RelationTypeRow>().AsNoTracking(), Map);

    private IRelationType[] Models(Func<RelationTypeRow, bool> filter) => _all.Value.Where(filter).Select(IRelationType (row) => ToModel(row)).ToArray();
}

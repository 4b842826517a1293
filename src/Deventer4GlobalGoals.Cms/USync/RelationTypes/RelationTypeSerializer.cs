using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.USync.RelationTypes;

public sealed class RelationTypeSerializer(ICoreScopeProvider scopes, IRelationService relations)
    : USyncSerializer<RelationTypeFile>(scopes)
{
    public override string Folder => "RelationTypes";

    public override string Element => "RelationType";

    public override Task<bool> ExistsAsync(Guid key, string name) => Task.FromResult(Get(key, name) is not null);

    protected override Task<RelationTypeFile?> FindAsync(RelationTypeFile wanted) =>
        Task.FromResult(Get(wanted.Key, wanted.Alias) is { } type ? ToFile(type) : null);

    protected override Task SaveAsync(RelationTypeFile wanted)
    {
        var parent = OrNull(wanted.ParentType);
        var child = OrNull(wanted.ChildType);
        var type = Get(wanted.Key, wanted.Alias)
            ?? new RelationType(
                wanted.Name,
                wanted.Alias,
                wanted.IsBidirectional,
                parent,
                child,
                wanted.IsDependency);
        type.Key = wanted.Key;
        type.Alias = wanted.Alias;
        type.Name = wanted.Name;
        type.IsBidirectional = wanted.IsBidirectional;
        type.ParentObjectType = parent;
        type.ChildObjectType = child;
        if (type is IRelationTypeWithIsDependency dependency)
        {
            dependency.IsDependency = wanted.IsDependency;
        }

        relations.Save(type);
        return Task.CompletedTask;
    }

    protected override Task<IReadOnlyList<RelationTypeFile>> AllAsync() =>
        Task.FromResult<IReadOnlyList<RelationTypeFile>>([.. relations.GetAllRelationTypes().Select(ToFile)]);

    protected override Task RemoveAsync(Guid key, string name)
    {
        relations.Delete(Get(key, name)!);
        return Task.CompletedTask;
    }

    private IRelationType? Get(Guid key, string alias) =>
        relations.GetRelationTypeById(key) ?? relations.GetRelationTypeByAlias(alias);

    private static Guid? OrNull(Guid type) => type == Guid.Empty ? null : type;

    private static RelationTypeFile ToFile(IRelationType type) => new(
        type.Key,
        type.Alias,
        type.Name ?? type.Alias,
        type.ParentObjectType ?? Guid.Empty,
        type.ChildObjectType ?? Guid.Empty,
        type.IsBidirectional,
        type is IRelationTypeWithIsDependency { IsDependency: true });
}

using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.Containers;

/// <summary>Folders of one kind of type. A folder is a node and nothing more.</summary>
public abstract class ContainerRepository(EfScopeProvider scopes, Guid containedObjectType) : IEntityContainerRepository
{
    private readonly Guid _containerObjectType = EntityContainer.GetContainerObjectType(containedObjectType);

    private IQueryable<NodeRow> Rows => scopes.Db.Set<NodeRow>().AsNoTracking().Where(node => node.NodeObjectType == _containerObjectType);

    public EntityContainer? Get(int id) => Models(Rows.Where(node => node.Id == id)).FirstOrDefault();

    public EntityContainer? Get(Guid id) => Models(Rows.Where(node => node.Key == id)).FirstOrDefault();

    public IEnumerable<EntityContainer> Get(string name, int level)
    {
        var nameKey = NodeStore.NameKey(name);
        return Models(Rows.Where(node => node.NameKey == nameKey && node.Level == level));
    }

    public IEnumerable<EntityContainer> GetMany(params int[]? ids) =>
        Models(ids is { Length: > 0 } ? Rows.Where(node => ids.Contains(node.Id)) : Rows);

    public bool Exists(int id) => Rows.Any(node => node.Id == id);

    public bool HasDuplicateName(int parentId, string name)
    {
        var nameKey = NodeStore.NameKey(name);
        return Rows.Any(node => node.ParentId == parentId && node.NameKey == nameKey);
    }

    public bool HasDuplicateName(Guid parentKey, string name)
    {
        var parentId = parentKey == Guid.Empty
            ? Constants.System.Root
            : scopes.Db.Set<NodeRow>().Where(node => node.Key == parentKey).Select(node => (int?)node.Id).FirstOrDefault();
        return parentId is { } id && HasDuplicateName(id, name);
    }

    /// <exception cref="InvalidOperationException">The folder has no name, or its parent already holds a folder of that name.</exception>
    public void Save(EntityContainer entity)
    {
        RequireKind(entity);
        var nameKey = NodeStore.NameKey(entity.Name?.Trim());
        if (string.IsNullOrEmpty(nameKey))
        {
            throw new InvalidOperationException("A folder needs a name.");
        }

        if (Rows.Any(node => node.ParentId == entity.ParentId && node.NameKey == nameKey && node.Id != entity.Id))
        {
            throw new InvalidOperationException($"There is already a folder named \"{entity.Name}\" here.");
        }

        if (entity.HasIdentity)
        {
            entity.UpdatingEntity();
            NodeStore.Update(scopes.Db, entity);
        }
        else
        {
            entity.AddingEntity();
            var row = NodeStore.Insert(scopes.Db, entity, _containerObjectType, appendToSiblings: false);
            scopes.Db.Entry(row).State = EntityState.Detached;
        }

        entity.ResetDirtyProperties();
    }

    /// <summary>Deletes the folder. What is in it moves up to the folder's parent.</summary>
    public void Delete(EntityContainer entity)
    {
        RequireKind(entity);
        var children = scopes.Db.Set<NodeRow>().AsNoTracking().Where(node => node.ParentId == entity.Id).OrderBy(node => node.SortOrder).ToList();
        foreach (var child in children)
        {
            MoveUp(child, entity);
        }

        NodeStore.Delete(scopes.Db, entity.Id);
        entity.DeleteDate = entity.UpdateDate;
    }

    private void MoveUp(NodeRow child, EntityContainer from)
    {
        var branch = scopes.Db.Set<NodeRow>().AsNoTracking().WhereAtOrBelow(node => node.Path, child.Path).Select(node => new { node.Id, node.Path }).ToArray();
        foreach (var node in branch)
        {
            var path = node.Path.Replace($",{from.Id},", ",", StringComparison.Ordinal);
            scopes.Db.Set<NodeRow>().Where(row => row.Id == node.Id).ExecuteUpdate(set => set
                .SetProperty(row => row.Path, path)
                .SetProperty(row => row.Level, row => row.Level - 1));
        }

        scopes.Db.Set<NodeRow>().Where(row => row.Id == child.Id).ExecuteUpdate(set => set.SetProperty(row => row.ParentId, from.ParentId));
    }

    private void RequireKind(EntityContainer entity)
    {
        if (entity.ContainedObjectType != containedObjectType)
        {
            throw new ArgumentException("The folder holds another kind of entity than this repository keeps.", nameof(entity));
        }
    }

    private EntityContainer[] Models(IQueryable<NodeRow> rows) =>
        [.. rows.OrderBy(node => node.Level).ThenBy(node => node.SortOrder).ThenBy(node => node.Id).AsEnumerable().Select(ToModel)];

    private EntityContainer ToModel(NodeRow node)
    {
        var model = new EntityContainer(containedObjectType);
        NodeStore.Fill(model, node);
        model.ResetDirtyProperties(false);
        return model;
    }
}

public sealed class DataTypeContainerRepository(EfScopeProvider scopes)
    : ContainerRepository(scopes, Constants.ObjectTypes.DataType), IDataTypeContainerRepository;

public sealed class DocumentTypeContainerRepository(EfScopeProvider scopes)
    : ContainerRepository(scopes, Constants.ObjectTypes.DocumentType), IDocumentTypeContainerRepository;

public sealed class MediaTypeContainerRepository(EfScopeProvider scopes)
    : ContainerRepository(scopes, Constants.ObjectTypes.MediaType), IMediaTypeContainerRepository;

public sealed class MemberTypeContainerRepository(EfScopeProvider scopes)
    : ContainerRepository(scopes, Constants.ObjectTypes.MemberType), IMemberTypeContainerRepository;

public sealed class DocumentBlueprintContainerRepository(EfScopeProvider scopes)
    : ContainerRepository(scopes, Constants.ObjectTypes.DocumentBlueprint), IDocumentBlueprintContainerRepository;

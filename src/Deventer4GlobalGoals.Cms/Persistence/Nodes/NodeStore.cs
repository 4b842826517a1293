using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Entities;

namespace Deventer4GlobalGoals.Cms.Persistence.Nodes;

/// <summary>Reads and writes what all tree entities share. The one place that gives ids, paths, levels and sort orders.</summary>
public static class NodeStore
{
    /// <summary>The form in which names are compared.</summary>
    public static string? NameKey(string? name) => name?.ToLower(CultureInfo.InvariantCulture);

    /// <summary>Adds a node for a new entity and gives the entity its id, key, level, path and, when asked, the last place among its siblings.</summary>
    /// <exception cref="InvalidOperationException">The parent does not exist.</exception>
    public static NodeRow Insert(CmsDb db, ITreeEntity entity, Guid objectType, bool appendToSiblings)
    {
        var parent = entity.ParentId > 0 ? Parent(db, entity.ParentId) : null;
        if (entity.Key == Guid.Empty)
        {
            entity.Key = Guid.CreateVersion7();
        }

        var parentId = entity.ParentId == 0 ? Constants.System.Root : entity.ParentId;
        var row = db.Set<NodeRow>().FirstOrDefault(node => node.Key == entity.Key && node.NodeObjectType == Constants.ObjectTypes.IdReservation)
            ?? db.Add(new NodeRow { Key = entity.Key }).Entity;
        row.NodeObjectType = objectType;
        row.ParentId = parentId;
        row.Level = (parent?.Level ?? 0) + 1;
        row.SortOrder = appendToSiblings ? NextSortOrder(db, parentId, objectType) : entity.SortOrder;
        row.Trashed = entity.Trashed;
        row.Name = entity.Name;
        row.NameKey = NameKey(entity.Name);
        row.CreatorId = entity.CreatorId;
        row.CreateDate = entity.CreateDate;
        row.UpdateDate = entity.UpdateDate;
        db.SaveChanges();
        row.Path = string.Create(CultureInfo.InvariantCulture, $"{parent?.Path ?? Constants.System.RootString},{row.Id}");
        db.SaveChanges();

        entity.Id = row.Id;
        entity.ParentId = row.ParentId;
        entity.Level = row.Level;
        entity.Path = row.Path;
        entity.SortOrder = row.SortOrder;
        return row;
    }

    /// <summary>
    /// Writes the entity's name, place and dates. When the parent changed, level and path follow from the new parent; when it
    /// didn't, the entity's own are kept, because Umbraco's services rewrite those of descendants on a move.
    /// </summary>
    public static void Update(CmsDb db, ITreeEntity entity)
    {
        if (((ICanBeDirty)entity).IsPropertyDirty(nameof(ITreeEntity.ParentId))
            && !db.Set<NodeRow>().Any(node => node.Id == entity.Id && node.ParentId == entity.ParentId))
        {
            var parent = entity.ParentId > 0 ? Parent(db, entity.ParentId) : null;
            entity.Level = (parent?.Level ?? 0) + 1;
            entity.Path = string.Create(CultureInfo.InvariantCulture, $"{parent?.Path ?? RootPath(entity.ParentId)},{entity.Id}");
        }

        var (name, nameKey) = (entity.Name, NameKey(entity.Name));
        var updated = db.Set<NodeRow>().Where(node => node.Id == entity.Id).ExecuteUpdate(set => set
            .SetProperty(node => node.Key, entity.Key)
            .SetProperty(node => node.Name, name)
            .SetProperty(node => node.NameKey, nameKey)
            .SetProperty(node => node.ParentId, entity.ParentId)
            .SetProperty(node => node.Level, entity.Level)
            .SetProperty(node => node.Path, entity.Path)
            .SetProperty(node => node.SortOrder, entity.SortOrder)
            .SetProperty(node => node.Trashed, entity.Trashed)
            .SetProperty(node => node.CreateDate, entity.CreateDate)
            .SetProperty(node => node.UpdateDate, entity.UpdateDate));
        if (updated != 1)
        {
            throw new InvalidOperationException($"Node {entity.Id} ({entity.Name}) does not exist.");
        }
    }

    /// <summary>Copies a row onto an entity.</summary>
    public static void Fill(ITreeEntity entity, NodeRow node)
    {
        entity.Id = node.Id;
        entity.Key = node.Key;
        entity.ParentId = node.ParentId;
        entity.Level = node.Level;
        entity.Path = node.Path;
        entity.SortOrder = node.SortOrder;
        entity.Name = node.Name;
        entity.CreatorId = node.CreatorId;
        entity.CreateDate = node.CreateDate;
        entity.UpdateDate = node.UpdateDate;
        if (entity is TreeEntityBase tree)
        {
            tree.Trashed = node.Trashed;
        }
    }

    /// <summary>Removes a node; rows that belong to it go with it.</summary>
    public static void Delete(CmsDb db, int id) => db.Set<NodeRow>().Where(node => node.Id == id).ExecuteDelete();

    private static string RootPath(int parentId) => parentId switch
    {
        Constants.System.RecycleBinContent => Constants.System.RecycleBinContentPathPrefix.TrimEnd(','),
        Constants.System.RecycleBinMedia => Constants.System.RecycleBinMediaPathPrefix.TrimEnd(','),
        _ => Constants.System.RootString,
    };

    private static int NextSortOrder(CmsDb db, int parentId, Guid objectType) =>
        (db.Set<NodeRow>().Where(node => node.ParentId == parentId && node.NodeObjectType == objectType).Max(node => (int?)node.SortOrder) ?? -1) + 1;

    private static NodeRow Parent(CmsDb db, int id) =>
        db.Set<NodeRow>().AsNoTracking().FirstOrDefault(node => node.Id == id)
        ?? throw new InvalidOperationException($"The parent node {id} does not exist.");
}

using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;

namespace Deventer4GlobalGoals.Cms.Persistence.Entities;

/// <summary>Builds light entities for any kind of node, with a fixed number of queries for a whole page of them.</summary>
internal sealed class EntityRows(CmsDb db, ContentTypeSet types)
{
    public IReadOnlyList<IEntitySlim> Build(IReadOnlyList<NodeRow> nodes)
    {
        if (nodes.Count == 0)
        {
            return [];
        }

        int[] ids = [.. nodes.Select(node => node.Id)];
        var parents = db.Set<NodeRow>().Where(child => ids.Contains(child.ParentId)).Select(child => child.ParentId).Distinct().ToHashSet();
        int[] contentIds = [.. nodes.Where(IsContent).Select(node => node.Id)];
        var contents = contentIds.Length == 0
            ? []
            : db.Set<ContentRow>().AsNoTracking().Where(row => contentIds.Contains(row.Id)).ToDictionary(row => row.Id);
        var cultures = contentIds.Length == 0
            ? Array.Empty<DocumentCultureRow>().ToLookup(row => row.ContentId)
            : db.Set<DocumentCultureRow>().AsNoTracking().Where(row => contentIds.Contains(row.ContentId)).ToLookup(row => row.ContentId);
        int[] mediaIds = [.. nodes.Where(node => node.NodeObjectType == Constants.ObjectTypes.Media).Select(node => node.Id)];
        var paths = mediaIds.Length == 0
            ? []
            : db.Set<ContentVersionRow>().Where(version => version.Current && mediaIds.Contains(version.ContentId))
                .Select(version => new { version.ContentId, version.MediaPath }).ToDictionary(version => version.ContentId, version => version.MediaPath);

        return [.. nodes.Select(node =>
        {
            var entity = contents.TryGetValue(node.Id, out var content)
                ? Content(node, content, cultures[node.Id], paths.GetValueOrDefault(node.Id))
                : new EntitySlim();
            Fill(entity, node, parents.Contains(node.Id));
            return entity;
        })];
    }

    private static bool IsContent(NodeRow node) =>
        node.NodeObjectType == Constants.ObjectTypes.Document
        || node.NodeObjectType == Constants.ObjectTypes.DocumentBlueprint
        || node.NodeObjectType == Constants.ObjectTypes.Media;

    private ContentEntitySlim Content(NodeRow node, ContentRow content, IEnumerable<DocumentCultureRow> states, string? mediaPath)
    {
        var type = types.Find(content.ContentTypeId);
        ContentEntitySlim entity;
        if (node.NodeObjectType == Constants.ObjectTypes.Media)
        {
            entity = new MediaEntitySlim { MediaPath = mediaPath };
        }
        else
        {
            DocumentCultureRow[] cultures = [.. states];
            entity = new DocumentEntitySlim
            {
                Published = content.Published,
                Edited = content.Edited,
                Variations = type?.Variations ?? ContentVariation.Nothing,
                CultureNames = cultures.Where(state => state.Name is not null).ToDictionary(state => state.Culture, state => state.Name!, StringComparer.OrdinalIgnoreCase),
                PublishedCultures = [.. cultures.Where(state => state.Published).Select(state => state.Culture)],
                EditedCultures = [.. cultures.Where(state => state.Edited).Select(state => state.Culture)],
            };
        }

        entity.ContentTypeAlias = type?.Alias ?? "";
        entity.ContentTypeKey = type?.Key ?? Guid.Empty;
        entity.ContentTypeIcon = type?.Icon;
        entity.ContentTypeThumbnail = type?.Thumbnail;
        entity.ListViewKey = type?.ListView;
        entity.IsContainer = type?.ListView is not null;
        return entity;
    }

    private static void Fill(EntitySlim entity, NodeRow node, bool hasChildren)
    {
        entity.Id = node.Id;
        entity.Key = node.Key;
        entity.Name = node.Name;
        entity.ParentId = node.ParentId;
        entity.Level = node.Level;
        entity.Path = node.Path;
        entity.SortOrder = node.SortOrder;
        entity.Trashed = node.Trashed;
        entity.NodeObjectType = node.NodeObjectType;
        entity.CreateDate = node.CreateDate;
        entity.UpdateDate = node.UpdateDate;
        entity.CreatorId = node.CreatorId;
        entity.HasChildren = hasChildren;
    }
}

using Deventer4GlobalGoals.Cms.Media;
using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Scoping;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Persistence.MediaItems;

/// <inheritdoc cref="IMediaRepository"/>
public sealed class MediaRepository(
    EfScopeProvider scopes,
    ContentTypeSet types,
    ILanguageRepository languages,
    IEventMessagesFactory eventMessages,
    IEnumerable<IContentSaveStep> steps) : ContentRepositoryBase<IMedia>(scopes, types, Constants.ObjectTypes.Media), IMediaRepository
{
    public override int RecycleBinId => Constants.System.RecycleBinMedia;

    public IMedia? GetMediaByPath(string mediaPath)
    {
        ArgumentNullException.ThrowIfNull(mediaPath);
        return Load(Rows.Where(row => row.Versions.Any(version => version.Current && version.MediaPath == mediaPath)).Take(1)).FirstOrDefault();
    }

    public override void Save(IMedia entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (!entity.HasIdentity)
        {
            entity.AddingEntity();
            entity.Name = UniqueNames.Invariant(Db, entity, ObjectType);
            var node = NodeStore.Insert(Db, entity, ObjectType, appendToSiblings: true);
            var version = Fill(new ContentVersionRow { ContentId = node.Id, Current = true, Data = "{}" }, entity);
            Db.Add(new ContentRow { Id = node.Id, ContentTypeId = entity.ContentTypeId });
            Db.Add(version);
            Db.SaveChanges();
            entity.VersionId = version.Id;
        }
        else
        {
            entity.UpdatingEntity();
            entity.Name = UniqueNames.Invariant(Db, entity, ObjectType);
            NodeStore.Update(Db, entity);
            Fill(Db.Set<ContentVersionRow>().Single(version => version.ContentId == entity.Id && version.Current), entity);
            Db.SaveChanges();
        }

        Db.ChangeTracker.Clear();
        Changed(entity.Id);
        foreach (var step in steps)
        {
            step.Saved(entity, PublishedState.Unpublished);
        }

#pragma warning disable CS0618 // Umbraco marks it obsolete for subscribers, yet its own cache handling still lives on it.
        Scopes.Ambient!.Notifications.Publish(new MediaRefreshNotification(entity, eventMessages.Get()));
#pragma warning restore CS0618
        entity.ResetDirtyProperties();
    }

    public override void Delete(IMedia entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        NodeStore.Delete(Db, entity.Id);
        Changed(entity.Id);
        entity.DeleteDate = entity.UpdateDate;
    }

    protected override IMedia ToEntity(ContentRow row, ContentVersionRow current, ContentVersionRow? published)
    {
        var type = Types.Get<IMediaType>(row.ContentTypeId);
        var media = new Umbraco.Cms.Core.Models.Media(current.Name ?? row.Node.Name, row.Node.ParentId, type);
        media.DisableChangeTracking();
        NodeStore.Fill(media, row.Node);
        media.Name = current.Name ?? row.Node.Name;
        media.VersionId = current.Id;
        media.WriterId = current.UserId;
        media.UpdateDate = current.VersionDate;
        media.Properties = PropertyValues.Read(type, VersionData.Parse(current.Data), null, languages.GetDefaultIsoCode());
        media.EnableChangeTracking();
        media.ResetDirtyProperties(false);
        return media;
    }

    private static ContentVersionRow Fill(ContentVersionRow row, IMedia entity)
    {
        row.VersionDate = entity.UpdateDate;
        row.UserId = entity.WriterId;
        row.Name = entity.Name;
        row.MediaPath = entity.HasProperty(Constants.Conventions.Media.File) ? StoredFiles.Url(entity.GetValue(Constants.Conventions.Media.File)) : null;
        row.Data = new VersionData([], [.. PropertyValues.Write(entity.Properties, published: false)]).ToJson();
        return row;
    }
}

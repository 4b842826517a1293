using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.Documents;

/// <summary>
/// Writes a document. Publishing rotates versions: what was current becomes the published version and a new current one is added,
/// so that the former published version stays as history.
/// </summary>
internal static class DocumentWriter
{
    /// <returns>Whether anything was written.</returns>
    public static bool Save(CmsDb db, IContent entity, Guid objectType, string defaultCulture)
    {
        var state = entity.PublishedState;
        var publishing = state == PublishedState.Publishing;
        if (entity.HasIdentity && state is PublishedState.Published or PublishedState.Unpublished && !entity.IsDirty() && !entity.IsAnyUserPropertyDirty())
        {
            return false;
        }

        var isNew = !entity.HasIdentity;
        if (isNew)
        {
            // As stock Umbraco does: a page that was made without naming a template is shown by its type's own.
            entity.TemplateId ??= entity.ContentType.DefaultTemplate?.Id;
            entity.AddingEntity();
        }
        else
        {
            entity.UpdatingEntity();
        }

        var moving = !isNew && entity.IsMoving();
        if (!moving)
        {
            GiveNames(db, entity, objectType, publishing, defaultCulture);
        }

        if (entity.ContentType.VariesByCulture())
        {
            entity.AdjustDates(entity.UpdateDate, publishing);
        }

        entity.Edited = !(publishing || state == PublishedState.Published) || Differs(entity, publishing);
        if (isNew)
        {
            Insert(db, entity, objectType);
        }
        else
        {
            NodeStore.Update(db, entity);
        }

        SaveVersion(db, entity, isNew, publishing);
        if (state == PublishedState.Unpublishing)
        {
            Unpublish(db, entity);
        }

        Finish(db, entity, publishing, state == PublishedState.Unpublishing);
        return true;
    }

    private static bool Differs(IContent entity, bool publishing) =>
        PropertyValues.Edited(entity.Properties)
        || (entity.ContentType.VariesByCulture()
            ? DocumentMapper.EditedCultures(entity).Length > 0
            : !publishing && entity.Name != entity.PublishName);

    private static void GiveNames(CmsDb db, IContent entity, Guid objectType, bool publishing, string defaultCulture)
    {
        if (!entity.ContentType.VariesByCulture())
        {
            entity.Name = UniqueNames.Invariant(db, entity, objectType);
            return;
        }

        foreach (var (culture, unique) in UniqueNames.InCultures(db, entity, objectType))
        {
            entity.SetCultureName(unique, culture);
            if (publishing && entity.IsCulturePublished(culture))
            {
                entity.SetPublishInfo(culture, unique, entity.UpdateDate);
            }
        }

        // The node bears the name in the default language, or else the first there is.
        entity.Name = entity.GetCultureName(defaultCulture) ?? entity.CultureInfos?.Values.Select(info => info.Name).FirstOrDefault() ?? entity.Name;
    }

    private static void Insert(CmsDb db, IContent entity, Guid objectType)
    {
        var node = NodeStore.Insert(db, entity, objectType, appendToSiblings: true);
        db.Add(new ContentRow { Id = node.Id, ContentTypeId = entity.ContentTypeId });
        db.SaveChanges();
        db.ChangeTracker.Clear();
    }

    private static void SaveVersion(CmsDb db, IContent entity, bool isNew, bool publishing)
    {
        var publishName = entity.ContentType.VariesByCulture() ? entity.PublishCultureInfos?.Values.Select(info => info.Name).FirstOrDefault() ?? entity.Name : entity.Name;
        if (isNew)
        {
            entity.VersionId = Add(db, entity, current: !publishing, published: publishing, publishing ? publishName : entity.Name);
        }
        else if (publishing)
        {
            db.Set<ContentVersionRow>().Where(version => version.ContentId == entity.Id && version.Published)
                .ExecuteUpdate(set => set.SetProperty(version => version.Published, false));
            Update(db, entity, current: false, published: true, publishName);
        }
        else
        {
            Update(db, entity, current: true, published: false, entity.Name);
        }

        if (publishing)
        {
            entity.PublishedVersionId = entity.VersionId;
            entity.PublishName = publishName;
            entity.VersionId = Add(db, entity, current: true, published: false, entity.Name);
        }
    }

    private static int Add(CmsDb db, IContent entity, bool current, bool published, string? name)
    {
        var row = new ContentVersionRow
        {
            ContentId = entity.Id,
            VersionDate = entity.UpdateDate,
            UserId = entity.WriterId,
            Current = current,
            Published = published,
            Name = name,
            TemplateId = entity.TemplateId,
            Data = Data(entity, published).ToJson(),
        };
        db.Add(row);
        db.SaveChanges();
        db.ChangeTracker.Clear();
        return row.Id;
    }

    private static void Update(CmsDb db, IContent entity, bool current, bool published, string? name)
    {
        var data = Data(entity, published).ToJson();
        var updated = db.Set<ContentVersionRow>().Where(version => version.Id == entity.VersionId && version.ContentId == entity.Id).ExecuteUpdate(set => set
            .SetProperty(version => version.VersionDate, entity.UpdateDate)
            .SetProperty(version => version.UserId, entity.WriterId)
            .SetProperty(version => version.Current, current)
            .SetProperty(version => version.Published, published)
            .SetProperty(version => version.Name, name)
            .SetProperty(version => version.TemplateId, entity.TemplateId)
            .SetProperty(version => version.Data, data));
        if (updated != 1)
        {
            throw new DbUpdateConcurrencyException($"Version {entity.VersionId} of document {entity.Id} ({entity.Name}) no longer exists.");
        }
    }

    private static VersionData Data(IContent entity, bool published)
    {
        var infos = published ? entity.PublishCultureInfos : entity.CultureInfos;
        var names = entity.ContentType.VariesByCulture() && infos is not null
            ? infos.Values.Select(info => new CultureName(info.Culture, info.Name ?? "", info.Date)).ToArray()
            : [];
        return new VersionData(names, [.. PropertyValues.Write(entity.Properties, published)]);
    }

    private static void Unpublish(CmsDb db, IContent entity) =>
        db.Set<ContentVersionRow>().Where(version => version.ContentId == entity.Id && version.Published)
            .ExecuteUpdate(set => set.SetProperty(version => version.Published, false));

    private static void Finish(CmsDb db, IContent entity, bool publishing, bool unpublishing)
    {
        var published = publishing || (entity.Published && !unpublishing);
        db.Set<ContentRow>().Where(row => row.Id == entity.Id).ExecuteUpdate(set => set
            .SetProperty(row => row.ContentTypeId, entity.ContentTypeId)
            .SetProperty(row => row.Published, published)
            .SetProperty(row => row.Edited, entity.Edited));
        if (publishing)
        {
            entity.PublishDate = entity.UpdateDate;
            entity.PublisherId = entity.WriterId;
            entity.PublishTemplateId = entity.TemplateId;
            entity.Published = true;
        }
        else if (unpublishing)
        {
            entity.PublishDate = null;
            entity.PublisherId = null;
            entity.PublishName = null;
            entity.PublishTemplateId = null;
            entity.PublishedVersionId = 0;
            entity.Published = false;
        }

        if (entity.ContentType.VariesByCulture())
        {
            entity.SetCultureEdited(DocumentMapper.EditedCultures(entity));
            SaveCultures(db, entity, published);
        }
    }

    private static void SaveCultures(CmsDb db, IContent entity, bool published)
    {
        var known = db.Set<DocumentCultureRow>().Where(row => row.ContentId == entity.Id).ToDictionary(row => row.Culture);
        foreach (var culture in entity.AvailableCultures)
        {
            var code = culture.ToLowerInvariant();
            if (!known.Remove(code, out var row))
            {
                db.Add(row = new DocumentCultureRow { ContentId = entity.Id, Culture = code });
            }

            row.Name = entity.GetCultureName(culture);
            row.NameKey = NodeStore.NameKey(row.Name);
            row.Published = published && entity.IsCulturePublished(culture);
            row.Edited = entity.IsCultureEdited(culture);
        }

        db.RemoveRange(known.Values);
        db.SaveChanges();
        db.ChangeTracker.Clear();
    }
}

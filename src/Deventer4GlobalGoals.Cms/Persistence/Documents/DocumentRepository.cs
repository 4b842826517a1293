using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using System.Globalization;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Persistence.Documents;

/// <summary>What documents and blueprints have in common.</summary>
public abstract class DocumentRepositoryBase(
    EfScopeProvider scopes,
    ContentTypeSet types,
    ILanguageRepository languages,
    IEventMessagesFactory eventMessages,
    IEnumerable<IContentSaveStep> steps,
    Guid objectType) : ContentRepositoryBase<IContent>(scopes, types, objectType), IDocumentRepository
{
    private readonly Func<CmsDb, int, IEnumerable<ScheduleRow>> _schedule = EF.CompileQuery<CmsDb, int, ScheduleRow>((db, id) =>
        db.Set<ScheduleRow>().AsNoTracking().Where(row => row.ContentId == id));

    public override int RecycleBinId => Constants.System.RecycleBinContent;

    public override void Save(IContent entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var state = entity.PublishedState;
        if (!DocumentWriter.Save(Db, entity, ObjectType, languages.GetDefaultIsoCode()))
        {
            return;
        }

        Changed(entity.Id);
        foreach (var step in steps)
        {
            step.Saved(entity, state);
        }

#pragma warning disable CS0618 // Umbraco marks it obsolete for subscribers, yet its own cache handling still lives on it.
        Scopes.Ambient!.Notifications.Publish(new ContentRefreshNotification(entity, eventMessages.Get()));
#pragma warning restore CS0618
        entity.ResetDirtyProperties();
    }

    public override void Delete(IContent entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        NodeStore.Delete(Db, entity.Id);
        Changed(entity.Id);
        entity.DeleteDate = entity.UpdateDate;
    }

    public IEnumerable<IContent> GetPage(IQuery<IContent>? query, long pageIndex, int pageSize, out long totalRecords, string[]? propertyAliases, IQuery<IContent>? filter, Ordering? ordering, bool loadTemplates) =>
        GetPage(query, pageIndex, pageSize, out totalRecords, propertyAliases, filter, ordering);

    public ContentScheduleCollection GetContentSchedule(int contentId) => DocumentSchedules.Collect(_schedule(Db, contentId));

    public void PersistContentSchedule(IContent content, ContentScheduleCollection schedule)
    {
        ArgumentNullException.ThrowIfNull(content);
        DocumentSchedules.Write(Db, content.Id, schedule);
    }

    public IDictionary<int, IEnumerable<ContentSchedule>> GetContentSchedulesByIds(int[] documentIds) => DocumentSchedules.Read(Db, documentIds);

    public void ClearSchedule(DateTime date) => Db.Set<ScheduleRow>().Where(row => row.Date <= date).ExecuteDelete();

    public void ClearSchedule(DateTime date, ContentScheduleAction action) => DocumentSchedules.Due(Db, date, action).ExecuteDelete();

    public bool HasContentForExpiration(DateTime date) => DocumentSchedules.Due(Db, date, ContentScheduleAction.Expire).Any();

    public bool HasContentForRelease(DateTime date) => DocumentSchedules.Due(Db, date, ContentScheduleAction.Release).Any();

    public IEnumerable<IContent> GetContentForExpiration(DateTime date) => Scheduled(DocumentSchedules.Due(Db, date, ContentScheduleAction.Expire));

    public IEnumerable<IContent> GetContentForRelease(DateTime date) => Scheduled(DocumentSchedules.Due(Db, date, ContentScheduleAction.Release));

    public int CountPublished(string? contentTypeAlias = null) => OfType(Rows.Where(row => row.Published && !row.Node.Trashed), contentTypeAlias).Count();

    public bool IsPathPublished(IContent? content)
    {
        if (content is not { Trashed: false, Published: true })
        {
            return false;
        }

        return content.Path.Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture)).Where(id => id > 0 && id != content.Id)
            .All(ancestor => Row(ancestor) is { Published: true });
    }

    public void ReplaceContentPermissions(EntityPermissionSet permissionSet)
    {
        ArgumentNullException.ThrowIfNull(permissionSet);
        DocumentPermissions.Replace(Db, permissionSet);
    }

    public void AssignEntityPermission(IContent entity, string permission, IEnumerable<int> groupIds)
    {
        ArgumentNullException.ThrowIfNull(entity);
        DocumentPermissions.Assign(Db, entity.Id, permission, groupIds);
    }

    public EntityPermissionCollection GetPermissionsForEntity(int entityId) => DocumentPermissions.Read(Db, entityId);

    public void AddOrUpdatePermissions(ContentPermissionSet permission)
    {
        ArgumentNullException.ThrowIfNull(permission);
        DocumentPermissions.Replace(Db, permission);
    }

    protected override IContent ToEntity(ContentRow row, ContentVersionRow current, ContentVersionRow? published) =>
        DocumentMapper.ToEntity(row, current, published, Types, languages.GetDefaultIsoCode());

    private IEnumerable<IContent> Scheduled(IQueryable<ScheduleRow> due) =>
        Load(Rows.Where(row => due.Any(entry => entry.ContentId == row.Id)).OrderBy(row => row.Node.Level).ThenBy(row => row.Node.SortOrder));
}

/// <inheritdoc cref="IDocumentRepository"/>
public sealed class DocumentRepository(
    EfScopeProvider scopes, ContentTypeSet types, ILanguageRepository languages, IEventMessagesFactory eventMessages, IEnumerable<IContentSaveStep> steps)
    : DocumentRepositoryBase(scopes, types, languages, eventMessages, steps, Constants.ObjectTypes.Document);

/// <inheritdoc cref="IDocumentBlueprintRepository"/>
public sealed class DocumentBlueprintRepository(
    EfScopeProvider scopes, ContentTypeSet types, ILanguageRepository languages, IEventMessagesFactory eventMessages)
    : DocumentRepositoryBase(scopes, types, languages, eventMessages, [], Constants.ObjectTypes.DocumentBlueprint), IDocumentBlueprintRepository;

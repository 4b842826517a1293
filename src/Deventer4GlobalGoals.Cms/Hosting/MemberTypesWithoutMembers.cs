using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Changes;
using Umbraco.Cms.Core.Services.Filters;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Hosting;

/// <summary>
/// Member types are kept, so that a folder of uSync files loses none; members aren't hosted. Umbraco's own service wants the
/// service of members only to delete those of a deleted type.
/// </summary>
internal sealed class MemberTypesWithoutMembers(
    ICoreScopeProvider scopes,
    ILoggerFactory loggers,
    IEventMessagesFactory eventMessages,
    IMemberTypeRepository repository,
    IAuditService audit,
    IMemberTypeContainerRepository containers,
    IEntityRepository entities,
    IEventAggregator events,
    IUserIdKeyResolver users,
    ContentTypeFilterCollection filters)
    : ContentTypeServiceBase<IMemberTypeRepository, IMemberType>(
        scopes, loggers, eventMessages, repository, audit, containers, entities, events, users, filters), IMemberTypeService
{
    protected override int[] ReadLockIds { get; } = [Constants.Locks.MemberTypes];

    protected override int[] WriteLockIds { get; } = [Constants.Locks.MemberTree, Constants.Locks.MemberTypes];

    protected override Guid ContainedObjectType => Constants.ObjectTypes.MemberType;

    /// <exception cref="InvalidOperationException">There are no member types.</exception>
    public string GetDefault()
    {
        using var scope = ScopeProvider.CreateCoreScope(autoComplete: true);
        scope.ReadLock(ReadLockIds);
        IMemberType[] all = [.. Repository.GetMany(Array.Empty<int>())];
        var chosen = Array.Find(all, type => type.Alias.InvariantEquals(Constants.Conventions.MemberTypes.DefaultAlias)) ?? all.FirstOrDefault();
        return chosen?.Alias ?? throw new InvalidOperationException("There are no member types.");
    }

    protected override void DeleteItemsOfTypes(IEnumerable<int> typeIds)
    {
        // There are no members to delete.
    }

    protected override SavingNotification<IMemberType> GetSavingNotification(IMemberType item, EventMessages eventMessages) => new MemberTypeSavingNotification(item, eventMessages);

    protected override SavingNotification<IMemberType> GetSavingNotification(IEnumerable<IMemberType> items, EventMessages eventMessages) => new MemberTypeSavingNotification(items, eventMessages);

    protected override SavedNotification<IMemberType> GetSavedNotification(IMemberType item, EventMessages eventMessages) => new MemberTypeSavedNotification(item, eventMessages);

    protected override SavedNotification<IMemberType> GetSavedNotification(IEnumerable<IMemberType> items, EventMessages eventMessages) => new MemberTypeSavedNotification(items, eventMessages);

    protected override DeletingNotification<IMemberType> GetDeletingNotification(IMemberType item, EventMessages eventMessages) => new MemberTypeDeletingNotification(item, eventMessages);

    protected override DeletingNotification<IMemberType> GetDeletingNotification(IEnumerable<IMemberType> items, EventMessages eventMessages) => new MemberTypeDeletingNotification(items, eventMessages);

    protected override DeletedNotification<IMemberType> GetDeletedNotification(IEnumerable<IMemberType> items, EventMessages eventMessages) => new MemberTypeDeletedNotification(items, eventMessages);

    protected override MovingNotification<IMemberType> GetMovingNotification(MoveEventInfo<IMemberType> moveInfo, EventMessages eventMessages) => new MemberTypeMovingNotification(moveInfo, eventMessages);

    protected override MovedNotification<IMemberType> GetMovedNotification(IEnumerable<MoveEventInfo<IMemberType>> moveInfo, EventMessages eventMessages) => new MemberTypeMovedNotification(moveInfo, eventMessages);

    protected override ContentTypeChangeNotification<IMemberType> GetContentTypeChangedNotification(IEnumerable<ContentTypeChange<IMemberType>> changes, EventMessages eventMessages) => new MemberTypeChangedNotification(changes, eventMessages);

#pragma warning disable CS0618 // The base class asks for it: Umbraco's own cache handling still lives on it.
    protected override ContentTypeRefreshNotification<IMemberType> GetContentTypeRefreshedNotification(IEnumerable<ContentTypeChange<IMemberType>> changes, EventMessages eventMessages) => new MemberTypeRefreshedNotification(changes, eventMessages);
#pragma warning restore CS0618
}

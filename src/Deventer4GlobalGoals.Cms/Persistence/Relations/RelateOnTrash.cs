using System.Globalization;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Persistence.Relations;

/// <summary>
/// Remembers where a page lay that goes to the recycle bin, in the relation that Umbraco looks it up by; and forgets it once the page is out.
/// </summary>
internal sealed class RelateOnTrash(IRelationService relations, IEntityService entities) :
    INotificationHandler<ContentMovedToRecycleBinNotification>,
    INotificationHandler<ContentMovedNotification>
{
    private const string Alias = Constants.Conventions.RelationTypes.RelateParentDocumentOnDeleteAlias;

    public void Handle(ContentMovedToRecycleBinNotification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        if (relations.GetRelationTypeByAlias(Alias) is not { } type)
        {
            return;
        }

        foreach (var moved in notification.MoveInfoCollection)
        {
            if (ParentOf(moved.OriginalPath) is { } parent
                && entities.Get(parent, UmbracoObjectTypes.Document) is not null
                && relations.GetByParentAndChildId(parent, moved.Entity.Id, type) is null)
            {
                relations.Save(new Relation(parent, moved.Entity.Id, type));
            }
        }
    }

    public void Handle(ContentMovedNotification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        foreach (var moved in notification.MoveInfoCollection.Where(moved => moved.OriginalPath.Contains(Constants.System.RecycleBinContentString, StringComparison.Ordinal)))
        {
            foreach (var relation in relations.GetByChildId(moved.Entity.Id).Where(relation => relation.RelationType.Alias == Alias).ToList())
            {
                relations.Delete(relation);
            }
        }
    }

    /// <summary>Null for a page that lay at the top.</summary>
    private static int? ParentOf(string path) => path.Split(',') is [.., var parent, _]
        && int.TryParse(parent, NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) && id > 0
            ? id
            : null;
}

using Deventer4GlobalGoals.Web.Accounts;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>What depends on the item, behind what the permission table lets through.</summary>
public static class ItemAccess
{
    /// <summary>Publishers change everything; an author what they made themselves, as long as it isn't online.</summary>
    public static bool MayEdit(Viewer viewer, IContent item)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(item);
        return MayPublish(viewer) || (viewer.Is(AccountRoles.Author) && item.CreatorId == viewer.Required.Id && !item.Published);
    }

    public static bool MayPublish(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Is(AccountRoles.Publishers);
    }
}

using System.Globalization;
using Deventer4GlobalGoals.Web.Accounts;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>What depends on the item, behind what the permission table lets through.</summary>
public static class ItemAccess
{
    /// <summary>
    /// Publishers change everything; an author what they made themselves, as long as it isn't online, and a draft of what their own organisation has
    /// on the site.
    /// </summary>
    public static bool MayEdit(Viewer viewer, IContent item)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(item);
        return MayPublish(viewer) || (viewer.Is(AccountRoles.Author) && ((item.CreatorId == viewer.Required.Id && !item.Published) || IsOwn(viewer, item)));
    }

    public static bool MayPublish(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Is(AccountRoles.Publishers);
    }

    /// <summary>What is on the site, only publishers take off it.</summary>
    public static bool MayBin(Viewer viewer, IContent item) => MayEdit(viewer, item) && (MayPublish(viewer) || !item.Published);

    /// <summary>Whether it is the page, or a practice, of the organisation that somebody writes for.</summary>
    public static bool IsOwn(Viewer viewer, IContent item)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(item);
        return viewer.Account?.Organisation is { } own
            && (item.Key == own || (item.ContentType.Alias == "practice" && item.GetValue<string>("organisations")?.Contains(own.ToString("N", CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase) == true));
    }
}

using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Desk.Freshness;

/// <summary>Practices on the site that nobody confirmed for a year.</summary>
public static class OldPractices
{
    private const int MonthsConfirmed = 12;

    /// <summary>Longest ago first.</summary>
    public static IReadOnlyList<CommunityItem> Of(CommunitySnapshot community, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(community);
        var before = today.AddMonths(-MonthsConfirmed);
        return [.. community.Items.Values.Where(item => item.Kind == ItemKind.Practice && !item.IsDemo && (item.LastConfirmed is not { } day || day < before))
            .OrderBy(item => item.LastConfirmed ?? DateOnly.MinValue).ThenBy(item => item.Title(SitePage.DefaultCulture).Text, StringComparer.Ordinal)];
    }
}

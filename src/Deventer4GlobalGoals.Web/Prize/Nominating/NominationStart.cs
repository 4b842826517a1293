using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Prize.Nominating;

/// <summary>What a nomination may begin with.</summary>
internal static class NominationStart
{
    /// <summary>A form that begins with what a practice on the site says; null when there is no such practice.</summary>
    public static NominationForm? FromPractice(CommunitySnapshot community, Guid practice, string culture)
    {
        if (community.Find(practice) is not { Kind: ItemKind.Practice } item)
        {
            return null;
        }

        var organisation = item.Organisations.Select(community.Find).OfType<CommunityItem>().FirstOrDefault();
        return new NominationForm
        {
            Organisation = organisation is null ? null : organisation.In(SitePage.DefaultCulture).Title,
            Town = organisation?.Town ?? item.Town ?? "Deventer",
            Why = $"{item.Title(culture).Text}. {item.Summary(culture).Text}",
            Goals = [.. item.Goals.Select(goal => goal.Number)],
            Practice = practice,
        };
    }
}

using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Prize.Nominating;

/// <summary>The directory of the site, to choose an organisation from.</summary>
public sealed class OrganisationNames(CommunityIndex index)
{
    public IEnumerable<string> All => index.Current.Sorted(ItemKind.Organisation, ItemOrder.Name, SitePage.DefaultCulture)
        .Where(item => !item.IsHidden).Select(item => item.In(SitePage.DefaultCulture).Title);

    /// <summary>Null when it isn't in the directory: it is new here.</summary>
    public Guid? Find(string name) => index.Current.Sorted(ItemKind.Organisation, ItemOrder.Name, SitePage.DefaultCulture)
        .FirstOrDefault(item => string.Equals(item.In(SitePage.DefaultCulture).Title, name, StringComparison.OrdinalIgnoreCase))?.Key;

    /// <summary>Null when it isn't in the directory any more.</summary>
    public string? NameOf(Guid key) => index.Current.Find(key) is { Kind: ItemKind.Organisation } item ? item.In(SitePage.DefaultCulture).Title : null;

    /// <summary>A form that begins with what a practice on the site says; null when there is no such practice.</summary>
    public NominationForm? FromPractice(Guid practice, string culture)
    {
        var community = index.Current;
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

namespace Deventer4GlobalGoals.Web.Content.Community;

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
}

using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>A page that refers to another.</summary>
public sealed record ItemUse(Guid Key, string Name, bool IsOnline);

/// <summary>What goes with a page: those that refer to it, and those under it.</summary>
public sealed class ItemUses(IContentService contents, ITrackedReferencesService references)
{
    /// <summary>How many are named.</summary>
    public const int Most = 20;

    public async Task<(IReadOnlyList<ItemUse> Uses, long Total)> OfAsync(IContent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var found = await references.GetPagedRelationsForItemAsync(item.Key, UmbracoObjectTypes.Document, 0, Most, filterMustBeIsDependency: false);
        return found.Success
            ? ([.. found.Result.Items.Select(use => new ItemUse(use.NodeKey, use.NodeName ?? string.Empty, use.NodePublished == true))], found.Result.Total)
            : ([], 0);
    }

    /// <summary>How many pages lie under it, at any depth.</summary>
    public int Below(IContent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return contents.CountDescendants(item.Id);
    }

    public async Task<bool> HasAnyAsync(IContent item) => Below(item) > 0 || (await OfAsync(item)).Total > 0;
}

/// <summary>The question before something goes that other pages need.</summary>
/// <param name="Item">What goes.</param>
/// <param name="Culture">In this language.</param>
/// <param name="Action">The last part of the address that does it.</param>
/// <param name="Uses">Pages that refer to it.</param>
/// <param name="Total">How many there are of those.</param>
/// <param name="Below">How many pages lie under it.</param>
public sealed record SurePage(IContent Item, string Culture, string Action, IReadOnlyList<ItemUse> Uses, long Total, int Below)
{
    internal const string View = "~/Desk/Views/Sure.cshtml";
}

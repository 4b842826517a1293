using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Site.Lists;

/// <summary>What a list shows and how it can be narrowed down and ordered.</summary>
/// <param name="Kinds">What stands in it.</param>
/// <param name="Facets">In the order in which they are shown.</param>
/// <param name="Orders">The first one is what the visitor gets without asking.</param>
/// <param name="Word">The group of texts that names what is counted: "practice" for "1 praktijk, 2 praktijken".</param>
public sealed record ListDefinition(ItemKind[] Kinds, Facet[] Facets, ListOrder[] Orders, string Word)
{
    public const int PageSize = 20;

    public static ListDefinition Practices { get; } = new(
        [ItemKind.Practice],
        [SiteFacets.Goal, SiteFacets.Sector, SiteFacets.Size, SiteFacets.Costs, SiteFacets.Time, SiteFacets.Years],
        [ListOrder.Newest, ListOrder.Name, ListOrder.Cheapest],
        "practice");

    public static ListDefinition Organisations { get; } = new(
        [ItemKind.Organisation],
        [SiteFacets.OrganisationKind, SiteFacets.Goal, SiteFacets.Sector, SiteFacets.Size, SiteFacets.Place, SiteFacets.Country, SiteFacets.Role],
        [ListOrder.Name],
        "organisation");

    public static ListDefinition Meetings { get; } = new(
        [ItemKind.Meeting],
        [SiteFacets.When, SiteFacets.MeetingKind, SiteFacets.Goal, SiteFacets.Years, SiteFacets.Place],
        [ListOrder.Agenda],
        "meeting");

    public static ListDefinition News { get; } = new([ItemKind.Article], [SiteFacets.Years, SiteFacets.Goal], [ListOrder.Newest], "article");

    public static ListDefinition Search { get; } = new(
        [ItemKind.Practice, ItemKind.Organisation, ItemKind.Meeting, ItemKind.Article, ItemKind.PrizeEdition, ItemKind.Goal, ItemKind.Page],
        [
            SiteFacets.Type, SiteFacets.Goal, SiteFacets.Sector, SiteFacets.AnyKind, SiteFacets.Years, SiteFacets.Place, SiteFacets.Country,
            SiteFacets.Size, SiteFacets.Costs,
        ],
        [ListOrder.Best, ListOrder.Newest, ListOrder.Oldest],
        "result");

    /// <summary>Whoever typed words gets the best answers first, unless they ask otherwise.</summary>
    public ListOrder[] OrdersFor(string text) => text.Length > 0 && Orders[0] != ListOrder.Best ? [ListOrder.Best, .. Orders] : Orders;
}

/// <summary>An order as it stands in the URL (<c>sorteer</c>) and in the texts.</summary>
public enum ListOrder
{
    Best,
    Newest,
    Oldest,
    Name,
    Cheapest,
    Agenda,
}

using System.Collections.Immutable;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Site.Lists;

/// <summary>The kinds of pages that are searched, as they stand in an address (<c>type</c>) and in the indexes.</summary>
public static class ItemTypes
{
    private static readonly Dictionary<ItemKind, ImmutableArray<string>> Names = new()
    {
        [ItemKind.Practice] = ["praktijkvoorbeeld"],
        [ItemKind.Organisation] = ["organisatie"],
        [ItemKind.Meeting] = ["bijeenkomst"],
        [ItemKind.Article] = ["nieuws"],
        [ItemKind.PrizeEdition] = ["prijs"],
        [ItemKind.Goal] = ["doel"],
        [ItemKind.Page] = ["pagina"],
    };

    /// <summary>One name; none for pages that only lead to others.</summary>
    public static ImmutableArray<string> Of(ItemKind kind) => Names.GetValueOrDefault(kind, []);
}

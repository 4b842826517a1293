using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>How an item stands in one language.</summary>
public enum ItemState
{
    /// <summary>There is no such language of it yet.</summary>
    Absent,

    /// <summary>Only the desk sees it.</summary>
    Draft,

    /// <summary>As it is in the desk, it is on the site.</summary>
    Published,

    /// <summary>On the site is an older version.</summary>
    Changed,

    /// <summary>In the recycle bin.</summary>
    Trashed,
}

public static class ItemStates
{
    public static ItemState Of(IContent item, string culture)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Trashed)
        {
            return ItemState.Trashed;
        }

        if (!item.ContentType.Variations.HasFlag(ContentVariation.Culture))
        {
            return !item.Published ? ItemState.Draft : item.Edited ? ItemState.Changed : ItemState.Published;
        }

        return !item.IsCultureAvailable(culture) ? ItemState.Absent
            : !item.IsCulturePublished(culture) ? ItemState.Draft
            : item.IsCultureEdited(culture) ? ItemState.Changed
            : ItemState.Published;
    }

    /// <summary>The class that gives the word its shape.</summary>
    public static string Style(ItemState state) => state switch
    {
        ItemState.Published => "d4-staat--goed",
        ItemState.Changed => "d4-staat--let-op",
        ItemState.Trashed => "d4-staat--fout",
        _ => "d4-staat--open",
    };

    public static string Word(ItemState state, string language) => (state, language) switch
    {
        (ItemState.Published, "en") => "Online",
        (ItemState.Published, _) => "Online",
        (ItemState.Changed, "en") => "Online, changed since",
        (ItemState.Changed, _) => "Online, intussen veranderd",
        (ItemState.Trashed, "en") => "In the bin",
        (ItemState.Trashed, _) => "In de prullenbak",
        (ItemState.Absent, "en") => "Not there yet",
        (ItemState.Absent, _) => "Nog niet gemaakt",
        (_, "en") => "Draft",
        _ => "Concept",
    };
}

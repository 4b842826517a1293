using Deventer4GlobalGoals.Web.Desk.Checks;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Deventer4GlobalGoals.Web.Desk.Review;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>A step up from an item to the top.</summary>
public sealed record ItemCrumb(Guid Key, string Name);

/// <summary>What stands beside the form: an older version.</summary>
public sealed record ItemVersion(int Id, DateTimeOffset At, string By, bool IsPublished, bool IsCurrent);

/// <summary>The page with the form.</summary>
public sealed record EditPage
{
    public required IContent Item { get; init; }

    public required string Culture { get; init; }

    /// <summary>Every language, with how the item stands in it.</summary>
    public required IReadOnlyList<(string Culture, string Name, ItemState State)> Cultures { get; init; }

    public required bool IsDefaultCulture { get; init; }

    public required IReadOnlyList<FieldGroup> Groups { get; init; }

    public required FieldData Data { get; init; }

    public required IReadOnlyList<ItemCrumb> Crumbs { get; init; }

    public required IReadOnlyList<ItemVersion> Versions { get; init; }

    public required bool MayPublish { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Problems { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyList<FieldConflict> Conflicts { get; init; } = [];

    /// <summary>Where it is on the site; null when it isn't.</summary>
    public string? Url { get; init; }

    /// <summary>When it goes online or offline by itself.</summary>
    public DateTimeOffset? Release { get; init; }

    public DateTimeOffset? Expire { get; init; }

    /// <summary>Other pages that refer to it; not all are named.</summary>
    public IReadOnlyList<ItemUse> Uses { get; init; } = [];

    /// <summary>How many of those there are.</summary>
    public long Users { get; init; }

    /// <summary>How many pages lie under it.</summary>
    public int Below { get; init; }

    /// <summary>What the checks found on what is stored.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What an author asked of editors about it, or a visitor sent; null when nobody did.</summary>
    public ReviewNow? Review { get; init; }

    /// <summary>Goals that the texts seem to be about; null when nobody asked.</summary>
    public IReadOnlyList<GoalProposal>? Proposals { get; init; }

    /// <summary>Another language, to write beside; null for none.</summary>
    public Beside? Beside { get; init; }

    /// <summary>What was asked to stand beside; null when that was left to the desk.</summary>
    public string? BesideAsked { get; init; }

    public ItemState State => ItemStates.Of(Item, Culture);

    public string Name => ItemForm.NameOf(Item, Culture) is { Length: > 0 } name ? name : Item.Name ?? string.Empty;

    public IReadOnlyList<string> ProblemsOf(string input) => Problems.GetValueOrDefault(input) ?? [];
}

using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>A page that refers to another.</summary>
public sealed record ItemUse(Guid Key, string Name, bool IsOnline);

/// <summary>A meeting that people registered for.</summary>
public sealed record ItemGuests(MeetingPlaces Meeting, int People);

/// <summary>What goes with a page: those that refer to it, those under it, and who registered for meetings among them.</summary>
public sealed class ItemUses(IContentService contents, ITrackedReferencesService references, ISiteDbFactory databases, MeetingReader meetings)
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

    /// <summary>Who registered for it, or for meetings under it.</summary>
    public async Task<IReadOnlyList<ItemGuests>> GuestsAsync(IContent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        await using var db = databases.Create();
        var rows = db.Set<RegistrationRow>().Where(row => row.State != RegistrationState.Cancelled);
        if (item.ContentType.Alias == "meeting")
        {
            rows = rows.Where(row => row.MeetingKey == item.Key);
        }
        else if (Below(item) == 0)
        {
            return [];
        }

        var people = await rows.GroupBy(row => row.MeetingKey).Select(group => new { group.Key, Seats = group.Sum(row => row.Seats) }).ToDictionaryAsync(group => group.Key, group => group.Seats);
        return [.. contents.GetByIds(people.Keys)
            .Where(page => page.Id == item.Id || page.Path.StartsWith(item.Path + ",", StringComparison.Ordinal))
            .Select(page => meetings.FindKept(page.Key, SitePage.DefaultCulture)).OfType<MeetingPlaces>()
            .OrderByDescending(meeting => meeting.Start).Select(meeting => new ItemGuests(meeting, people[meeting.Key]))];
    }

    public async Task<bool> HasAnyAsync(IContent item) => Below(item) > 0 || (await OfAsync(item)).Total > 0 || (await GuestsAsync(item)).Count > 0;

    /// <summary>The question before it goes.</summary>
    public async Task<SurePage> AskAsync(IContent item, string culture, string action)
    {
        var (used, total) = await OfAsync(item);
        return new SurePage(item, culture, action, used, total, Below(item), await GuestsAsync(item));
    }
}

/// <summary>The question before something goes that other pages, or people, need.</summary>
/// <param name="Item">What goes.</param>
/// <param name="Culture">In this language.</param>
/// <param name="Action">The last part of the address that does it.</param>
/// <param name="Uses">Pages that refer to it.</param>
/// <param name="Total">How many there are of those.</param>
/// <param name="Below">How many pages lie under it.</param>
/// <param name="Guests">Meetings among them that people registered for, the latest first.</param>
public sealed record SurePage(IContent Item, string Culture, string Action, IReadOnlyList<ItemUse> Uses, long Total, int Below, IReadOnlyList<ItemGuests> Guests)
{
    internal const string View = "~/Desk/Views/Sure.cshtml";
}

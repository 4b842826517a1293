using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Desk.Checks;
using Deventer4GlobalGoals.Web.Desk.Freshness;
using Deventer4GlobalGoals.Web.Desk.Items;
using Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;
using Deventer4GlobalGoals.Web.Desk.Review;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk;

/// <summary>A page that goes online or off the site by itself.</summary>
public sealed record ScheduledItem(IContent Item, DateTimeOffset At, bool IsOnline);

/// <summary>A meeting to come, and how many places are taken.</summary>
/// <param name="Item">Its page.</param>
/// <param name="Places">Null when its day isn't known.</param>
/// <param name="Taken">How many people have a place.</param>
/// <param name="Waiting">How many wait for one.</param>
public sealed record MeetingAhead(CommunityItem Item, MeetingPlaces? Places, int Taken, int Waiting)
{
    /// <summary>Whether there is a list of who comes.</summary>
    public bool HasRegistrations => Places is { IsOpen: true } || Taken + Waiting > 0;
}

/// <summary>What lies ready for somebody today.</summary>
public sealed record DeskHome(
    IReadOnlyList<IContent> Mine,
    IReadOnlyList<IContent> Review,
    IReadOnlyList<IContent> Changed,
    IReadOnlyList<ScheduledItem> Scheduled,
    IReadOnlyList<MeetingAhead> Meetings,
    IReadOnlyList<CommunityItem> Unconfirmed,
    SiteFindings? Found,
    DateTimeOffset? SecondStepBefore)
{
    /// <summary>As many of <see cref="Sent"/> are named.</summary>
    public const int MostNamed = 5;

    /// <summary>What was sent for review, longest waiting first.</summary>
    public IReadOnlyList<ReviewRow> Sent { get; init; } = [];

    /// <summary>How much was sent for review.</summary>
    public int SentCount { get; init; }

    /// <summary>How many practices nobody confirmed for a year, of which <see cref="Unconfirmed"/> names the first.</summary>
    public int UnconfirmedCount { get; init; }

    /// <summary>Where an author's own drafts are with the editors.</summary>
    public IReadOnlyDictionary<Guid, ReviewState> Own { get; init; } = new Dictionary<Guid, ReviewState>();

    public int Count => SentCount + Mine.Count + Review.Count + Changed.Count + Scheduled.Count + Unconfirmed.Count;
}

/// <summary>The desk's home: drafts, what waits, what is planned, meetings that come, practices that nobody confirmed for a year.</summary>
[Route("umbraco")]
public sealed class DeskHomeController(
    Viewer viewer, ItemTypes types, IContentService contents, ICoreScopeProvider scopes, CommunityIndex community, SecondStep secondStep, SiteCheck check, Reviews reviews, MeetingReader meetings, Registrations registrations)
    : DeskController(viewer)
{
    private const int Most = 8;
    private const int MostUnconfirmed = 4;
    private const int MostSent = 20;

    /// <summary>The page doesn't wait for a whole site to be looked through.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    [HttpGet("")]
    public async Task<IActionResult> Show()
    {
        var account = Viewer.Required;
        var isPublisher = ItemAccess.MayPublish(Viewer);
        var isWriter = Viewer.Is(AccountRoles.Writers);
        var id = account.Id;
        var unconfirmed = isPublisher ? OldPractices.Of(community.Current, DateOnly.FromDateTime(Viewer.Now.DateTime)) : [];
        var home = new DeskHome(
            isWriter ? Find(query => query.Where(item => !item.Trashed && !item.Published && item.CreatorId == id)) : [],
            isPublisher ? Find(query => query.Where(item => !item.Trashed && !item.Published && item.CreatorId != id)) : [],
            isPublisher ? Find(query => query.Where(item => !item.Trashed && item.Published && item.Edited)) : [],
            isPublisher ? Scheduled() : [],
            isWriter ? await MeetingsAsync() : [],
            [.. unconfirmed.Take(MostUnconfirmed)],
            isPublisher ? await check.LookAsync(Patience, HttpContext.RequestAborted) : null,
            await secondStep.HasAsync(account) ? null : secondStep.Deadline(account));
        var sent = isPublisher ? await reviews.WaitingAsync(MostSent, HttpContext.RequestAborted) : [];
        return View("~/Desk/Views/Home.cshtml", home with
        {
            Review = [.. home.Review.Where(item => sent.All(row => row.Item != item.Key))],
            Sent = sent,
            UnconfirmedCount = unconfirmed.Count,
            SentCount = isPublisher ? await reviews.CountAsync(HttpContext.RequestAborted) : 0,
            Own = isWriter && !isPublisher ? await reviews.OfAuthorAsync(id, HttpContext.RequestAborted) : new Dictionary<Guid, ReviewState>(),
        });
    }

    private List<IContent> Find(Func<IQuery<IContent>, IQuery<IContent>> filter) =>
        [.. contents.GetPagedOfTypes([.. types.All().Select(type => type.Id)], 0, Most, out _, filter(scopes.CreateQuery<IContent>()), Ordering.By("updateDate", Direction.Descending))];

    private async Task<IReadOnlyList<MeetingAhead>> MeetingsAsync()
    {
        var ahead = community.Current.Sorted(ItemKind.Meeting, ItemOrder.Newest, SitePage.DefaultCulture).Where(item => item.When.IsAhead(Viewer.Now)).Reverse().Take(Most).ToList();
        var counts = await registrations.CountsAsync([.. ahead.Select(item => item.Key)], HttpContext.RequestAborted);
        return [.. ahead.Select(item =>
        {
            var (taken, waiting) = counts.GetValueOrDefault(item.Key);
            return new MeetingAhead(item, meetings.Find(item.Key, SitePage.DefaultCulture), taken, waiting);
        })];
    }

    private List<ScheduledItem> Scheduled()
    {
        var until = Viewer.Now.AddYears(1).UtcDateTime;
        return [.. Planned(contents.GetContentForRelease(until), ContentScheduleAction.Release).Concat(Planned(contents.GetContentForExpiration(until), ContentScheduleAction.Expire))
            .OrderBy(plan => plan.At).Take(Most)];
    }

    private IEnumerable<ScheduledItem> Planned(IEnumerable<IContent> items, ContentScheduleAction action) => items.Where(item => !item.Trashed)
        .Select(item => (Item: item, At: contents.GetContentScheduleByContentId(item.Id).FullSchedule.Where(entry => entry.Action == action).Min(entry => entry.Date)))
        .Select(plan => new ScheduledItem(plan.Item, new DateTimeOffset(DateTime.SpecifyKind(plan.At, DateTimeKind.Utc)), action == ContentScheduleAction.Release));
}

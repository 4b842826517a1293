using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Desk.Checks;
using Deventer4GlobalGoals.Web.Desk.Items;
using Deventer4GlobalGoals.Web.Desk.Review;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk;

/// <summary>What lies ready for somebody today.</summary>
public sealed record DeskHome(
    IReadOnlyList<IContent> Mine,
    IReadOnlyList<IContent> Review,
    IReadOnlyList<IContent> Changed,
    IReadOnlyList<(IContent Item, DateTimeOffset At)> Scheduled,
    IReadOnlyList<CommunityItem> Meetings,
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

    /// <summary>Where an author's own drafts are with the editors.</summary>
    public IReadOnlyDictionary<Guid, ReviewState> Own { get; init; } = new Dictionary<Guid, ReviewState>();

    public int Count => SentCount + Mine.Count + Review.Count + Changed.Count + Scheduled.Count + Unconfirmed.Count;
}

/// <summary>The desk's home: drafts, what waits, what is planned, meetings that come, practices that nobody confirmed for a year.</summary>
[Route("umbraco")]
public sealed class DeskHomeController(
    Viewer viewer, ItemTypes types, IContentService contents, ICoreScopeProvider scopes, CommunityIndex community, SecondStep secondStep, SiteCheck check, Reviews reviews)
    : DeskController(viewer)
{
    private const int Most = 8;
    private const int MostUnconfirmed = 4;
    private const int MostSent = 20;

    /// <summary>After this a practice should be confirmed again.</summary>
    private const int MonthsConfirmed = 12;

    /// <summary>The page doesn't wait for a whole site to be looked through.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    [HttpGet("")]
    public async Task<IActionResult> Show()
    {
        var account = Viewer.Required;
        var isPublisher = ItemAccess.MayPublish(Viewer);
        var isWriter = Viewer.Is(AccountRoles.Writers);
        var id = account.Id;
        var home = new DeskHome(
            isWriter ? Find(query => query.Where(item => !item.Trashed && !item.Published && item.CreatorId == id)) : [],
            isPublisher ? Find(query => query.Where(item => !item.Trashed && !item.Published && item.CreatorId != id)) : [],
            isPublisher ? Find(query => query.Where(item => !item.Trashed && item.Published && item.Edited)) : [],
            isPublisher ? Scheduled() : [],
            isWriter ? [.. community.Current.Sorted(ItemKind.Meeting, ItemOrder.Newest, SitePage.DefaultCulture).Where(item => item.When.IsAhead(Viewer.Now)).Reverse().Take(Most)] : [],
            isPublisher ? Unconfirmed() : [],
            isPublisher ? await check.LookAsync(Patience, HttpContext.RequestAborted) : null,
            await secondStep.HasAsync(account) ? null : secondStep.Deadline(account));
        var sent = isPublisher ? await reviews.WaitingAsync(MostSent, HttpContext.RequestAborted) : [];
        return View("~/Desk/Views/Home.cshtml", home with
        {
            Review = [.. home.Review.Where(item => sent.All(row => row.Item != item.Key))],
            Sent = sent,
            SentCount = isPublisher ? await reviews.CountAsync(HttpContext.RequestAborted) : 0,
            Own = isWriter && !isPublisher ? await reviews.OfAuthorAsync(id, HttpContext.RequestAborted) : new Dictionary<Guid, ReviewState>(),
        });
    }

    private List<IContent> Find(Func<IQuery<IContent>, IQuery<IContent>> filter) =>
        [.. contents.GetPagedOfTypes([.. types.All().Select(type => type.Id)], 0, Most, out _, filter(scopes.CreateQuery<IContent>()), Ordering.By("updateDate", Direction.Descending))];

    private List<(IContent, DateTimeOffset)> Scheduled() =>
        [.. contents.GetContentForRelease(Viewer.Now.AddYears(1).UtcDateTime).Where(item => !item.Trashed)
            .Select(item => (item, contents.GetContentScheduleByContentId(item.Id).FullSchedule.Where(entry => entry.Action == ContentScheduleAction.Release).Min(entry => entry.Date)))
            .Select(pair => (pair.item, new DateTimeOffset(DateTime.SpecifyKind(pair.Item2, DateTimeKind.Utc)))).OrderBy(pair => pair.Item2).Take(Most)];

    private List<CommunityItem> Unconfirmed()
    {
        var before = DateOnly.FromDateTime(Viewer.Now.DateTime).AddMonths(-MonthsConfirmed);
        return [.. community.Current.Items.Values.Where(item => item.Kind == ItemKind.Practice && !item.IsDemo && (item.LastConfirmed is not { } day || day < before))
            .OrderBy(item => item.LastConfirmed ?? DateOnly.MinValue).ThenBy(item => item.Title(SitePage.DefaultCulture).Text, StringComparer.Ordinal).Take(MostUnconfirmed)];
    }
}

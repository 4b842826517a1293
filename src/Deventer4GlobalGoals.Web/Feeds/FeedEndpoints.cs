using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Site;

namespace Deventer4GlobalGoals.Web.Feeds;

/// <summary>The Atom feed and the calendars, per language; and a calendar file beside every meeting.</summary>
internal static class FeedEndpoints
{
    private const string Languages = "regex(^(en|de)$)";

    public static void MapFeeds(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/feed.atom", (FeedSource source) => Atom(source, "nl"));
        endpoints.MapGet($"/{{language:{Languages}}}/feed.atom", (string language, FeedSource source) => Atom(source, language));
        endpoints.MapGet("/agenda.ics", (FeedSource source) => Agenda(source, "nl"));
        endpoints.MapGet($"/{{language:{Languages}}}/agenda.ics", (string language, FeedSource source) => Agenda(source, language));
        endpoints.MapGet("/agenda/{slug}.ics", (string slug, FeedSource source) => Meeting(source, "nl", slug));
        endpoints.MapGet($"/{{language:{Languages}}}/agenda/{{slug}}.ics", (string language, string slug, FeedSource source) => Meeting(source, language, slug));
    }

    private static IResult Atom(FeedSource source, string language) => Results.Bytes(AtomFeed.Write(source, language), "application/atom+xml; charset=utf-8");

    private static IResult Agenda(FeedSource source, string language)
    {
        var culture = FeedSource.CultureOf(language);
        var meetings = source.Community.Sorted(ItemKind.Meeting, ItemOrder.Newest, culture).Where(item => item.When.Start is not null);
        return Calendar(source, culture, meetings);
    }

    private static IResult Meeting(FeedSource source, string language, string slug)
    {
        var culture = FeedSource.CultureOf(language);
        var meeting = source.Community.Sorted(ItemKind.Meeting, ItemOrder.Newest, culture)
            .FirstOrDefault(item => item.When.Start is not null && source.Url(item, culture)?.EndsWith($"/{slug}", StringComparison.OrdinalIgnoreCase) == true);
        return meeting is null ? Results.NotFound() : Calendar(source, culture, [meeting]);
    }

    private static IResult Calendar(FeedSource source, string culture, IEnumerable<CommunityItem> meetings)
    {
        var entries = meetings.Select(item => CalendarEntry.Of(item, culture, source.AnyUrl(item, culture)));
        return Results.Text(ICalendar.Write(SiteTexts.In(culture)["calendar.title"], entries, source.Now), "text/calendar", System.Text.Encoding.UTF8);
    }
}

using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Feeds;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>The calendars of the site, read by somebody else's program.</summary>
[Collection(ReadsOnly.Name)]
public sealed class AgendaTests(SharedSite shared)
{
    [Theory]
    [InlineData("/agenda.ics", "nl")]
    [InlineData("/en/agenda.ics", "en-US")]
    [InlineData("/de/agenda.ics", "de-DE")]
    public async Task Every_meeting_of_the_site_is_in_the_calendar_as_it_is_on_the_site(string url, string culture)
    {
        var meetings = shared.Site.Get<CommunityIndex>().Current.Sorted(ItemKind.Meeting, ItemOrder.Newest, culture).Where(item => item.When.Start is not null).ToList();
        var calendar = await ForeignCalendar.ReadAsync(await shared.Site.TextAsync(url));
        Assert.NotEmpty(meetings);
        Assert.Equal("PUBLISH", calendar.Method);
        Assert.Equal(
            meetings.Select(item => (CalendarEntry.UidOf(item.Key), item.Title(culture).Text, item.Place ?? string.Empty, item.Status == "Afgelast" ? "CANCELLED" : "CONFIRMED")),
            calendar.Events.Select(read => (read.Uid, read.Summary, read.Location ?? string.Empty, read.Status)));
        Assert.Equal(
            meetings.Select(item => item.When.IsTimeUnknown ? null : item.When.Start?.ToUniversalTime()),
            calendar.Events.Select(read => read.Start.Instant));
        Assert.All(calendar.Events, read => Assert.Equal(read.Start.Date is null ? "UTC" : string.Empty, read.Start.Zone));
        Assert.Equal(calendar.Events.Count, calendar.Events.Select(read => read.Uid).Distinct().Count());
    }

    [Fact]
    public async Task One_meeting_taken_from_its_page_is_the_same_as_in_the_calendar()
    {
        var all = await ForeignCalendar.ReadAsync(await shared.Site.TextAsync("/agenda.ics"));
        var one = all.Events[0];
        var alone = await ForeignCalendar.ReadAsync(await shared.Site.TextAsync(new Uri(one.Url).AbsolutePath + ".ics"));
        Assert.Equal((one.Uid, one.Sequence, one.Start, one.End, one.Summary), alone.Events.Select(read => (read.Uid, read.Sequence, read.Start, read.End, read.Summary)).Single());
    }
}

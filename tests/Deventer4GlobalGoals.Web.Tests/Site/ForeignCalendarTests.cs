using System.Globalization;
using System.Net.Mail;
using System.Text;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Feeds;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Site;

/// <summary>What we write as iCalendar, read by somebody else's program: every meeting arrives as it is.</summary>
public sealed class ForeignCalendarTests
{
    private const int Generated = 250;

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly CalendarPerson Host = new("Deventer4GlobalGoals", "noreply@deventer.example");
    private static readonly CalendarPerson Guest = new("Anna \"Ans\" de Boer^Ruys, bestuur; \u00e9\u00e9n", "anna@voorbeeld.nl");

    private static readonly CalendarEntry Lunch = new(
        "1@deventer.example",
        "Lunch, borrel; en meer",
        "Eten, drinken; en praten\nover \\ afval",
        "Brink 1, Deventer",
        "https://deventer.example/agenda/lunch",
        new DateTimeOffset(2027, 3, 11, 12, 0, 0, TimeSpan.FromHours(1)),
        new DateTimeOffset(2027, 3, 11, 13, 30, 0, TimeSpan.FromHours(1)),
        IsWholeDay: false,
        IsCancelled: false,
        new DateTime(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc));

    /// <summary>What may stand in a text, and what must not do harm in it.</summary>
    private static readonly string[] Pieces =
    [
        "a", "Z", "7", " ", "  ", ",", ";", ":", "\\", "\\n", "\"", "'", "^", "=", "\n", "\r\n", "\t", "\u00e9", "e\u0301", "\u00df", "\u20ac", "\u200f", "\u2028", "\U0001F9F1", "\U0001F469\u200D\U0001F33E",
        "BEGIN:VEVENT", "\r\nATTENDEE:mailto:x@example.org\r\n", "duurzaamheidsbijeenkomstorganisatiecommissievergadering", "\u6f22\u5b57", "\u0007",
    ];

    [Fact]
    public async Task A_meeting_arrives_with_its_number_its_moments_and_its_words()
    {
        var read = await ForeignCalendar.ReadAsync(ICalendar.Write("Agenda van \"ons\": één", [Lunch], Now));
        Assert.Equal(("PUBLISH", "Agenda van \"ons\": één"), (read.Method, read.Name));
        IsSame(Lunch, Assert.Single(read.Events));
        Assert.Equal((Now, "UTC"), (read.Events[0].Stamp.Instant, read.Events[0].Stamp.Zone));
    }

    [Fact]
    public async Task A_meeting_that_moves_keeps_its_number_and_counts_on_and_one_that_is_called_off_says_so()
    {
        var moved = Lunch with { Start = Lunch.Start.AddDays(7), End = Lunch.End!.Value.AddDays(7), Place = "Grote Kerkhof 1, Deventer", Updated = Lunch.Updated.AddSeconds(1) };
        var off = moved with { IsCancelled = true, Updated = moved.Updated.AddSeconds(1) };
        var mails = await ForeignCalendar.ReadAllAsync(
        [
            ICalendar.Invite(Lunch, Host, Guest, isOff: false, Now), ICalendar.Invite(moved, Host, Guest, isOff: false, Now), ICalendar.Invite(off, Host, Guest, isOff: true, Now),
        ]);
        var feeds = await ForeignCalendar.ReadAllAsync([.. new[] { Lunch, moved, off }.Select(entry => ICalendar.Write("Agenda", [entry], Now))]);
        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], mails.Select(mail => mail.Method));
        Assert.Equal(["PUBLISH", "PUBLISH", "PUBLISH"], feeds.Select(feed => feed.Method));
        foreach (var (entry, index) in new[] { Lunch, moved, off }.Select((entry, index) => (entry, index)))
        {
            IsSame(entry, Assert.Single(mails[index].Events));
            IsSame(entry, Assert.Single(feeds[index].Events));
        }

        Assert.Equal([0L, 1, 2], mails.Select(mail => mail.Events[0].Sequence - Lunch.Sequence));
        Assert.Empty(feeds[0].Events[0].Attendees);
    }

    [Fact]
    public async Task A_mail_names_one_host_and_the_guest_who_comes_whatever_the_guest_is_called()
    {
        var invited = (await ForeignCalendar.ReadAsync(ICalendar.Invite(Lunch, Host, Guest, isOff: false, Now))).Events.Single();
        Assert.Equal([new ForeignPerson(Host.Name, "mailto:noreply@deventer.example", null)], invited.Organizers);
        Assert.Equal([new ForeignPerson(Guest.Name, "mailto:anna@voorbeeld.nl", "ACCEPTED")], invited.Attendees);
    }

    [Theory]
    [InlineData(false, "REQUEST")]
    [InlineData(true, "CANCEL")]
    public async Task The_mail_says_beside_the_calendar_what_it_says_itself(bool isOff, string method)
    {
        var calendar = ICalendar.Invite(Lunch, Host, Guest, isOff, Now);
        var row = new MailRow { Key = "1", To = Guest.Email, Subject = "Lunch", Text = "Dag Anna", Calendar = calendar };
        using var message = SmtpTransport.Message(row, Host.Email);
        AttachmentBase[] parts = [message.AlternateViews[^1], Assert.Single(message.Attachments)];
        foreach (var part in parts)
        {
            Assert.Equal(("text/calendar", method), (part.ContentType.MediaType, part.ContentType.Parameters["method"]));
            using var reader = new StreamReader(part.ContentStream, Encoding.UTF8);
            var read = await ForeignCalendar.ReadAsync(await reader.ReadToEndAsync());
            Assert.Equal(method, read.Method);
            IsSame(Lunch with { IsCancelled = isOff }, read.Events.Single());
        }
    }

    [Theory]
    [InlineData("2027-03-28T01:30", "2027-03-28T03:30", "2027-03-28T00:30Z", "2027-03-28T01:30Z")]
    [InlineData("2026-10-25T01:30", "2026-10-25T03:30", "2026-10-24T23:30Z", "2026-10-25T02:30Z")]
    [InlineData("2026-10-24T20:00", "2026-10-25T12:00", "2026-10-24T18:00Z", "2026-10-25T11:00Z")]
    [InlineData("2026-12-31T23:30", "2027-01-01T00:30", "2026-12-31T22:30Z", "2026-12-31T23:30Z")]
    public async Task Over_the_hour_that_the_clock_changes_a_meeting_keeps_its_moments(string from, string until, string starts, string ends)
    {
        var meeting = Lunch with { Start = InDeventer(from), End = InDeventer(until) };
        var read = (await ForeignCalendar.ReadAsync(ICalendar.Write("Agenda", [meeting], Now))).Events.Single();
        Assert.Equal((Moment(starts), Moment(ends)), (read.Start.Instant, read.End!.Instant));
    }

    [Theory]
    [InlineData("2027-03-28T00:00", null, "2027-03-28", "2027-03-29")]
    [InlineData("2026-10-25T00:00", null, "2026-10-25", "2026-10-26")]
    [InlineData("2026-10-24T00:00", "2026-10-25T23:00", "2026-10-24", "2026-10-26")]
    public async Task A_day_without_a_time_is_the_day_of_the_city(string from, string? until, string first, string after)
    {
        var meeting = Lunch with { Start = InDeventer(from), End = until is null ? null : InDeventer(until), IsWholeDay = true };
        var read = (await ForeignCalendar.ReadAsync(ICalendar.Write("Agenda", [meeting], Now))).Events.Single();
        Assert.Equal((Day(first), Day(after)), (read.Start.Date, read.End!.Date));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20261122)]
    public async Task Whatever_meetings_are_called_they_all_arrive(int seed)
    {
        var random = new Random(seed);
        var entries = Enumerable.Range(0, Generated).Select(number => Meeting(random, number)).ToList();
        var feed = await ForeignCalendar.ReadAsync(ICalendar.Write("Agenda", entries, Now));
        Assert.Equal(entries.Count, feed.Events.Count);
        foreach (var (entry, read) in entries.Zip(feed.Events))
        {
            IsSame(entry, read);
        }

        var guests = entries.Select(entry => new CalendarPerson(Plain(entry.Title), $"gast{random.Next(100)}@voorbeeld.nl")).ToList();
        var mails = await ForeignCalendar.ReadAllAsync(entries.Zip(guests).Select(pair => ICalendar.Invite(pair.First, Host, pair.Second, pair.First.IsCancelled, Now)));
        foreach (var ((entry, guest), mail) in entries.Zip(guests).Zip(mails))
        {
            var read = Assert.Single(mail.Events);
            IsSame(entry, read);
            var person = Assert.Single(read.Attendees);
            Assert.Equal((guest.Name.Replace('\\', '/'), "mailto:" + guest.Email), (person.Name, person.Address));
        }
    }

    private static CalendarEntry Meeting(Random random, int number)
    {
        // Four years of quarters of an hour, with both changes of the clock in each.
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(15 * random.Next(4 * 365 * 96));
        var isWholeDay = random.Next(5) == 0;
        return new CalendarEntry(
            CalendarEntry.UidOf(new Guid(number + 1, 0, 0, new byte[8])),
            "T" + Text(random, 60),
            Text(random, 400),
            Text(random, 40),
            $"https://deventer.example/agenda/{number}",
            start,
            random.Next(4) == 0 ? null : start.AddMinutes(15 * (1 + random.Next(200))),
            isWholeDay,
            random.Next(6) == 0,
            new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(random.Next(100_000_000)));
    }

    private static string Text(Random random, int most) => string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static void IsSame(CalendarEntry meeting, ForeignEvent read)
    {
        Assert.Equal((meeting.Uid, (long)meeting.Sequence, meeting.IsCancelled ? "CANCELLED" : "CONFIRMED"), (read.Uid, read.Sequence, read.Status));
        Assert.Equal((Plain(meeting.Title), Plain(meeting.Description), Plain(meeting.Place)), (read.Summary, read.Description ?? string.Empty, read.Location ?? string.Empty));
        Assert.Equal(meeting.Url, read.Url);
        if (meeting.IsWholeDay)
        {
            var (first, last) = (DayOf(meeting.Start), DayOf(meeting.End ?? meeting.Start));
            Assert.Equal((first, last.AddDays(1)), (read.Start.Date, read.End!.Date));
        }
        else
        {
            Assert.Equal((meeting.Start.ToUniversalTime(), "UTC"), (read.Start.Instant!.Value, read.Start.Zone));
            Assert.Equal(meeting.End?.ToUniversalTime(), read.End?.Instant);
        }
    }

    /// <summary>A line ends in one way, and what can't be seen isn't there.</summary>
    private static string Plain(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Where(rune => !Rune.IsControl(rune) || rune.Value is '\n' or '\t').Select(rune => rune.ToString()));

    private static DateTimeOffset InDeventer(string local)
    {
        var time = DateTime.ParseExact(local, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, DeventerTime.Zone.GetUtcOffset(time));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(DeventerTime.In(moment).DateTime);
}

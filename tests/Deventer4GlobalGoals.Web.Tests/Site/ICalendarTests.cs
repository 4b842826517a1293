using System.Text;
using Deventer4GlobalGoals.Web.Feeds;

namespace Deventer4GlobalGoals.Web.Tests.Site;

public sealed class ICalendarTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static readonly CalendarEntry Lunch = new(
        "1@deventer.example",
        "Lunch",
        "Eten, drinken; en praten\nover \\ afval",
        "Brink 1, Deventer",
        "https://deventer.example/agenda/lunch",
        new DateTimeOffset(2027, 3, 11, 12, 0, 0, TimeSpan.FromHours(1)),
        new DateTimeOffset(2027, 3, 11, 13, 30, 0, TimeSpan.FromHours(1)),
        IsWholeDay: false,
        IsCancelled: false,
        new DateTime(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void a_meeting_is_written_line_by_line() => Assert.Equal(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Deventer4GlobalGoals//Agenda//NL",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "X-WR-CALNAME:Agenda",
            "BEGIN:VEVENT",
            "UID:1@deventer.example",
            "DTSTAMP:20261121T120000Z",
            "SEQUENCE:215683200",
            "LAST-MODIFIED:20261101T080000Z",
            "DTSTART:20270311T110000Z",
            "DTEND:20270311T123000Z",
            "SUMMARY:Lunch",
            @"DESCRIPTION:Eten\, drinken\; en praten\nover \\ afval",
            @"LOCATION:Brink 1\, Deventer",
            "URL:https://deventer.example/agenda/lunch",
            "STATUS:CONFIRMED",
            "END:VEVENT",
            "END:VCALENDAR",
            string.Empty,
        ],
        ICalendar.Write("Agenda", [Lunch], Now).Split("\r\n"));

    [Fact]
    public void a_day_without_a_time_ends_the_day_after()
    {
        // Midnight in Deventer is the day before in UTC: the date has to be that of the city.
        var day = Lunch with { Start = new DateTimeOffset(2019, 5, 15, 22, 0, 0, TimeSpan.Zero), End = null, IsWholeDay = true };
        var text = ICalendar.Write("Agenda", [day], Now);
        Assert.Contains("\r\nDTSTART;VALUE=DATE:20190516\r\nDTEND;VALUE=DATE:20190517\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void what_is_cancelled_stays_and_says_so() =>
        Assert.Contains("\r\nSTATUS:CANCELLED\r\n", ICalendar.Write("Agenda", [Lunch with { IsCancelled = true }], Now), StringComparison.Ordinal);

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("🧱")]
    public void long_lines_are_folded_within_75_octets_and_never_inside_a_character(string character)
    {
        var description = string.Concat(Enumerable.Repeat(character, 400));
        var text = ICalendar.Write("Agenda", [Lunch with { Description = description }], Now);

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains($"DESCRIPTION:{description}\r\n", text.Replace("\r\n ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void a_title_cannot_add_lines_of_its_own()
    {
        var text = ICalendar.Write("Agenda", [Lunch with { Title = "Lunch\r\nATTENDEE:mailto:x@example.org\u0007" }], Now);
        Assert.Contains("\r\nSUMMARY:Lunch\\nATTENDEE:mailto:x@example.org\r\n", text, StringComparison.Ordinal);
    }
}

using System.Globalization;
using System.Text;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Feeds;

/// <summary>
/// One meeting in a calendar. Its Uid stays the same for as long as the meeting exists, whatever changes about it. Of a whole day only the
/// date is known; what is cancelled stays in the calendar, marked as such.
/// </summary>
public sealed record CalendarEntry(
    string Uid,
    string Title,
    string Description,
    string Place,
    string Url,
    DateTimeOffset Start,
    DateTimeOffset? End,
    bool IsWholeDay,
    bool IsCancelled,
    DateTime Updated)
{
    private static readonly DateTime FirstRevision = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Grows with every change, so that a calendar takes the newest; in seconds, which fit in its 31 bits until 2088.</summary>
    public int Sequence => (int)Math.Clamp((Updated.ToUniversalTime() - FirstRevision).TotalSeconds, 0, int.MaxValue);

    /// <summary>The same whatever name the site is asked by: in the agenda, and in the mail to who registered.</summary>
    public static string UidOf(Guid meeting) => $"{meeting}@deventer4globalgoals.nl";

    public static CalendarEntry Of(CommunityItem item, string culture, string url) => new(
        UidOf(item.Key),
        item.Title(culture).Text,
        item.Summary(culture).Text,
        item.Place ?? string.Empty,
        url,
        item.When.Start ?? throw new ArgumentException("A meeting without a date has no place in a calendar.", nameof(item)),
        item.When.End,
        item.When.IsTimeUnknown,
        item.Status == "Afgelast",
        item.Updated);
}

/// <summary>Who invites, or is invited.</summary>
public sealed record CalendarPerson(string Name, string Email);

/// <summary>
/// Writes iCalendar (RFC 5545): lines end in CRLF and are folded at 75 octets, never inside a character; text is escaped; moments are UTC, so that no
/// time zone has to be described; a day without a time is a DATE.
/// </summary>
public static class ICalendar
{
    private const int LongestLine = 75;

    private const string Method = "METHOD:";

    /// <summary>A calendar to follow, or to take one meeting from.</summary>
    public static string Write(string name, IEnumerable<CalendarEntry> entries, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var text = Begin("PUBLISH");
        Line(text, $"X-WR-CALNAME:{Escape(name)}");
        foreach (var entry in entries)
        {
            Write(text, entry, now, []);
        }

        return End(text);
    }

    /// <summary>
    /// One meeting for one guest (RFC 5546): a calendar puts it where it is now, in the place of what it had of it. Nothing is asked back: a place was given
    /// already.
    /// </summary>
    /// <param name="entry">The meeting.</param>
    /// <param name="host">Whose meeting it is.</param>
    /// <param name="guest">Who gets the mail.</param>
    /// <param name="isOff">Takes it out of the guest's calendar: the meeting doesn't take place, or this guest doesn't come.</param>
    /// <param name="now">When it is written: of two with the same sequence the later counts.</param>
    public static string Invite(CalendarEntry entry, CalendarPerson host, CalendarPerson guest, bool isOff, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(guest);
        var text = Begin(isOff ? "CANCEL" : "REQUEST");
        Write(
            text,
            entry with { IsCancelled = isOff },
            now,
            [
                $"ORGANIZER;CN={Quoted(host.Name)}:mailto:{host.Email}",
                $"ATTENDEE;CN={Quoted(guest.Name)}{(isOff ? string.Empty : ";PARTSTAT=ACCEPTED")};RSVP=FALSE:mailto:{guest.Email}",
            ]);
        return End(text);
    }

    /// <summary>What is to be done with a calendar, as it says itself: mail has to say the same beside it (RFC 6047).</summary>
    public static string MethodOf(string calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var begin = calendar.IndexOf(Method, StringComparison.Ordinal) + Method.Length;
        return calendar[begin..calendar.IndexOf('\r', begin)];
    }

    private static StringBuilder Begin(string method)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Deventer4GlobalGoals//Agenda//NL");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, Method + method);
        return text;
    }

    private static string End(StringBuilder text)
    {
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Write(StringBuilder text, CalendarEntry entry, DateTimeOffset now, IReadOnlyList<string> people)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{entry.Uid}");
        Line(text, $"DTSTAMP:{Utc(now)}");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{entry.Sequence}"));
        Line(text, $"LAST-MODIFIED:{Utc(new DateTimeOffset(entry.Updated.ToUniversalTime()))}");
        if (entry.IsWholeDay)
        {
            var day = Day(entry.Start);
            Line(text, $"DTSTART;VALUE=DATE:{Date(day)}");

            // The end of a whole day is the day after: it is the first moment that no longer belongs to it.
            Line(text, $"DTEND;VALUE=DATE:{Date((entry.End is { } last && Day(last) > day ? Day(last) : day).AddDays(1))}");
        }
        else
        {
            Line(text, $"DTSTART:{Utc(entry.Start)}");
            if (entry.End is { } end && end > entry.Start)
            {
                Line(text, $"DTEND:{Utc(end)}");
            }
        }

        Line(text, $"SUMMARY:{Escape(entry.Title)}");
        Optional(text, "DESCRIPTION", entry.Description);
        Optional(text, "LOCATION", entry.Place);
        Line(text, $"URL:{entry.Url}");
        Line(text, entry.IsCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        foreach (var person in people)
        {
            Line(text, person);
        }

        Line(text, "END:VEVENT");
    }

    private static void Optional(StringBuilder text, string property, string value)
    {
        if (value.Length > 0)
        {
            Line(text, $"{property}:{Escape(value)}");
        }
    }

    private static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    /// <summary>
    /// The value of a parameter (RFC 6868): within quotes only these need another spelling. A backslash is no escape there, but some programs take it for one.
    /// </summary>
    private static string Quoted(string value) =>
        $"\"{value.Replace('\\', '/').Replace("^", "^^", StringComparison.Ordinal).Replace("\"", "^'", StringComparison.Ordinal).ReplaceLineEndings("^n")}\"";

    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            // Of the control characters a text may hold the tab alone.
            if (Rune.IsControl(rune) && rune.Value != '\t')
            {
                continue;
            }

            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                // The space that begins a continued line counts too.
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    private static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(DeventerTime.In(moment).DateTime);

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}

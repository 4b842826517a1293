using System.Globalization;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Feeds;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Site;

namespace Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;

/// <summary>What somebody who registered gets by mail, in the language in which they did. Each mail is sent once.</summary>
public sealed class RegistrationMails(SiteOrigin origin, TimeProvider time)
{
    public OutgoingMail Placed(MeetingPlaces meeting, RegistrationRow row)
    {
        var texts = SiteTexts.In(row.Culture);
        return Mail(meeting, row, "placed", texts.Format("registration.placedSubject", meeting.Title), texts["registration.placedMail"], Calendar(meeting, row));
    }

    public OutgoingMail Waiting(MeetingPlaces meeting, RegistrationRow row)
    {
        var texts = SiteTexts.In(row.Culture);
        return Mail(meeting, row, "waiting", texts.Format("registration.waitingSubject", meeting.Title), texts["registration.waitingMail"], null);
    }

    public OutgoingMail Cancelled(MeetingPlaces meeting, RegistrationRow row)
    {
        var texts = SiteTexts.In(row.Culture);
        return Mail(meeting, row, "cancelled", texts.Format("registration.cancelledSubject", meeting.Title), texts["registration.cancelledMail"], null);
    }

    private OutgoingMail Mail(MeetingPlaces meeting, RegistrationRow row, string kind, string subject, string text, string? calendar)
    {
        var format = new SiteFormat(row.Culture);
        var start = DeventerTime.In(meeting.Start);
        var day = format.LongDate(DateOnly.FromDateTime(start.DateTime));
        var when = meeting.IsTimeUnknown ? day : $"{day}, {format.Times(start, meeting.Ends)}";
        var link = $"{origin.Current}/aanmelding/{row.Key}";
        var body = string.Format(CultureInfo.GetCultureInfo(row.Culture), text, row.Name, meeting.Title, when, meeting.Place, link, row.Seats);
        return new OutgoingMail($"registration/{row.Key}/{kind}", row.Email, subject, body, calendar);
    }

    private string Calendar(MeetingPlaces meeting, RegistrationRow row)
    {
        var entry = new CalendarEntry(
            CalendarEntry.UidOf(meeting.Key), meeting.Title, string.Empty, meeting.Place, origin.Current + meeting.Path, meeting.Start, meeting.Ends, meeting.IsTimeUnknown, false, meeting.Updated);
        return ICalendar.Write(SiteTexts.In(row.Culture)["calendar.title"], [entry], time.GetUtcNow());
    }
}

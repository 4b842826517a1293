using System.Globalization;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Feeds;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Site;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;

/// <summary>What somebody who registered gets by mail, in the language in which they did. Each mail is sent once.</summary>
public sealed class RegistrationMails(SiteOrigin origin, IOptionsMonitor<GlobalSettings> settings, TimeProvider time)
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

    /// <summary>For who registers once more: how it stands, with the appointment as it is now.</summary>
    public OutgoingMail Again(MeetingPlaces meeting, RegistrationRow row, Guid once)
    {
        var texts = SiteTexts.In(row.Culture);
        return Mail(
            meeting, row, $"again/{once:N}", texts.Format("registration.againSubject", meeting.Title), texts["registration.againMail"],
            row.State == RegistrationState.Placed ? Calendar(meeting, row) : null);
    }

    /// <summary>For who waits for more places than the meeting has by now; once for each number of places.</summary>
    public OutgoingMail TooMany(MeetingPlaces meeting, RegistrationRow row)
    {
        var texts = SiteTexts.In(row.Culture);
        var places = meeting.Capacity ?? 0;
        return Mail(
            meeting, row, string.Create(CultureInfo.InvariantCulture, $"too-many/{places}"), texts.Format("registration.tooManySubject", meeting.Title), texts["registration.tooManyMail"], null, places);
    }

    /// <param name="meeting">That they don't come to.</param>
    /// <param name="row">Who doesn't come.</param>
    /// <param name="hadPlace">Whether there is an appointment to take back.</param>
    public OutgoingMail Cancelled(MeetingPlaces meeting, RegistrationRow row, bool hadPlace)
    {
        var texts = SiteTexts.In(row.Culture);
        return Mail(
            meeting, row, "cancelled", texts.Format("registration.cancelledSubject", meeting.Title), texts["registration.cancelledMail"],
            hadPlace && meeting.HasDay ? Calendar(meeting, row, isOff: true) : null);
    }

    /// <summary>Another time or place, or no meeting at all; the appointment replaces the one that was sent before.</summary>
    public OutgoingMail Moved(MeetingPlaces meeting, RegistrationRow row)
    {
        var texts = SiteTexts.In(row.Culture);
        var news = meeting.IsCalledOff ? "calledOff" : "moved";
        return Mail(
            meeting, row, string.Create(CultureInfo.InvariantCulture, $"{news}/{meeting.Updated.Ticks}"), texts.Format($"registration.{news}Subject", meeting.Title), texts[$"registration.{news}Mail"],
            row.State == RegistrationState.Placed ? Calendar(meeting, row) : null);
    }

    /// <summary>The day before.</summary>
    public OutgoingMail Reminder(MeetingPlaces meeting, RegistrationRow row)
    {
        var texts = SiteTexts.In(row.Culture);
        return Mail(
            meeting, row, string.Create(CultureInfo.InvariantCulture, $"reminder/{meeting.Start.UtcTicks}"), texts.Format("registration.reminderSubject", meeting.Title), texts["registration.reminderMail"],
            Calendar(meeting, row));
    }

    /// <summary>What an editor wrote to everybody.</summary>
    public OutgoingMail Message(MeetingPlaces meeting, RegistrationRow row, Guid once, string subject, string text) => new(
        $"registration/{row.Key}/message/{once}",
        row.Email,
        subject,
        text.Replace("{naam}", row.Name, StringComparison.Ordinal).Replace("{link}", meeting.IsOnSite ? origin.Current + meeting.Path : Link(row), StringComparison.Ordinal));

    private string Link(RegistrationRow row) => $"{origin.Current}/aanmelding/{row.Key}";

    private OutgoingMail Mail(MeetingPlaces meeting, RegistrationRow row, string kind, string subject, string text, string? calendar, int places = 0)
    {
        var (format, texts) = (new SiteFormat(row.Culture), SiteTexts.In(row.Culture));
        var start = DeventerTime.In(meeting.Start);
        var day = format.LongDate(DateOnly.FromDateTime(start.DateTime));
        var when = !meeting.HasDay ? texts["meeting.dateUnknown"] : meeting.IsTimeUnknown ? day : $"{day}, {format.Times(start, meeting.Ends)}";
        var link = Link(row);
        var body = string.Format(CultureInfo.GetCultureInfo(row.Culture), text, row.Name, meeting.Title, when, meeting.Place, link, row.Seats, places);
        return new OutgoingMail($"registration/{row.Key}/{kind}", row.Email, subject, body, calendar);
    }

    private string Calendar(MeetingPlaces meeting, RegistrationRow row, bool isOff = false) => ICalendar.Invite(
        new CalendarEntry(
            CalendarEntry.UidOf(meeting.Key), meeting.Title, string.Empty, meeting.Place, origin.Current + meeting.Path, meeting.Start, meeting.Ends, meeting.IsTimeUnknown, meeting.IsCalledOff, meeting.Updated),
        new CalendarPerson(SmtpTransport.SenderName, SmtpTransport.SenderOf(settings.CurrentValue.Smtp)),
        new CalendarPerson(row.Name, row.Email),
        isOff || meeting.IsCalledOff,
        time.GetUtcNow());
}

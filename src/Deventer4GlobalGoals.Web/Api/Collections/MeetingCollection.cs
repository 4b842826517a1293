using Deventer4GlobalGoals.Web.Api.Answers;
using Deventer4GlobalGoals.Web.Api.Requests;
using Deventer4GlobalGoals.Web.Api.Resources;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Api.Collections;

/// <summary>Meetings, newest first. Speakers are on the page, and stay out of what is harvested.</summary>
internal sealed class MeetingCollection() : CommunityCollection<MeetingResource>(
    Path, "Event", ApiKey.OfPage, ItemKind.Meeting, ItemOrder.Newest, ApiParameter.Goal, ApiParameter.Target, ApiParameter.Year)
{
    public const string Path = "meetings";

    public override IReadOnlyList<CsvColumn<MeetingResource>> Columns { get; } =
    [
        new("id", meeting => meeting.Id),
        new("title", meeting => meeting.Title),
        .. Parts.ContributionColumns<MeetingResource>(),
        new("kind", meeting => meeting.Kind),
        new("start", meeting => meeting.Start),
        new("end", meeting => meeting.End),
        new("date", meeting => meeting.Date),
        new("year", meeting => meeting.Year),
        new("period", meeting => meeting.Period),
        new("status", meeting => meeting.Status),
        new("isOnline", meeting => meeting.IsOnline),
        new("organisers", meeting => meeting.Organisers.Select(organiser => organiser.Name)),
        new("capacity", meeting => meeting.Capacity),
        new("attendance", meeting => meeting.Attendance),
        .. Parts.PlaceColumns<MeetingResource>(meeting => meeting.Place),
        .. Parts.PageColumns<MeetingResource>(),
    ];

    public override MeetingResource? Make(ApiView view, CommunityItem source) => view.Content<Meeting>(source) is not { } page ? null : new MeetingResource
    {
        Id = source.Key,
        Title = source.Title(view.Culture).Text,
        Language = view.LanguageOf(source.Title(view.Culture)),
        Summary = Parts.Text(page.Summary(view.Culture)),
        Contributions = Parts.Contributions(page.Contributions),
        About = Parts.About(page.Contributions),
        Kind = page.Kind,
        Start = page.IsTimeUnknown ? null : page.Start?.ToUniversalTime(),
        End = page.IsTimeUnknown ? null : page.End?.ToUniversalTime(),
        Date = page.Start is { } start ? DateOnly.FromDateTime(DeventerTime.In(start).DateTime) : null,
        Year = source.When.Year,
        Period = Parts.Text(page.Period(view.Culture)),
        Status = page.Status,
        IsOnline = page.IsOnline,
        Place = Parts.Place(page),
        Organisers = Parts.References(view, OrganisationCollection.Path, page.Organisers),
        Body = Parts.Html(page.Body(view.Culture)),
        Report = Parts.Html(page.Report(view.Culture)),
        Capacity = page.Capacity,
        Attendance = page.Attendance,
        IsExample = page.IsDemo,
        Source = page.Source,
        UpdatedAt = Parts.Utc(page.UpdateDate),
        Links = Parts.Links(view, $"{Path}/{source.Key:D}", source),
    };
}

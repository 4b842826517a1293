using System.Globalization;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Delivery;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Meetings;

/// <summary>Meetings to begin a new one from: much of the last one is true of the next.</summary>
public sealed class EarlierMeetings(IContentService contents, CommunityIndex community, PageNames names)
{
    private const int MostOffered = 6;

    /// <summary>Those with a day, the latest first.</summary>
    public IReadOnlyList<CommunityItem> Offered =>
        [.. community.Current.Sorted(ItemKind.Meeting, ItemOrder.Newest, SitePage.DefaultCulture).Where(item => item.When.Date is not null).Take(MostOffered)];

    /// <summary>A form with all of an earlier meeting but its name and its day; null when there is no such meeting.</summary>
    public NewMeetingForm? Begin(Guid key)
    {
        if (contents.GetById(key) is not { Trashed: false, ContentType.Alias: "meeting" } item)
        {
            return null;
        }

        var isTimeUnknown = item.GetValue<bool>("timeUnknown");
        var (start, end) = (MeetingStart.Moment(Text("start")), MeetingStart.Moment(Text("end")));
        var organiser = Text("organisers")?.Split(',')[0];
        return new NewMeetingForm
        {
            Summary = Text("summary", SitePage.DefaultCulture),
            From = isTimeUnknown ? null : Time(start),
            Until = isTimeUnknown || start is null || end is null || DeventerTime.In(end.Value).Date != DeventerTime.In(start.Value).Date ? null : Time(end),
            PlaceName = Text("placeName"),
            Street = Text("street"),
            Town = Text("town"),
            Organiser = UdiParser.TryParse(organiser, out GuidUdi? udi) ? names.Name(udi.Guid) : null,
            Capacity = item.GetValue<int?>("capacity") is > 0 and var places ? places.ToString(CultureInfo.InvariantCulture) : item.GetValue<bool>("registrationOpen") ? null : NewMeetingForm.NoRegistration,
            Goals = ContributionJson.TryParse(Text("contributions"), out var contributions, out _) ? [.. contributions.Select(contribution => contribution.Goal).Distinct()] : [],
            Body = Text("body", SitePage.DefaultCulture),
        };

        string? Text(string alias, string? culture = null) => item.GetValue<string>(alias, culture);
    }

    private static string? Time(DateTimeOffset? moment) => moment is { } known ? DeventerTime.In(known).ToString("HH:mm", CultureInfo.InvariantCulture) : null;
}

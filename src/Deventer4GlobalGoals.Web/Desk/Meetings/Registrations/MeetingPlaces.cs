using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Delivery;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;

/// <summary>A meeting, as far as registering goes.</summary>
public sealed record MeetingPlaces(Guid Key, string Title, string Place, string Path, DateTimeOffset Start, DateTimeOffset? Ends, int? Capacity, bool IsOpen, bool IsTimeUnknown, DateTime Updated, bool IsCalledOff)
{
    /// <summary>The start of a meeting that has no day: it lies ahead of all that have one.</summary>
    public static readonly DateTimeOffset NoDay = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset End => Ends ?? Start.AddHours(2);

    public bool HasDay => Start != NoDay;

    public required bool IsOnSite { get; init; }

    /// <summary>Whether it has begun.</summary>
    public required bool IsOver { get; init; }

    /// <summary>Whether places are given still, and who registered may change how many come: on the site, with a day that lies ahead, and not called off.</summary>
    public bool MayChange => IsOnSite && HasDay && !IsOver && !IsCalledOff;

    /// <summary>Until when is kept what guests need; null as long as the day isn't known.</summary>
    public DateTimeOffset? NeedsUntil => HasDay ? End + Registrations.NeedsKept : null;

    /// <summary>How many came, as it stands on the page.</summary>
    public int? Attendance { get; init; }

    /// <summary>When, where and whether it takes place, in <see cref="NewsLength"/> characters: when these differ there is something to tell.</summary>
    public string News => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Start.UtcTicks}/{Ends?.UtcTicks}/{IsTimeUnknown}/{IsCalledOff}/{Place}"))));

    public const int NewsLength = 64;

    /// <summary>Whether so many people can ever have a place together.</summary>
    public bool Holds(int seats) => Capacity is not { } places || seats <= places;
}

/// <summary>Reads meetings from the published content, and from what is stored when they aren't on the site.</summary>
public sealed class MeetingReader(IPublishedContentCache content, IContentService contents, IPublishedUrlProvider urls, IUmbracoContextFactory contexts, TimeProvider time)
{
    private const string Cancelled = "Afgelast";

    /// <summary>Null when there is no such meeting on the site, or its day isn't known.</summary>
    public MeetingPlaces? Find(Guid key, string culture)
    {
        // Addresses are made inside an Umbraco context, which background work has none of.
        using var context = contexts.EnsureUmbracoContext();
        if (content.GetById(false, key) is not Meeting { Start: { } start } meeting)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var isOpen = meeting.IsRegistrationOpen && meeting.Status != Cancelled && start > now && (meeting.RegistrationDeadline ?? start) > now;
        return new MeetingPlaces(
            key,
            meeting.Title(culture).Text,
            Place(meeting.Place, meeting.IsOnline ? meeting.OnlineLink?.AbsoluteUri : null),
            Path(key, culture) ?? Path(key, SitePage.DefaultCulture) ?? string.Empty,
            start,
            meeting.End,
            meeting.Capacity is > 0 and var places ? places : null,
            isOpen,
            meeting.IsTimeUnknown,
            meeting.UpdateDate,
            meeting.Status == Cancelled)
        {
            IsOnSite = true,
            IsOver = start <= now,
            Attendance = meeting.Attendance,
        };
    }

    /// <summary>
    /// The meeting for who registered for it: also when it was taken off the site, lies in the bin or has no day any more. Nobody registers for such a one,
    /// and it gives no places. Null when it was deleted.
    /// </summary>
    public MeetingPlaces? FindKept(Guid key, string culture)
    {
        if (Find(key, culture) is { } found)
        {
            return found;
        }

        if (contents.GetById(key) is not { ContentType.Alias: "meeting" } item)
        {
            return null;
        }

        var start = MeetingStart.Moment(Stored("start")) ?? MeetingPlaces.NoDay;
        return new MeetingPlaces(
            key,
            item.GetCultureName(culture) ?? item.GetCultureName(SitePage.DefaultCulture) ?? item.Name ?? string.Empty,
            Place(string.Join(", ", new[] { Stored("placeName"), Stored("street"), Stored("town") }.Where(part => !string.IsNullOrEmpty(part))), null),
            string.Empty,
            start,
            MeetingStart.Moment(Stored("end")),
            item.GetValue<int?>("capacity", published: item.Published) is > 0 and var places ? places : null,
            IsOpen: false,
            item.GetValue<bool>("timeUnknown", published: item.Published),
            item.UpdateDate,
            Stored("status")?.Contains(Cancelled, StringComparison.Ordinal) == true)
        {
            IsOnSite = item.Published && !item.Trashed,
            IsOver = start <= time.GetUtcNow(),
            Attendance = item.GetValue<int?>("attendance", published: item.Published),
        };

        string? Stored(string alias) => item.GetValue<string>(alias, published: item.Published);
    }

    private static string Place(string? place, string? link) => string.Join(", ", new[] { place, link }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Null when it isn't on the site in that language.</summary>
    private string? Path(Guid key, string culture) => urls.GetUrl(key, UrlMode.Relative, culture) is ['/', ..] path ? path : null;
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Deventer4GlobalGoals.Web.Content;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;

/// <summary>A meeting on the site, as far as registering goes.</summary>
public sealed record MeetingPlaces(Guid Key, string Title, string Place, string Path, DateTimeOffset Start, DateTimeOffset? Ends, int? Capacity, bool IsOpen, bool IsTimeUnknown, DateTime Updated, bool IsCalledOff)
{
    public DateTimeOffset End => Ends ?? Start.AddHours(2);

    /// <summary>Whether who registered may still change how many come.</summary>
    public required bool MayChange { get; init; }

    /// <summary>When, where and whether it takes place, in <see cref="NewsLength"/> characters: when these differ there is something to tell.</summary>
    public string News => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Start.UtcTicks}/{Ends?.UtcTicks}/{IsTimeUnknown}/{IsCalledOff}/{Place}"))));

    public const int NewsLength = 64;
}

/// <summary>Reads meetings from the published content.</summary>
public sealed class MeetingReader(IPublishedContentCache content, IPublishedUrlProvider urls, IUmbracoContextFactory contexts, TimeProvider time)
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
            string.Join(", ", new[] { meeting.Place, meeting.IsOnline ? meeting.OnlineLink?.AbsoluteUri : null }.Where(part => !string.IsNullOrEmpty(part))),
            Path(key, culture) ?? Path(key, SitePage.DefaultCulture) ?? string.Empty,
            start,
            meeting.End,
            meeting.Capacity is > 0 and var places ? places : null,
            isOpen,
            meeting.IsTimeUnknown,
            meeting.UpdateDate,
            meeting.Status == Cancelled)
        {
            MayChange = meeting.Status != Cancelled && start > now,
        };
    }

    /// <summary>Null when it isn't on the site in that language.</summary>
    private string? Path(Guid key, string culture) => urls.GetUrl(key, UrlMode.Relative, culture) is ['/', ..] path ? path : null;
}

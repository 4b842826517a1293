using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Site.Data;

/// <summary>
/// What a page says in schema.org's terms (JSON-LD). The serializer's own encoder writes &lt;, &gt; and &amp; as escapes, so that no text can end the
/// script element it stands in; browsers don't execute it.
/// </summary>
public static class SiteData
{
    public const string SiteName = "Deventer4GlobalGoals";

    /// <summary>All objects of a page, each ready to stand in a script element.</summary>
    public static IEnumerable<string> Of(SiteView site) =>
        site.Head.Data.OfType<JsonObject>().Append(Breadcrumbs(site)).OfType<JsonObject>().Select(data => data.ToJsonString(JsonSerializerOptions.Default));

    public static JsonObject Community(SiteView site) => new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "WebSite",
        ["name"] = SiteName,
        ["url"] = site.Origin + site.Url(ItemKind.Home),
        ["inLanguage"] = site.Language,
        ["potentialAction"] = new JsonObject
        {
            ["@type"] = "SearchAction",
            ["target"] = $"{site.Origin}{site.Url(ItemKind.Search)}?q={{search_term_string}}",
            ["query-input"] = "required name=search_term_string",
        },
    };

    public static JsonObject GoalPage(SiteView site, GoalPage page, Goal goal) => With(Thing(site, page, "WebPage"), data =>
    {
        data["name"] = goal.Name(site.Language);
        data["description"] = goal.Sentence(site.Language);
        data["about"] = goal.Uri.AbsoluteUri;
    });

    public static JsonObject Practice(SiteView site, Practice page) => With(Thing(site, page, "Article"), data =>
    {
        data["headline"] = page.Title(site.Culture).Text;
        data["description"] = page.Summary(site.Culture).Text;
        data["about"] = About(page.Contributions);
        data["mentions"] = References(site, page.Organisations);
        data["dateModified"] = page.LastConfirmed?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? page.UpdateDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        data["publisher"] = Publisher(site);
    });

    public static JsonObject Organisation(SiteView site, Organisation page) => With(Thing(site, page, "Organization"), data =>
    {
        data["description"] = page.Summary(site.Culture).Text;
        data["sameAs"] = page.Website?.AbsoluteUri;
        data["knowsAbout"] = About(page.Contributions);
        data["address"] = Address(page);
    });

    public static JsonObject Article(SiteView site, Article page) => With(Thing(site, page, "NewsArticle"), data =>
    {
        data["headline"] = page.Title(site.Culture).Text;
        data["description"] = page.Summary(site.Culture).Text;
        data["datePublished"] = page.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        data["about"] = About(page.Contributions);
        data["publisher"] = Publisher(site);
    });

    /// <summary>Empty for a meeting without a date: an Event has to have one.</summary>
    public static IReadOnlyList<object> Meeting(SiteView site, Meeting page) => page.Start is not { } start ? [] : [With(Thing(site, page, "Event"), data =>
    {
        data["description"] = page.Summary(site.Culture).Text;
        data["startDate"] = Moment(start, page.IsTimeUnknown);
        data["endDate"] = page.End is { } end ? Moment(end, page.IsTimeUnknown) : null;
        data["eventStatus"] = $"https://schema.org/{page.Status switch { "Afgelast" => "EventCancelled", "Verplaatst" => "EventRescheduled", _ => "EventScheduled" }}";
        JsonObject? online = page.IsOnline ? new() { ["@type"] = "VirtualLocation", ["url"] = page.OnlineUrl ?? site.Origin + site.Url(page) } : null;
        JsonObject? place = page.Place.Length > 0 ? new() { ["@type"] = "Place", ["name"] = page.PlaceName ?? page.Place, ["address"] = Address(page) } : null;
        data["eventAttendanceMode"] = $"https://schema.org/{(online, place) switch { ({ }, { }) => "Mixed", ({ }, null) => "Online", _ => "Offline" }}EventAttendanceMode";
        data["location"] = online is not null && place is not null ? new JsonArray(place, online) : (JsonNode?)online ?? place;
        data["organizer"] = References(site, page.Organisers);
        data["about"] = About(page.Contributions);
    })];

    /// <summary>With its offset, "2020-02-11T16:00:00+01:00"; a bare date when the time is unknown.</summary>
    public static string Moment(DateTimeOffset moment, bool isTimeUnknown) =>
        DeventerTime.In(moment).ToString(isTimeUnknown ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static JsonObject? Breadcrumbs(SiteView site) => site.Crumbs() is { Count: > 1 } crumbs
        ? new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = new JsonArray([.. crumbs.Select((crumb, index) => (JsonNode)new JsonObject
            {
                ["@type"] = "ListItem",
                ["position"] = index + 1,
                ["name"] = crumb.Title,
                ["item"] = site.Origin + crumb.Url,
            })]),
        }
        : null;

    private static JsonObject Thing(SiteView site, SitePage page, string type) => new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = type,
        ["name"] = page.Title(site.Culture).Text,
        ["url"] = site.Origin + site.Url(page),
        ["inLanguage"] = page.Has(site.Culture) ? site.Language : SitePage.DefaultCulture,
    };

    /// <summary>The goals and targets, by the UN's identifiers.</summary>
    private static JsonArray? About(IReadOnlyList<Contribution> contributions) => contributions.Count == 0 ? null : new JsonArray(
        [.. contributions
            .Select(contribution => (contribution.Target is { } target ? GoalCatalogue.Default.Target(target).Uri : GoalCatalogue.Default.Goal(contribution.Goal).Uri).AbsoluteUri)
            .Distinct()
            .Select(uri => (JsonNode)uri)]);

    private static JsonArray? References(SiteView site, IReadOnlyList<Organisation> organisations) => organisations.Count == 0 ? null : new JsonArray(
        [.. organisations.Select(organisation => (JsonNode)new JsonObject
        {
            ["@type"] = "Organization",
            ["name"] = organisation.Title(site.Culture).Text,
            ["url"] = site.Origin + site.Url(organisation),
        })]);

    private static JsonObject? Address(PlacedPage page) => page.Street is null && page.Town is null ? null : new JsonObject
    {
        ["@type"] = "PostalAddress",
        ["streetAddress"] = page.Street,
        ["postalCode"] = page.PostalCode,
        ["addressLocality"] = page.Town,
    };

    private static JsonObject Publisher(SiteView site) => new() { ["@type"] = "Organization", ["name"] = SiteName, ["url"] = site.Origin + "/" };

    /// <summary>Fills an object in, and leaves out what isn't known.</summary>
    private static JsonObject With(JsonObject data, Action<JsonObject> fill)
    {
        fill(data);
        foreach (var unknown in data.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList())
        {
            data.Remove(unknown);
        }

        return data;
    }
}

using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Api.Answers;
using Deventer4GlobalGoals.Web.Api.Requests;
using Deventer4GlobalGoals.Web.Api.Resources;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Api.Collections;

/// <summary>The parts that several kinds of resources have.</summary>
internal static class Parts
{
    /// <summary>Null instead of an empty text.</summary>
    public static string? Text(PageText text) => text.IsEmpty ? null : text.Text;

    /// <inheritdoc cref="Text(PageText)"/>
    public static string? Html(PageHtml html) => html.IsEmpty ? null : html.Html;

    public static ResourceLinks Links(ApiView view, string path, CommunityItem item) => new() { Self = view.Link(path), Page = view.Page(item) };

    public static Counts Counts(Coverage coverage) =>
        new() { Practices = coverage.Practices, Organisations = coverage.Organisations, Meetings = coverage.Meetings };

    /// <summary>Main goals first, otherwise as the editor put them. Who confirmed a claim is a person, and stays out.</summary>
    public static IReadOnlyList<ContributionPart> Contributions(IReadOnlyList<Contribution> contributions) =>
        [.. contributions.OrderBy(contribution => contribution.Role).Select(contribution => new ContributionPart
        {
            Goal = contribution.Goal,
            Target = contribution.Target?.ToString(),
            Role = contribution.Role,
            Direction = contribution.Direction,
            Claim = contribution.Claim,
            Evidence = contribution.Evidence is { } evidence
                ? new EvidencePart { Figure = evidence.Figure, Unit = evidence.Unit, Year = evidence.Year, Link = evidence.Link }
                : null,
        })];

    public static IReadOnlyList<Uri> About(IReadOnlyList<Contribution> contributions) =>
        [.. contributions
            .Select(contribution => contribution.Target is { } target ? GoalCatalogue.Default.Target(target).Uri : GoalCatalogue.Default.Goal(contribution.Goal).Uri)
            .Distinct()];

    public static PlacePart? Place(PlacedPage page)
    {
        var place = new PlacePart
        {
            Name = page.PlaceName,
            Street = page.Street,
            PostalCode = page.PostalCode,
            Town = page.Town,
            Latitude = page.Latitude,
            Longitude = page.Longitude,
        };
        return place == new PlacePart() ? null : place;
    }

    /// <summary>Those that are published, wherever they were picked.</summary>
    public static IReadOnlyList<Reference> References(ApiView view, string collection, IEnumerable<SitePage> pages) =>
        [.. pages.Select(page => Reference(view, collection, page)).OfType<Reference>()];

    public static Reference? Reference(ApiView view, string collection, SitePage? page) => page is not null && view.Community.Find(page.Key) is { } item
        ? new Reference
        {
            Id = item.Key,
            Name = item.Title(view.Culture).Text,
            Links = Links(view, $"{collection}/{item.Key:D}", item),
        }
        : null;

    /// <summary>Moments are kept as UTC or without a kind; they are UTC either way.</summary>
    public static DateTimeOffset Utc(DateTime moment) => new(DateTime.SpecifyKind(moment, DateTimeKind.Utc));

    /// <summary>The columns that tell where something is.</summary>
    public static IReadOnlyList<CsvColumn<T>> PlaceColumns<T>(Func<T, PlacePart?> place) =>
    [
        new("placeName", row => place(row)?.Name),
        new("street", row => place(row)?.Street),
        new("postalCode", row => place(row)?.PostalCode),
        new("town", row => place(row)?.Town),
        new("latitude", row => place(row)?.Latitude),
        new("longitude", row => place(row)?.Longitude),
    ];

    /// <summary>The columns that all contributing resources have, behind their names.</summary>
    public static IReadOnlyList<CsvColumn<T>> ContributionColumns<T>()
        where T : ContributingResource =>
    [
        new("language", row => row.Language),
        new("summary", row => row.Summary),
        new("goals", row => row.Contributions.Select(contribution => contribution.Goal.ToString(System.Globalization.CultureInfo.InvariantCulture)).Distinct()),
        new("targets", row => row.Contributions.Select(contribution => contribution.Target).OfType<string>().Distinct()),
        new("about", row => row.About.Select(uri => uri.AbsoluteUri)),
    ];

    /// <summary>The columns that all pages have, last.</summary>
    public static IReadOnlyList<CsvColumn<T>> PageColumns<T>()
        where T : PageResource =>
    [
        new("source", row => row.Source),
        new("isExample", row => row.IsExample),
        new("updatedAt", row => row.UpdatedAt),
        new("self", row => row.Links.Self.Href),
        new("page", row => row.Links.Page?.Href),
    ];
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Deventer4GlobalGoals.Goals;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Deventer4GlobalGoals.Web.Content.Community;

/// <summary>From a published page to what the lists know of it.</summary>
public static class CommunityReader
{
    private static readonly FrozenDictionary<string, ItemKind> Kinds =
        Enum.GetValues<ItemKind>().ToFrozenDictionary(Alias, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for a page of a type that the site doesn't know.</summary>
    public static CommunityItem? Read(IPublishedContent content, Guid? parent)
    {
        if (content is not SitePage page || !Kinds.TryGetValue(page.ContentType.Alias, out var kind) || !page.Has(SitePage.DefaultCulture))
        {
            return null;
        }

        var item = new CommunityItem(page.Key, kind)
        {
            Path = [.. page.Path.Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture))],
            ParentKey = parent,
            SortOrder = page.SortOrder,
            Updated = page.UpdateDate,
            Texts = [.. Cultures(page).Select(culture => Texts(page, culture))],
            IsDemo = page.IsDemo,
            IsHidden = page.HideFromSearchEngines,
        };
        return Specify(WithGoals(item, page.Contributions), page);
    }

    /// <summary>The alias of the document type: "prizeEdition".</summary>
    public static string Alias(ItemKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static IEnumerable<string> Cultures(SitePage page) =>
        page.Cultures.Keys.Where(culture => culture.Length > 0).OrderBy(culture => culture != SitePage.DefaultCulture).ThenBy(culture => culture, StringComparer.Ordinal);

    private static ItemTexts Texts(SitePage page, string culture) => new(
        culture,
        page.Title(culture).Text,
        Own(SummaryOf(page, culture)),
        Own(page is Meeting meeting ? meeting.Period(culture) : PageText.Empty));

    private static PageText SummaryOf(SitePage page, string culture) => page switch
    {
        PlacedPage placed => placed.Summary(culture),
        Article article => article.Summary(culture),
        TextPage text => text.Summary(culture),
        PrizeEdition edition => edition.Summary(culture),
        ListingPage listing => listing.Intro(culture),
        Home home => home.HeroIntro(culture),
        _ => PageText.Empty,
    };

    /// <summary>A text that fell back belongs to the other culture.</summary>
    private static string Own(PageText text) => text.Lang is null ? text.Text : string.Empty;

    private static CommunityItem WithGoals(CommunityItem item, IReadOnlyList<Contribution> contributions) => item with
    {
        Goals = [.. contributions
            .OrderBy(contribution => contribution.Role)
            .DistinctBy(contribution => contribution.Goal)
            .Select(contribution => new ItemGoal(contribution.Goal, contribution.Role == ContributionRole.Primary))],
        Targets = [.. contributions.Select(contribution => contribution.Target).OfType<TargetCode>().Distinct()],
        GoalValues = [.. contributions
            .SelectMany(contribution => new[] { contribution.Goal.ToString(CultureInfo.InvariantCulture), contribution.Target?.ToString() })
            .OfType<string>()
            .Distinct()],
    };

    private static CommunityItem Specify(CommunityItem item, SitePage page) => page switch
    {
        Practice practice => Practice(item, practice),
        Organisation organisation => Organisation(item, organisation),
        Meeting meeting => Meeting(item, meeting),
        Article article => item with { When = On(article.Date), Years = Year(article.Date?.Year) },
        PrizeEdition edition => item with { When = On(edition.CeremonyDate) with { Year = edition.Year }, Years = Year(edition.Year) },
        GoalPage goal => item with { GoalNumber = goal.Number, GoalValues = [goal.Number.ToString(CultureInfo.InvariantCulture)] },
        _ => item,
    };

    private static CommunityItem Practice(CommunityItem item, Practice practice) => item with
    {
        Organisations = [.. practice.OrganisationKeys],
        Sectors = [.. practice.Sectors],
        Size = One(practice.CompanySize),
        CostClass = One(practice.CostClass),
        Years = Span(practice.YearFrom, practice.YearTo),
        When = ItemMoment.Unknown with { Year = practice.YearTo ?? practice.YearFrom },
        Place = practice.Town,
        Town = practice.Town,
        Towns = TownNames.Of(practice.Town),
        MonthsToResult = DutchDuration.Months(practice.TimeToResult(SitePage.DefaultCulture).Text),
        FirstResult = new(() => practice.Results is [var first, ..] ? new ItemResult(first.Figure, first.Unit, first.Description) : null),
        LastConfirmed = practice.LastConfirmed,
        CopiedFrom = practice.CopiedFromKey,
    };

    private static CommunityItem Organisation(CommunityItem item, Organisation organisation) => item with
    {
        Sort = One(organisation.Kind),
        Sectors = [.. organisation.Sectors],
        Size = One(organisation.Size),
        Countries = [.. organisation.Countries],
        Place = organisation.Town,
        Town = organisation.Town,
        Towns = TownNames.Of(organisation.Town),
        Roles = [.. new[]
        {
            organisation.IsInCoreGroup ? "kerngroep" : null,
            organisation.IsInInternationalOffice ? "international-office" : null,
            organisation.IsInPeriodicConsultation ? "periodiek-overleg" : null,
        }.OfType<string>()],
    };

    private static CommunityItem Meeting(CommunityItem item, Meeting meeting) => item with
    {
        Organisations = [.. meeting.OrganiserKeys],
        Sort = One(meeting.Kind),
        When = new ItemMoment(meeting.Start, meeting.End, meeting.IsTimeUnknown, meeting.Start?.Year ?? meeting.Year),
        Years = Year(meeting.Start?.Year ?? meeting.Year),
        Place = meeting.Place is { Length: > 0 } place ? place : null,
        Town = meeting.Town,
        Towns = TownNames.Of(meeting.Town),
        Status = meeting.Status,
        Attendance = meeting.Attendance,
        HasReport = meeting.HasReport,
    };

    private static ImmutableArray<string> One(string? value) => value is null ? [] : [value];

    private static ImmutableArray<string> Year(int? year) => Span(year, year);

    /// <summary>A practice that ran for years is found under each of them; a mistaken span of a century is cut short.</summary>
    private static ImmutableArray<string> Span(int? from, int? to)
    {
        if ((from ?? to) is not { } first)
        {
            return [];
        }

        var last = Math.Clamp(to ?? first, first, first + 50);
        return [.. Enumerable.Range(first, last - first + 1).Select(year => year.ToString(CultureInfo.InvariantCulture))];
    }

    private static ItemMoment On(DateOnly? date) => date is { } day
        ? new ItemMoment(DeventerTime.At(day), null, true, day.Year)
        : ItemMoment.Unknown;
}

using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Site;

/// <summary>A goal tile, with what stands under its name.</summary>
public sealed record Stone(int Goal, string? Note = null);

/// <summary>What belongs with a page.</summary>
public sealed record RelatedItems(IReadOnlyList<CommunityItem> Items);

/// <summary>Sentences that more than one view needs.</summary>
public static class SiteWords
{
    /// <summary>A title with soft hyphens in its long words.</summary>
    public static PageText Soft(this SiteView _, PageText text) => text with { Text = Hyphens.Soft(text.Text) };

    /// <summary>"MKB Deventer, Saxion".</summary>
    public static string Names(this SiteView site, IEnumerable<Guid> organisations) =>
        string.Join(", ", organisations.Select(site.Community.Find).OfType<CommunityItem>().Select(item => item.Title(site.Culture).Text));

    /// <summary>"Hoofddoel. Subdoel 12.3: half zo veel eten weggooien".</summary>
    public static string Role(this SiteView site, Contribution contribution)
    {
        var role = site.T[contribution.Role == ContributionRole.Primary ? "contribution.primary" : "contribution.secondary"];
        return contribution.Target is { } target
            ? $"{role}. {site.T.Format("contribution.target", target, GoalCatalogue.Default.Target(target).Name(site.Language))}"
            : role;
    }

    /// <summary>"38 %, 2025".</summary>
    public static string Evidence(this SiteView site, Evidence evidence) => string.Join(", ", new[]
    {
        evidence.Figure is { } figure ? site.Format.Figure(figure, evidence.Unit) : evidence.Unit,
        evidence.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture),
    }.OfType<string>());

    /// <summary>The footer's text, which editors keep on the home page.</summary>
    public static PageText FooterText(this SiteView site) =>
        site.Community.Section(ItemKind.Home) is { } home ? site.Content<Home>(home.Key)?.FooterText(site.Culture) ?? PageText.Empty : PageText.Empty;

    /// <summary>"2019" or "2019 tot 2021"; null when nothing is known.</summary>
    public static string? Period(this SiteView site, int? from, int? to) => (from, to) switch
    {
        (null, null) => null,
        ({ } only, null) => site.T.Format("practice.since", only),
        (null, { } only) => only.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ({ } first, { } last) when first == last => first.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => site.T.Format("practice.period", from, to),
    };
}

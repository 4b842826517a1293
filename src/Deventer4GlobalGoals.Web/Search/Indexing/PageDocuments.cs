using System.Globalization;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Site.Lists;
using Umbraco.Cms.Core.Dictionary;

namespace Deventer4GlobalGoals.Web.Search.Indexing;

/// <summary>From a page to the documents of an index: one per culture in which it is shown.</summary>
public sealed class PageDocuments(ICultureDictionaryFactory dictionaries)
{
    /// <summary>Raise it when what a document holds changes: indexes of another version are filled again at the start.</summary>
    public const string Version = "pages-3";

    /// <summary>The groups of Umbraco's dictionary that name an editor's choice.</summary>
    private static readonly (string Group, Func<CommunityItem, IEnumerable<string>> Values)[] Choices =
    [
        ("Sector", item => item.Sectors),
        ("Soort", item => item.Kind == ItemKind.Organisation ? item.Sort : []),
        ("Bijeenkomst", item => item.Kind == ItemKind.Meeting ? item.Sort : []),
    ];

    /// <param name="page">With its texts.</param>
    /// <param name="item">What lists know of it.</param>
    /// <param name="culture">Where it is shown; in Dutch when the page doesn't have it.</param>
    /// <param name="organisations">The names of those behind it.</param>
    /// <param name="stamp">Kept with the document, to tell later whether it is still the same.</param>
    public SearchDocument Make(SitePage page, CommunityItem item, string culture, IEnumerable<string> organisations, string stamp)
    {
        var spoken = item.Has(culture) ? culture : SitePage.DefaultCulture;
        return new SearchDocument(page.Key.ToString("N"), culture)
        {
            Language = spoken == culture ? null : spoken,
            Title = item.Title(culture).Text,
            Summary = item.Kind == ItemKind.Goal ? Sentence(item.GoalNumber, spoken) : item.Summary(culture).Text,
            Tags = [.. Tags(page, item, spoken).Concat(organisations).Where(tag => tag.Length > 0).Distinct()],
            Body = string.Join('\n', Goals(item, spoken).Prepend(PageBody.Of(page, spoken))),
            Fields = Fields(item),
            Main = new Dictionary<string, IReadOnlyList<string>> { ["doel"] = [.. MainGoals(page, item)] },
            Date = item.When.Date ?? (item.When.Year is { } year and > 0 and < 10_000 ? new DateOnly(year, 1, 1) : null),
            Stored = stamp,
        };
    }

    /// <summary>The values by which answers are narrowed; the same as those of the lists.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Fields(CommunityItem item) => new()
    {
        ["doel"] = item.GoalValues,
        ["subdoel"] = [.. item.GoalValues.Where(goal => goal.Contains('.', StringComparison.Ordinal))],
        ["type"] = ItemTypes.Of(item.Kind),
        ["sector"] = item.Sectors,
        ["soort"] = item.Sort,
        ["jaar"] = item.Years,
        ["plaats"] = item.Towns,
        ["land"] = item.Countries,
        ["grootte"] = item.Size,
        ["kosten"] = item.CostClass,
    };

    // In the body, where a word weighs least: an item is about more than the name of its goal.
    private static IEnumerable<string> Goals(CommunityItem item, string culture) =>
        item.Goals.Select(goal => GoalCatalogue.Default.Goal(goal.Number).Name(LocalisedText.LanguageOf(culture)) + ".");

    private static IEnumerable<string> MainGoals(SitePage page, CommunityItem item) => item.Kind == ItemKind.Goal
        ? item.GoalValues
        : page.Contributions
            .Where(contribution => contribution.Role == ContributionRole.Primary)
            .SelectMany(contribution => new[] { contribution.Goal.ToString(CultureInfo.InvariantCulture), contribution.Target?.ToString() })
            .OfType<string>()
            .Distinct();

    private static string Sentence(int number, string culture) =>
        GoalCatalogue.Default.TryGetGoal(number, out var goal) ? goal.Sentence(LocalisedText.LanguageOf(culture)) : string.Empty;

    private IEnumerable<string> Tags(SitePage page, CommunityItem item, string culture)
    {
        var dictionary = dictionaries.CreateDictionary(CultureInfo.GetCultureInfo(culture));
        var choices = Choices.SelectMany(choice => choice.Values(item).Select(value => dictionary[$"{choice.Group}.{value}"] is { Length: > 0 } text ? text : value));
        return choices.Concat(item.Countries).Concat(PageBody.Names(page));
    }
}

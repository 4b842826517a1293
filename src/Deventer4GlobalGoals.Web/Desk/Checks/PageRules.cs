namespace Deventer4GlobalGoals.Web.Desk.Checks;

/// <summary>Holds a page against every rule. Nothing is read or asked here: what they need stands in the page.</summary>
public static class PageRules
{
    private static readonly Func<CheckedPage, IEnumerable<Finding>>[] All =
    [
        TextRules.Pictures, TextRules.Headings, TextRules.Links, TextRules.Tables,
        FactRules.Dutch, FactRules.Day, FactRules.Goals, FactRules.Evidence,
        PlainLanguage.Language, PlainLanguage.Sentences, PlainLanguage.Hard,
    ];

    /// <returns>Errors first; the same thing once.</returns>
    public static IReadOnlyList<Finding> Find(CheckedPage page) =>
        [.. All.SelectMany(rule => rule(page)).Distinct().OrderByDescending(finding => finding.Rule.IsError)];
}

using System.Globalization;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Content;

namespace Deventer4GlobalGoals.Web.Search.Indexing;

/// <summary>What stands on a page beside its title and summary, and the names on it, per document type.</summary>
internal static class PageBody
{
    public static string Of(SitePage page, string culture) => string.Join('\n', Parts(page, culture).Concat(Claims(page)).Where(part => part.Length > 0));

    /// <summary>Names of people and places, which weigh more than other words.</summary>
    public static IEnumerable<string> Names(SitePage page) => page switch
    {
        Practice practice => [practice.ContactPerson ?? string.Empty, practice.Place],
        Meeting meeting => [.. meeting.Speakers.Select(speaker => speaker.Name ?? string.Empty), meeting.Place],
        PlacedPage placed => [placed.Place],
        PrizeEdition edition => [.. edition.Categories, .. edition.Nominees.Append(edition.Winner).Select(organisation => organisation?.Name ?? string.Empty)],
        _ => [],
    };

    private static IEnumerable<string> Parts(SitePage page, string culture) => page switch
    {
        Practice practice =>
        [
            Text(practice.WhatWasDone(culture)), Text(practice.ResultsText(culture)), Text(practice.Lessons(culture)), practice.Costs(culture).Text,
            practice.TimeToResult(culture).Text, .. practice.Results.Select(Result),
        ],
        Organisation organisation => [Text(organisation.Body(culture))],
        Meeting meeting =>
        [
            Text(meeting.Body(culture)), Text(meeting.Report(culture)), meeting.Period(culture).Text,
            .. meeting.Programme.Select(item => $"{item.Title} {item.Text}"), .. meeting.Speakers.Select(speaker => speaker.Role ?? string.Empty),
        ],
        Article article => [Text(article.Body(culture))],
        TextPage text => [Text(text.Body(culture))],
        PrizeEdition edition => [Text(edition.JuryStatement(culture))],
        GoalPage goal => [Text(goal.Meaning(culture)), Text(goal.InDeventer(culture)), goal.CallToAction(culture).Text, .. Targets(goal.Number, culture)],
        _ => [],
    };

    private static IEnumerable<string> Claims(SitePage page) => page.Contributions.Select(contribution => contribution.Claim ?? string.Empty);

    private static string Text(PageHtml html) => PlainText.Of(html.Html);

    private static string Result(Result result) =>
        string.Create(CultureInfo.InvariantCulture, $"{result.Figure:0.##} {result.Unit} {result.Description}");

    private static IEnumerable<string> Targets(int number, string culture) =>
        GoalCatalogue.Default.TryGetGoal(number, out var goal)
            ? goal.Targets.Select(target => $"{target.Code} {target.Name(LocalisedText.LanguageOf(culture))}. {target.Sentence(LocalisedText.LanguageOf(culture))}")
            : [];
}

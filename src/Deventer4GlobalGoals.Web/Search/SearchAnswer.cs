using Deventer4GlobalGoals.Search.Query;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Search;

/// <summary>What can be asked of <c>/api/v1/search</c>: the same names and values as in the address of the search page.</summary>
/// <param name="Query">Words, in the language of the search field.</param>
/// <param name="Goal">Goals ("12") and targets ("12.5"); any of them.</param>
/// <param name="Type">praktijkvoorbeeld, organisatie, bijeenkomst, nieuws, prijs, doel or pagina; any of them.</param>
/// <param name="Sector">As the value stands in an address: "bouw-en-wonen"; any of them.</param>
/// <param name="Kind">Kind of organisation or meeting; any of them.</param>
/// <param name="Year">Any of them.</param>
/// <param name="Place">Any of them.</param>
/// <param name="Country">Any of them.</param>
/// <param name="Size">Size of the company; any of them.</param>
/// <param name="Costs">Cost class; any of them.</param>
/// <param name="Sort">beste, nieuwste or oudste.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">1 to 100; 20 when not given.</param>
/// <param name="Language">nl, en or de; nl when not given.</param>
public sealed record SearchParameters(
    [FromQuery(Name = "q")] string? Query,
    [FromQuery(Name = "doel")] string[]? Goal,
    [FromQuery(Name = "type")] string[]? Type,
    [FromQuery(Name = "sector")] string[]? Sector,
    [FromQuery(Name = "soort")] string[]? Kind,
    [FromQuery(Name = "jaar")] string[]? Year,
    [FromQuery(Name = "plaats")] string[]? Place,
    [FromQuery(Name = "land")] string[]? Country,
    [FromQuery(Name = "grootte")] string[]? Size,
    [FromQuery(Name = "kosten")] string[]? Costs,
    [FromQuery(Name = "sorteer")] string? Sort,
    [FromQuery(Name = "pagina")] string? Page,
    [FromQuery(Name = "aantal")] string? PageSize,
    [FromQuery(Name = "lang")] string? Language)
{
    /// <summary>The names themselves, to tell a slip from a filter.</summary>
    internal static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "q", "doel", "type", "sector", "soort", "jaar", "plaats", "land", "grootte", "kosten", "sorteer", "pagina", "aantal", "lang",
    };
}

/// <param name="Query">What was asked, as it was understood.</param>
/// <param name="Language">nl, en or de.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Page">From 1; a page beyond the last gives the last.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Correction">Another spelling that finds more, or of which these are the results.</param>
/// <param name="IsLoose">Nothing has all the words; these have at least half of them.</param>
/// <param name="Results">Those of the page.</param>
/// <param name="Facets">What each value would give; a field's counts leave out what was chosen in it.</param>
public sealed record SearchAnswer(
    string Query, string Language, int Total, int Page, int Pages, Correction? Correction, bool IsLoose, IReadOnlyList<SearchAnswerItem> Results, IReadOnlyList<SearchAnswerFacet> Facets);

/// <param name="Id">The key of the page.</param>
/// <param name="Type">As in the filter of that name.</param>
/// <param name="Title">Plain text.</param>
/// <param name="TitleHtml">Safe HTML, with <c>mark</c> around what was found.</param>
/// <param name="SnippetHtml">Safe HTML, with <c>mark</c> around what was found.</param>
/// <param name="Url">Its full address.</param>
/// <param name="Language">The language of the page when it isn't there in the one that was asked.</param>
/// <param name="Date">When it was; the first of January when only the year is known.</param>
/// <param name="Goals">1 to 17, the main ones first.</param>
public sealed record SearchAnswerItem(
    Guid Id, string Type, string Title, string TitleHtml, string SnippetHtml, string Url, string Language, DateOnly? Date, IReadOnlyList<int> Goals);

/// <param name="Field">The name of the filter.</param>
/// <param name="Values">The most frequent first.</param>
public sealed record SearchAnswerFacet(string Field, IReadOnlyList<SearchAnswerValue> Values);

/// <param name="Value">As it stands in an address.</param>
/// <param name="Label">In the language that was asked.</param>
/// <param name="Count">How many results it would give.</param>
/// <param name="IsChosen">It is among the filters.</param>
public sealed record SearchAnswerValue(string Value, string Label, int Count, bool IsChosen);

/// <param name="Queries">Finished questions.</param>
/// <param name="Pages">Pages with the words in their title.</param>
public sealed record SearchProposals(IReadOnlyList<string> Queries, IReadOnlyList<ProposedPage> Pages);

public sealed record ProposedPage(string Title, string Kind, string Url);

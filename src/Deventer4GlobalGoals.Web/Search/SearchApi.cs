using System.Text.Json;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Search.Query;
using Deventer4GlobalGoals.Web.Api.Answers;
using Deventer4GlobalGoals.Web.Api.OpenApi;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Feeds;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Site.Lists;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Web.Search;

/// <summary><c>/api/v1/search</c>, and what the search field proposes while somebody types.</summary>
internal static class SearchApi
{
    private const int DefaultSize = ListDefinition.PageSize;

    public static IEndpointRouteBuilder MapSearchApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRead("/api/v1/search", AnswerAsync)
            .WithGroupName("v1").WithName("search").WithTags("Search")
            .WithSummary("Search what is published")
            .WithDescription("The same answers as the search page: words in the language of the search field, filters that narrow them down, and counts per filter.")
            .Produces<SearchAnswer>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest);
        endpoints.MapRead("/api/v1/search/suggestions", ProposeAsync)
            .WithGroupName("v1").WithName("searchSuggestions").WithTags("Search")
            .WithSummary("What somebody may want to type")
            .Produces<SearchProposals>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest);
        return endpoints;
    }

    /// <summary>Makes the answer; the command line asks here too.</summary>
    public static SearchAnswer Make(SiteView site, SiteSearch search, ListQuery query, int size, Func<CommunityItem, string> url)
    {
        var response = search.Ask(site.Culture, query, size);
        var pages = SiteSearch.LastPage(response.Total, size);
        return new SearchAnswer(
            query.Text,
            site.Language,
            response.Total,
            Math.Min(query.Page, pages),
            pages,
            response.Correction,
            response.IsLoose,
            [.. search.Found(response.Hits).Select(found => Item(found.Hit, found.Item, site, url))],
            [.. ListDefinition.Search.Facets.Select(facet => Values(response, facet, site))]);
    }

    private static async Task AnswerAsync(
        [AsParameters] SearchParameters asked, HttpContext http, SiteView site, ListMaker lists, SiteSearch search, IUmbracoContextFactory contexts, CancellationToken cancellation)
    {
        if (http.Request.Query.Keys.FirstOrDefault(name => !SearchParameters.Names.Contains(name)) is { } unknown)
        {
            throw Wrong($"There is no parameter \"{unknown}\"; there are {string.Join(", ", SearchParameters.Names)}.");
        }

        if (!TryLanguage(asked.Language, out var culture))
        {
            throw NoSuchLanguage();
        }

        if (!TrySize(asked.PageSize, out var size))
        {
            throw Wrong($"\"aantal\" is a whole number from 1 to {SearchRequest.LargestPage}.");
        }

        site.Speak(culture);
        using var context = contexts.EnsureUmbracoContext();
        await search.CatchUpAsync(cancellation);
        await SendAsync(http, site, Make(site, search, lists.Read(ListDefinition.Search, http.Request.Query), size, item => site.Origin + site.Url(item)));
    }

    private static async Task ProposeAsync(
        [FromQuery(Name = "q")] string? typed,
        [FromQuery(Name = "lang")] string? language,
        HttpContext http,
        SiteView site,
        ListMaker lists,
        SiteSearch search,
        IUmbracoContextFactory contexts,
        CancellationToken cancellation)
    {
        if (!TryLanguage(language, out var culture))
        {
            throw NoSuchLanguage();
        }

        site.Speak(culture);
        using var context = contexts.EnsureUmbracoContext();
        await search.CatchUpAsync(cancellation);
        var words = lists.Read(ListDefinition.Search, http.Request.Query).Text;
        var isFinished = words.Length > 0 && typed?.EndsWith(' ') == true;
        var (queries, documents) = search.Suggest(isFinished ? words + ' ' : words, culture);
        var pages = search.Found(documents).Select(found => new ProposedPage(found.Hit.Title, site.T["kind." + CommunityReader.Alias(found.Item.Kind)], site.Url(found.Item)));
        await SendAsync(http, site, new SearchProposals(queries, [.. pages]));
    }

    private static Task SendAsync<T>(HttpContext http, SiteView site, T answer) =>
        new ApiBody(JsonSerializer.SerializeToUtf8Bytes(answer, ApiJson.Options), ApiFormat.Json.ContentType) { Language = site.Language, IsKept = false }.SendAsync(http);

    private static SearchAnswerItem Item(SearchHit hit, CommunityItem item, SiteView site, Func<CommunityItem, string> url) => new(
        item.Key,
        ItemTypes.Of(item.Kind)[0],
        hit.Title,
        hit.TitleHtml,
        hit.SnippetHtml,
        url(item),
        item.Has(site.Culture) ? site.Language : SitePage.DefaultCulture,
        hit.Date,
        [.. item.Goals.Select(goal => goal.Number)]);

    private static SearchAnswerFacet Values(SearchResponse response, Site.Lists.Facet facet, SiteView site) => new(
        facet.Key,
        [.. response.Facets.First(counted => counted.Field == facet.Key).Values
            .Select(value => new SearchAnswerValue(TextFolding.Slug(value.Value, keepDot: facet.IsGoal), facet.Label(value.Value, site), value.Count, value.IsChosen))]);

    private static bool TrySize(string? text, out int size)
    {
        size = DefaultSize;
        return text is null
            || (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out size) && size is >= 1 and <= SearchRequest.LargestPage);
    }

    private static bool TryLanguage(string? language, out string culture)
    {
        culture = FeedSource.CultureOf(language);
        return language is null || LocalisedText.Languages.Contains(language);
    }

    private static ApiProblemException NoSuchLanguage() => Wrong($"\"lang\" is one of {string.Join(", ", LocalisedText.Languages)}.");

    private static ApiProblemException Wrong(string detail) =>
        new(new ApiProblem { Title = "Request validation failed", Status = StatusCodes.Status400BadRequest, Detail = detail });
}

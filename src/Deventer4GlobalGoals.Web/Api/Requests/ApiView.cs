using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Api.Answers;
using Deventer4GlobalGoals.Web.Api.Resources;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Feeds;
using Umbraco.Cms.Core.PublishedCache;

namespace Deventer4GlobalGoals.Web.Api.Requests;

/// <summary>What resources are made from: what is published, in the language of the request. One per request.</summary>
internal sealed class ApiView(FeedSource source, IPublishedContentCache contents, IHttpContextAccessor http)
{
    private string? _language;

    /// <summary>The same for the whole request, so that no two figures disagree.</summary>
    public CommunitySnapshot Community => source.Community;

    /// <summary>"https://deventer4globalgoals.nl".</summary>
    public string Origin => source.Origin;

    /// <summary>"nl", "en" or "de": the one that <c>Accept-Language</c> likes best, else Dutch.</summary>
    public string Language => _language ??= Negotiate(http.HttpContext?.Request);

    public string Culture => FeedSource.CultureOf(Language);

    /// <summary>An address in this API.</summary>
    public string Address(string path) => $"{Origin}{ApiVersion.Base}/{path}";

    public ApiLink Link(string path) => new() { Href = Address(path) };

    /// <summary>The page for people, in the language of the request or else in Dutch.</summary>
    public ApiLink? Page(CommunityItem item) =>
        (source.Url(item, Culture) ?? source.Url(item, SitePage.DefaultCulture)) is { } url ? new ApiLink { Href = url } : null;

    /// <summary>The published page with all its values; null when it was just withdrawn.</summary>
    public T? Content<T>(CommunityItem item)
        where T : SitePage => contents.GetById(preview: false, item.Key) as T;

    /// <summary>The language of a text that may have fallen back.</summary>
    public string LanguageOf(PageText text) => text.Lang is null ? Language : LocalisedText.LanguageOf(text.Lang);

    private static string Negotiate(HttpRequest? request) => request?.GetTypedHeaders().AcceptLanguage
        .Where(range => range.Quality is not 0)
        .OrderByDescending(range => range.Quality ?? 1)
        .Select(range => range.Value.Value?.Split('-')[0] ?? string.Empty)
        .Select(wanted => LocalisedText.Languages.FirstOrDefault(language => language.Equals(wanted, StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(language => language is not null) ?? SitePage.DefaultCulture;
}

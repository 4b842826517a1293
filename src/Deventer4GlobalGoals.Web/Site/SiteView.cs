using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Umbraco.Cms.Core.Dictionary;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Web.Site;

/// <summary>What every view needs beside its model: the visitor's language, the community, and where things are. One per request.</summary>
public sealed class SiteView(
    IUmbracoContextAccessor contexts,
    CommunityIndex index,
    IPublishedUrlProvider urls,
    ICultureDictionaryFactory dictionaries,
    SiteOrigin origin,
    TimeProvider time)
{
    private ICultureDictionary? _dictionary;
    private CommunitySnapshot? _community;
    private SiteFormat? _format;
    private SiteTexts? _texts;
    private string? _culture;

    /// <summary>"nl", "en-US" or "de-DE".</summary>
    public string Culture => _culture ??= (contexts.TryGetUmbracoContext(out var context) ? context.PublishedRequest?.Culture : null) ?? SitePage.DefaultCulture;

    /// <summary>For answers that are no page, such as those of an API: these have their language in the question. To be called before anything else.</summary>
    public void Speak(string culture) => _culture = culture;

    public string Language => LocalisedText.LanguageOf(Culture);

    public SiteTexts T => _texts ??= SiteTexts.In(Culture);

    public SiteFormat Format => _format ??= new SiteFormat(Culture);

    /// <summary>The same snapshot for the whole request, so that no two figures on a page disagree.</summary>
    public CommunitySnapshot Community => _community ??= index.Current;

    public DateTimeOffset Now => DeventerTime.Now(time);

    /// <summary>The page that is shown; null on an error page.</summary>
    public SitePage? Page => contexts.TryGetUmbracoContext(out var context) ? context.PublishedRequest?.PublishedContent as SitePage : null;

    /// <summary>Per culture the path of a page that is no content; null when the page is content.</summary>
    public IReadOnlyDictionary<string, string>? Addresses { get; set; }

    /// <summary>Set by the view before the layout runs.</summary>
    public PageHead Head { get; set; } = new(string.Empty);

    /// <summary>"https://deventer4globalgoals.nl".</summary>
    public string Origin => origin.Current;

    public string Url(CommunityItem item) => Url(item.Key);

    public string Url(IPublishedContent page) => Url(page.Key);

    /// <summary>The page's path in the visitor's language, or else its Dutch one.</summary>
    public string Url(Guid key) => UrlIn(key, Culture) ?? UrlIn(key, SitePage.DefaultCulture) ?? "/";

    /// <summary>Null when the page does not exist in that culture.</summary>
    public string? UrlIn(Guid key, string culture) =>
        Community.Url(key, culture, FindUrl) is { Length: > 0 } url ? url : null;

    /// <summary>The path of a list page; the home page as long as the site has no such list.</summary>
    public string Url(ItemKind section, string query = "") =>
        Community.Section(section) is { } page ? Url(page) + query : Url(Community.Section(ItemKind.Home)?.Key ?? Guid.Empty);

    /// <summary>A published page with all its properties.</summary>
    public T? Content<T>(Guid key)
        where T : class, IPublishedContent => contexts.TryGetUmbracoContext(out var context) ? context.Content?.GetById(key) as T : null;

    public string MediaUrl(IPublishedContent media) => urls.GetMediaUrl(media);

    /// <summary>"nl" where the visitor's language is another: for texts that exist in Dutch only.</summary>
    public string? DutchOnly => Language == SitePage.DefaultCulture ? null : SitePage.DefaultCulture;

    public string GoalUrl(int number) => Community.Goal(number) is { } page ? Url(page) : Url(ItemKind.Goals);

    public string GoalName(int number) => GoalCatalogue.Default.Goal(number).Name(Language);

    /// <summary>The language that a link leads to, when it isn't the visitor's.</summary>
    public string? LangOf(CommunityItem item) => item.Has(Culture) ? null : SitePage.DefaultCulture;

    /// <summary>An editor's choice ("Bouw en wonen") in the visitor's language, from Umbraco's dictionary.</summary>
    /// <param name="group">The dictionary's group: "Sector".</param>
    /// <param name="value">The choice as it is stored, in Dutch.</param>
    public string Choice(string group, string value)
    {
        _dictionary ??= dictionaries.CreateDictionary(System.Globalization.CultureInfo.GetCultureInfo(Culture));
        return _dictionary[$"{group}.{value}"] is { Length: > 0 } text ? text : value;
    }

    public string? LinkUrl(Link link) => link.Udi is Umbraco.Cms.Core.GuidUdi page && link.Type == LinkType.Content ? Url(page.Guid) : link.Url;

    public IReadOnlyList<Crumb> Crumbs()
    {
        if (Page is not { } page || Community.Find(page.Key) is not { } item)
        {
            return [];
        }

        var crumbs = new List<Crumb>();
        for (var step = item; step is not null; step = step.ParentKey is { } parent ? Community.Find(parent) : null)
        {
            var title = step.Title(Culture);
            crumbs.Insert(0, new Crumb(title.Text, title.Lang, Url(step)));
        }

        return crumbs;
    }

    private string FindUrl(Guid key, string culture)
    {
        var url = urls.GetUrl(key, UrlMode.Relative, culture);
        return url.StartsWith('#') ? string.Empty : url;
    }
}

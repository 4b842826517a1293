using System.Globalization;
using Umbraco.Cms.Core.Dictionary;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Web;

namespace Umbraco.Cms.Web.Common;

/// <summary>What views ask for most. Stands in for the type of this name in Umbraco.Web.Common.</summary>
public class UmbracoHelper(ICultureDictionaryFactory dictionaries, ICacheManager caches, IUmbracoContextAccessor contexts)
{
    private ICultureDictionary? _dictionary;

    /// <summary>The page that is being rendered.</summary>
    /// <exception cref="InvalidOperationException">No page is being rendered.</exception>
    public IPublishedContent AssignedContentItem =>
        (contexts.TryGetUmbracoContext(out var context) ? context.PublishedRequest?.PublishedContent : null)
        ?? throw new InvalidOperationException("There is no page in this request.");

    /// <summary>The dictionary in the language of the request.</summary>
    public ICultureDictionary CultureDictionary => _dictionary ??= dictionaries.CreateDictionary(CultureInfo.CurrentUICulture);

    /// <summary>The dictionary's text in the request's language; empty when there is none.</summary>
    public string GetDictionaryValue(string key) => CultureDictionary[key] ?? string.Empty;

    /// <summary>The dictionary's text in the request's language, or else <paramref name="defaultValue"/>.</summary>
    public string GetDictionaryValueOrDefault(string key, string defaultValue) =>
        GetDictionaryValue(key) is { Length: > 0 } text ? text : defaultValue;

    public IPublishedContent? Content(Guid id) => caches.Content.GetById(id);

    public IPublishedContent? Content(int id) => caches.Content.GetById(id);

    public IPublishedContent? Media(Guid id) => caches.Media.GetById(id);

    public IPublishedContent? Media(int id) => caches.Media.GetById(id);
}

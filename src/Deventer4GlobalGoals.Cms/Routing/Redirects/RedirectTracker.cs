using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Cms.Core.Strings;
using Umbraco.Cms.Core.Web;
using Umbraco.Extensions;
using OldRoutes = System.Collections.Generic.Dictionary<(int ContentId, string Culture), (System.Guid ContentKey, string OldRoute)>;

namespace Deventer4GlobalGoals.Cms.Routing.Redirects;

/// <summary>
/// Remembers where published documents were found before a change, and leaves a redirect where the address became another.
/// Descendants are looked at only when the address of their ancestor can change: publishing a changed text costs nothing here.
/// </summary>
public sealed partial class RedirectTracker(
    IUmbracoContextFactory contexts,
    IPublishedContentCache published,
    IDocumentNavigationQueryService navigation,
    IPublishedUrlProvider urls,
    IDocumentUrlService segments,
    ICoreScopeProvider scopes,
    ILanguageRepository languages,
    IRedirectUrlService redirects,
    IShortStringHelper strings,
    UrlSegmentProviderCollection segmentProviders,
    ILogger<RedirectTracker> logger) : IRedirectTracker
{
    private const string NoRoute = "#";

    /// <inheritdoc/>
    [Obsolete("Use the overload that says whether the document moves.")]
    public void StoreOldRoute(IContent entity, OldRoutes oldRoutes) => StoreOldRoute(entity, oldRoutes, isMove: true);

    public void StoreOldRoute(IContent entity, OldRoutes oldRoutes, bool isMove)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(oldRoutes);
        using var context = contexts.EnsureUmbracoContext();
        if (published.GetById(preview: false, entity.Key) is null)
        {
            return;
        }

        var cultures = Cultures();
        if (!isMove && !Array.Exists(cultures, culture => SegmentChanges(entity, culture)))
        {
            return;
        }

        navigation.TryGetDescendantsKeysOrSelfKeys(entity.Key, out var keys);
        foreach (var key in keys)
        {
            if (published.GetById(preview: false, key) is { } document)
            {
                Store(document, cultures, oldRoutes);
            }
        }
    }

    public void CreateRedirects(IDictionary<(int ContentId, string Culture), (Guid ContentKey, string OldRoute)> oldRoutes)
    {
        ArgumentNullException.ThrowIfNull(oldRoutes);
        if (oldRoutes.Count == 0)
        {
            return;
        }

        using var context = contexts.EnsureUmbracoContext();
        foreach (var ((_, culture), (key, oldRoute)) in oldRoutes)
        {
            if (Route(key, culture) is { } newRoute && newRoute != oldRoute)
            {
                RemoveRedirectsFrom(newRoute, key, culture);
                redirects.Register(oldRoute, key, culture);
                LogRedirect(logger, oldRoute, newRoute, culture);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{OldRoute} redirects to {NewRoute} ({Culture}).")]
    private static partial void LogRedirect(ILogger logger, string oldRoute, string newRoute, string culture);

    private string[] Cultures()
    {
        using var scope = scopes.CreateCoreScope(autoComplete: true);
        return [.. languages.GetMany().Select(language => language.IsoCode)];
    }

    private bool SegmentChanges(IContent entity, string culture)
    {
        var current = segments.GetUrlSegment(entity.Key, culture, isDraft: false);
        var asked = entity.ContentType.VariesByCulture() ? culture : null;
        var next = entity.GetUrlSegment(strings, segmentProviders, asked, published: false);
        return current is not null && !string.Equals(current, next, StringComparison.OrdinalIgnoreCase);
    }

    private void Store(IPublishedContent document, string[] cultures, OldRoutes oldRoutes)
    {
        var varies = document.ContentType.VariesByCulture();
        foreach (var culture in cultures.Where(culture => !varies || document.Cultures.ContainsKey(culture)))
        {
            if (Route(document.Key, culture) is { } route)
            {
                oldRoutes[(document.Id, culture)] = (document.Key, route);
            }
        }
    }

    /// <summary>The path as a visitor's request has it: decoded, without a slash at the end. Null when the document has none.</summary>
    private string? Route(Guid key, string culture)
    {
        var url = urls.GetUrl(key, UrlMode.Relative, culture);
        if (string.IsNullOrEmpty(url) || url.StartsWith(NoRoute, StringComparison.Ordinal))
        {
            return null;
        }

        var path = Uri.TryCreate(url, UriKind.Absolute, out var absolute) && !absolute.IsFile ? absolute.AbsolutePath : url;
        var route = Uri.UnescapeDataString(path).TrimEnd('/');
        return route.Length == 0 ? "/" : route;
    }

    /// <summary>What is now the document's own address must not send visitors away from it.</summary>
    private void RemoveRedirectsFrom(string route, Guid key, string culture)
    {
        foreach (var redirect in redirects.GetContentRedirectUrls(key).Where(redirect => redirect.Url == route && redirect.Culture.InvariantEquals(culture)))
        {
            redirects.Delete(redirect);
        }
    }
}

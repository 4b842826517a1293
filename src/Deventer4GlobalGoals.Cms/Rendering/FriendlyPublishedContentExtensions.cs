using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services.Navigation;

namespace Umbraco.Extensions;

/// <summary>
/// The extensions of Umbraco.Core on published content without their service arguments, as views use them.
/// Stands in for the type of this name in Umbraco.Web.Common, which has more of the same.
/// </summary>
public static class FriendlyPublishedContentExtensions
{
    public static string Name(this IPublishedContent content, string? culture = null) =>
        content.Name(Service<IVariationContextAccessor>(), culture);

    public static DateTime CultureDate(this IPublishedContent content, string? culture = null) =>
        content.CultureDate(Service<IVariationContextAccessor>(), culture);

    /// <summary>The page's URL in a culture, or in that of the request; "#" when it isn't published there.</summary>
    public static string Url(this IPublishedContent content, string? culture = null, UrlMode mode = UrlMode.Default) =>
        content.Url(Service<IPublishedUrlProvider>(), culture, mode);

    public static string MediaUrl(
        this IPublishedContent content, string? culture = null, UrlMode mode = UrlMode.Default, string propertyAlias = "umbracoFile") =>
        content.MediaUrl(Service<IPublishedUrlProvider>(), culture, mode, propertyAlias);

    public static bool HasValue(
        this IPublishedContent content, string alias, string? culture = null, string? segment = null, Fallback fallback = default) =>
        content.HasValue(Service<IPublishedValueFallback>(), alias, culture, segment, fallback);

    public static object? Value(
        this IPublishedContent content,
        string alias,
        string? culture = null,
        string? segment = null,
        Fallback fallback = default,
        object? defaultValue = null) =>
        content.Value(Service<IPublishedValueFallback>(), alias, culture, segment, fallback, defaultValue);

    public static T? Value<T>(
        this IPublishedContent content,
        string alias,
        string? culture = null,
        string? segment = null,
        Fallback fallback = default,
        T? defaultValue = default) =>
        content.Value(Service<IPublishedValueFallback>(), alias, culture, segment, fallback, defaultValue);

    public static bool IsVisible(this IPublishedContent content) => content.IsVisible(Service<IPublishedValueFallback>());

    public static IPublishedContent Root(this IPublishedContent content) => content.Root(Navigation(content), Filter(content));

    public static T? Root<T>(this IPublishedContent content)
        where T : class, IPublishedContent => content.Root<T>(Navigation(content), Filter(content));

    public static T? Parent<T>(this IPublishedContent content)
        where T : class, IPublishedContent => content.Parent<T>(Navigation(content), Filter(content));

    public static IEnumerable<IPublishedContent> Ancestors(this IPublishedContent content) =>
        content.Ancestors(Navigation(content), Filter(content));

    public static IEnumerable<IPublishedContent> AncestorsOrSelf(this IPublishedContent content) =>
        content.AncestorsOrSelf(Navigation(content), Filter(content));

    public static T? Ancestor<T>(this IPublishedContent content)
        where T : class, IPublishedContent => content.Ancestor<T>(Navigation(content), Filter(content));

    public static T? AncestorOrSelf<T>(this IPublishedContent content)
        where T : class, IPublishedContent => content.AncestorOrSelf<T>(Navigation(content), Filter(content));

    public static IEnumerable<IPublishedContent> Breadcrumbs(this IPublishedContent content, bool andSelf = true) =>
        content.Breadcrumbs(Navigation(content), Filter(content), andSelf);

    public static IEnumerable<IPublishedContent> Children(this IPublishedContent content, string? culture = null) =>
        content.Children(Navigation(content), Filter(content), culture);

    public static IEnumerable<T> Children<T>(this IPublishedContent content, string? culture = null)
        where T : class, IPublishedContent => content.Children<T>(Navigation(content), Filter(content), culture);

    public static T? FirstChild<T>(this IPublishedContent content, string? culture = null)
        where T : class, IPublishedContent => content.FirstChild<T>(Navigation(content), Filter(content), culture);

    public static IEnumerable<IPublishedContent> Descendants(this IPublishedContent content, string? culture = null) =>
        content.Descendants(Navigation(content), Filter(content), culture);

    public static IEnumerable<T> Descendants<T>(this IPublishedContent content, string? culture = null)
        where T : class, IPublishedContent => content.Descendants<T>(Navigation(content), Filter(content), culture);

    public static IEnumerable<IPublishedContent> Siblings(this IPublishedContent content, string? culture = null) =>
        content.Siblings(Navigation(content), Filter(content), culture);

    private static INavigationQueryService Navigation(IPublishedContent content) => content.ItemType == PublishedItemType.Media
        ? Service<IMediaNavigationQueryService>()
        : Service<IDocumentNavigationQueryService>();

    private static IPublishedStatusFilteringService Filter(IPublishedContent content) => content.ItemType == PublishedItemType.Media
        ? Service<IPublishedMediaStatusFilteringService>()
        : Service<IPublishedContentStatusFilteringService>();

    // Not kept in fields: several hosts may live one after the other in a process of tests.
    private static T Service<T>()
        where T : notnull => StaticServiceProvider.Instance.GetRequiredService<T>();
}

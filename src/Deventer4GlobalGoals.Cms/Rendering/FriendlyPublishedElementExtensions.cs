using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Umbraco.Extensions;

/// <summary>
/// The values of blocks and other elements, without the service argument of Umbraco.Core's extensions.
/// Stands in for the type of this name in Umbraco.Web.Common.
/// </summary>
public static class FriendlyPublishedElementExtensions
{
    public static object? Value(
        this IPublishedElement content,
        string alias,
        string? culture = null,
        string? segment = null,
        Fallback fallback = default,
        object? defaultValue = null) =>
        content.Value(ValueFallback, alias, culture, segment, fallback, defaultValue);

    public static T? Value<T>(
        this IPublishedElement content,
        string alias,
        string? culture = null,
        string? segment = null,
        Fallback fallback = default,
        T? defaultValue = default) =>
        content.Value(ValueFallback, alias, culture, segment, fallback, defaultValue);

    private static IPublishedValueFallback ValueFallback =>
        StaticServiceProvider.Instance.GetRequiredService<IPublishedValueFallback>();
}

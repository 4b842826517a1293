using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Delivery.Requests;

/// <summary>Where an item went that once had the path that is asked for.</summary>
internal sealed class DeliveryRedirects(
    IRequestRoutingService routing,
    IRedirectUrlService redirects,
    IApiPublishedContentCache contents,
    IApiContentRouteBuilder routes,
    IVariationContextAccessor variation) : IRequestRedirectService
{
    public IApiContentRoute? GetRedirectRoute(string requestedPath)
    {
        var route = routing.GetContentRoute(requestedPath.EnsureStartsWith('/'));
        var culture = variation.VariationContext?.Culture.NullOrWhiteSpaceAsNull();
        return redirects.GetMostRecentRedirectUrl(route, culture) is { } moved
            && contents.GetById(moved.ContentKey) is { } content
                ? routes.Build(content, moved.Culture.NullOrWhiteSpaceAsNull() ?? culture)
                : null;
    }
}

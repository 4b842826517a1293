using Deventer4GlobalGoals.Cms.Routing;
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
        // A page below a domain leaves its path, and one without a domain the id of its root before it.
        var path = RequestTarget.Canonical(requestedPath, trailingSlash: false);
        var route = routing.GetContentRoute(path);
        var culture = variation.VariationContext?.Culture.NullOrWhiteSpaceAsNull();
        var moved = redirects.GetMostRecentRedirectUrl(route, culture) ?? redirects.GetMostRecentRedirectUrl(path, culture);
        return moved is not null
            && contents.GetById(moved.ContentKey) is { } content
                ? routes.Build(content, moved.Culture.NullOrWhiteSpaceAsNull() ?? culture)
                : null;
    }
}

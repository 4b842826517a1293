using Deventer4GlobalGoals.Cms.Routing;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Web;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Delivery;

/// <summary>
/// A requested path in the form that Umbraco's route lookup takes: the id of the domain's node, and the path below it.
/// The path decides the culture, whatever languages the client accepts.
/// </summary>
internal sealed class DeliveryRouting(SiteRouter router, IUmbracoContextAccessor contexts, IVariationContextAccessor variation)
    : IRequestRoutingService
{
    public string GetContentRoute(string requestedPath)
    {
        var request = router.FindDomain(contexts.GetRequiredUmbracoContext().CleanedUmbracoUrl, requestedPath);
        if (request.Domain is not { } domain)
        {
            return request.AbsolutePathDecoded;
        }

        variation.VariationContext = new VariationContext(request.Culture);
        return $"{domain.ContentId}{DomainUtilities.PathRelativeToDomain(domain.Uri, request.AbsolutePathDecoded)}";
    }
}

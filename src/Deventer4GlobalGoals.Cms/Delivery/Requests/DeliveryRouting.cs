using Deventer4GlobalGoals.Cms.Routing;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Delivery.Requests;

/// <summary>
/// A requested path in the form that Umbraco's route lookup takes: the id of the start item's or the domain's node, and the path below it.
/// The language is the one that the client asks for when the path exists in it, and otherwise that of the domain.
/// </summary>
internal sealed class DeliveryRouting(
    SiteRouter router,
    IUmbracoContextAccessor contexts,
    IVariationContextAccessor variation,
    IRequestStartItemProviderAccessor startItems,
    IRequestCultureService cultures,
    IRequestPreviewService preview,
    IDocumentUrlService urls) : IRequestRoutingService
{
    public string GetContentRoute(string requestedPath)
    {
        if (startItems.TryGetValue(out var provided) && provided.GetStartItem() is { } start)
        {
            return $"{start.Id}{RequestTarget.Canonical(requestedPath, trailingSlash: false)}";
        }

        var request = router.FindDomain(contexts.GetRequiredUmbracoContext().CleanedUmbracoUrl, requestedPath);
        if (request.Domain is not { } domain)
        {
            return request.AbsolutePathDecoded;
        }

        var path = DomainUtilities.PathRelativeToDomain(domain.Uri, request.AbsolutePathDecoded);
        if (cultures.GetRequestedCulture() is not { } requested
            || urls.GetDocumentKeyByRoute(path, requested, domain.ContentId, preview.IsPreview()) is null)
        {
            variation.VariationContext = new VariationContext(request.Culture);
        }

        return $"{domain.ContentId}{path}";
    }
}

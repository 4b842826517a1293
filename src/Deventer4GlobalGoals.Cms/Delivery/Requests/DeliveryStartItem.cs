using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Delivery.Requests;

/// <summary>The root item that the header Start-Item names, by its key or its URL segment.</summary>
internal sealed class DeliveryStartItem(
    IHttpContextAccessor http,
    IDocumentNavigationQueryService navigation,
    IPublishedContentCache contents,
    IRequestPreviewService preview,
    IVariationContextAccessor variation,
    IDocumentUrlService urls,
    IDomainCache domains) : IRequestStartItemProvider, IRequestStartItemProviderAccessor
{
    public IPublishedContent? GetStartItem()
    {
        var wanted = RequestedStartItem()?.Trim('/');
        if (string.IsNullOrWhiteSpace(wanted) || !navigation.TryGetRootKeys(out var keys))
        {
            return null;
        }

        var roots = keys.Select(key => contents.GetById(preview.IsPreview(), key)).OfType<IPublishedContent>();
        return Guid.TryParse(wanted, out var named)
            ? roots.FirstOrDefault(root => root.Key == named)
            : roots.FirstOrDefault(root => urls.GetUrlSegment(root.Key, variation.VariationContext?.Culture ?? domains.DefaultCulture, preview.IsPreview()).InvariantEquals(wanted));
    }

    public string? RequestedStartItem() =>
        http.HttpContext?.Request.Headers[Constants.DeliveryApi.HeaderNames.StartItem] is [{ } value, ..] ? value : null;

    public bool TryGetValue([NotNullWhen(true)] out IRequestStartItemProvider? requestStartItemProvider)
    {
        requestStartItemProvider = this;
        return true;
    }
}

using Deventer4GlobalGoals.Cms.Delivery.MediaItems;
using Deventer4GlobalGoals.Cms.Delivery.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Deventer4GlobalGoals.Cms.Delivery;

/// <summary>Umbraco's Content Delivery API, version 2, at <c>/umbraco/delivery/api/v2</c>.</summary>
public static class DeliveryEndpoints
{
    public static IEndpointRouteBuilder MapDelivery(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var api = endpoints.MapGroup("/umbraco/delivery/api/v2");
        api.MapGet("/content", (HttpContext http) => Content(http).QueryAsync(http));
        api.MapGet("/content/items", (HttpContext http) => Content(http).ByIdsAsync(http));
        api.MapGet("/content/item/{id:guid}", (HttpContext http, Guid id) => Content(http).ByIdAsync(http, id));
        api.MapGet("/content/item/{*path}", (HttpContext http, string? path) => Content(http).ByPathAsync(http, path ?? string.Empty));

        api.MapGet("/media", (HttpContext http) => Media(http).QueryAsync(http));
        api.MapGet("/media/items", (HttpContext http) => Media(http).ByIdsAsync(http));
        api.MapGet("/media/item/{id:guid}", (HttpContext http, Guid id) => Media(http).ByIdAsync(http, id));
        api.MapGet("/media/item/{*path}", (HttpContext http, string? path) => Media(http).ByPathAsync(http, path ?? string.Empty));

        endpoints.MapGet(DeliveryDocument.Address, (HttpContext http) => http.RequestServices.GetRequiredService<DeliveryDocument>().SendAsync(http));
        return endpoints;
    }
    /// <summary>Not before the first request: what they need can't be made before Umbraco has started.</summary>
    private static ContentEndpoints Content(HttpContext http) => http.RequestServices.GetRequiredService<ContentEndpoints>();

    private static MediaEndpoints Media(HttpContext http) => http.RequestServices.GetRequiredService<MediaEndpoints>();
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Deventer4GlobalGoals.Cms.Published;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Deventer4GlobalGoals.Cms.Delivery;

/// <summary>Umbraco's Content Delivery API, the single item: <c>/umbraco/delivery/api/v2/content/item/{id or path}</c>.</summary>
public static class DeliveryEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IEndpointRouteBuilder MapDelivery(this IEndpointRouteBuilder endpoints)
    {
        var content = endpoints.MapGroup("/umbraco/delivery/api/v2/content").AddEndpointFilter(CheckAccess);
        content.MapGet("/item/{id:guid}", ItemById);
        content.MapGet("/item/{*path}", ItemByPath);
        return endpoints;
    }

    private static async ValueTask<object?> CheckAccess(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var services = invocation.HttpContext.RequestServices;
        var settings = services.GetRequiredService<IOptionsMonitor<DeliveryApiSettings>>().CurrentValue;
        if (!settings.Enabled)
        {
            return Results.NotFound();
        }

        var access = services.GetRequiredService<IApiAccessService>();
        var wantsDrafts = string.Equals(invocation.HttpContext.Request.Headers["Preview"], "true", StringComparison.OrdinalIgnoreCase);
        if (!(wantsDrafts ? access.HasPreviewAccess() : access.HasPublicAccess()))
        {
            return Results.Unauthorized();
        }

        using var preview = wantsDrafts ? services.GetRequiredService<PreviewContext>().Enter() : null;
        if (services.GetRequiredService<IRequestCultureService>().GetRequestedCulture() is { } culture)
        {
            services.GetRequiredService<IVariationContextAccessor>().VariationContext = new VariationContext(culture);
        }

        return await next(invocation);
    }

    private static IResult ItemById(Guid id, IApiPublishedContentCache contents, IApiContentResponseBuilder responses) =>
        Item(contents.GetById(id), responses);

    /// <summary>Clients made from the OpenAPI document encode the slashes in the path, and ASP.NET leaves those as they are.</summary>
    private static IResult ItemByPath(string? path, IApiContentPathResolver paths, IApiContentResponseBuilder responses) =>
        Item(paths.ResolveContentPath(path?.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase) ?? string.Empty), responses);

    /// <summary>By its own type, not the interface's: only then are all its members written.</summary>
    private static IResult Item(IPublishedContent? content, IApiContentResponseBuilder responses) =>
        content is not null && responses.Build(content) is { } response
            ? Results.Text(JsonSerializer.Serialize(response, response.GetType(), Json), "application/json")
            : Results.NotFound();
}

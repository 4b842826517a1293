using Deventer4GlobalGoals.Cms.Routing;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Routing;
using Umbraco.Cms.Core.Web;
using Umbraco.Cms.Web.Common.Controllers;

namespace Deventer4GlobalGoals.Cms.Rendering;

/// <summary>From the page that a URL leads to, to the controller and action that render it.</summary>
internal sealed class ContentTransformer(SiteRouter router, RenderActions actions, IUmbracoContextAccessor contexts)
    : DynamicRouteValueTransformer
{
    public override ValueTask<RouteValueDictionary> TransformAsync(HttpContext httpContext, RouteValueDictionary values)
    {
        // A status code page is routed once more ahead of the middleware that finds content; no page of content is meant then.
        if (httpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            return ValueTask.FromResult<RouteValueDictionary>(null!);
        }

        if (!contexts.TryGetUmbracoContext(out var context) || context.PublishedRequest is not SiteRequest asked)
        {
            throw new InvalidOperationException("Content was mapped, but UseUmbracoContent() was not called before the routing.");
        }

        var request = router.FindContent(asked);
        context.PublishedRequest = request;
        return ValueTask.FromResult(request.PublishedContent is { } page
            ? actions.For(page.ContentType.Alias, request.Template?.Alias)
            : null!);
    }
}

/// <summary>Which controllers the site has for which document types. Read again when MVC's actions change.</summary>
internal sealed class RenderActions(IActionDescriptorCollectionProvider descriptors)
{
    private sealed record Found(int Version, ILookup<string, ControllerActionDescriptor> ByController);

    private volatile Found? _known;

    public RouteValueDictionary For(string contentType, string? template)
    {
        var own = Known()[contentType].ToList();
        var action = own.Find(candidate => string.Equals(candidate.ActionName, template, StringComparison.OrdinalIgnoreCase))
            ?? own.Find(candidate => string.Equals(candidate.ActionName, nameof(RenderController.Index), StringComparison.OrdinalIgnoreCase));
        return action is null
            ? new() { ["controller"] = "Render", ["action"] = nameof(RenderController.Index) }
            : new() { ["controller"] = action.ControllerName, ["action"] = action.ActionName };
    }

    private ILookup<string, ControllerActionDescriptor> Known()
    {
        var present = descriptors.ActionDescriptors;
        if (_known is { } known && known.Version == present.Version)
        {
            return known.ByController;
        }

        var read = present.Items.OfType<ControllerActionDescriptor>()
            .Where(action => typeof(RenderController).IsAssignableFrom(action.ControllerTypeInfo))
            .ToLookup(action => action.ControllerName, StringComparer.OrdinalIgnoreCase);
        _known = new Found(present.Version, read);
        return read;
    }
}

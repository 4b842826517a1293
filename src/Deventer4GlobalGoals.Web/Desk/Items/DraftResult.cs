using Deventer4GlobalGoals.Cms.Published;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Web;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>The site's own view over a draft. Drafts can be seen while it is rendered, and not a moment longer.</summary>
internal sealed class DraftResult(Guid key, string culture, string view, bool isFramed = false) : ActionResult
{
    /// <summary>Tells the layout that the page stands in a frame.</summary>
    public const string Framed = "IsFramed";

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var services = context.HttpContext.RequestServices;
        using var preview = services.GetRequiredService<PreviewContext>().Enter();
        var umbraco = services.GetRequiredService<IUmbracoContextAccessor>().GetRequiredUmbracoContext();
        if (umbraco.Content?.GetById(preview: true, key) is not { } page)
        {
            context.HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        umbraco.PublishedRequest = new DraftRequest(umbraco.CleanedUmbracoUrl, culture, page);
        services.GetRequiredService<IVariationContextAccessor>().VariationContext = new VariationContext(culture);
        var result = new ViewResult
        {
            ViewName = $"~/Views/{view}.cshtml",
            ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = page, [Framed] = isFramed },
        };
        await result.ExecuteResultAsync(context);
    }

    /// <summary>What the view takes for the request of a visitor.</summary>
    private sealed record DraftRequest(Uri Uri, string Culture, IPublishedContent? PublishedContent) : IPublishedRequest
    {
        public string AbsolutePathDecoded => Uri.AbsolutePath;

        public DomainAndUri? Domain => null;

        public ITemplate? Template => null;

        public bool IsInternalRedirect => false;

        public string? Segment => null;

        public string? RedirectUrl => null;

        public int? ResponseStatusCode => null;

        public IReadOnlyList<string>? CacheExtensions => null;

        public IReadOnlyDictionary<string, string>? Headers => null;

        public bool SetNoCacheHeader => true;

        public bool IgnorePublishedContentCollisions => false;

        string? IPublishedRequest.Culture => Culture;
    }
}

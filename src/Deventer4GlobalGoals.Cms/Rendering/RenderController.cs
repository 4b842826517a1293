using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Web;
using Umbraco.Extensions;

namespace Umbraco.Cms.Web.Common.Controllers;

/// <summary>
/// Renders a page with the view of its template. A site that needs more for a document type derives a controller named after its alias
/// (<c>PracticesController</c> for practices); its action named after the template, or else Index, is then asked.
/// Stands in for the type of this name in Umbraco.Web.Common.
/// </summary>
public class RenderController(
    ILogger<RenderController> logger, ICompositeViewEngine compositeViewEngine, IUmbracoContextAccessor umbracoContextAccessor) : Controller
{
    /// <summary>The Umbraco context of this request.</summary>
    protected IUmbracoContext UmbracoContext => umbracoContextAccessor.GetRequiredUmbracoContext();

    /// <summary>The page that was asked for.</summary>
    protected virtual IPublishedContent? CurrentPage => UmbracoContext.PublishedRequest?.PublishedContent;

    /// <summary>Renders the page's template with the page itself.</summary>
    public virtual IActionResult Index() => CurrentTemplate(new ContentModel(CurrentPage));

    /// <summary>The view <c>~/Views/{template}.cshtml</c> with this model; 404 when the page has no template, or the site no such view.</summary>
    protected virtual IActionResult CurrentTemplate<T>(T model)
    {
        var alias = UmbracoContext.PublishedRequest?.Template?.Alias;
        return alias is not null && EnsurePhsyicalViewExists(alias) ? View(ViewPath(alias), model) : NotFound();
    }

    /// <summary>Whether the template's view exists. (The name is Umbraco's, spelling included: sites call it.)</summary>
    protected bool EnsurePhsyicalViewExists(string? template)
    {
        if (string.IsNullOrWhiteSpace(template))
        {
            return false;
        }

        var exists = compositeViewEngine.GetView(null, ViewPath(template), isMainPage: true).Success;
        if (!exists)
        {
            RenderLog.ViewMissing(logger, ViewPath(template), CurrentPage?.Id ?? 0);
        }

        return exists;
    }

    private static string ViewPath(string alias) => $"~/Views/{alias}.cshtml";
}

internal static partial class RenderLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "There is no view {View} for page {Page}.")]
    public static partial void ViewMissing(ILogger logger, string view, int page);
}

using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Web;

namespace Umbraco.Cms.Web.Common.Views;

/// <summary>A view of any page. Stands in for the type of this name in Umbraco.Web.Common.</summary>
public abstract class UmbracoViewPage : UmbracoViewPage<IPublishedContent>;

/// <summary>
/// A view with a typed model: the page's own model, or what a controller made of it. A view or layout that asks for a page
/// also takes the model around one (<see cref="IContentModel"/>). Stands in for the type of this name in Umbraco.Web.Common.
/// </summary>
public abstract class UmbracoViewPage<TModel> : RazorPage<TModel>
{
    private UmbracoHelper? _helper;

    /// <summary>Pages, media and dictionary texts for this request.</summary>
    public UmbracoHelper Umbraco => _helper ??= Context.RequestServices.GetRequiredService<UmbracoHelper>();

    /// <summary>The Umbraco context of this request.</summary>
    public IUmbracoContext? UmbracoContext =>
        Context.RequestServices.GetRequiredService<IUmbracoContextAccessor>().TryGetUmbracoContext(out var context) ? context : null;

    /// <inheritdoc/>
    public override ViewContext ViewContext
    {
        get => base.ViewContext;
        set
        {
            // Before the activator looks at it: that takes a model of exactly the view's type only.
            if (value.ViewData.Model is { } model and not TModel)
            {
                value.ViewData = new ViewDataDictionary<TModel>(value.ViewData, Bind(model));
            }

            base.ViewContext = value;
        }
    }

    private static TModel Bind(object model) => model switch
    {
        IContentModel { Content: TModel page } => page,
        IPublishedContent page when typeof(TModel) == typeof(ContentModel) => (TModel)(object)new ContentModel(page),
        IContentModel { Content: { } page } => throw Mismatch(page.GetType()),
        _ => throw Mismatch(model.GetType()),
    };

    private static InvalidOperationException Mismatch(Type given) =>
        new($"The view wants a model of type {typeof(TModel).FullName}, and was given {given.FullName}.");
}

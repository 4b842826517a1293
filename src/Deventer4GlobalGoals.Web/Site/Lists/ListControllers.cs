using Deventer4GlobalGoals.Web.Content;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Umbraco.Cms.Core.Web;
using Umbraco.Cms.Web.Common.Controllers;

namespace Deventer4GlobalGoals.Web.Site.Lists;

/// <summary>The pages that list others. Umbraco finds each controller by the alias of the document type in its name.</summary>
public abstract class ListController(
    ILogger<RenderController> logger, ICompositeViewEngine views, IUmbracoContextAccessor contexts, ListMaker lists, ListDefinition definition)
    : RenderController(logger, views, contexts)
{
    public override IActionResult Index() =>
        CurrentPage is ListingPage page ? CurrentTemplate(lists.Make(page, definition, Request.Query)) : NotFound();
}

public class PracticesController(ILogger<RenderController> logger, ICompositeViewEngine views, IUmbracoContextAccessor contexts, ListMaker lists)
    : ListController(logger, views, contexts, lists, ListDefinition.Practices);

public class OrganisationsController(ILogger<RenderController> logger, ICompositeViewEngine views, IUmbracoContextAccessor contexts, ListMaker lists)
    : ListController(logger, views, contexts, lists, ListDefinition.Organisations);

public class MeetingsController(ILogger<RenderController> logger, ICompositeViewEngine views, IUmbracoContextAccessor contexts, ListMaker lists)
    : ListController(logger, views, contexts, lists, ListDefinition.Meetings);

public class NewsController(ILogger<RenderController> logger, ICompositeViewEngine views, IUmbracoContextAccessor contexts, ListMaker lists)
    : ListController(logger, views, contexts, lists, ListDefinition.News);

public class SearchController(ILogger<RenderController> logger, ICompositeViewEngine views, IUmbracoContextAccessor contexts, ListMaker lists)
    : ListController(logger, views, contexts, lists, ListDefinition.Search);

using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Search;
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
    [NonAction]
    public sealed override IActionResult Index() => base.Index();

    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        if (CurrentPage is not ListingPage page)
        {
            return NotFound();
        }

        var query = lists.Read(definition, Request.Query);
        if (query.Text.Length > 0)
        {
            SearchAnswers.AreNotKept(Response);
        }

        return CurrentTemplate(await MakeAsync(page, query, cancellation));
    }

    protected virtual Task<ListPage> MakeAsync(ListingPage page, ListQuery query, CancellationToken cancellation) => lists.MakeAsync(page, definition, query, cancellation);
}

public class PracticesController(ILogger<RenderController> logger, ICompositeViewEngine views, IUmbracoContextAccessor contexts, ListMaker lists)
    : ListController(logger, views, contexts, lists, ListDefinition.Practices);

public class OrganisationsController(ILogger<RenderController> logger, ICompositeViewEngine views, IUmbracoContextAccessor contexts, ListMaker lists)
    : ListController(logger, views, contexts, lists, ListDefinition.Organisations);

public class MeetingsController(ILogger<RenderController> logger, ICompositeViewEngine views, IUmbracoContextAccessor contexts, ListMaker lists)
    : ListController(logger, views, contexts, lists, ListDefinition.Meetings);

public class NewsController(ILogger<RenderController> logger, ICompositeViewEngine views, IUmbracoContextAccessor contexts, ListMaker lists)
    : ListController(logger, views, contexts, lists, ListDefinition.News);

/// <summary>The search page: of all kinds, and never kept.</summary>
public class SearchController(ILogger<RenderController> logger, ICompositeViewEngine views, IUmbracoContextAccessor contexts, ListMaker lists, SearchMaker search)
    : ListController(logger, views, contexts, lists, ListDefinition.Search)
{
    protected override Task<ListPage> MakeAsync(ListingPage page, ListQuery query, CancellationToken cancellation)
    {
        SearchAnswers.AreNotKept(Response);
        return search.MakeAsync(page, query, cancellation);
    }
}

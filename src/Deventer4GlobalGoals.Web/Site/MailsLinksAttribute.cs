using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Deventer4GlobalGoals.Web.Site;

/// <summary>For what is sent to an address and mails links: answers 503 while anybody could say where those lead (<see cref="SiteOrigin.IsKnown"/>).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class MailsLinksAttribute : ActionFilterAttribute
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var http = context.HttpContext;
        if (HttpMethods.IsPost(http.Request.Method) && !http.RequestServices.GetRequiredService<SiteOrigin>().IsKnown)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        }
    }
}

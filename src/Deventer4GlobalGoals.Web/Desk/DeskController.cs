using Deventer4GlobalGoals.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Deventer4GlobalGoals.Web.Desk;

/// <summary>What every page under /umbraco shares: a token in every form, who is signed in, and a message that survives a redirect.</summary>
[AutoValidateAntiforgeryToken]
public abstract class DeskController(Viewer viewer) : Controller
{
    internal const string MessageKey = "message";

    protected Viewer Viewer { get; } = viewer;

    /// <summary>The text in the language of whoever is signed in.</summary>
    protected string T(string dutch, string english) => Viewer.Language == "en" ? english : dutch;

    /// <summary>Shows this on the next page.</summary>
    protected void Tell(string message) => TempData[MessageKey] = message;

    /// <summary>Only addresses of this site; else the desk's home.</summary>
    protected string Local(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? returnUrl! : "/umbraco";

    public override void OnActionExecuting(ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Response.Headers.CacheControl = "no-store";
        base.OnActionExecuting(context);
    }
}

using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Site;

/// <summary>
/// Answers a missing address with the site's own page, in the language of that address. The framework's own re-execution routes before the
/// request has its Umbraco context, so this one sends the request through the same pipeline once more. A form that can't be read gets a page that says so.
/// </summary>
public sealed class NotFoundPage(RequestDelegate next)
{
    /// <summary>Machines ask here, and get their answers bare.</summary>
    private static readonly PathString[] Bare = ["/umbraco", "/api", "/media", "/css", "/js", "/img", "/lib"];

    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (IsUnread(http))
        {
            await BarePage.WriteUnreadAsync(http);
            return;
        }

        if (IsAnswered(http))
        {
            return;
        }

        if (http.Response.StatusCode == StatusCodes.Status400BadRequest)
        {
            // A broken address would be turned away once more.
            await BarePage.WriteBadRequestAsync(http);
            return;
        }

        var (path, query) = (http.Request.Path, http.Request.QueryString);
        http.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature
        {
            OriginalPath = path.Value ?? "/",
            OriginalPathBase = http.Request.PathBase.Value ?? string.Empty,
            OriginalQueryString = query.Value,
        });
        Aim(http, NotFoundController.Path, QueryString.Empty);
        try
        {
            await next(http);
        }
        finally
        {
            Aim(http, path, query);
            http.Features.Set<IStatusCodeReExecuteFeature>(null);
        }
    }

    /// <summary>A person's form, also on the desk, that was refused before its page saw it: without its token, broken, or far too large.</summary>
    private static bool IsUnread(HttpContext http) =>
        http.Response.StatusCode is StatusCodes.Status400BadRequest or StatusCodes.Status413PayloadTooLarge
        && !HasBody(http.Response)
        && HttpMethods.IsPost(http.Request.Method)
        && http.Request.HasFormContentType
        && !http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);

    private static bool HasBody(HttpResponse response) => response.HasStarted || response.ContentType is not null || response.ContentLength > 0;

    private static bool IsAnswered(HttpContext http) =>
        http.Response.StatusCode is not (StatusCodes.Status404NotFound or StatusCodes.Status400BadRequest)
        || HasBody(http.Response)
        || Array.Exists(Bare, path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    private static void Aim(HttpContext http, PathString path, QueryString query)
    {
        http.SetEndpoint(null);
        http.Request.RouteValues = new RouteValueDictionary();
        http.Request.Path = path;
        http.Request.QueryString = query;
    }
}

/// <summary>The site's 404, also for whoever asks for its address itself.</summary>
public sealed class NotFoundController : Controller
{
    public const string Path = "/fout/niet-gevonden";

    [Route(Path)]
    [ResponseCache(NoStore = true)]
    public IActionResult Show()
    {
        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return View("~/Views/Shared/NotFound.cshtml");
    }
}

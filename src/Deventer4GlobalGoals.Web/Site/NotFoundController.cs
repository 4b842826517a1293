using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Site;

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

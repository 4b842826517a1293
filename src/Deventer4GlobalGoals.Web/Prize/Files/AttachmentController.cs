using Deventer4GlobalGoals.Web.Desk.Library;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Deventer4GlobalGoals.Web.Prize.Files;

/// <summary>Files with a nomination, for whoever has its link.</summary>
[AutoValidateAntiforgeryToken]
public sealed class AttachmentController(NominationPages pages, Attachments attachments, NominationLimits limits, SiteView site) : Controller
{
    private const string Route = "prijs/voordracht/{token}/bijlagen";

    public override void OnActionExecuting(ActionExecutingContext context) => Response.Headers.CacheControl = "no-store";

    [HttpGet(Route + "/{file:guid}")]
    [HttpGet(NominationController.Languages + "/" + Route + "/{file:guid}")]
    public async Task<IActionResult> Read(string token, Guid file, CancellationToken cancellation) =>
        await pages.FindAsync(token, cancellation) is { } found ? this.Send(await attachments.ReadAsync(found.Now.Row.Key, file, cancellation)) : NotFound();

    [HttpPost(Route)]
    [HttpPost(NominationController.Languages + "/" + Route)]
    [UploadLimit]
    public async Task<IActionResult> Add(string token, IFormFile? file, string? description, CancellationToken cancellation)
    {
        if (await pages.FindAsync(token, cancellation) is not { } found)
        {
            return NotFound();
        }

        if (UploadLimitAttribute.IsExceeded(HttpContext))
        {
            var tooLarge = new AttachmentProblem("File", site.T.Format("nomination.fileTooLarge", AttachmentRules.MegabytesEach));
            return await RefusedAsync(found, tooLarge, description, cancellation, StatusCodes.Status413PayloadTooLarge);
        }

        var problem = limits.MayAttach(found.Now.Row.Key)
            ? await attachments.AddAsync(found.Edition, found.Link, file, description, site.T, cancellation)
            : new AttachmentProblem("File", site.T["nomination.filesTooOften"]);
        return problem is null ? Redirect(pages.PathOf(token) + "#bijlagen") : await RefusedAsync(found, problem, description, cancellation);
    }

    [HttpPost(Route + "/{file:guid}/weg")]
    [HttpPost(NominationController.Languages + "/" + Route + "/{file:guid}/weg")]
    public async Task<IActionResult> Remove(string token, Guid file, CancellationToken cancellation)
    {
        if (await pages.FindAsync(token, cancellation) is not { } found)
        {
            return NotFound();
        }

        return await attachments.RemoveAsync(found.Edition, found.Link, file, cancellation) == NominationOutcome.Done
            ? Redirect(pages.PathOf(token) + "#bijlagen")
            : await RefusedAsync(found, new AttachmentProblem(string.Empty, site.T["nomination.notNow"]), null, cancellation);
    }

    private async Task<IActionResult> RefusedAsync(
        FoundNomination found, AttachmentProblem problem, string? description, CancellationToken cancellation, int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        var problems = new Dictionary<string, string>(StringComparer.Ordinal) { [problem.Field] = problem.Text };
        return View(NominationPages.YoursView, await pages.YoursAsync(found, null, problems, cancellation) with { Description = description });
    }
}

using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Site.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Deventer4GlobalGoals.Web.Prize.Nominating;

/// <summary>The page after the form of a new one: there is mail.</summary>
public sealed record NominationSent(EditionNow Edition, bool IsHandedIn, string Email);

/// <summary>Nominating somebody for the prize, and going on with it by the link in the mail. There is no account.</summary>
[AutoValidateAntiforgeryToken]
public sealed class NominationController(
    Editions editions, Nominations nominations, NominationPages pages, FormStamps stamps, NominationLimits limits, OrganisationNames organisations, SiteView site, SiteOrigin origin) : Controller
{
    internal const string Languages = "{language:regex(^(en|de)$)}";
    private const string FormView = "~/Views/Nomination/Form.cshtml";
    private static readonly Dictionary<string, string> NoProblems = [];

    /// <summary>What is sent from here mails links to others: not while anybody could say where those lead.</summary>
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsPost(Request.Method) && !origin.IsKnown)
        {
            context.Result = StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    [HttpGet("prijs/{year:int}/nomineren")]
    [HttpGet(Languages + "/prijs/{year:int}/nomineren")]
    public async Task<IActionResult> Form(int year, Guid? practice, CancellationToken cancellation) =>
        await editions.FindAsync(year, cancellation) is { State: not null } edition
            ? View(FormView, pages.New(edition, (practice is { } key ? NominationStart.FromPractice(site.Community, key, site.Culture) : null) ?? new NominationForm(), NoProblems))
            : NotFound();

    [HttpPost("prijs/{year:int}/nomineren")]
    [HttpPost(Languages + "/prijs/{year:int}/nomineren")]
    public async Task<IActionResult> Nominate(int year, NominationForm form, [FromForm(Name = "do")] string? what, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await editions.FindAsync(year, cancellation) is not { State: not null } edition)
        {
            return NotFound();
        }

        var handIn = what == "hand-in";
        var problems = handIn ? form.Missing(edition.Rulebook, site.T) : form.MustFix(site.T);
        if (!nominations.IsOpen(edition))
        {
            problems[string.Empty] = site.T["nomination.closed"];
        }
        else if (!string.IsNullOrEmpty(form.Website) || !stamps.IsHuman(form.Drawn))
        {
            problems[string.Empty] = site.T["nomination.again"];
        }
        else if (problems.Count == 0 && !limits.MaySend(HttpContext, form.Email!))
        {
            problems[string.Empty] = site.T["nomination.tooOften"];
        }

        if (problems.Count == 0)
        {
            if (await nominations.AddAsync(edition, form, form.Read(organisations.Find), handIn, site.Culture, cancellation))
            {
                return View("~/Views/Nomination/Sent.cshtml", new NominationSent(edition, handIn, form.Email!.Trim()));
            }

            problems[string.Empty] = site.T["nomination.closed"];
        }

        return Refused(FormView, pages.New(edition, form, problems));
    }

    [HttpGet("prijs/voordracht/{token}")]
    [HttpGet(Languages + "/prijs/voordracht/{token}")]
    public async Task<IActionResult> Show(string token, CancellationToken cancellation) =>
        await pages.FindAsync(token, cancellation) is { } found ? View(NominationPages.YoursView, await pages.YoursAsync(found, null, NoProblems, cancellation)) : NotFound();

    [HttpPost("prijs/voordracht/{token}")]
    [HttpPost(Languages + "/prijs/voordracht/{token}")]
    public async Task<IActionResult> Save(string token, NominationForm form, [FromForm(Name = "do")] string? what, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await pages.FindAsync(token, cancellation) is not { } found)
        {
            return NotFound();
        }

        var (link, edition, now) = (found.Link, found.Edition, found.Now);

        // Who nominated, and from which address, stays as it was confirmed; whoever was named by another stays named by another.
        form.Email = now.Row.NominatorEmail;
        form.IsOwn = now.Row.Answer == NomineeAnswer.None ? form.IsOwn : now.Text.IsOwn;
        form.Practice = now.Text.Practice;
        if (link.Side == NominationSide.Nominee)
        {
            (form.Name, form.NomineeName, form.NomineeEmail) = (now.Row.NominatorName, now.Row.NomineeName, now.Row.NomineeEmail);
        }

        var handIn = what == "hand-in";
        var mustBeWhole = handIn || now.Row.State != NominationState.Draft;
        var problems = mustBeWhole ? form.Missing(edition.Rulebook, site.T) : form.MustFix(site.T);
        if (problems.Count == 0)
        {
            var outcome = await nominations.SaveAsync(edition, link, form, form.Read(organisations.Find), handIn, cancellation);
            if (outcome == NominationOutcome.Done)
            {
                return Redirect(pages.PathOf(token) + "?bewaard=1");
            }

            problems[string.Empty] = site.T[outcome == NominationOutcome.Stale ? "nomination.stale" : "nomination.closed"];
        }

        return Refused(NominationPages.YoursView, await pages.YoursAsync(found, form, problems, cancellation));
    }

    [HttpPost("prijs/voordracht/{token}/bevestigen")]
    [HttpPost(Languages + "/prijs/voordracht/{token}/bevestigen")]
    public Task<IActionResult> Confirm(string token, CancellationToken cancellation) =>
        ActAsync(token, (edition, link) => nominations.ConfirmAsync(edition, link, cancellation), cancellation);

    [HttpPost("prijs/voordracht/{token}/antwoord")]
    [HttpPost(Languages + "/prijs/voordracht/{token}/antwoord")]
    public Task<IActionResult> Answer(string token, bool accepts, CancellationToken cancellation) =>
        ActAsync(token, (edition, link) => nominations.AnswerAsync(edition, link, accepts, cancellation), cancellation);

    [HttpPost("prijs/voordracht/{token}/intrekken")]
    [HttpPost(Languages + "/prijs/voordracht/{token}/intrekken")]
    public Task<IActionResult> Withdraw(string token, CancellationToken cancellation) =>
        ActAsync(token, (edition, link) => nominations.WithdrawAsync(edition, link, cancellation), cancellation);

    private async Task<IActionResult> ActAsync(string token, Func<EditionNow, NominationLink, Task<NominationOutcome>> act, CancellationToken cancellation)
    {
        if (await pages.FindAsync(token, cancellation) is not { } found)
        {
            return NotFound();
        }

        return await act(found.Edition, found.Link) == NominationOutcome.Done
            ? Redirect(pages.PathOf(token))
            : Refused(NominationPages.YoursView, await pages.YoursAsync(found, null, new Dictionary<string, string>(StringComparer.Ordinal) { [string.Empty] = site.T["nomination.notNow"] }, cancellation));
    }

    private ViewResult Refused(string view, NominationPage page)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(view, page);
    }
}

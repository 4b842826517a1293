using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Desk.Freshness;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Site.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Deventer4GlobalGoals.Web.Desk.Review;

/// <summary>The form, new or to go on with.</summary>
public sealed record SubmissionPage(SubmissionForm Form, IEnumerable<string> Organisations, IReadOnlyDictionary<string, string> Problems)
{
    /// <summary>Null for a new one.</summary>
    public ReviewNow? Now { get; init; }

    /// <summary>Where the form and its buttons lead.</summary>
    public required string Path { get; init; }

    /// <summary>Where the practice is on the site; null when it isn't.</summary>
    public string? Online { get; init; }
}

/// <summary>The page after the form of a new one: there is mail.</summary>
/// <param name="IsHandedIn">Else it was saved to go on with.</param>
/// <param name="Email">Where the mail went; null when none is needed.</param>
public sealed record SubmissionSent(bool IsHandedIn, string? Email);

/// <summary>Sharing a practice, and going on with it by the link in the mail. There is no account.</summary>
[AutoValidateAntiforgeryToken]
public sealed class SubmissionController(
    Submissions submissions, Reviews reviews, ReviewDesk desk, SubmissionLinks links, FreshnessLinks freshness, PracticeKeeping practices, FormStamps stamps, SubmissionLimits limits, OrganisationNames organisations, SiteView site, SiteOrigin origin)
    : Controller
{
    private const string Languages = "{language:regex(^(en|de)$)}";
    private const string FormView = "~/Views/Submission/Form.cshtml";
    private const string YoursView = "~/Views/Submission/Yours.cshtml";
    private static readonly Dictionary<string, string> NoProblems = [];

    /// <summary>What is sent from here mails links: not while anybody could say where those lead.</summary>
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsPost(Request.Method) && !origin.IsKnown)
        {
            context.Result = StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    [HttpGet("praktijkvoorbeeld-delen")]
    [HttpGet(Languages + "/praktijkvoorbeeld-delen")]
    public IActionResult Form(string? praktijk)
    {
        if (freshness.Read(praktijk) is not { } link || practices.TextOf(link.Practice, site.Culture) is not { } text)
        {
            return string.IsNullOrEmpty(praktijk) ? View(FormView, Page(new SubmissionForm(), NoProblems)) : NotFound();
        }

        var form = SubmissionForm.Of(text);
        (form.Name, form.Practice) = (text.ContactPerson, praktijk);
        return View(FormView, Page(form, NoProblems));
    }

    [HttpPost("praktijkvoorbeeld-delen")]
    [HttpPost(Languages + "/praktijkvoorbeeld-delen")]
    public async Task<IActionResult> Send(SubmissionForm form, [FromForm(Name = "do")] string? what, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        var link = freshness.Read(form.Practice);
        if (!string.IsNullOrEmpty(form.Practice) && (link is null || practices.Find(link.Practice) is null))
        {
            return NotFound();
        }

        // The link was mailed to an address, so that is whose it is.
        form.Email = link?.Email ?? form.Email;
        var handIn = what == "hand-in" || link is not null;
        var problems = handIn ? form.Missing(site.T) : form.MustFix(site.T);
        if (!string.IsNullOrEmpty(form.Website) || !stamps.IsHuman(form.Drawn))
        {
            problems[string.Empty] = site.T["nomination.again"];
        }
        else if (problems.Count == 0 && !limits.MaySend(HttpContext, form.Email!))
        {
            problems[string.Empty] = site.T["share.tooOften"];
        }

        if (problems.Count > 0)
        {
            return Refused(FormView, Page(form, problems));
        }

        if (link is not null)
        {
            await submissions.CorrectAsync(link.Practice, form, form.Read(organisations.Find), site.Culture, cancellation);
            return View("~/Views/Submission/Sent.cshtml", new SubmissionSent(true, null));
        }

        await submissions.AddAsync(form, form.Read(organisations.Find), handIn, site.Culture, cancellation);
        return View("~/Views/Submission/Sent.cshtml", new SubmissionSent(handIn, form.Email!.Trim()));
    }

    [HttpGet("praktijkvoorbeeld-delen/{token}")]
    [HttpGet(Languages + "/praktijkvoorbeeld-delen/{token}")]
    public async Task<IActionResult> Show(string token, CancellationToken cancellation) =>
        await FindAsync(token, cancellation) is { } now ? View(YoursView, Yours(token, now, null, NoProblems)) : NotFound();

    [HttpPost("praktijkvoorbeeld-delen/{token}")]
    [HttpPost(Languages + "/praktijkvoorbeeld-delen/{token}")]
    public async Task<IActionResult> Save(string token, SubmissionForm form, [FromForm(Name = "do")] string? what, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await FindAsync(token, cancellation) is not { } now)
        {
            return NotFound();
        }

        // The address stays as the link confirms it.
        form.Email = now.Row.Email;
        var handIn = what == "hand-in";
        var problems = handIn || now.Row.State != ReviewState.Draft ? form.Missing(site.T) : form.MustFix(site.T);
        if (problems.Count == 0)
        {
            var outcome = await submissions.SaveAsync(now.Row.Key, form, form.Read(organisations.Find), handIn, cancellation);
            if (outcome == ReviewOutcome.Done)
            {
                return Redirect(SubmissionLinks.Path(site.Culture, token));
            }

            problems[string.Empty] = site.T[outcome == ReviewOutcome.Stale ? "nomination.stale" : "nomination.notNow"];
        }

        return Refused(YoursView, Yours(token, now, form, problems));
    }

    [HttpPost("praktijkvoorbeeld-delen/{token}/bevestigen")]
    [HttpPost(Languages + "/praktijkvoorbeeld-delen/{token}/bevestigen")]
    public Task<IActionResult> Confirm(string token, CancellationToken cancellation) => ActAsync(token, submissions.ConfirmAsync, cancellation);

    [HttpPost("praktijkvoorbeeld-delen/{token}/intrekken")]
    [HttpPost(Languages + "/praktijkvoorbeeld-delen/{token}/intrekken")]
    public Task<IActionResult> Withdraw(string token, CancellationToken cancellation) => ActAsync(token, submissions.WithdrawAsync, cancellation);

    private async Task<IActionResult> ActAsync(string token, Func<Guid, CancellationToken, Task<ReviewOutcome>> act, CancellationToken cancellation)
    {
        if (await FindAsync(token, cancellation) is not { } now)
        {
            return NotFound();
        }

        return await act(now.Row.Key, cancellation) == ReviewOutcome.Done
            ? Redirect(SubmissionLinks.Path(site.Culture, token))
            : Refused(YoursView, Yours(token, now, null, new Dictionary<string, string>(StringComparer.Ordinal) { [string.Empty] = site.T["nomination.notNow"] }));
    }

    private async Task<ReviewNow?> FindAsync(string token, CancellationToken cancellation) =>
        links.Read(token) is { } key && await reviews.FindAsync(key, cancellation) is { Row.AccountId: null } now ? now : null;

    private ViewResult Refused(string view, SubmissionPage page)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(view, page);
    }

    private SubmissionPage Page(SubmissionForm form, IReadOnlyDictionary<string, string> problems)
    {
        form.Drawn = stamps.Make();
        site.Addresses = SubmissionLinks.Addresses;
        return new SubmissionPage(form, organisations.All, problems) { Path = SubmissionLinks.FormPath(site.Culture) };
    }

    private SubmissionPage Yours(string token, ReviewNow now, SubmissionForm? typed, IReadOnlyDictionary<string, string> problems) =>
        new(typed ?? SubmissionForm.Of(now), organisations.All, problems)
        {
            Now = now,
            Path = SubmissionLinks.Path(site.Culture, token),
            Online = now is { Row: { State: ReviewState.Accepted, Item: { } item } } ? desk.Path(item, site.Culture) ?? desk.Path(item, SiteLinks.Cultures[0]) : null,
        };
}

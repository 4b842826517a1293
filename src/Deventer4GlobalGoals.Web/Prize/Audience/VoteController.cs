using System.Globalization;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Site.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Deventer4GlobalGoals.Web.Prize.Audience;

/// <summary>The finalists, to vote for; after the ceremony, how it went.</summary>
/// <param name="Edition">That has a vote.</param>
/// <param name="Categories">Empty while voting isn't open.</param>
/// <param name="Problems">By field.</param>
public sealed record VotePage(EditionNow Edition, IReadOnlyList<VoteCategory> Categories, IReadOnlyDictionary<string, string> Problems)
{
    public required string Path { get; init; }

    public required bool IsOpen { get; init; }

    public required bool IsOver { get; init; }

    /// <summary>When the form was drawn, sealed.</summary>
    public string? Drawn { get; init; }

    public string? Email { get; init; }

    public IReadOnlyDictionary<string, string> Choices { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where the mail went; null before that.</summary>
    public string? SentTo { get; init; }

    /// <summary>Null while it is sealed.</summary>
    public IReadOnlyList<CategoryCount>? Counts { get; init; }
}

/// <summary>A vote that came back from the mailbox.</summary>
/// <param name="Edition">That it is for.</param>
/// <param name="Chosen">Names of whom it is for.</param>
/// <param name="Path">Where its button leads.</param>
/// <param name="Outcome">Null before the button.</param>
public sealed record ConfirmPage(EditionNow Edition, IReadOnlyList<string> Chosen, string Path, VoteOutcome? Outcome);

/// <summary>Voting for a finalist. There is no account; an address votes once.</summary>
[AutoValidateAntiforgeryToken]
public sealed class VoteController(AudienceVote vote, AudienceCount count, VoteLinks links, FormStamps stamps, VoteLimits limits, SiteView site, SiteOrigin origin) : Controller
{
    private const string PageView = "~/Views/Vote/Vote.cshtml";
    private const string ConfirmView = "~/Views/Vote/Confirm.cshtml";
    private const string Languages = NominationController.Languages;
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

    /// <summary>"/prijs/2031/stemmen".</summary>
    public static string Path(string culture, int year) => string.Create(CultureInfo.InvariantCulture, $"{NominationMails.Prefix(culture)}/prijs/{year}/stemmen");

    [HttpGet("prijs/{year:int}/stemmen")]
    [HttpGet(Languages + "/prijs/{year:int}/stemmen")]
    public async Task<IActionResult> Show(int year, CancellationToken cancellation) =>
        await vote.FindAsync(year, cancellation) is { } edition ? View(PageView, await PageAsync(edition, NoProblems, cancellation)) : NotFound();

    [HttpPost("prijs/{year:int}/stemmen")]
    [HttpPost(Languages + "/prijs/{year:int}/stemmen")]
    public async Task<IActionResult> Vote(
        int year, string? email, [FromForm(Name = "Choices")] Dictionary<string, string?>? choices, string? drawn, string? website, CancellationToken cancellation)
    {
        if (await vote.FindAsync(year, cancellation) is not { } edition)
        {
            return NotFound();
        }

        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (category, entry) in choices ?? [])
        {
            if (!string.IsNullOrEmpty(entry))
            {
                chosen[category] = entry;
            }
        }

        var problems = await ProblemsAsync(edition, email?.Trim(), chosen, drawn, website, cancellation);
        if (problems.Count == 0)
        {
            if (await vote.AskAsync(edition, email!, chosen, site.Culture, cancellation))
            {
                return View(PageView, await PageAsync(edition, NoProblems, cancellation) with { SentTo = email!.Trim() });
            }

            problems["Choices"] = site.T["vote.choose"];
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(PageView, await PageAsync(edition, problems, cancellation) with { Email = email, Choices = chosen });
    }

    /// <summary>Looking at the link counts nothing: mail scanners do that too.</summary>
    [HttpGet("prijs/stem/{token}")]
    [HttpGet(Languages + "/prijs/stem/{token}")]
    public async Task<IActionResult> Link(string token, CancellationToken cancellation)
    {
        if (links.Read(token) is not { } link || await vote.FindAsync(link.Year, cancellation) is not { } edition)
        {
            return NotFound();
        }

        return await ConfirmedAsync(edition, token, link, await vote.LookAsync(edition, link, cancellation), cancellation);
    }

    [HttpPost("prijs/stem/{token}")]
    [HttpPost(Languages + "/prijs/stem/{token}")]
    public async Task<IActionResult> Confirm(string token, CancellationToken cancellation)
    {
        if (links.Read(token) is not { } link || await vote.FindAsync(link.Year, cancellation) is not { } edition)
        {
            return NotFound();
        }

        return await ConfirmedAsync(edition, token, link, await vote.ConfirmAsync(link, HttpContext.Connection.RemoteIpAddress, cancellation), cancellation);
    }

    private async Task<IActionResult> ConfirmedAsync(EditionNow edition, string token, VoteLink link, VoteOutcome? outcome, CancellationToken cancellation)
    {
        var names = outcome is null
            ? (await vote.FinalistsAsync(edition, cancellation)).SelectMany(category => category.Finalists.Where(finalist => link.Choices.GetValueOrDefault(category.Category.Key) == finalist.Entry))
            : [];
        Response.StatusCode = outcome is null or VoteOutcome.Counted or VoteOutcome.CountedBefore ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View(ConfirmView, new ConfirmPage(edition, [.. names.Select(finalist => finalist.Organisation)], VoteLinks.Path(site.Culture, token), outcome));
    }

    private async Task<Dictionary<string, string>> ProblemsAsync(
        EditionNow edition, string? email, Dictionary<string, string> chosen, string? drawn, string? website, CancellationToken cancellation)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!vote.IsOpen(edition))
        {
            problems[string.Empty] = site.T["vote.closed"];
            return problems;
        }

        if (chosen.Count == 0)
        {
            problems["Choices"] = site.T["vote.choose"];
        }

        if (!Outbox.IsAddress(email))
        {
            problems["Email"] = site.T["nomination.emailWrong"];
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        if (!string.IsNullOrEmpty(website) || !stamps.IsHuman(drawn))
        {
            problems[string.Empty] = site.T["vote.again"];
        }
        else if (!limits.MaySend(HttpContext, await vote.VoterAsync(edition.Year, email!, cancellation)))
        {
            problems[string.Empty] = site.T["vote.tooOften"];
        }

        return problems;
    }

    private async Task<VotePage> PageAsync(EditionNow edition, Dictionary<string, string> problems, CancellationToken cancellation)
    {
        site.Addresses = SiteLinks.Cultures.ToDictionary(culture => culture, culture => Path(culture, edition.Year));
        var isOpen = vote.IsOpen(edition);
        return new VotePage(edition, isOpen ? await vote.FinalistsAsync(edition, cancellation) : [], problems)
        {
            Path = Path(site.Culture, edition.Year),
            IsOpen = isOpen,
            IsOver = vote.IsOver(edition),
            Drawn = stamps.Make(),
            Counts = await count.CountAsync(edition, cancellation),
        };
    }
}

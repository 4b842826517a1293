using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk.Checks;
using Deventer4GlobalGoals.Web.Desk.Items;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Review;

/// <summary>What waits for an editor, and what was answered lately.</summary>
public sealed record ReviewList(IReadOnlyList<ReviewRow> Waiting, int Count, IReadOnlyList<ReviewRow> Latest);

/// <summary>One thing to decide about.</summary>
public sealed record ReviewPage(ReviewNow Now)
{
    /// <summary>The page that it is about, or became; null when there is none.</summary>
    public IContent? Item { get; init; }

    /// <summary>What the checks find on that page.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Where that page is on the site; null when it isn't.</summary>
    public string? Path { get; init; }

    /// <summary>Names of who did something.</summary>
    public IReadOnlyDictionary<int, string> People { get; init; } = new Dictionary<int, string>();

    public Refusal Refusal { get; init; } = Refusal.None;

    /// <summary>What was typed when something was wrong with it.</summary>
    public string? Note { get; init; }

    /// <summary>Whether a visitor's text is on the page as it was sent last.</summary>
    public bool IsFilled => Now.Text is null || Now.Row.AppliedVersion >= Now.Row.Version;

    public bool WantsDutch => ReviewLanguages.WantsDutch(Now.Row, Item);

    public bool IsWaiting => Now.Row.State == ReviewState.Waiting;
}

/// <summary>The queue: accept, change, send back with a reason, or refuse.</summary>
[Route("umbraco/review")]
public sealed class ReviewController(Viewer viewer, Reviews reviews, ReviewDesk desk, SiteDb db, IContentService contents, CheckedPages checks) : DeskController(viewer)
{
    private const int Most = 100;
    private const int MostLatest = 20;
    private const int LongestNote = 4_000;

    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken cancellation)
    {
        // What went online by the clock was answered too.
        foreach (var item in (await reviews.WaitingAsync(Most, cancellation)).Select(row => row.Item).OfType<Guid>().Distinct())
        {
            if (contents.GetById(item) is { Published: true, Edited: false })
            {
                await desk.PublishedAsync(item, cancellation);
            }
        }

        return View("~/Desk/Views/Reviews.cshtml", new ReviewList(
            await reviews.WaitingAsync(Most, cancellation), await reviews.CountAsync(cancellation), await reviews.LatestAsync(MostLatest, cancellation)));
    }

    [HttpGet("{key:guid}")]
    public Task<IActionResult> Show(Guid key, CancellationToken cancellation) => ShowAsync(key, Refusal.None, null, cancellation);

    /// <summary>Puts it on the site; where the checks stop that, it goes on in the form.</summary>
    [HttpPost("{key:guid}/accept")]
    public async Task<IActionResult> Accept(Guid key, int version, CancellationToken cancellation)
    {
        if (await reviews.FindAsync(key, cancellation) is not { } now)
        {
            return NotFound();
        }

        if (now.Row.State != ReviewState.Waiting || now.Row.Version != version)
        {
            return await ShowAsync(key, Refusal.Of(Meanwhile()), null, cancellation);
        }

        var accepted = await desk.AcceptAsync(now, cancellation);
        if (accepted.Item is not { } item)
        {
            return await ShowAsync(
                key,
                Refusal.Of(T("Dit lukte niet: de pagina is er niet meer, of de site heeft geen plek voor praktijken.", "This did not work: the page is gone, or the site has no place for practices.")),
                null,
                cancellation);
        }

        Tell(accepted.IsOnline
            ? T("Het staat op de site. Wie het stuurde, krijgt mail.", "It is on the site. Who sent it gets mail.")
            : ReviewLanguages.WantsDutch(now.Row, contents.GetById(item)) ? WriteDutch()
            : T("Nog niet online: er klopt nog iets niet. Zie \"Nakijken\". Zet u het hier online, dan krijgt de inzender mail.", "Not online yet: something is not right. See \"Checks\". When you publish it here, the sender gets mail."));
        return Redirect(accepted.IsOnline ? "/umbraco/review" : $"/umbraco/items/{item}");
    }

    /// <summary>Opens it in the form, as a draft.</summary>
    [HttpPost("{key:guid}/change")]
    public async Task<IActionResult> Change(Guid key, int version, CancellationToken cancellation)
    {
        if (await reviews.FindAsync(key, cancellation) is not { } now)
        {
            return NotFound();
        }

        if (now.Row.Version != version || await desk.PrepareAsync(now, cancellation) is not { } item)
        {
            return await ShowAsync(key, Refusal.Of(Meanwhile()), null, cancellation);
        }

        if (ReviewLanguages.WantsDutch(now.Row, contents.GetById(item)))
        {
            Tell(WriteDutch());
        }

        return Redirect($"/umbraco/items/{item}");
    }

    [HttpPost("{key:guid}/return")]
    public Task<IActionResult> Return(Guid key, int version, string? note, CancellationToken cancellation) => AnswerAsync(key, version, reject: false, note, cancellation);

    [HttpPost("{key:guid}/reject")]
    public Task<IActionResult> Reject(Guid key, int version, string? note, CancellationToken cancellation) => AnswerAsync(key, version, reject: true, note, cancellation);

    private async Task<IActionResult> AnswerAsync(Guid key, int version, bool reject, string? note, CancellationToken cancellation)
    {
        if (await reviews.FindAsync(key, cancellation) is null)
        {
            return NotFound();
        }

        var wrong = string.IsNullOrWhiteSpace(note)
                ? reject ? T("Zeg waarom dit niet op de site komt.", "Say why this doesn't come on the site.") : T("Zeg wat er nog ontbreekt.", "Say what is missing.")
            : note.Length > LongestNote ? T($"Dit is te lang. Het mogen {LongestNote} tekens zijn.", $"This is too long. It may be {LongestNote} characters.")
            : null;
        var refusal = wrong is not null ? Refusal.Of(wrong, "note")
            : await desk.AnswerAsync(key, version, reject, Site.Forms.FormText.Lines(note!), cancellation) == ReviewOutcome.Done ? Refusal.None
            : Refusal.Of(Meanwhile());
        if (!refusal.IsNone)
        {
            return await ShowAsync(key, refusal, note, cancellation);
        }

        Tell(reject ? T("Afgewezen. Wie het stuurde, krijgt mail.", "Refused. Who sent it gets mail.") : T("Teruggestuurd. Wie het stuurde, krijgt mail.", "Sent back. Who sent it gets mail."));
        return Redirect("/umbraco/review");
    }

    private async Task<IActionResult> ShowAsync(Guid key, Refusal refusal, string? note, CancellationToken cancellation)
    {
        if (await reviews.FindAsync(key, cancellation) is not { } now || now.Row.State is ReviewState.Draft or ReviewState.Unconfirmed)
        {
            return NotFound();
        }

        Response.StatusCode = refusal.IsNone ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        var item = now.Row.Item is { } page && contents.GetById(page) is { Trashed: false } found ? found : null;
        var ids = now.Steps.Select(step => step.AccountId).OfType<int>().Distinct().ToList();
        var result = new ReviewPage(now)
        {
            Item = item,
            Path = item is { Published: true } ? desk.Path(item.Key, SitePage.DefaultCulture) : null,
            People = await db.Users.Where(account => ids.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.Name, cancellation),
            Refusal = refusal,
            Note = note,
        };
        return View("~/Desk/Views/Review.cshtml", item is null || !result.IsFilled ? result : result with { Findings = [.. ItemPublishing.Cultures(item).SelectMany(culture => checks.Find(item, culture ?? SitePage.DefaultCulture)).Distinct()] });
    }

    private string WriteDutch() => T(
        "Wat gestuurd is, staat hier in zijn eigen taal. Schrijf nu de Nederlandse tekst en zet die online: de andere gaat mee, en de inzender krijgt mail.",
        "What was sent is here in its own language. Now write the Dutch text and publish it: the other one goes with it, and the sender gets mail.");

    private string Meanwhile() => T("Dit is intussen veranderd. Kijk hieronder hoe het nu staat.", "This changed meanwhile. See below how it stands now.");
}

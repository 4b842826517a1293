using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Prize.Files;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Prize.Result;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>The nominations of an edition.</summary>
public sealed record NominationList(EditionNow Edition, IReadOnlyList<NominationNow> All);

/// <summary>What was typed in a form that was refused.</summary>
public sealed record ScreeningTyped(string? Note = null, string? Reason = null)
{
    /// <summary>The nomination to be merged into this one, with what is said of it; null for another form.</summary>
    public Guid? Other { get; init; }

    /// <summary>The copy without names; null for another form.</summary>
    public (string? Why, string? Contribution)? Copy { get; init; }
}

/// <summary>One nomination, with what was found and what may be decided.</summary>
public sealed record ScreeningPage(EditionNow Edition, NominationNow Nomination, IReadOnlyList<Duplicate> Duplicates, bool MayScreen, Refusal Refusal, ScreeningTyped Typed)
{
    /// <summary>Whether a copy without names may be written now: the jury reads blind.</summary>
    public bool MayRedact { get; init; }

    /// <summary>What this one goes on for.</summary>
    public IReadOnlyList<NominationNow> Merged { get; init; } = [];

    /// <summary>What goes on for this one; null when it isn't merged.</summary>
    public NominationNow? Into { get; init; }

    public IReadOnlyList<PrizeAttachmentRow> Files { get; init; } = [];

    /// <summary>That copy of what it says now; null while nobody wrote it.</summary>
    public NominationText? Redacted { get; init; }

    /// <summary>Whether it took part, the result is known, and it wasn't erased.</summary>
    public static bool MayBePractice(EditionNow edition, NominationNow nomination)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(nomination);
        return edition.Phase >= Phase.Announced && nomination.Row is { State: NominationState.Admitted, AnonymisedAt: null };
    }

    public IReadOnlyList<ScreeningCheck> Checks => Screening.Checks(Edition, Nomination);
}

/// <summary>Nominations as the secretary sees them.</summary>
[Route("umbraco/prize/{year:int}/nominations")]
public sealed class ScreeningController(Viewer viewer, EditionDesk desk, Screening screening, Merging merging, Nominations nominations, Attachments attachments, PracticeDraft practices) : DeskController(viewer)
{
    private const int LongestNote = 4_000;

    [HttpGet("")]
    public async Task<IActionResult> List(int year, CancellationToken cancellation) => await EnterAsync(year, cancellation) is { } edition
        ? View("~/Prize/Views/Nominations.cshtml", new NominationList(edition, await nominations.AllAsync(year, cancellation)))
        : NotFound();

    [HttpGet("{key:guid}")]
    public async Task<IActionResult> Show(int year, Guid key, CancellationToken cancellation) =>
        await EnterAsync(year, cancellation) is { } edition ? await ShowAsync(edition, key, Refusal.None, new ScreeningTyped(), cancellation) : NotFound();

    [HttpPost("{key:guid}")]
    public async Task<IActionResult> Decide(int year, Guid key, ScreeningDecision decision, string? reason, string? note, CancellationToken cancellation)
    {
        if (await EnterAsync(year, cancellation) is not { } edition)
        {
            return NotFound();
        }

        if (!await desk.MayAsync(PrizeAction.Screen, edition, cancellation))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var refusal = note?.Length > LongestNote ? Refusal.Of(TooLong(), "note")
            : decision == ScreeningDecision.AskCompletion && string.IsNullOrWhiteSpace(note) ? Refusal.Of(T("Zeg wat er nog ontbreekt.", "Say what is missing."), "note")
            : decision == ScreeningDecision.Reject && !Screening.Reasons.Contains(reason) ? Refusal.Of(T("Kies een reden.", "Choose a reason."), "reason")
            : !await screening.DecideAsync(edition, key, decision, reason, note, cancellation) ? Refusal.Of(T(
                "Dit kan nu niet: de voordracht is niet ingediend, of de organisatie zei nog geen ja.", "This can't be done now: it isn't handed in, or the organisation hasn't said yes."))
            : Refusal.None;
        if (!refusal.IsNone)
        {
            return await ShowAsync(edition, key, refusal, new ScreeningTyped(note, reason), cancellation);
        }

        Tell(decision switch
        {
            ScreeningDecision.Admit => T("Deze voordracht doet mee.", "This nomination takes part."),
            ScreeningDecision.Reject => T("Deze voordracht doet niet mee.", "This nomination doesn't take part."),
            _ => T("De vraag is gemaild.", "The question was mailed."),
        });
        return Redirect($"/umbraco/prize/{year}/nominations/{key}");
    }

    /// <summary>Closes another nomination, for which this one goes on.</summary>
    [HttpPost("{key:guid}/merge")]
    public async Task<IActionResult> Merge(int year, Guid key, Guid other, string? note, CancellationToken cancellation)
    {
        if (await EnterAsync(year, cancellation) is not { } edition)
        {
            return NotFound();
        }

        var refusal = note?.Length > LongestNote ? Refusal.Of(TooLong(), $"note-{other}")
            : !await merging.MergeAsync(edition, other, key, note, cancellation)
                ? Refusal.Of(T("Dit kan nu niet: een van de twee doet niet meer mee, of de controle is voorbij.", "This can't be done now: one of the two isn't in the running, or screening is over."))
            : Refusal.None;
        if (!refusal.IsNone)
        {
            return await ShowAsync(edition, key, refusal, new ScreeningTyped(note) { Other = other }, cancellation);
        }

        Tell(T("Samengevoegd. Wie de andere voordroeg, krijgt daarover een mail.", "Merged. Whoever nominated the other is mailed about it."));
        return Redirect($"/umbraco/prize/{year}/nominations/{key}");
    }

    /// <summary>Lets a nomination that was merged go on by itself again.</summary>
    [HttpPost("{key:guid}/unmerge")]
    public async Task<IActionResult> Unmerge(int year, Guid key, CancellationToken cancellation)
    {
        if (await EnterAsync(year, cancellation) is not { } edition)
        {
            return NotFound();
        }

        if (!await merging.UndoAsync(edition, key, cancellation))
        {
            return await ShowAsync(edition, key, Refusal.Of(T("Dit kan nu niet meer.", "This can't be done any more.")), new ScreeningTyped(), cancellation);
        }

        Tell(T("Deze voordracht staat weer apart. Beslis opnieuw of zij meedoet.", "This nomination stands by itself again. Decide again whether it takes part."));
        return Redirect($"/umbraco/prize/{year}/nominations/{key}");
    }

    /// <summary>Writes the copy that a jury reading blind gets.</summary>
    [HttpPost("{key:guid}/copy")]
    public async Task<IActionResult> Redact(int year, Guid key, int version, string? why, string? contribution, CancellationToken cancellation)
    {
        if (await EnterAsync(year, cancellation) is not { } edition)
        {
            return NotFound();
        }

        if (!edition.Rulebook.Blind || !await desk.MayAsync(PrizeAction.Redact, edition, cancellation))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var wrong = string.IsNullOrWhiteSpace(why) || why.Length > NominationText.LongestWhy ? "copy-why" : contribution?.Length > NominationText.LongestContribution ? "copy-contribution" : null;
        if (wrong is not null)
        {
            return await ShowAsync(
                edition,
                key,
                Refusal.Of(T("Vul de tekst in, niet langer dan in de voordracht mag.", "Fill in the text, no longer than a nomination may be."), wrong),
                new ScreeningTyped { Copy = (why, contribution) },
                cancellation);
        }

        if (!await screening.RedactAsync(year, key, version, why!.Trim(), contribution?.Trim() ?? string.Empty, cancellation))
        {
            return await ShowAsync(
                edition,
                key,
                Refusal.Of(T("De voordracht is intussen veranderd. Kijk hieronder wat er nu staat.", "The nomination changed meanwhile. See below what it says now.")),
                new ScreeningTyped(),
                cancellation);
        }

        Tell(T("De tekst zonder namen is bewaard.", "The text without names is saved."));
        return Redirect($"/umbraco/prize/{year}/nominations/{key}");
    }

    /// <summary>A draft of a practice, once the result is known: until then an editor would read in it who takes part.</summary>
    [HttpPost("{key:guid}/practice")]
    public async Task<IActionResult> Practice(int year, Guid key, CancellationToken cancellation)
    {
        if (await EnterAsync(year, cancellation) is not { } edition || await nominations.FindAsync(key, year, cancellation) is not { } nomination || !ScreeningPage.MayBePractice(edition, nomination))
        {
            return NotFound();
        }

        if (practices.Make(nomination) is not { } draft)
        {
            return await ShowAsync(edition, key, Refusal.Of(T("De site heeft geen plek voor praktijken.", "The site has no place for practices.")), new ScreeningTyped(), cancellation);
        }

        Tell(T("Er is een concept van een praktijk. Een redacteur vult het aan en zet het online.", "There is a draft of a practice. An editor completes and publishes it."));
        return Redirect(Viewer.Is(AccountRoles.Writers) ? $"/umbraco/items/{draft}" : $"/umbraco/prize/{year}/nominations/{key}");
    }

    /// <summary>The secretary only: the jury reads entries in its own place, as far as it may.</summary>
    private async Task<EditionNow?> EnterAsync(int year, CancellationToken cancellation) =>
        await desk.EnterAsync(year, cancellation) is { } edition && await desk.MayAsync(PrizeAction.ReadEntry, edition, cancellation) && await desk.IsSecretaryAsync(year, cancellation) ? edition : null;

    private string TooLong() => T($"Dit is te lang. Het mogen {LongestNote} tekens zijn.", $"This is too long. It may be {LongestNote} characters.");

    private async Task<IActionResult> ShowAsync(EditionNow edition, Guid key, Refusal refusal, ScreeningTyped typed, CancellationToken cancellation)
    {
        var all = await nominations.AllAsync(edition.Year, cancellation);
        if (all.FirstOrDefault(one => one.Row.Key == key) is not { } nomination)
        {
            return NotFound();
        }

        Response.StatusCode = refusal.IsNone ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View("~/Prize/Views/Nomination.cshtml", new ScreeningPage(
            edition, nomination, new Duplicates(all).Of(nomination), await desk.MayAsync(PrizeAction.Screen, edition, cancellation), refusal, typed)
        {
            MayRedact = edition.Rulebook.Blind && await desk.MayAsync(PrizeAction.Redact, edition, cancellation),
            Merged = [.. all.Where(one => one.Row.MergedInto == key)],
            Into = all.FirstOrDefault(one => one.Row.Key == nomination.Row.MergedInto),
            Files = await attachments.OfAsync(key, cancellation),
            Redacted = (await nominations.TextsAsync(edition.Year, cancellation)).GetValueOrDefault(nomination.Row.Pseudonym)?.Redacted,
        });
    }
}

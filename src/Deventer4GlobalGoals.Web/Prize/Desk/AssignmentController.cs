using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Prize.Records;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>Who scores what: as it is, or as it is proposed and not saved yet.</summary>
public sealed record AssignmentPage(EditionNow Edition, IReadOnlyList<EntryName> Entries, IReadOnlyList<JurorNow> Jurors, IReadOnlySet<Pair> Chosen, bool MayAssign)
{
    public bool IsProposal { get; init; }

    public IReadOnlyList<Obstacle> Obstacles { get; init; } = [];

    public string? Problem { get; init; }

    public int PerEntry { get; init; }

    public bool HasBallot(Pair pair) => Edition.State!.Ballots.ContainsKey(pair);

    public bool IsRecused(Pair pair) => Edition.State!.Recused.Contains(pair);

    public string Name(string juror) => Jurors.FirstOrDefault(one => one.Pseudonym == juror)?.Name ?? juror;

    public string NameOfEntry(string entry) => Entries.FirstOrDefault(one => one.Entry == entry)?.Organisation ?? entry;
}

/// <summary>Dividing entries among jurors. No score is shown here.</summary>
[Route("umbraco/prize/{year:int}/assignment")]
public sealed class AssignmentController(Viewer viewer, EditionDesk desk, AssignmentDesk assignment, ConflictDesk conflicts, PrizePeople people) : DeskController(viewer)
{
    private const string PageView = "~/Prize/Views/Assignment.cshtml";

    /// <param name="year">Of the edition.</param>
    /// <param name="perEntry">Proposes a balanced division with so many jurors per entry; null shows it as it is.</param>
    /// <param name="cancellation">When the visitor leaves.</param>
    [HttpGet("")]
    public async Task<IActionResult> Show(int year, int? perEntry, CancellationToken cancellation)
    {
        if (await EnterAsync(year, cancellation) is not { State: { } state } edition)
        {
            return NotFound();
        }

        var page = await PageAsync(edition, state.Assigned, cancellation);
        if (perEntry is not { } wanted || state.Jurors.IsEmpty || state.Entries.IsEmpty)
        {
            return View(PageView, page);
        }

        var proposed = AssignmentDesk.Propose(state, wanted);
        return View(PageView, page with { Chosen = proposed.Pairs.ToHashSet(), IsProposal = true, Obstacles = proposed.Obstacles, PerEntry = wanted });
    }

    /// <param name="year">Of the edition.</param>
    /// <param name="pairs">"entry juror", as they are to be.</param>
    /// <param name="head">The log that the page was drawn from.</param>
    /// <param name="cancellation">When the visitor leaves.</param>
    [HttpPost("")]
    public async Task<IActionResult> Save(int year, string[]? pairs, string? head, CancellationToken cancellation)
    {
        if (await EnterAsync(year, cancellation) is not { State: not null } edition)
        {
            return NotFound();
        }

        if (!await desk.MayAsync(PrizeAction.Assign, edition, cancellation))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var wanted = (pairs ?? []).Select(pair => pair.Split(' ')).Where(pair => pair.Length == 2).Select(pair => new Pair(pair[0], pair[1])).ToHashSet();
        try
        {
            await assignment.SetAsync(edition, wanted, head ?? string.Empty, cancellation);
            Tell(T("De verdeling is bewaard.", "The division is saved."));
            return Redirect($"/umbraco/prize/{year}/assignment");
        }
        catch (Exception refused) when (refused is StaleEditionException or EventRefusedException)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(PageView, (await PageAsync((await EnterAsync(year, cancellation))!, wanted, cancellation)) with
            {
                IsProposal = true,
                Problem = T("Er gebeurde intussen iets in deze editie. Kijk de verdeling na, en bewaar opnieuw.", "Something happened in this edition meanwhile. Look at the division, and save again."),
            });
        }
    }

    /// <summary>Looks in the site for what ties jurors to entries.</summary>
    [HttpPost("/umbraco/prize/{year:int}/conflicts")]
    public async Task<IActionResult> Propose(int year, CancellationToken cancellation)
    {
        if (await EnterAsync(year, cancellation) is not { State: not null } edition)
        {
            return NotFound();
        }

        if (!await desk.MayAsync(PrizeAction.Recuse, edition, cancellation))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var found = await conflicts.ProposeAsync(year, cancellation);
        Tell(found == 0 ? T("Er zijn geen nieuwe banden gevonden.", "No new conflicts were found.") : T($"Gevonden: {found}. De juryleden zien dit op hun eigen pagina.", $"Found: {found}. The jurors see this on their own page."));
        return Redirect($"/umbraco/prize/{year}/assignment");
    }

    private async Task<EditionNow?> EnterAsync(int year, CancellationToken cancellation) =>
        await desk.IsSecretaryAsync(year, cancellation) ? await desk.EnterAsync(year, cancellation) : null;

    private async Task<AssignmentPage> PageAsync(EditionNow edition, IReadOnlySet<Pair> chosen, CancellationToken cancellation) => new(
        edition,
        await assignment.EntriesAsync(edition, cancellation),
        [.. (await people.JurorsAsync(edition.Year, cancellation)).Where(juror => edition.State!.Jurors.Contains(juror.Pseudonym))],
        chosen,
        await desk.MayAsync(PrizeAction.Assign, edition, cancellation))
    {
        PerEntry = edition.Rulebook.Quorum,
    };
}

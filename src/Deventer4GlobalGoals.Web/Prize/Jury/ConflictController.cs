using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Prize.Desk;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Prize.Jury;

/// <summary>What the site found, and where the juror belongs.</summary>
/// <param name="Bench">The juror.</param>
/// <param name="Conflicts">Theirs.</param>
/// <param name="Organisations">Names as they stand in the form.</param>
/// <param name="Directory">To choose from.</param>
/// <param name="Names">Of entries that aren't to be read blind.</param>
public sealed record ConflictPage(
    Bench Bench, IReadOnlyList<PrizeConflictRow> Conflicts, IReadOnlyList<string> Organisations, IEnumerable<string> Directory, IReadOnlyDictionary<string, string> Names)
{
    public const int Fields = 4;

    public Refusal Refusal { get; init; } = Refusal.None;

    /// <summary>An answer that was refused, with which conflict it was about.</summary>
    public (int Id, bool? IsSo, string? Explanation)? Typed { get; init; }
}

/// <summary>A juror says what ties them to entries.</summary>
[Route("jury/{year:int}/conflicts")]
public sealed class ConflictController(Viewer viewer, JuryRoom room, ConflictDesk conflicts, OrganisationNames names, Nominations nominations) : DeskController(viewer)
{
    private const int LongestExplanation = 1_000;

    [HttpGet("")]
    public async Task<IActionResult> Show(int year, CancellationToken cancellation) =>
        await room.EnterAsync(year, cancellation) is { } bench ? View("~/Prize/Views/Conflicts.cshtml", await PageAsync(bench, null, cancellation)) : NotFound();

    [HttpPost("organisations")]
    public async Task<IActionResult> Belong(int year, string[]? organisations, CancellationToken cancellation)
    {
        if (await room.EnterAsync(year, cancellation) is not { } bench)
        {
            return NotFound();
        }

        var typed = (organisations ?? []).Select(name => name?.Trim() ?? string.Empty).Where(name => name.Length > 0).ToList();
        var unknown = typed.Where(name => names.Find(name) is null).ToList();
        if (unknown.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("~/Prize/Views/Conflicts.cshtml", (await PageAsync(bench, typed, cancellation)) with
            {
                Refusal = new Refusal([.. unknown.Distinct(StringComparer.Ordinal).Select(name => new FormProblem(
                    T($"Deze organisatie staat niet op de site: {name}. Kies uit de lijst, of laat het veld leeg.", $"This organisation isn't on the site: {name}. Choose from the list, or leave the field empty."),
                    $"org-{typed.IndexOf(name)}"))]),
            });
        }

        await conflicts.SetOrganisationsAsync(bench, typed.Select(name => names.Find(name)!.Value), cancellation);
        Tell(T("Dit is bewaard.", "This is saved."));
        return Redirect($"/jury/{year}/conflicts");
    }

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Answer(int year, int id, bool? isSo, string? explanation, CancellationToken cancellation)
    {
        if (await room.EnterAsync(year, cancellation) is not { } bench)
        {
            return NotFound();
        }

        var refusal = isSo is null ? Refusal.Of(T("Kies of het klopt.", "Choose whether it is so."), $"is-{id}")
            : isSo is false && string.IsNullOrWhiteSpace(explanation) ? Refusal.Of(T("Leg kort uit waarom dit geen band is.", "Explain briefly why this is no conflict."), $"why-{id}")
            : explanation?.Length > LongestExplanation ? Refusal.Of(T($"Dit is te lang. Het mogen {LongestExplanation} tekens zijn.", $"This is too long. It may be {LongestExplanation} characters."), $"why-{id}")
            : !await conflicts.AnswerAsync(bench, id, isSo.Value, explanation?.Trim(), cancellation) ? Refusal.Of(T("Dit kan nu niet meer.", "This can't be done any more."))
            : Refusal.None;
        if (!refusal.IsNone)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("~/Prize/Views/Conflicts.cshtml", (await PageAsync(bench, null, cancellation)) with { Refusal = refusal, Typed = (id, isSo, explanation) });
        }

        Tell(T("Dank u, dit is opgeschreven.", "Thank you, this is written down."));
        return Redirect($"/jury/{year}/conflicts");
    }

    private async Task<ConflictPage> PageAsync(Bench bench, IReadOnlyList<string>? typed, CancellationToken cancellation)
    {
        // Of an entry that they are recused from they don't even read the name again.
        var texts = bench.Edition.Rulebook.Blind ? new Dictionary<string, EntryText>(StringComparer.Ordinal) : await nominations.TextsAsync(bench.Edition.Year, cancellation);
        var all = await conflicts.OfAsync(bench, cancellation);
        var mine = await conflicts.OrganisationsAsync(bench, cancellation);
        return new ConflictPage(
            bench,
            [.. all.Where(row => row.State == ConflictState.Proposed)],
            typed ?? [.. (mine ?? new HashSet<Guid>()).Select(names.NameOf).OfType<string>()],
            names.All,
            all.Where(row => row.State == ConflictState.Proposed && texts.ContainsKey(row.Entry)).DistinctBy(row => row.Entry)
                .ToDictionary(row => row.Entry, row => texts[row.Entry].Text.Organisation, StringComparer.Ordinal));
    }
}

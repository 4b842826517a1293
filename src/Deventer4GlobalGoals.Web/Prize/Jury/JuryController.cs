using System.Globalization;
using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Prize.Jury;

/// <summary>The scoring page.</summary>
/// <param name="Bench">The juror.</param>
/// <param name="Entry">The one on this page.</param>
/// <param name="MayScore">Whether scores are taken now.</param>
/// <param name="Scores">What stands in the form: typed, or saved.</param>
/// <param name="Others">What others made of it, when that may be seen.</param>
public sealed record ScorePage(Bench Bench, JuryEntry Entry, bool MayScore, IReadOnlyDictionary<string, string> Scores, IReadOnlyList<OtherBallot> Others)
{
    public string? Problem { get; init; }

    /// <summary>By criterion.</summary>
    public IReadOnlyDictionary<string, string> Problems { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>What the script hears of saving.</summary>
public sealed record Saved(int Version, string? Message, bool IsSaved);

/// <summary>The jury's own place. Everything works as a form; a script saves in between.</summary>
[Route("jury")]
public sealed class JuryController(Viewer viewer, JuryRoom room, TimeProvider time) : DeskController(viewer)
{
    private const string ScoreView = "~/Prize/Views/Score.cshtml";
    private const int LongestReason = 1_000;

    [HttpGet("")]
    public async Task<IActionResult> Home(CancellationToken cancellation) => View("~/Prize/Views/JuryHome.cshtml", await room.MineAsync(cancellation));

    /// <summary>Their own ballots side by side.</summary>
    [HttpGet("{year:int}/ballots")]
    public async Task<IActionResult> Ballots(int year, CancellationToken cancellation) =>
        await room.EnterAsync(year, cancellation) is { } bench ? View("~/Prize/Views/Ballots.cshtml", bench) : NotFound();

    [HttpGet("{year:int}/{entry}")]
    public async Task<IActionResult> Show(int year, string entry, CancellationToken cancellation) =>
        await FindAsync(year, entry, cancellation) is ({ } bench, { } found) ? View(ScoreView, await PageAsync(bench, found, null, cancellation)) : NotFound();

    [HttpPost("{year:int}/{entry}")]
    public async Task<IActionResult> Save(int year, string entry, int version, Dictionary<string, string>? scores, CancellationToken cancellation)
    {
        if (await FindAsync(year, entry, cancellation) is not ({ } bench, { } found))
        {
            return NotFound();
        }

        var rules = bench.Edition.Rulebook;
        var typed = (scores ?? []).Where(score => rules.Find(score.Key) is not null && !string.IsNullOrWhiteSpace(score.Value)).ToDictionary(StringComparer.Ordinal);
        var given = new List<Score>();
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (criterion, text) in typed)
        {
            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            {
                given.Add(new Score(criterion, value));
            }
            else
            {
                problems[criterion] = T("Kies een van de punten.", "Choose one of the scores.");
            }
        }

        foreach (var problem in BallotCheck.Problems(rules, new Ballot(entry, bench.Juror, 1, [.. given])).Where(problem => problem.Criterion is not null))
        {
            problems.TryAdd(problem.Criterion!, problem.Code == "required" ? T("Hier mist uw oordeel.", "Your score is missing here.") : T("Kies een van de punten.", "Choose one of the scores."));
        }

        if (problems.Count > 0)
        {
            return await RefusedAsync(bench, found, typed, StatusCodes.Status422UnprocessableEntity, null, problems, cancellation);
        }

        if (found.Ballot is { Abstained: null } known && known.Version == version && known.Scores.Equals(new EquatableList<Score>(given.OrderBy(score => score.Criterion, StringComparer.Ordinal))))
        {
            return After(bench, found, version);
        }

        return await TryAsync(bench, found, typed, () => room.CastAsync(bench, entry, version, given, null, cancellation), version + 1, cancellation);
    }

    [HttpPost("{year:int}/{entry}/abstain")]
    public async Task<IActionResult> Abstain(int year, string entry, int version, string? reason, CancellationToken cancellation) =>
        await FindAsync(year, entry, cancellation) is not ({ } bench, { } found) ? NotFound()
        : WrongWith(reason) is { } problem ? await RefusedAsync(bench, found, null, StatusCodes.Status422UnprocessableEntity, problem, null, cancellation)
        : await TryAsync(bench, found, null, () => room.CastAsync(bench, entry, version, [], reason!.Trim(), cancellation), version + 1, cancellation);

    /// <summary>After this the entry is nowhere any more, also not here.</summary>
    [HttpPost("{year:int}/{entry}/recuse")]
    public async Task<IActionResult> Recuse(int year, string entry, string? reason, CancellationToken cancellation)
    {
        if (await FindAsync(year, entry, cancellation) is not ({ } bench, { } found))
        {
            return NotFound();
        }

        if (WrongWith(reason) is { } problem)
        {
            return await RefusedAsync(bench, found, null, StatusCodes.Status422UnprocessableEntity, problem, null, cancellation);
        }

        await room.RecuseAsync(bench, entry, bench.Edition.Rulebook.RecusedFrom, reason!.Trim(), cancellation);
        Tell(T("U hebt een band met deze inzender. Daarom ziet u deze inzending niet meer.", "You have a conflict with this entry. So you don't see it any more."));
        return Redirect("/jury");
    }

    private async Task<IActionResult> TryAsync(Bench bench, JuryEntry entry, Dictionary<string, string>? typed, Func<Task> act, int version, CancellationToken cancellation)
    {
        try
        {
            await act();
            return After(bench, entry, version);
        }
        catch (EventRefusedException refused)
        {
            var isStale = refused.Code == "stale";
            var fresh = await FindAsync(bench.Edition.Year, entry.Entry, cancellation);
            if (fresh is not ({ } now, { } present))
            {
                return NotFound();
            }

            return await RefusedAsync(now, present, typed, isStale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity, isStale
                ? T("In een ander venster is intussen bewaard. Hieronder staat wat u hier koos. Bewaar opnieuw als dit moet gelden.", "Another window saved meanwhile. Below is what you chose here. Save again if this should hold.")
                : T("Beoordelen kan nu niet.", "Scoring isn't possible now."), null, cancellation);
        }
    }

    /// <summary>The script stays where it is; a form goes on to what is still open.</summary>
    private IActionResult After(Bench bench, JuryEntry entry, int version)
    {
        var message = T($"Bewaard om {DeventerTime.Now(time):H.mm} uur", $"Saved at {DeventerTime.Now(time):H:mm}");
        if (WantsJson)
        {
            return Json(new Saved(version, message, true));
        }

        Tell(message + ".");
        return Redirect(bench.NextOpen(entry.Entry) is { } next ? $"/jury/{bench.Edition.Year}/{next.Entry}" : "/jury");
    }

    private async Task<IActionResult> RefusedAsync(
        Bench bench, JuryEntry entry, Dictionary<string, string>? typed, int status, string? problem, Dictionary<string, string>? problems, CancellationToken cancellation)
    {
        Response.StatusCode = status;
        if (WantsJson)
        {
            return Json(new Saved(entry.Ballot?.Version ?? 0, problem ?? T($"Nog {problems!.Count} onderdelen", $"{problems!.Count} still open"), false));
        }

        return View(ScoreView, await PageAsync(bench, entry, typed, cancellation) with { Problem = problem, Problems = problems ?? [] });
    }

    private async Task<(Bench? Bench, JuryEntry? Entry)> FindAsync(int year, string entry, CancellationToken cancellation) =>
        await room.EnterAsync(year, cancellation) is { } bench && bench.Entries.FirstOrDefault(one => one.Entry == entry) is { } found ? (bench, found) : default;

    private async Task<ScorePage> PageAsync(Bench bench, JuryEntry entry, Dictionary<string, string>? typed, CancellationToken cancellation) => new(
        bench,
        entry,
        room.May(PrizeAction.Score, bench, entry.Entry),
        typed ?? (entry.Ballot?.Scores ?? []).ToDictionary(score => score.Criterion, score => score.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal),
        await room.OthersAsync(bench, entry.Entry, cancellation));

    private string? WrongWith(string? reason) => string.IsNullOrWhiteSpace(reason) ? T("Zeg in een paar woorden waarom.", "Say why in a few words.")
        : reason.Length > LongestReason ? T($"Dit is te lang. Het mogen {LongestReason} tekens zijn.", $"This is too long. It may be {LongestReason} characters.")
        : null;

    private bool WantsJson => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);
}

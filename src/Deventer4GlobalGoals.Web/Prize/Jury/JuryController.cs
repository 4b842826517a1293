using System.Globalization;
using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Prize.Files;
using Deventer4GlobalGoals.Web.Prize.Records;
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
    public Refusal Refusal { get; init; } = Refusal.None;

    /// <summary>What was said of a conflict and refused.</summary>
    public (ConflictDegree? Degree, string? Reason) TypedConflict { get; init; }

    public IReadOnlyList<PrizeAttachmentRow> Files { get; init; } = [];

    /// <summary>Their own, and those that others share when their ballots may be seen.</summary>
    public IReadOnlyList<PrizeNoteRow> Notes { get; init; } = [];

    /// <summary>A note that was typed and refused.</summary>
    public (NoteKind Kind, string Text, string Problem)? TypedNote { get; init; }

    /// <summary>Names of who wrote the notes of others, when those may be seen.</summary>
    public IReadOnlyDictionary<string, string> Authors { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>By criterion.</summary>
    public IReadOnlyDictionary<string, string> Problems { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>What the script hears of saving.</summary>
/// <param name="Version">The newest there is.</param>
/// <param name="Message">For the juror.</param>
/// <param name="IsSaved">Whether what was sent is in.</param>
/// <param name="Content">What the newest version says, by field: a script that heard no answer can tell that it was its own.</param>
public sealed record Saved(int Version, string? Message, bool IsSaved, IReadOnlyDictionary<string, string> Content);

/// <summary>The jury's own place. Everything works as a form; a script saves in between.</summary>
[Route("jury")]
public sealed class JuryController(Viewer viewer, JuryRoom room, Notes notes, Attachments attachments, TimeProvider time) : DeskController(viewer)
{
    private const string ScoreView = "~/Prize/Views/Score.cshtml";
    private const int LongestReason = 1_000;

    [HttpGet("")]
    public async Task<IActionResult> Home(CancellationToken cancellation) => View("~/Prize/Views/JuryHome.cshtml", await room.MineAsync(cancellation));

    /// <summary>Their own ballots side by side.</summary>
    [HttpGet("{year:int}/ballots")]
    public async Task<IActionResult> Ballots(int year, CancellationToken cancellation) =>
        await room.EnterAsync(year, cancellation) is { } bench ? View("~/Prize/Views/Ballots.cshtml", bench) : NotFound();

    /// <summary>From deliberation on, without what they are recused from.</summary>
    [HttpGet("{year:int}/scoreboard")]
    public async Task<IActionResult> Scoreboard(int year, CancellationToken cancellation) =>
        await room.EnterAsync(year, cancellation) is { } bench && await room.BoardsAsync(bench, cancellation) is { } found
            ? View("~/Prize/Views/Scoreboard.cshtml", new Desk.ScoreboardPage(bench.Edition, found, HasNotes: false) { IsForJuror = true })
            : NotFound();

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
            return await RefusedAsync(bench, found, typed, StatusCodes.Status422UnprocessableEntity, Refusal.None, problems, cancellation);
        }

        // The same once more, because the answer got lost, changes nothing.
        if (found.Ballot is { Abstained: null } known && known.Scores.Equals(new EquatableList<Score>(given.OrderBy(score => score.Criterion, StringComparer.Ordinal))))
        {
            return After(bench, found, known.Version, typed);
        }

        return await TryAsync(bench, found, typed, () => room.CastAsync(bench, entry, version, given, null, cancellation), version + 1, cancellation);
    }

    [HttpPost("{year:int}/{entry}/abstain")]
    public async Task<IActionResult> Abstain(int year, string entry, int version, string? reason, CancellationToken cancellation) =>
        await FindAsync(year, entry, cancellation) is not ({ } bench, { } found) ? NotFound()
        : !JuryWords.AbstainReasons.Contains(reason)
            ? await RefusedAsync(bench, found, null, StatusCodes.Status422UnprocessableEntity, Refusal.Of(T("Kies waarom u zich onthoudt.", "Choose why you abstain."), "why-abstain"), null, cancellation)
        : await TryAsync(bench, found, null, () => room.CastAsync(bench, entry, version, [], reason, cancellation), version + 1, cancellation);

    /// <summary>From the degree in the rules on, the entry is nowhere any more after this, also not here.</summary>
    [HttpPost("{year:int}/{entry}/recuse")]
    public async Task<IActionResult> Recuse(int year, string entry, ConflictDegree? degree, string? reason, CancellationToken cancellation)
    {
        if (await FindAsync(year, entry, cancellation) is not ({ } bench, { } found))
        {
            return NotFound();
        }

        var refusal = degree is { } chosen && JuryWords.Degrees.Contains(chosen)
            ? Refusal.Of(WrongWith(reason), "why-recuse")
            : Refusal.Of(T("Kies welke band u hebt.", "Choose which conflict you have."), "degree");
        if (!refusal.IsNone)
        {
            return await RefusedAsync(bench, found, null, StatusCodes.Status422UnprocessableEntity, refusal, null, cancellation, (degree, reason));
        }

        try
        {
            if (await room.DeclareAsync(bench, entry, degree!.Value, reason!.Trim(), cancellation))
            {
                Tell(T("U hebt een band met deze inzender. Daarom ziet u deze inzending niet meer.", "You have a conflict with this entry. So you don't see it any more."));
                return Redirect("/jury");
            }
        }
        catch (EventRefusedException)
        {
            return await RefusedAsync(bench, found, null, StatusCodes.Status422UnprocessableEntity, Refusal.Of(T("Dit kan nu niet.", "This can't be done now.")), null, cancellation);
        }

        Tell(T("Dit is opgeschreven. Volgens het reglement mag u wel beoordelen.", "This is written down. By the rules you may score."));
        return Redirect($"/jury/{year}/{entry}");
    }

    /// <summary>Notes don't count and are in no log; an older page overwrites nothing here either.</summary>
    [HttpPost("{year:int}/{entry}/notes")]
    public async Task<IActionResult> Note(int year, string entry, NoteKind kind, int version, string? text, CancellationToken cancellation)
    {
        if (kind == NoteKind.Visit || await FindAsync(year, entry, cancellation) is not ({ } bench, { } found))
        {
            return NotFound();
        }

        var typed = (text ?? string.Empty).ReplaceLineEndings("\n").Trim();
        if (typed.Length > Notes.Longest)
        {
            return await RefusedNoteAsync(
                bench, found, kind, typed, StatusCodes.Status422UnprocessableEntity, T($"De notitie is te lang. Het mogen {Notes.Longest} tekens zijn.", $"The note is too long. It may be {Notes.Longest} characters."), cancellation);
        }

        var note = new PrizeNoteRow { Year = year, Entry = entry, Author = bench.Juror, Kind = kind, Text = typed, Version = version };
        if (await notes.SaveAsync(note, cancellation) is not { } saved)
        {
            return await RefusedNoteAsync(bench, found, kind, typed, StatusCodes.Status409Conflict, T(
                "U bewaarde deze notitie intussen in een ander venster. Hier staat wat u typte, daaronder wat daar bewaard is. Bewaar opnieuw als uw tekst moet gelden.",
                "You saved this note in another window meanwhile. Here is what you typed, below it what was saved there. Save again if your text should hold."), cancellation);
        }

        if (WantsJson)
        {
            return Json(new Saved(saved, SavedNow(), true, ContentOf(typed)));
        }

        Tell(T("De notitie is bewaard.", "The note is saved."));
        return Redirect($"/jury/{year}/{entry}");
    }

    private async Task<IActionResult> RefusedNoteAsync(Bench bench, JuryEntry entry, NoteKind kind, string typed, int status, string problem, CancellationToken cancellation)
    {
        Response.StatusCode = status;
        var page = await PageAsync(bench, entry, null, cancellation) with { TypedNote = (kind, typed, problem) };
        var known = page.Notes.FirstOrDefault(note => note.Author == bench.Juror && note.Kind == kind);
        return WantsJson ? Json(new Saved(known?.Version ?? 0, problem, false, ContentOf(known?.Text ?? string.Empty))) : View(ScoreView, page);
    }

    private static Dictionary<string, string> ContentOf(string note) => new(StringComparer.Ordinal) { ["text"] = note };

    private async Task<IActionResult> TryAsync(Bench bench, JuryEntry entry, Dictionary<string, string>? typed, Func<Task> act, int version, CancellationToken cancellation)
    {
        try
        {
            await act();
            return After(bench, entry, version, typed ?? []);
        }
        catch (EventRefusedException refused)
        {
            var isStale = refused.Code == "stale";
            var fresh = await FindAsync(bench.Edition.Year, entry.Entry, cancellation);
            if (fresh is not ({ } now, { } present))
            {
                return NotFound();
            }

            return await RefusedAsync(now, present, typed, isStale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity, Refusal.Of(isStale
                ? T("In een ander venster is intussen bewaard. Hieronder staat wat u hier koos. Bewaar opnieuw als dit moet gelden.", "Another window saved meanwhile. Below is what you chose here. Save again if this should hold.")
                : T("Beoordelen kan nu niet.", "Scoring isn't possible now.")), null, cancellation);
        }
    }

    /// <summary>The script stays where it is; a form goes on to what is still open.</summary>
    private IActionResult After(Bench bench, JuryEntry entry, int version, Dictionary<string, string> scores)
    {
        var message = SavedNow();
        if (WantsJson)
        {
            return Json(new Saved(version, message, true, scores));
        }

        Tell(message + ".");
        return Redirect(bench.NextOpen(entry.Entry) is { } next ? $"/jury/{bench.Edition.Year}/{next.Entry}" : "/jury");
    }

    private string SavedNow() => T($"Bewaard om {DeventerTime.Now(time):H.mm} uur", $"Saved at {DeventerTime.Now(time):H:mm}");

    private async Task<IActionResult> RefusedAsync(
        Bench bench, JuryEntry entry, Dictionary<string, string>? typed, int status, Refusal refusal, Dictionary<string, string>? problems, CancellationToken cancellation,
        (ConflictDegree? Degree, string? Reason) conflict = default)
    {
        Response.StatusCode = status;
        if (WantsJson)
        {
            return Json(new Saved(entry.Ballot?.Version ?? 0, refusal.Problems is [var problem, ..] ? problem.Text : Open(problems!.Count), false, Stored(entry)));
        }

        return View(ScoreView, await PageAsync(bench, entry, typed, cancellation) with { Refusal = refusal, Problems = problems ?? [], TypedConflict = conflict });
    }

    private async Task<(Bench? Bench, JuryEntry? Entry)> FindAsync(int year, string entry, CancellationToken cancellation) =>
        await room.EnterAsync(year, cancellation) is { } bench && bench.Entries.FirstOrDefault(one => one.Entry == entry) is { } found ? (bench, found) : default;

    private async Task<ScorePage> PageAsync(Bench bench, JuryEntry entry, Dictionary<string, string>? typed, CancellationToken cancellation)
    {
        var (others, names) = (await room.OthersAsync(bench, entry.Entry, cancellation), await room.NamesAsync(bench, entry.Entry, cancellation));
        var seesOthers = room.May(PrizeAction.SeeOthersBallots, bench, entry.Entry);
        return new ScorePage(bench, entry, room.May(PrizeAction.Score, bench, entry.Entry), typed ?? Stored(entry), others)
        {
            Notes = [.. (await notes.OfAsync(bench.Edition.Year, entry.Entry, cancellation)).Where(note => note.Author == bench.Juror || (seesOthers && note.Kind == NoteKind.Shared))],
            Authors = names,
            Files = await attachments.ForJuryAsync(bench.Edition.Year, entry.Entry, entry.IsBlind, cancellation),
        };
    }

    /// <summary>A score as it stands in the form: the same text however it was computed or stored.</summary>
    internal static string Text(decimal score) => score.ToString("0.####", CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Stored(JuryEntry entry) =>
        (entry.Ballot?.Scores ?? []).ToDictionary(score => score.Criterion, score => Text(score.Value), StringComparer.Ordinal);

    private string Open(int count) => count == 1 ? T("Nog 1 onderdeel, dan is het bewaard", "1 still open, then it is saved") : T($"Nog {count} onderdelen, dan is het bewaard", $"{count} still open, then it is saved");

    private string? WrongWith(string? reason) => string.IsNullOrWhiteSpace(reason) ? T("Zeg in een paar woorden waarom.", "Say why in a few words.")
        : reason.Length > LongestReason ? T($"Dit is te lang. Het mogen {LongestReason} tekens zijn.", $"This is too long. It may be {LongestReason} characters.")
        : null;

    private bool WantsJson => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);
}

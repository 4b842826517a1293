using System.Globalization;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Prize.Result;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>How far the jury is. There is no score in it.</summary>
public sealed record ProgressPage(
    EditionNow Edition, IReadOnlyList<JurorProgress> Jurors, IReadOnlyList<(EntryName Entry, int Ballots, int Assigned)> Entries, string? Preview, IReadOnlyList<PrizeConflictRow> Conflicts)
{
    /// <summary>Only the secretary mails.</summary>
    public bool MayRemind => Preview is not null;

    public string Name(string juror) => Jurors.FirstOrDefault(one => one.Juror.Pseudonym == juror)?.Juror.Name ?? juror;

    public string NameOfEntry(string entry) => Entries.FirstOrDefault(one => one.Entry.Entry == entry).Entry?.Organisation ?? entry;
}

/// <summary>The scoreboard on the desk.</summary>
/// <param name="Edition">In or after deliberation.</param>
/// <param name="Boards">Per category.</param>
/// <param name="HasNotes">Whether the notes on jurors are shown: they are for the chair.</param>
public sealed record ScoreboardPage(EditionNow Edition, IReadOnlyList<CategoryBoard> Boards, bool HasNotes)
{
    /// <summary>Whether it is shown at /jury.</summary>
    public bool IsForJuror { get; init; }
}

/// <summary>A note of a visit as it stands in the form.</summary>
/// <param name="Entry">Of which entry.</param>
/// <param name="VisitedOn">As a browser sends a date: "2031-12-03".</param>
/// <param name="Place">Where it was.</param>
/// <param name="Text">What was seen and heard.</param>
public sealed record VisitForm(string? Entry, string? VisitedOn, string? Place, string? Text)
{
    /// <summary>The version that the page was drawn from.</summary>
    public int Version { get; init; }

    /// <summary>Why it was refused; the fields are <c>visited</c>, <c>place</c> and <c>visit</c>, with the number of the point behind them.</summary>
    public FormProblem? Problem { get; init; }

    /// <summary>Whether something else was saved meanwhile, which is to be shown beside it.</summary>
    public bool IsOlder { get; init; }
}

/// <summary>What was asked of a category.</summary>
/// <param name="Category">Of which.</param>
/// <param name="IsWinner">Whether a winner was chosen; else finalists.</param>
/// <param name="Entries">Those chosen; "none" when nobody is to win.</param>
public sealed record DecisionForm(string Category, bool IsWinner, IReadOnlyList<string> Entries)
{
    /// <summary>Why that one wins.</summary>
    public string? Motivation { get; init; }
}

/// <summary>What the jury talks about, in which order, and what it decides.</summary>
public sealed record DeliberationPage(
    EditionNow Edition, IReadOnlyList<AgendaPoint> Agenda, IReadOnlyDictionary<string, string> Jurors, string Author, bool MayNote, bool MayChoose, bool MayDecide, bool SeesDecision)
{
    public Refusal Refusal { get; init; } = Refusal.None;

    /// <summary>Categories with an entry that whoever looks is recused from: what is decided there, and why, isn't theirs to read.</summary>
    public IReadOnlySet<string> Closed { get; init; } = new HashSet<string>();

    /// <summary>A note that was refused; what was typed in it is kept.</summary>
    public VisitForm? Visit { get; init; }

    /// <summary>What stands in the form of an entry: what was typed, else the own note, else only the day and place that another wrote down.</summary>
    public VisitForm VisitOf(string entry, IEnumerable<PrizeNoteRow> notes)
    {
        var visits = notes.Where(note => note.Kind == NoteKind.Visit).ToList();
        var own = visits.FirstOrDefault(note => note.Author == Author);
        var known = own ?? visits.FirstOrDefault();
        return Visit?.Entry == entry
            ? Visit with { Version = own?.Version ?? 0 }
            : new VisitForm(entry, known?.VisitedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), known?.Place, own?.Text) { Version = own?.Version ?? 0 };
    }

    /// <summary>What was chosen and typed in a category and refused.</summary>
    public DecisionForm? Typed { get; init; }

    /// <summary>Entries that may be chosen: not those that whoever looks is recused from.</summary>
    public IEnumerable<EntryName> EntriesOf(string category) =>
        Agenda.Select(point => point.Entry).OfType<EntryName>().Where(entry => entry.Category == category).OrderBy(entry => entry.Organisation, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("nl"), ignoreCase: true));
}

/// <summary>From the last ballots to a decision, for the secretary and the chair.</summary>
[Route("umbraco/prize/{year:int}")]
public sealed class DeliberationController(
    Viewer viewer, EditionDesk desk, DeliberationDesk deliberation, AssignmentDesk assignment, ConflictDesk conflicts, Boards boards, Reminders reminders, Notes notes, PrizePeople people)
    : DeskController(viewer)
{
    private const string DeliberationView = "~/Prize/Views/Deliberation.cshtml";
    private const int LongestMotivation = 4_000;

    [HttpGet("progress")]
    public async Task<IActionResult> Progress(int year, CancellationToken cancellation)
    {
        if (await EnterAsync(year, PrizeAction.SeeProgress, cancellation) is not { State: { } state } edition)
        {
            return NotFound();
        }

        var hidden = await deliberation.HiddenAsync(edition, cancellation);
        var jurors = await deliberation.ProgressAsync(edition, cancellation);
        var counts = state.Ballots.Where(ballot => ballot.Value[^1].Abstained is null && !state.Recused.Contains(ballot.Key)).CountBy(ballot => ballot.Key.Entry).ToDictionary(StringComparer.Ordinal);
        var isSecretary = await desk.IsSecretaryAsync(year, cancellation);
        return View("~/Prize/Views/Progress.cshtml", new ProgressPage(
            edition,
            jurors,
            [.. (await assignment.EntriesAsync(edition, cancellation)).Where(entry => !hidden.Contains(entry.Entry))
                .Select(entry => (entry, counts.GetValueOrDefault(entry.Entry), state.Assigned.Count(pair => pair.Entry == entry.Entry)))],
            isSecretary && jurors.FirstOrDefault(one => one.ToCome > 0) is { } first ? reminders.Mail(edition, first).Text : null,
            isSecretary ? await conflicts.AllAsync(year, cancellation) : []));
    }

    [HttpPost("progress/remind")]
    public async Task<IActionResult> Remind(int year, CancellationToken cancellation)
    {
        if (await EnterAsync(year, PrizeAction.SeeProgress, cancellation) is not { } edition)
        {
            return NotFound();
        }

        if (!await desk.IsSecretaryAsync(year, cancellation))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var sent = await reminders.SendAsync(edition, await deliberation.ProgressAsync(edition, cancellation), cancellation);
        Tell(sent == 0 ? T("Iedereen is klaar, of kreeg vandaag al een mail.", "Everybody is done, or had a mail today already.") : T($"Gemaild: {sent}.", $"Mailed: {sent}."));
        return Redirect($"/umbraco/prize/{year}/progress");
    }

    [HttpGet("scoreboard")]
    public async Task<IActionResult> Scoreboard(int year, CancellationToken cancellation)
    {
        if (await EnterAsync(year, PrizeAction.SeeScoreboard, cancellation) is not { State: not null } edition)
        {
            return NotFound();
        }

        var view = new BoardView { Hidden = await deliberation.HiddenAsync(edition, cancellation), JurorsNamed = edition.Rulebook.JurorsNamed };
        return View("~/Prize/Views/Scoreboard.cshtml", new ScoreboardPage(
            edition, await boards.OfAsync(edition, view, cancellation), await people.RoleAsync(year, cancellation) == PrizeRole.Chair));
    }

    [HttpGet("deliberation")]
    public async Task<IActionResult> Show(int year, CancellationToken cancellation) =>
        await EnterAsync(year, PrizeAction.PlanDeliberation, cancellation) is { } edition ? View(DeliberationView, await PageAsync(edition, cancellation)) : NotFound();

    /// <summary>Everybody writes a note of their own. An older page overwrites nothing: whoever is second sees both, and saves again.</summary>
    [HttpPost("deliberation/notes")]
    public async Task<IActionResult> Note(int year, VisitForm form, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await EnterAsync(year, PrizeAction.PlanDeliberation, cancellation) is not { State: { } state } edition
            || form.Entry is null || !state.Entries.ContainsKey(form.Entry) || (await deliberation.HiddenAsync(edition, cancellation)).Contains(form.Entry))
        {
            return NotFound();
        }

        var (text, place) = ((form.Text ?? string.Empty).ReplaceLineEndings("\n").Trim(), string.IsNullOrWhiteSpace(form.Place) ? null : form.Place.Trim());
        DateOnly? day = DateOnly.TryParseExact(form.VisitedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        var problem = text.Length > Notes.Longest ? new FormProblem(T($"De notitie is te lang. Het mogen {Notes.Longest} tekens zijn.", $"The note is too long. It may be {Notes.Longest} characters."), "visit")
            : place?.Length > Notes.LongestPlace ? new FormProblem(T($"De plaats is te lang. Het mogen {Notes.LongestPlace} tekens zijn.", $"The place is too long. It may be {Notes.LongestPlace} characters."), "place")
            : day is null && text.Length > 0 ? new FormProblem(T("Vul de dag van het bezoek in.", "Fill in the day of the visit."), "visited")
            : null;
        if (problem is not null)
        {
            return await RefusedNoteAsync(edition, form with { Problem = problem }, StatusCodes.Status422UnprocessableEntity, cancellation);
        }

        var note = new PrizeNoteRow
        {
            Year = year,
            Entry = form.Entry,
            Author = await people.ActorAsync(year, cancellation),
            Kind = NoteKind.Visit,
            Text = text,
            VisitedOn = day,
            Place = place,
            Version = form.Version,
        };
        if (await notes.SaveAsync(note, cancellation) is null)
        {
            return await RefusedNoteAsync(edition, form with { IsOlder = true, Problem = new FormProblem(T(
                "Deze notitie werd intussen in een ander venster bewaard. Hier staat wat u typte, daaronder wat daar bewaard is. Bewaar opnieuw als uw tekst moet gelden.",
                "This note was saved in another window meanwhile. Here is what you typed, below it what was saved there. Save again if your text should hold.")) }, StatusCodes.Status409Conflict, cancellation);
        }

        Tell(T("De notitie is bewaard.", "The note is saved."));
        return Redirect($"/umbraco/prize/{year}/deliberation");
    }

    [HttpPost("deliberation/finalists")]
    public Task<IActionResult> Choose(int year, string? category, string[]? entries, string? head, CancellationToken cancellation)
    {
        var typed = new DecisionForm(category ?? string.Empty, IsWinner: false, entries ?? []);
        return DecideAsync(
            year,
            PrizeAction.ChooseFinalists,
            typed,
            null,
            edition => deliberation.ChooseAsync(edition, typed.Category, typed.Entries, head, cancellation),
            T("De finalisten zijn gekozen.", "The finalists are chosen."),
            cancellation);
    }

    [HttpPost("deliberation/decision")]
    public Task<IActionResult> Decide(int year, string? category, string? entry, string? motivation, string? head, CancellationToken cancellation)
    {
        var problem = string.IsNullOrEmpty(entry) ? new FormProblem(T("Kies een winnaar, of kies dat niemand wint.", "Choose a winner, or that nobody wins."), $"winner-{category}")
            : string.IsNullOrWhiteSpace(motivation) ? new FormProblem(T("Zeg waarom. Iedereen leest dat na de uitreiking.", "Say why. Everybody reads it after the ceremony."), $"m-{category}")
            : motivation.Length > LongestMotivation ? new FormProblem(T($"De motivatie is te lang. Het mogen {LongestMotivation} tekens zijn.", $"The motivation is too long. It may be {LongestMotivation} characters."), $"m-{category}")
            : null;
        var typed = new DecisionForm(category ?? string.Empty, IsWinner: true, entry is null ? [] : [entry]) { Motivation = motivation };
        return DecideAsync(
            year,
            PrizeAction.Decide,
            typed,
            problem,
            edition => deliberation.DecideAsync(edition, typed.Category, entry == "none" ? null : entry, motivation!.ReplaceLineEndings("\n").Trim(), head, cancellation),
            T("Het besluit is vastgelegd. Het blijft geheim tot de uitreiking.", "The decision is written down. It stays secret until the ceremony."),
            cancellation);
    }

    private async Task<IActionResult> DecideAsync(
        int year, PrizeAction action, DecisionForm typed, FormProblem? problem, Func<EditionNow, Task> act, string done, CancellationToken cancellation)
    {
        if (await EnterAsync(year, PrizeAction.PlanDeliberation, cancellation) is not { } edition)
        {
            return NotFound();
        }

        if (!await desk.MayAsync(action, edition, cancellation))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (problem is not null)
        {
            return await RefusedAsync(edition, new Refusal([problem]), typed, cancellation);
        }

        try
        {
            await act(edition);
            Tell(done);
            return Redirect($"/umbraco/prize/{year}/deliberation");
        }
        catch (StaleEditionException)
        {
            return await RefusedAsync(edition, Refusal.Of(T("Er gebeurde intussen iets in deze editie. Kijk hieronder, en probeer het opnieuw.", "Something happened in this edition meanwhile. Look below, and try again.")), typed, cancellation);
        }
        catch (EventRefusedException refused)
        {
            return await RefusedAsync(edition, refused.Code switch
            {
                "recused" => Refusal.Of(T("U hebt een band met een inzending in deze categorie. Laat de secretaris een ander jurylid voorzitter maken.", "You have a conflict with an entry of this category. Let the secretary make another juror the chair.")),
                "too-many-finalists" => Refusal.Of(T($"Kies hooguit {edition.Rulebook.MostFinalists} finalisten.", $"Choose at most {edition.Rulebook.MostFinalists} finalists."), $"finalists-{typed.Category}"),
                _ => Refusal.Of(T("Dit kan nu niet.", "This can't be done now.")),
            }, typed, cancellation);
        }
    }

    private async Task<IActionResult> RefusedAsync(EditionNow edition, Refusal refusal, DecisionForm typed, CancellationToken cancellation)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var fresh = await desk.EnterAsync(edition.Year, cancellation) ?? edition;
        return View(DeliberationView, (await PageAsync(fresh, cancellation)) with { Refusal = refusal, Typed = typed });
    }

    private async Task<IActionResult> RefusedNoteAsync(EditionNow edition, VisitForm typed, int status, CancellationToken cancellation)
    {
        Response.StatusCode = status;
        return View(DeliberationView, (await PageAsync(edition, cancellation)) with { Visit = typed });
    }

    /// <summary>Null for whoever may not do this now, as when there is no such edition.</summary>
    private async Task<EditionNow?> EnterAsync(int year, PrizeAction action, CancellationToken cancellation) =>
        await desk.EnterAsync(year, cancellation) is { State: not null } edition && await desk.MayAsync(action, edition, cancellation) ? edition : null;

    private async Task<DeliberationPage> PageAsync(EditionNow edition, CancellationToken cancellation) => new(
        edition,
        await deliberation.AgendaAsync(edition, cancellation),
        edition.Rulebook.JurorsNamed ? (await people.JurorsAsync(edition.Year, cancellation)).ToDictionary(juror => juror.Pseudonym, juror => juror.Name, StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal),
        await people.ActorAsync(edition.Year, cancellation),
        await desk.MayAsync(PrizeAction.PlanDeliberation, edition, cancellation),
        await desk.MayAsync(PrizeAction.ChooseFinalists, edition, cancellation),
        await desk.MayAsync(PrizeAction.Decide, edition, cancellation),
        await desk.MayAsync(PrizeAction.SeeScoreboard, edition, cancellation))
    {
        Closed = (await deliberation.HiddenAsync(edition, cancellation)).Select(entry => edition.State!.Entries.GetValueOrDefault(entry)).OfType<string>().ToHashSet(StringComparer.Ordinal),
    };
}

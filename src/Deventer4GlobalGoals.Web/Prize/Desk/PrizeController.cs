using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Prize.Result;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>The editions, and the form for a new one.</summary>
public sealed record EditionList(IReadOnlyList<EditionNow> Editions, int NextYear, Refusal Refusal)
{
    /// <summary>Years of editions whose log isn't what was written.</summary>
    public IReadOnlyList<int> Unsound { get; init; } = [];
}

/// <summary>What the planner was asked, and what it says; null where it can't be told.</summary>
public sealed record PlannerAnswer(int Entries, int Jurors, int PerEntry, double Minutes, JuryLoad? Load);

/// <summary>One edition with its steps.</summary>
public sealed record EditionPage(
    EditionNow Edition, EditionFacts Facts, bool MayStep, bool MayAmend, IReadOnlyList<JurorNow> Jurors, PlannerAnswer Planner, bool MayReadNominations)
{
    public Refusal Refusal { get; init; } = Refusal.None;

    /// <summary>The rooms that whoever looks may enter now.</summary>
    public IReadOnlySet<PrizeAction> May { get; init; } = new HashSet<PrizeAction>();

    /// <summary>Who has a certificate; nobody until everybody knows the result.</summary>
    public IReadOnlyList<Laureate> Laureates { get; init; } = [];

    /// <summary>When what people wrote is erased, of an edition that missed its ceremony; null for any other.</summary>
    public DateTimeOffset? Lapses => Edition.Phase is not (Phase.Draft or Phase.Announced or Phase.Archived) && Facts.Now >= Edition.Rulebook.Ceremony.First() ? Anonymising.Due(Edition) : null;

    public IEnumerable<Transition> Steps => LifeCycle.Transitions.Where(step => step.From == Edition.Phase);
}

/// <summary>The rules in a form, with what is wrong by field.</summary>
public sealed record RulebookPage(EditionNow Edition, RulebookForm Form, IReadOnlyDictionary<string, string> Problems)
{
    /// <summary>Whoever may not change them reads them.</summary>
    public bool MayChange { get; init; } = true;

    /// <summary>Locked rules change with a reason.</summary>
    public bool IsAmendment => Edition.State is not null;
}

/// <summary>The prize, for its secretary: editions, rules, phases, and how much work the jury gets.</summary>
[Route("umbraco/prize")]
public sealed class PrizeController(Viewer viewer, Editions editions, EditionDesk desk, PrizePeople people, Announcement announcement, Laureates laureates, AuditLog audit) : DeskController(viewer)
{
    private const string ListView = "~/Prize/Views/Editions.cshtml";
    private const string EditionView = "~/Prize/Views/Edition.cshtml";
    private const string RulesView = "~/Prize/Views/Rulebook.cshtml";
    private const int DefaultMinutes = 20;

    [HttpGet("")]
    public Task<IActionResult> List(CancellationToken cancellation) => ListAsync(Refusal.None, null, cancellation);

    [HttpPost("new")]
    public async Task<IActionResult> New(int year, string? template, CancellationToken cancellation)
    {
        if (year is < RulebookCheck.EarliestYear or > RulebookCheck.LatestYear || RulebookTemplates.Make(template, year) is not { } draft)
        {
            return await ListAsync(Refusal.Of(T($"Kies een jaar van {RulebookCheck.EarliestYear} tot {RulebookCheck.LatestYear}, en een werkwijze.", $"Choose a year from {RulebookCheck.EarliestYear} to {RulebookCheck.LatestYear}, and a procedure."), "year"), year, cancellation);
        }

        if (!await editions.AddAsync(draft, cancellation))
        {
            return await ListAsync(Refusal.Of(T($"Er is al een editie {year}.", $"There is an edition {year} already."), "year"), year, cancellation);
        }

        await audit.WriteAsync("prize.created", Viewer.Required.Id, $"{year}", cancellation: cancellation);
        return Redirect($"/umbraco/prize/{year}/rules");
    }

    [HttpGet("{year:int}")]
    public async Task<IActionResult> Show(int year, int? entries, int? jurors, int? perEntry, int? minutes, CancellationToken cancellation) =>
        await desk.EnterAsync(year, cancellation) is { } edition ? await ShowAsync(edition, Refusal.None, Plan(edition, entries, jurors, perEntry, minutes), cancellation) : NotFound();

    [HttpPost("{year:int}/step")]
    public async Task<IActionResult> Step(int year, Phase to, string? reason, int version, string? head, CancellationToken cancellation)
    {
        if (await desk.EnterAsync(year, cancellation) is not { } edition)
        {
            return NotFound();
        }

        if (!await desk.MayAsync(PrizeAction.ChangePhase, edition, cancellation))
        {
            return Forbidden();
        }

        var words = new PhaseWords(T);
        try
        {
            if (edition.DraftVersion != version || edition.Log.Head != head)
            {
                throw new StaleEditionException("The page is older than the edition.");
            }

            await desk.GoAsync(edition, to, reason, cancellation);
            if (to == Phase.Announced)
            {
                await announcement.PublishAsync((await editions.FindAsync(year, cancellation))!, cancellation);
            }

            Tell(T($"De editie staat nu op: {words.Of(to)}.", $"The edition is now at: {words.Of(to)}."));
            return Redirect($"/umbraco/prize/{year}");
        }
        catch (StepRefusedException refused)
        {
            var facts = await desk.FactsAsync(edition, cancellation);
            var missing = LifeCycle.Find(edition.Phase, to)?.Conditions.Where(one => refused.Missing.Contains(one.Name)).Select(one => words.Of(one, facts)).ToArray() ?? [];
            return await ShowAsync(
                edition,
                missing.Length > 0 ? Refusal.Of(string.Join(' ', missing)) : Refusal.Of(T("Zeg waarom u teruggaat.", "Say why you go back."), $"reason-{to}"),
                null,
                cancellation);
        }
        catch (StaleEditionException)
        {
            return await ShowAsync((await editions.FindAsync(year, cancellation))!, Refusal.Of(Meanwhile()), null, cancellation);
        }
    }

    [HttpGet("{year:int}/rules")]
    public async Task<IActionResult> Rules(int year, CancellationToken cancellation)
    {
        if (await desk.EnterAsync(year, cancellation) is not { } edition)
        {
            return NotFound();
        }

        var form = RulebookForm.Of(edition.Rulebook);
        (form.Version, form.Head) = (edition.DraftVersion, edition.Log.Head);
        return View(RulesView, new RulebookPage(edition, form, new Dictionary<string, string>(StringComparer.Ordinal))
        {
            MayChange = await desk.MayAsync(edition.State is null ? PrizeAction.EditRulebook : PrizeAction.AmendRulebook, edition, cancellation),
        });
    }

    [HttpPost("{year:int}/rules")]
    public async Task<IActionResult> SaveRules(int year, RulebookForm form, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await desk.EnterAsync(year, cancellation) is not { } edition)
        {
            return NotFound();
        }

        var action = edition.State is null ? PrizeAction.EditRulebook : PrizeAction.AmendRulebook;
        if (!await desk.MayAsync(action, edition, cancellation))
        {
            return Forbidden();
        }

        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var changed = form.Read(edition.Rulebook, problems, T);
        foreach (var (field, text) in RulebookCheck.Problems(changed).Select(problem => RulebookWords.Of(problem, T)))
        {
            problems.TryAdd(field, text);
        }

        if (edition.State is not null && string.IsNullOrWhiteSpace(form.Reason))
        {
            problems[nameof(form.Reason)] = T("Zeg waarom het reglement verandert. Iedereen ziet dat.", "Say why the rules change. Everybody sees it.");
        }

        if (problems.Count > 0)
        {
            return Refused(edition, form, problems);
        }

        try
        {
            await (edition.State is null
                ? editions.RedraftAsync(changed, form.Version, cancellation)
                : desk.AmendAsync(edition, changed, form.Reason, form.Head, cancellation));
            await audit.WriteAsync("prize.rules", Viewer.Required.Id, $"{year}", cancellation: cancellation);
            Tell(T("Het reglement is bewaard.", "The rules are saved."));
            return Redirect($"/umbraco/prize/{year}");
        }
        catch (StaleEditionException)
        {
            problems[string.Empty] = Meanwhile();
        }
        catch (EventRefusedException)
        {
            problems["Criteria[0].Name"] = T(
                "Voor een onderdeel dat u weghaalt of een andere schaal geeft, zijn al punten gegeven. Dat kan niet meer.",
                "There are scores already for a criterion that you take away or give another scale. That can't be done any more.");
        }

        return Refused(edition, form, problems);
    }

    private ViewResult Refused(EditionNow edition, RulebookForm form, Dictionary<string, string> problems)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(RulesView, new RulebookPage(edition, form, problems));
    }

    private async Task<IActionResult> ListAsync(Refusal refusal, int? typed, CancellationToken cancellation)
    {
        var all = await editions.AllAsync(cancellation);
        var years = await editions.YearsAsync(cancellation);
        Response.StatusCode = refusal.IsNone ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View(ListView, new EditionList(all, typed ?? (years.Count > 0 ? years[0] + 1 : Viewer.Now.Year), refusal) { Unsound = [.. years.Except(all.Select(edition => edition.Year))] });
    }

    private async Task<IActionResult> ShowAsync(EditionNow edition, Refusal refusal, PlannerAnswer? planner, CancellationToken cancellation)
    {
        Response.StatusCode = refusal.IsNone ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View(EditionView, new EditionPage(
            edition,
            await desk.FactsAsync(edition, cancellation),
            await desk.MayAsync(PrizeAction.ChangePhase, edition, cancellation),
            await desk.MayAsync(edition.State is null ? PrizeAction.EditRulebook : PrizeAction.AmendRulebook, edition, cancellation),
            await people.JurorsAsync(edition.Year, cancellation),
            planner ?? Plan(edition, null, null, null, null),
            await desk.IsSecretaryAsync(edition.Year, cancellation))
        {
            Refusal = refusal,
            May = await desk.AllowedAsync([PrizeAction.SeeProgress, PrizeAction.SeeScoreboard, PrizeAction.PlanDeliberation, PrizeAction.SeeResult, PrizeAction.Export, PrizeAction.Anonymise], edition, cancellation),
            Laureates = await laureates.OfAsync(edition.Year, cancellation),
        });
    }

    private static PlannerAnswer Plan(EditionNow edition, int? entries, int? jurors, int? perEntry, int? minutes)
    {
        var (all, panel) = (Math.Clamp(entries ?? edition.Rulebook.MostNominees ?? 8, 1, 1000), Math.Clamp(jurors ?? 5, 1, 100));
        var each = Math.Clamp(perEntry ?? edition.Rulebook.Quorum, 1, panel);
        var time = Math.Clamp(minutes ?? DefaultMinutes, 1, 600);
        return new PlannerAnswer(all, panel, each, time, JuryPlanner.Load(all, each, panel, time, edition.Rulebook.LoadCap));
    }

    private StatusCodeResult Forbidden() => StatusCode(StatusCodes.Status403Forbidden);

    private string Meanwhile() => T(
        "Iemand anders veranderde deze editie intussen. Kijk hieronder hoe het nu staat, en probeer het opnieuw.",
        "Somebody else changed this edition meanwhile. See below how it stands, and try again.");
}

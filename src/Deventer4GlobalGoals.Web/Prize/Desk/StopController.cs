using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Prize.Records;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>What happens when a juror stops, before anybody confirms it.</summary>
/// <param name="Edition">As it is.</param>
/// <param name="Juror">Who stops.</param>
/// <param name="KeepBallots">Whether what they scored goes on counting.</param>
/// <param name="Change">What would follow.</param>
/// <param name="SeesRanking">Only in deliberation: before it the order is the jury's.</param>
public sealed record StopPage(EditionNow Edition, JurorNow Juror, bool KeepBallots, PlannedChange Change, bool SeesRanking)
{
    public string? Problem { get; init; }
}

/// <summary>A juror stops: first the plan, then the button.</summary>
[Route("umbraco/prize/{year:int}/jury/{juror:guid}/stop")]
public sealed class StopController(Viewer viewer, EditionDesk desk, JuryList jury, AssignmentDesk assignment, PrizePeople people) : DeskController(viewer)
{
    private const string PageView = "~/Prize/Views/Stop.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Show(int year, Guid juror, bool? keep, CancellationToken cancellation) =>
        await PageAsync(year, juror, keep ?? true, cancellation) is { } page ? View(PageView, page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Confirm(int year, Guid juror, bool keep, string? head, CancellationToken cancellation)
    {
        if (await PageAsync(year, juror, keep, cancellation) is not { } page)
        {
            return NotFound();
        }

        try
        {
            await jury.StopAsync(page.Edition, page.Juror, keep, head, cancellation);
            Tell(T($"{page.Juror.Name} is gestopt. De verdeling is aangepast.", $"{page.Juror.Name} stopped. The division is adapted."));
            return Redirect($"/umbraco/prize/{year}/jury");
        }
        catch (Exception refused) when (refused is StaleEditionException or EventRefusedException)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await PageAsync(year, juror, keep, cancellation) is { } fresh
                ? View(PageView, fresh with { Problem = T("Er gebeurde intussen iets in deze editie. Kijk het plan opnieuw na.", "Something happened in this edition meanwhile. Look at the plan again.") })
                : NotFound();
        }
    }

    private async Task<StopPage?> PageAsync(int year, Guid key, bool keep, CancellationToken cancellation)
    {
        if (!await desk.IsSecretaryAsync(year, cancellation)
            || await desk.EnterAsync(year, cancellation) is not { State: { } state } edition
            || !(await desk.MayAsync(PrizeAction.InviteJuror, edition, cancellation) || await desk.MayAsync(PrizeAction.PlanDeliberation, edition, cancellation)))
        {
            return null;
        }

        var all = await people.JurorsAsync(year, cancellation);
        return all.FirstOrDefault(one => one.AccountKey == key) is { } juror && state.Jurors.Contains(juror.Pseudonym)
            ? new StopPage(
                edition,
                juror,
                keep,
                new PlannedChange(
                    PanelChange.Stop(state, juror.Pseudonym, JuryList.Stopped, keep),
                    await assignment.EntriesAsync(edition, cancellation),
                    all.ToDictionary(one => one.Pseudonym, one => one.Name, StringComparer.Ordinal)),
                await desk.MayAsync(PrizeAction.SeeScoreboard, edition, cancellation))
            : null;
    }
}

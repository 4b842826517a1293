using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize.Records;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>The jury of an edition, and the form to invite somebody.</summary>
public sealed record JuryPage(EditionNow Edition, IReadOnlyList<JurorNow> Jurors, bool MayInvite, string? Name = null, string? Email = null, string? Problem = null)
{
    /// <summary>A chair who turns out to have a conflict is replaced also while the jury deliberates.</summary>
    public bool MayAppoint { get; init; }
}

/// <summary>Who is in the jury.</summary>
[Route("umbraco/prize/{year:int}/jury")]
public sealed class JuryListController(Viewer viewer, EditionDesk desk, PrizePeople people, JuryList jury) : DeskController(viewer)
{
    private const int LongestName = 200;

    [HttpGet("")]
    public async Task<IActionResult> Show(int year, CancellationToken cancellation) =>
        await desk.EnterAsync(year, cancellation) is { } edition ? View("~/Prize/Views/Jury.cshtml", await PageAsync(edition, cancellation)) : NotFound();

    [HttpPost("invite")]
    public async Task<IActionResult> Invite(int year, string? name, string? email, CancellationToken cancellation)
    {
        if (await desk.EnterAsync(year, cancellation) is not { } edition)
        {
            return NotFound();
        }

        if (!await desk.MayAsync(PrizeAction.InviteJuror, edition, cancellation))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var problem = string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl) ? T("Vul de naam in van wie u uitnodigt.", "Fill in the name of whom you invite.")
            : !Outbox.IsAddress(email?.Trim()) ? T("Dit is geen mailadres. Het lijkt op naam@voorbeeld.nl.", "This is no mail address. It looks like name@example.org.")
            : !await jury.InviteAsync(edition, name.Trim(), email!.Trim(), cancellation) ? T(
                "Dit kan niet: deze persoon zit al in de jury, of regelt de prijs. Wie de prijs regelt, beoordeelt niet.",
                "This can't be done: this person is in the jury already, or runs the prize. Whoever runs the prize doesn't judge it.")
            : null;
        if (problem is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("~/Prize/Views/Jury.cshtml", await PageAsync(edition, cancellation) with { Name = name, Email = email, Problem = problem });
        }

        Tell(T($"{name!.Trim()} zit in de jury.", $"{name!.Trim()} is in the jury."));
        return Redirect($"/umbraco/prize/{year}/jury");
    }

    [HttpPost("chair")]
    public async Task<IActionResult> Chair(int year, Guid juror, CancellationToken cancellation)
    {
        if (await desk.EnterAsync(year, cancellation) is not { } edition)
        {
            return NotFound();
        }

        if (!await MayAppointAsync(edition, cancellation))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!await jury.AppointAsync(year, juror, cancellation))
        {
            return NotFound();
        }

        Tell(T("De jury heeft een voorzitter.", "The jury has a chair."));
        return Redirect($"/umbraco/prize/{year}/jury");
    }

    private async Task<JuryPage> PageAsync(EditionNow edition, CancellationToken cancellation) =>
        new(edition, await people.JurorsAsync(edition.Year, cancellation), await desk.MayAsync(PrizeAction.InviteJuror, edition, cancellation))
        {
            MayAppoint = await MayAppointAsync(edition, cancellation),
        };

    private async Task<bool> MayAppointAsync(EditionNow edition, CancellationToken cancellation) =>
        await desk.MayAsync(PrizeAction.InviteJuror, edition, cancellation)
        || (await desk.IsSecretaryAsync(edition.Year, cancellation) && await desk.MayAsync(PrizeAction.PlanDeliberation, edition, cancellation));
}

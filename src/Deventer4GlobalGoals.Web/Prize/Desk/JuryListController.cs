using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize.Records;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>The jury of an edition, and the form to invite somebody.</summary>
public sealed record JuryPage(EditionNow Edition, IReadOnlyList<JurorNow> Jurors, bool MayInvite, string? Name = null, string? Email = null)
{
    public Refusal Refusal { get; init; } = Refusal.None;

    /// <summary>A chair who turns out to have a conflict is replaced also while the jury deliberates.</summary>
    public bool MayAppoint { get; init; }
}

/// <summary>What follows when a juror stops or joins, with the names that the secretary knows.</summary>
public sealed record PlannedChange(ChangePlan Plan, IReadOnlyList<EntryName> Entries, IReadOnlyDictionary<string, string> Jurors)
{
    public string Name(string juror) => Jurors.GetValueOrDefault(juror) ?? juror;

    public string NameOfEntry(string entry) => Entries.FirstOrDefault(one => one.Entry == entry)?.Organisation ?? entry;
}

/// <summary>What happens when a juror joins after the entries were divided, before anybody confirms it.</summary>
/// <param name="Edition">As it is.</param>
/// <param name="Name">Who joins.</param>
/// <param name="Email">Theirs.</param>
/// <param name="Juror">What the log would call them.</param>
/// <param name="Change">What would follow.</param>
public sealed record JoinPage(EditionNow Edition, string Name, string Email, string Juror, PlannedChange Change)
{
    public string? Problem { get; init; }
}

/// <summary>Who is in the jury.</summary>
[Route("umbraco/prize/{year:int}/jury")]
public sealed class JuryListController(Viewer viewer, EditionDesk desk, PrizePeople people, JuryList jury, AssignmentDesk assignment, ConflictDesk conflicts) : DeskController(viewer)
{
    private const string JoinView = "~/Prize/Views/Join.cshtml";
    private const int LongestName = 200;

    [HttpGet("")]
    public async Task<IActionResult> Show(int year, CancellationToken cancellation) =>
        await desk.EnterAsync(year, cancellation) is { } edition ? View("~/Prize/Views/Jury.cshtml", await PageAsync(edition, cancellation)) : NotFound();

    /// <summary>Puts somebody in the jury. When the entries were divided already, it only shows what would follow.</summary>
    [HttpPost("invite")]
    public Task<IActionResult> Invite(int year, string? name, string? email, CancellationToken cancellation) => AddAsync(
        year,
        name,
        email,
        async edition => IsDivided(edition)
            ? await jury.MayJoinAsync(year, email!.Trim(), cancellation) ? View(JoinView, await JoinAsync(edition, name!.Trim(), email.Trim(), cancellation)) : null
            : await jury.InviteAsync(edition, name!.Trim(), email!.Trim(), cancellation) ? Joined(year, name!.Trim()) : null,
        cancellation);

    /// <summary>Carries out what <see cref="Invite"/> showed.</summary>
    [HttpPost("join")]
    public Task<IActionResult> Join(int year, string? name, string? email, string? juror, string? head, CancellationToken cancellation) => AddAsync(
        year,
        name,
        email,
        async edition =>
        {
            try
            {
                if (!IsDivided(edition) || !PrizePeople.IsPseudonym('j', juror))
                {
                    throw new StaleEditionException("This isn't the plan that was shown.");
                }

                if (!await jury.JoinAsync(edition, name!.Trim(), email!.Trim(), juror!, head, cancellation))
                {
                    return null;
                }

                await conflicts.ProposeAsync(year, cancellation);
                return Joined(year, name!.Trim());
            }
            catch (Exception refused) when (refused is StaleEditionException or EventRefusedException)
            {
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await desk.EnterAsync(year, cancellation) is { State: not null } fresh
                    ? View(JoinView, await JoinAsync(fresh, name!.Trim(), email!.Trim(), cancellation) with
                    {
                        Problem = T("Er gebeurde intussen iets in deze editie. Kijk het plan opnieuw na.", "Something happened in this edition meanwhile. Look at the plan again."),
                    })
                    : NotFound();
            }
        },
        cancellation);

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

    private static bool IsDivided(EditionNow edition) => edition.State is { Assigned.IsEmpty: false };

    private async Task<JoinPage> JoinAsync(EditionNow edition, string name, string email, CancellationToken cancellation)
    {
        var juror = PrizePeople.Pseudonym('j');
        var names = (await people.JurorsAsync(edition.Year, cancellation)).ToDictionary(one => one.Pseudonym, one => one.Name, StringComparer.Ordinal);
        names[juror] = name;
        return new JoinPage(
            edition, name, email, juror, new PlannedChange(PanelChange.Join(edition.State!, juror, []), await assignment.EntriesAsync(edition, cancellation), names));
    }

    private RedirectResult Joined(int year, string name)
    {
        Tell(T($"{name} zit in de jury.", $"{name} is in the jury."));
        return Redirect($"/umbraco/prize/{year}/jury");
    }

    /// <param name="year">Of the edition.</param>
    /// <param name="name">Of whom.</param>
    /// <param name="email">Of whom.</param>
    /// <param name="act">With a name and an address that are right; null when they may not be in this jury.</param>
    /// <param name="cancellation">When the visitor leaves.</param>
    private async Task<IActionResult> AddAsync(int year, string? name, string? email, Func<EditionNow, Task<IActionResult?>> act, CancellationToken cancellation)
    {
        if (await desk.EnterAsync(year, cancellation) is not { } edition)
        {
            return NotFound();
        }

        if (!await desk.MayAsync(PrizeAction.InviteJuror, edition, cancellation))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var problems = new List<FormProblem>();
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl))
        {
            problems.Add(new FormProblem(T("Vul de naam in van wie u uitnodigt.", "Fill in the name of whom you invite."), "name"));
        }

        if (!Outbox.IsAddress(email?.Trim()))
        {
            problems.Add(new FormProblem(T("Dit is geen mailadres. Het lijkt op naam@voorbeeld.nl.", "This is no mail address. It looks like name@example.org."), "email"));
        }

        if (problems.Count == 0)
        {
            if (await act(edition) is { } done)
            {
                return done;
            }

            problems.Add(new FormProblem(T(
                "Dit kan niet: deze persoon zit al in de jury, of regelt de prijs. Wie de prijs regelt, beoordeelt niet.",
                "This can't be done: this person is in the jury already, or runs the prize. Whoever runs the prize doesn't judge it."), "email"));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("~/Prize/Views/Jury.cshtml", await PageAsync(edition, cancellation) with
        {
            Name = name,
            Email = email,
            Refusal = new Refusal(problems),
        });
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

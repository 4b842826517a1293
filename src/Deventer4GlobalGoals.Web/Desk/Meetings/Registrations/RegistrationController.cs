using Deventer4GlobalGoals.Web.Accounts.SignIn;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Site.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;

/// <summary>The form with which somebody registers.</summary>
public sealed class RegisterForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Seats { get; set; }

    public string? Needs { get; set; }

    /// <summary>People don't see it; what fills in everything does.</summary>
    public string? Website { get; set; }
}

/// <summary>The page to register on.</summary>
public sealed record RegisterPage(MeetingPlaces Meeting, RegisterForm Form, int Taken, IReadOnlyDictionary<string, string> Problems);

/// <summary>A registration, as whoever has its link sees it.</summary>
public sealed record RegistrationPage(MeetingPlaces Meeting, RegistrationRow Row, int PlaceInLine)
{
    /// <summary>Why a change could not be made.</summary>
    public string? Problem { get; init; }

    public bool IsChanged { get; init; }
}

/// <summary>Registering for a meeting, and looking at it or cancelling by the link in the mail, also when the meeting is off the site. There is no account.</summary>
[AutoValidateAntiforgeryToken]
[MailsLinks]
public sealed class RegistrationController(Registrations registrations, MeetingReader meetings, SiteView site, SignInLimits limits) : Controller
{
    private const string Languages = "{language:regex(^(en|de)$)}";
    private const string FormView = "~/Views/Registration/Register.cshtml";
    private const int LongestName = 200;
    private const int LongestNeeds = 500;

    [HttpGet("aanmelden/{key:guid}")]
    [HttpGet(Languages + "/aanmelden/{key:guid}")]
    public async Task<IActionResult> Form(Guid key, CancellationToken cancellation) => meetings.Find(key, site.Culture) is { } meeting
        ? View(FormView, await PageAsync(meeting, new RegisterForm { Seats = "1" }, [], cancellation))
        : NotFound();

    [HttpPost("aanmelden/{key:guid}")]
    [HttpPost(Languages + "/aanmelden/{key:guid}")]
    public async Task<IActionResult> Register(Guid key, RegisterForm form, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (meetings.Find(key, site.Culture) is not { } meeting)
        {
            return NotFound();
        }

        var problems = Problems(form, meeting);
        if (!meeting.IsOpen || !string.IsNullOrEmpty(form.Website))
        {
            problems[string.Empty] = site.T["registration.closed"];
        }
        else if (problems.Count == 0 && !limits.MayRegister(HttpContext, form.Email!))
        {
            problems[string.Empty] = site.T["registration.tooOften"];
        }

        if (problems.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(FormView, await PageAsync(meeting, form, problems, cancellation));
        }

        var needs = string.IsNullOrWhiteSpace(form.Needs) ? null : form.Needs.Trim();
        await registrations.AddAsync(meeting, new NewRegistration(FormText.Line(form.Name), form.Email!.Trim(), Seats(form)!.Value, needs, site.Culture), cancellation);

        // The same page for whoever was registered already: it tells nobody else who comes.
        return View("~/Views/Registration/Thanks.cshtml", meeting);
    }

    [HttpGet("aanmelding/{key:guid}")]
    public async Task<IActionResult> Show(Guid key, bool changed, CancellationToken cancellation) =>
        await ShowAsync(key, null, changed, cancellation) ?? NotFound();

    /// <summary>Another number of people, or other needs, until the meeting begins.</summary>
    [HttpPost("aanmelding/{key:guid}/wijzigen")]
    public async Task<IActionResult> Change(Guid key, RegisterForm form, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await registrations.FindAsync(key, cancellation) is not { } row || meetings.FindKept(row.MeetingKey, row.Culture) is not { } meeting)
        {
            return NotFound();
        }

        var texts = SiteTexts.In(row.Culture);
        var problem = !meeting.MayChange ? texts["registration.changeLate"]
            : Seats(form) is null ? texts.Format("registration.seatsWrong", Registrations.MostSeats)
            : form.Needs?.Length > LongestNeeds ? texts.Format("registration.needsLong", LongestNeeds)
            : Seats(form) > row.Seats && !meeting.Holds(Seats(form)!.Value) ? texts.Format("registration.seatsMore", meeting.Capacity)
            : await registrations.ChangeAsync(meeting, key, Seats(form)!.Value, string.IsNullOrWhiteSpace(form.Needs) ? null : form.Needs.Trim(), cancellation) ? null
            : texts["registration.changeFull"];
        if (problem is null)
        {
            return RedirectToAction(nameof(Show), new { key, changed = true });
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(key, problem, false, cancellation) ?? NotFound();
    }

    [HttpPost("aanmelding/{key:guid}/afmelden")]
    public async Task<IActionResult> Cancel(Guid key, CancellationToken cancellation)
    {
        if (await registrations.FindAsync(key, cancellation) is not { } row || meetings.FindKept(row.MeetingKey, row.Culture) is not { } meeting)
        {
            return NotFound();
        }

        await registrations.CancelAsync(meeting, key, cancellation);
        return RedirectToAction(nameof(Show), new { key });
    }

    private async Task<IActionResult?> ShowAsync(Guid key, string? problem, bool isChanged, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        return await registrations.FindAsync(key, cancellation) is { } row && meetings.FindKept(row.MeetingKey, row.Culture) is { } meeting
            ? View("~/Views/Registration/Show.cshtml", new RegistrationPage(meeting, row, await registrations.PlaceInLineAsync(row, cancellation)) { Problem = problem, IsChanged = isChanged })
            : null;
    }

    private static int? Seats(RegisterForm form) =>
        int.TryParse(form.Seats, System.Globalization.CultureInfo.InvariantCulture, out var seats) && seats is >= 1 and <= Registrations.MostSeats ? seats : null;

    private async Task<RegisterPage> PageAsync(MeetingPlaces meeting, RegisterForm form, Dictionary<string, string> problems, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        return new RegisterPage(meeting, form, await registrations.TakenAsync(meeting.Key, cancellation), problems);
    }

    private Dictionary<string, string> Problems(RegisterForm form, MeetingPlaces meeting)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        if (form.Name is not { Length: <= LongestName } name || FormText.Line(name).Length == 0 || name.Any(char.IsControl))
        {
            problems[nameof(form.Name)] = site.T["registration.nameMissing"];
        }

        if (!Outbox.IsAddress(form.Email?.Trim()))
        {
            problems[nameof(form.Email)] = site.T["registration.emailWrong"];
        }

        if (Seats(form) is null)
        {
            problems[nameof(form.Seats)] = site.T.Format("registration.seatsWrong", Registrations.MostSeats);
        }
        else if (!meeting.Holds(Seats(form)!.Value))
        {
            problems[nameof(form.Seats)] = site.T.Format("registration.seatsMore", meeting.Capacity);
        }

        if (form.Needs?.Length > LongestNeeds)
        {
            problems[nameof(form.Needs)] = site.T.Format("registration.needsLong", LongestNeeds);
        }

        return problems;
    }
}

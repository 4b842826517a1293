using System.Globalization;
using System.Text;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Site.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;

/// <summary>Who comes to a meeting, as the desk sees it.</summary>
public sealed record MeetingListPage(MeetingPlaces Meeting, IReadOnlyList<RegistrationRow> Rows)
{
    public int Taken => Rows.Where(row => row.State == RegistrationState.Placed).Sum(row => row.Seats);

    public int Waiting => Rows.Where(row => row.State == RegistrationState.Waiting).Sum(row => row.Seats);

    /// <summary>How many people were seen at the door.</summary>
    public int Came => Rows.Sum(row => row.Came);
}

/// <summary>The list of who comes: at the door, and as a file. It is there as long as the meeting is, on the site or off it.</summary>
[Route("umbraco/meetings/{key:guid}/registrations")]
public sealed class MeetingListController(
    Viewer viewer, Registrations registrations, MeetingReader meetings, PracticeDrafts practices, OnlineValues online, CommunityIndex community, AuditLog audit)
    : DeskController(viewer)
{
    private const int LongestName = 255;

    [HttpGet("")]
    public async Task<IActionResult> Show(Guid key, CancellationToken cancellation) => await PageAsync(key, cancellation) is { } page
        ? View("~/Desk/Views/Registrations.cshtml", page)
        : NotFound();

    /// <summary>Somebody is at the door, with as many as <paramref name="came"/> says, or else with everybody they registered; or isn't after all.</summary>
    [HttpPost("attended")]
    public async Task<IActionResult> Attended(Guid key, Guid registration, bool attended, int? came, CancellationToken cancellation)
    {
        await registrations.SetCameAsync(key, registration, attended ? came : 0, cancellation);
        return Redirect($"/umbraco/meetings/{key}/registrations#r-{registration}");
    }

    /// <summary>How many were seen at the door becomes the figure on the page.</summary>
    [HttpPost("attendance")]
    public async Task<IActionResult> Attendance(Guid key, CancellationToken cancellation)
    {
        if (await PageAsync(key, cancellation) is not { } page)
        {
            return NotFound();
        }

        var isDone = page.Came > 0 && online.Put(key, "meeting", "attendance", page.Came, Viewer.Required.Id);
        if (isDone)
        {
            await audit.WriteAsync("item.published", Viewer.Required.Id, key.ToString(), cancellation: cancellation);
        }

        Tell(isDone
            ? T($"Op de pagina staat nu dat er {page.Came} mensen waren.", $"The page now says that {page.Came} people were there.")
            : T("Dit kan alleen als er iemand is geteld en de pagina online staat.", "This needs somebody who was counted, and a page that is online."));
        return RedirectToAction(nameof(Show), new { key });
    }

    /// <summary>Which practice came out of it? A draft with the goals of the meeting, who organised it, and a link to it.</summary>
    [HttpPost("practice")]
    public async Task<IActionResult> Practice(Guid key, string? name, CancellationToken cancellation)
    {
        if (meetings.Find(key, SitePage.DefaultCulture) is not { } meeting || community.Current.Find(key) is not { } item)
        {
            return NotFound();
        }

        var title = FormText.Line(name);
        if (title.Length is 0 or > LongestName)
        {
            Tell(T("Geef de praktijk een naam van hooguit 255 tekens.", "Give the practice a name of at most 255 characters."));
            return RedirectToAction(nameof(Show), new { key });
        }

        var draft = new DraftedPractice(title)
        {
            Goals = [.. item.Goals.Select(goal => goal.Number)],
            Town = item.Town ?? string.Empty,
            Organisation = item.Organisations.IsEmpty ? null : item.Organisations[0],
            CameFrom = (key, meeting.Title),
        };
        if (practices.Put(draft, Viewer.Required.Id) is not { } made)
        {
            Tell(T("De site heeft geen plek voor praktijken.", "The site has no place for practices."));
            return RedirectToAction(nameof(Show), new { key });
        }

        await audit.WriteAsync("item.created", Viewer.Required.Id, made.ToString(), cancellation: cancellation);
        Tell(T("Dit is het concept, met de doelen van de bijeenkomst en een link ernaartoe. Vul het aan.", "This is the draft, with the goals of the meeting and a link to it. Complete it."));
        return Redirect($"/umbraco/items/{made}");
    }

    [HttpPost("cancel")]
    [MailsLinks]
    public async Task<IActionResult> Cancel(Guid key, Guid registration, CancellationToken cancellation)
    {
        if (meetings.FindKept(key, SitePage.DefaultCulture) is not { } meeting || (await registrations.FindAsync(registration, cancellation))?.MeetingKey != key)
        {
            return NotFound();
        }

        await registrations.CancelAsync(meeting, registration, cancellation);
        await audit.WriteAsync("registration.cancelled", Viewer.Required.Id, registration.ToString(), cancellation: cancellation);
        Tell(meeting.MayChange ? T("Afgemeld. Wie op de wachtlijst stond, is opgeschoven.", "Cancelled. Whoever was waiting has moved up.") : T("Afgemeld.", "Cancelled."));
        return RedirectToAction(nameof(Show), new { key });
    }

    [HttpGet("csv")]
    public async Task<IActionResult> Csv(Guid key, CancellationToken cancellation)
    {
        if (await PageAsync(key, cancellation) is not { } page)
        {
            return NotFound();
        }

        string[] heads = Viewer.Language == "en"
            ? ["Name", "Email", "People", "State", "Came", "Needs", "Registered at"]
            : ["Naam", "Mailadres", "Aantal", "Stand", "Aanwezig", "Nodig", "Aangemeld op"];
        var text = new StringBuilder().AppendJoin(';', heads).Append("\r\n");
        foreach (var row in page.Rows)
        {
            var at = DeventerTime.In(row.At).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            var state = row.State == RegistrationState.Placed ? T("Plek", "Place") : T("Wachtlijst", "Waiting list");
            string[] cells = [row.Name, row.Email, Number(row.Seats), state, Number(row.Came), row.Needs ?? string.Empty, at];
            text.AppendJoin(';', cells.Select(DeskCsv.Cell)).Append("\r\n");
        }

        await audit.WriteAsync("registration.exported", Viewer.Required.Id, key.ToString(), cancellation: cancellation);
        return File(DeskCsv.Bytes(text.ToString()), DeskCsv.Type, T("aanmeldingen.csv", "registrations.csv"));
    }

    private async Task<MeetingListPage?> PageAsync(Guid key, CancellationToken cancellation) => meetings.FindKept(key, SitePage.DefaultCulture) is { } meeting
        ? new MeetingListPage(meeting, await registrations.OfAsync(key, cancellation))
        : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Site.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;

/// <summary>Who comes to a meeting, as the desk sees it.</summary>
public sealed record MeetingListPage(MeetingPlaces Meeting, IReadOnlyList<RegistrationRow> Rows)
{
    public int Taken => Rows.Where(row => row.State == RegistrationState.Placed).Sum(row => row.Seats);

    public int Waiting => Rows.Where(row => row.State == RegistrationState.Waiting).Sum(row => row.Seats);
}

/// <summary>The list of who comes: at the door, and as a file.</summary>
[Route("umbraco/meetings/{key:guid}/registrations")]
public sealed class MeetingListController(Viewer viewer, Registrations registrations, MeetingReader meetings, PracticeDrafts practices, CommunityIndex community, AuditLog audit)
    : DeskController(viewer)
{
    private const int LongestName = 255;

    [HttpGet("")]
    public async Task<IActionResult> Show(Guid key, CancellationToken cancellation) => meetings.Find(key, SitePage.DefaultCulture) is { } meeting
        ? View("~/Desk/Views/Registrations.cshtml", new MeetingListPage(meeting, await registrations.OfAsync(key, cancellation)))
        : NotFound();

    [HttpPost("attended")]
    public async Task<IActionResult> Attended(Guid key, Guid registration, bool attended, CancellationToken cancellation)
    {
        await registrations.SetAttendedAsync(key, registration, attended, cancellation);
        return Redirect($"/umbraco/meetings/{key}/registrations#r-{registration}");
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
    public async Task<IActionResult> Cancel(Guid key, Guid registration, CancellationToken cancellation)
    {
        if (meetings.Find(key, SitePage.DefaultCulture) is not { } meeting || (await registrations.FindAsync(registration, cancellation))?.MeetingKey != key)
        {
            return NotFound();
        }

        await registrations.CancelAsync(meeting, registration, cancellation);
        await audit.WriteAsync("registration.cancelled", Viewer.Required.Id, registration.ToString(), cancellation: cancellation);
        Tell(T("Afgemeld. Wie op de wachtlijst stond, is opgeschoven.", "Cancelled. Whoever was waiting has moved up."));
        return RedirectToAction(nameof(Show), new { key });
    }

    [HttpGet("csv")]
    public async Task<IActionResult> Csv(Guid key, CancellationToken cancellation)
    {
        var text = new StringBuilder("Naam;Mailadres;Aantal;Stand;Nodig;Aangemeld op\r\n");
        foreach (var row in await registrations.OfAsync(key, cancellation))
        {
            var at = DeventerTime.In(row.At).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            var state = row.State == RegistrationState.Placed ? "Plek" : "Wachtlijst";
            string[] cells = [row.Name, row.Email, row.Seats.ToString(CultureInfo.InvariantCulture), state, row.Needs ?? string.Empty, at];
            text.AppendJoin(';', cells.Select(DeskCsv.Cell)).Append("\r\n");
        }

        await audit.WriteAsync("registration.exported", Viewer.Required.Id, key.ToString(), cancellation: cancellation);
        return File(DeskCsv.Bytes(text.ToString()), DeskCsv.Type, "aanmeldingen.csv");
    }
}

using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Site;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;

/// <summary>A message to whoever registered. Once is what makes sending it twice impossible.</summary>
public sealed record MessagePage(MeetingPlaces Meeting, string Subject, string Text, string To, Guid Once, IReadOnlyDictionary<string, int> Counts, Refusal Refusal);

/// <summary>A message to everybody who registered, and badges for who comes.</summary>
[Route("umbraco/meetings/{key:guid}/registrations")]
public sealed class MessageController(Viewer viewer, Registrations registrations, MeetingReader meetings, AuditLog audit) : DeskController(viewer)
{
    public const string All = "all";
    public const string Placed = "placed";
    public const string Waiting = "waiting";
    public const string Attended = "attended";

    private static readonly string[] Groups = [All, Placed, Waiting, Attended];

    private const string MessageView = "~/Desk/Views/MeetingMessage.cshtml";
    private const int LongestSubject = 150;
    private const int LongestText = 5_000;

    /// <param name="key">The meeting.</param>
    /// <param name="thanks">Whether the form begins as a word of thanks to who was there.</param>
    /// <param name="cancellation">Stops.</param>
    [HttpGet("message")]
    public async Task<IActionResult> Form(Guid key, bool thanks, CancellationToken cancellation)
    {
        if (meetings.FindKept(key, SitePage.DefaultCulture) is not { } meeting)
        {
            return NotFound();
        }

        var (subject, text) = thanks
            ? ($"Dank voor uw komst: {meeting.Title}", $"Beste {{naam}},\n\nFijn dat u er was bij {meeting.Title}. Het verslag en het materiaal staan hier:\n\n{{link}}\n\nGaat u met iets aan de slag dat u hoorde? Antwoord op deze mail. Dan maken wij er samen een praktijkvoorbeeld van.")
            : (string.Empty, "Beste {naam},\n\n");
        return View(MessageView, await PageAsync(meeting, subject, text, thanks ? Attended : Placed, Guid.NewGuid(), Refusal.None, cancellation));
    }

    [HttpPost("message")]
    [MailsLinks]
    public async Task<IActionResult> Send(Guid key, string? subject, string? text, string? to, Guid once, CancellationToken cancellation)
    {
        if (meetings.FindKept(key, SitePage.DefaultCulture) is not { } meeting)
        {
            return NotFound();
        }

        if (Problems(subject, text, to, once).ToList() is { Count: > 0 } problems)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(MessageView, await PageAsync(
                meeting, subject ?? string.Empty, text ?? string.Empty, to ?? Placed, once == Guid.Empty ? Guid.NewGuid() : once, new Refusal(problems), cancellation));
        }

        var sent = await registrations.TellAsync(meeting, row => Reaches(to!, row), once, subject!.Trim(), text!.ReplaceLineEndings("\n").Trim(), cancellation);
        await audit.WriteAsync("registration.mailed", Viewer.Required.Id, key.ToString(), $"{to}: {sent}", cancellation);
        Tell(sent == 1 ? T("Eén mail is onderweg.", "One mail is on its way.") : T($"{sent} mails zijn onderweg.", $"{sent} mails are on their way."));
        return Redirect($"/umbraco/meetings/{key}/registrations");
    }

    /// <summary>A badge for everybody who has a place, and an empty one for who comes along.</summary>
    [HttpGet("badges")]
    public async Task<IActionResult> Badges(Guid key, CancellationToken cancellation) => meetings.FindKept(key, SitePage.DefaultCulture) is { } meeting
        ? View("~/Desk/Views/Badges.cshtml", new MeetingListPage(meeting, [.. (await registrations.OfAsync(key, cancellation)).Where(row => row.State == RegistrationState.Placed)]))
        : NotFound();

    private static bool Reaches(string to, RegistrationRow row) => to switch
    {
        All => true,
        Placed => row.State == RegistrationState.Placed,
        Waiting => row.State == RegistrationState.Waiting,
        _ => row is { State: RegistrationState.Placed, Attended: true },
    };

    private IEnumerable<FormProblem> Problems(string? subject, string? text, string? to, Guid once)
    {
        if (!Groups.Contains(to) || once == Guid.Empty)
        {
            yield return new FormProblem(T("Kies aan wie u schrijft.", "Choose whom you write to."), "aan");
        }

        if (subject?.Trim() is not { Length: > 0 and <= LongestSubject })
        {
            yield return new FormProblem(T($"Geef de mail een onderwerp van hooguit {LongestSubject} tekens.", $"Give the mail a subject of at most {LongestSubject} characters."), "subject");
        }

        if (text?.Trim() is not { Length: > 0 and <= LongestText })
        {
            yield return new FormProblem(T($"Schrijf een tekst van hooguit {LongestText} tekens.", $"Write a text of at most {LongestText} characters."), "text");
        }
    }

    private async Task<MessagePage> PageAsync(MeetingPlaces meeting, string subject, string text, string to, Guid once, Refusal refusal, CancellationToken cancellation)
    {
        var rows = await registrations.OfAsync(meeting.Key, cancellation);
        var counts = Groups.ToDictionary(one => one, one => rows.Count(row => Reaches(one, row)), StringComparer.Ordinal);
        return new MessagePage(meeting, subject, text, to, once, counts, refusal);
    }
}

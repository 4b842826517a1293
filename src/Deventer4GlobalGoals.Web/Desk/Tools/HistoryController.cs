using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk.Items;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Tools;

/// <summary>Something that was done.</summary>
public sealed record HistoryEntry(DateTimeOffset At, string? By, string What, string? Details, string? Subject, string? From);

/// <summary>What was done to one page, or on the whole site when there is none.</summary>
public sealed record HistoryPage(string? Name, Guid? Key, IReadOnlyList<HistoryEntry> Entries, bool HasMore, int Number);

/// <summary>Who did what, and when.</summary>
[Route("umbraco")]
public sealed class HistoryController(Viewer viewer, SiteDb db, IContentService contents) : DeskController(viewer)
{
    private const int Size = 100;
    private const string HistoryView = "~/Desk/Views/History.cshtml";

    [HttpGet("items/{key:guid}/history")]
    public async Task<IActionResult> OfItem(Guid key, int page = 1, CancellationToken cancellation = default) =>
        contents.GetById(key) is { } item && ItemAccess.MayEdit(Viewer, item)
            ? View(HistoryView, await PageAsync(ItemForm.NameOf(item, SitePage.DefaultCulture) is { Length: > 0 } name ? name : item.Name, key, page, cancellation))
            : NotFound();

    /// <summary>Of everybody, with where it came from: for administrators.</summary>
    [HttpGet("history")]
    public async Task<IActionResult> OfSite(int page = 1, CancellationToken cancellation = default) => View(HistoryView, await PageAsync(null, null, page, cancellation));

    private async Task<HistoryPage> PageAsync(string? name, Guid? key, int page, CancellationToken cancellation)
    {
        var number = Math.Clamp(page, 1, 10_000);
        var entries = db.Set<AuditEntryRow>().AsNoTracking();
        if (key is { } subject)
        {
            var text = subject.ToString();
            entries = entries.Where(entry => entry.Subject == text);
        }

        var rows = await entries.OrderByDescending(entry => entry.Id).Skip((number - 1) * Size).Take(Size + 1)
            .Select(entry => new { entry, By = db.Users.Where(account => account.Id == entry.AccountId).Select(account => account.Name).FirstOrDefault() })
            .ToListAsync(cancellation);
        var shown = rows.Take(Size).Select(row => new HistoryEntry(
            row.entry.At, row.By, HistoryWords.Of(row.entry.Action, Viewer.Language), row.entry.Details, row.entry.Subject, key is null ? row.entry.From : null));
        return new HistoryPage(name, key, [.. shown], rows.Count > Size, number);
    }
}

/// <summary>What was done, in plain words.</summary>
internal static class HistoryWords
{
    private static readonly Dictionary<string, (string Dutch, string English)> Words = new(StringComparer.Ordinal)
    {
        ["item.created"] = ("Gemaakt", "Made"),
        ["item.saved"] = ("Bewaard als concept", "Saved as a draft"),
        ["item.published"] = ("Online gezet", "Published"),
        ["item.refused"] = ("Niet online gezet: er miste nog iets", "Not published: something was missing"),
        ["item.branch-published"] = ("Online gezet met alles eronder", "Published with everything under it"),
        ["item.unpublished"] = ("Van de site gehaald", "Taken off the site"),
        ["item.scheduled"] = ("Planning veranderd", "Schedule changed"),
        ["item.restored"] = ("Oude versie teruggezet", "Older version brought back"),
        ["item.shared"] = ("Link gemaakt om mee te kijken", "Link made to have a look"),
        ["item.moved"] = ("Verplaatst", "Moved"),
        ["item.copied"] = ("Gekopieerd", "Copied"),
        ["item.binned"] = ("In de prullenbak gelegd", "Moved to the bin"),
        ["item.unbinned"] = ("Uit de prullenbak gehaald", "Taken out of the bin"),
        ["item.deleted"] = ("Voorgoed weggegooid", "Thrown away for good"),
        ["media.added"] = ("Bestand toegevoegd", "File added"),
        ["media.saved"] = ("Bestand veranderd", "File changed"),
        ["media.replaced"] = ("Bestand vervangen", "File replaced"),
        ["media.moved"] = ("Bestand verplaatst", "File moved"),
        ["media.binned"] = ("Bestand in de prullenbak gelegd", "File moved to the bin"),
        ["media.restored"] = ("Bestand uit de prullenbak gehaald", "File taken out of the bin"),
        ["redirect.removed"] = ("Doorverwijzing weggehaald", "Redirect removed"),
        ["registration.cancelled"] = ("Iemand afgemeld voor een bijeenkomst", "Somebody taken off a meeting"),
        ["registration.mailed"] = ("Bericht gestuurd aan wie zich aanmeldde", "Message sent to who registered"),
        ["registration.exported"] = ("Lijst van aanmeldingen opgehaald", "List of registrations downloaded"),
        ["review.saved"] = ("Praktijk gedeeld, nog niet ingediend", "Practice shared, not handed in yet"),
        ["review.handed-in"] = ("Praktijk gedeeld op de site", "Practice shared on the site"),
        ["review.confirmed"] = ("Adres bevestigd van wie een praktijk deelde", "Address confirmed of who shared a practice"),
        ["review.corrected"] = ("Verbetering gestuurd", "Correction sent"),
        ["review.sent"] = ("Naar een redacteur gestuurd", "Sent to an editor"),
        ["review.returned"] = ("Teruggestuurd door een redacteur", "Sent back by an editor"),
        ["review.accepted"] = ("Goedgekeurd", "Accepted"),
        ["review.rejected"] = ("Afgewezen", "Refused"),
        ["review.withdrawn"] = ("Ingetrokken door wie het stuurde", "Withdrawn by who sent it"),
        ["practice.confirmed"] = ("Bevestigd door wie erover gaat", "Confirmed by who owns it"),
        ["account.organisation"] = ("Organisatie van een auteur gekozen", "Organisation of an author chosen"),
        ["account.first"] = ("Eerste beheerder gemaakt", "First administrator made"),
        ["account.invited"] = ("Uitgenodigd", "Invited"),
        ["account.roles"] = ("Rollen veranderd", "Roles changed"),
        ["account.disabled"] = ("Account afgesloten", "Account closed"),
        ["account.enabled"] = ("Account weer open", "Account opened again"),
        ["account.refused"] = ("Aanmelden geweigerd", "Sign-in refused"),
        ["account.session-ended"] = ("Afgemeld op een apparaat", "Signed out on a device"),
        ["account.code-on"] = ("Tweede stap aangezet", "Second step turned on"),
        ["account.code-off"] = ("Tweede stap uitgezet", "Second step turned off"),
        ["account.passkey-added"] = ("Passkey toegevoegd", "Passkey added"),
        ["account.passkey-removed"] = ("Passkey weggehaald", "Passkey removed"),
        ["account.recovery-codes"] = ("Nieuwe noodcodes gemaakt", "New recovery codes made"),
        ["account.password-asked"] = ("Nieuw wachtwoord gevraagd", "New password asked for"),
        ["account.password-chosen"] = ("Nieuw wachtwoord gekozen", "New password chosen"),
        ["account.signed-in"] = ("Aangemeld", "Signed in"),
    };

    /// <summary>What has no words yet is called by its own name.</summary>
    public static string Of(string action, string language) => Words.TryGetValue(action, out var words) ? language == "en" ? words.English : words.Dutch : action;
}

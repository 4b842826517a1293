namespace Deventer4GlobalGoals.Web.Desk.Tools;

/// <summary>What was done, in plain words.</summary>
internal static class HistoryWords
{
    /// <summary>What one may look at alone: what actions begin with, and how it is called.</summary>
    public static readonly (string Kind, string Dutch, string English)[] Kinds =
    [
        ("item", "Pagina's", "Pages"),
        ("media", "Beeld en bestanden", "Pictures and files"),
        ("registration", "Aanmeldingen", "Registrations"),
        ("review", "Inzendingen", "Submissions"),
        ("practice", "Bevestigingen", "Confirmations"),
        ("account", "Accounts", "Accounts"),
        ("mail", "Mail", "Mail"),
    ];

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
        ["item.sorted"] = ("Volgorde veranderd", "Order changed"),
        ["item.deleted"] = ("Voorgoed weggegooid", "Thrown away for good"),
        ["media.added"] = ("Bestand toegevoegd", "File added"),
        ["media.saved"] = ("Bestand veranderd", "File changed"),
        ["media.replaced"] = ("Bestand vervangen", "File replaced"),
        ["media.moved"] = ("Bestand verplaatst", "File moved"),
        ["media.binned"] = ("Bestand in de prullenbak gelegd", "File moved to the bin"),
        ["media.restored"] = ("Bestand uit de prullenbak gehaald", "File taken out of the bin"),
        ["media.deleted"] = ("Bestand voorgoed weggegooid", "File thrown away for good"),
        ["media.folder"] = ("Map gemaakt", "Folder made"),
        ["mail.retried"] = ("Mail opnieuw verstuurd", "Mail sent again"),
        ["mail.removed"] = ("Mail weggegooid die niet aankwam", "Mail thrown away that did not arrive"),
        ["redirect.removed"] = ("Doorverwijzing weggehaald", "Redirect removed"),
        ["registration.cancelled"] = ("Iemand afgemeld voor een bijeenkomst", "Somebody taken off a meeting"),
        ["registration.attended"] = ("Geteld aan de deur", "Counted at the door"),
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
        ["account.signed-out"] = ("Afgemeld", "Signed out"),
        ["account.name"] = ("Naam veranderd", "Name changed"),
        ["account.email"] = ("Mailadres veranderd", "Mail address changed"),
        ["account.mail-on"] = ("Wil mail over wat te beoordelen is", "Wants mail about what is to be reviewed"),
        ["account.mail-off"] = ("Wil geen mail over wat te beoordelen is", "Wants no mail about what is to be reviewed"),
        ["account.code-reset"] = ("Tweede stap en passkeys weggehaald", "Second step and passkeys removed"),
    };

    /// <summary>What has no words yet is called by its own name.</summary>
    public static string Of(string action, string language) => Words.TryGetValue(action, out var words) ? language == "en" ? words.English : words.Dutch : action;
}

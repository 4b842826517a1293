namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>A form that is sent with something wrong in it.</summary>
/// <param name="Route">Of its page, as the endpoint table has it.</param>
/// <param name="Form">Which of the forms there.</param>
/// <param name="Wrong">The id of what the message is about; empty when it is about the whole form.</param>
/// <param name="Typed">Fields and what goes into them; "off" for a box that is ticked.</param>
internal sealed record RefusedForm(string Route, string Form, string Wrong, params (string Field, string Value)[] Typed)
{
    /// <summary>Which of its buttons; null for the first.</summary>
    public string? Button { get; init; }

    /// <summary>Who signs in wrongly gets the same page again, as it always was.</summary>
    public int Status { get; init; } = 422;

    /// <summary>Whether it is the chair's to fill in.</summary>
    public bool IsChairs { get; init; }
}

/// <summary>The forms of desk and jury that <see cref="EditorWalkTests"/> doesn't try, by a name.</summary>
internal static class RefusedForms
{
    public static IReadOnlyDictionary<string, RefusedForm> All { get; } = new Dictionary<string, RefusedForm>(StringComparer.Ordinal)
    {
        ["bericht zonder onderwerp"] = new("umbraco/meetings/{key:guid}/registrations/message", "form[action$='/message']", "subject", ("#subject", ""), ("#text", "")),
        ["teruggestuurd zonder reden"] = new("umbraco/review/{key:guid}", "form[action$='/return']", "note", ("#note", "")),
        ["uitnodiging zonder adres en rol"] = new("umbraco/users", "form[action$='/invite']", "rollen", ("#name", "Dirk"), ("#email", "geen adres"), ("#rol-Editor", "off")),
        ["laatste beheerder"] = new("umbraco/users/{key:guid}", "form[action$='/roles']", "rollen", ("#rol-Administrator", "off")),
        ["laatste beheerder afgesloten"] = new("umbraco/users/{key:guid}", "form[action$='/access']", ""),
        ["onbekende organisatie"] = new("umbraco/users/{key:guid}", "form[action$='/organisation']", "organisation", ("#organisation", "Bestaat Niet BV")),
        ["oud wachtwoord"] = new("umbraco/account", "form[action$='/account/password']", "old", ("#old", "fout"), ("#chosen", "een nieuwe lange zin")),
        ["naam van uzelf"] = new("umbraco/account", "form[action$='/profile']", "name", ("#name", "")),
        ["code van de app"] = new("umbraco/account/code", "form[action$='/account/code']", "code", ("#code", "000000")),
        ["bent u het nog"] = new("umbraco/sign-in/again", "form[action$='/again']", "password", ("#password", "fout")),
        ["nieuw wachtwoord"] = new("umbraco/password/new", "form[action$='/password/new']", "password", ("#password", "kort")),
        ["aanmelden"] = new("umbraco/sign-in", "#aanmelden", "", ("#email", "anna@voorbeeld.nl"), ("#password", "fout")) { Status = 200 },
        ["tweede stap"] = new("umbraco/sign-in/code", "form[action$='/sign-in/code']", "code", ("#code", "000000")) { Status = 200 },
        ["aanmelden voor een bijeenkomst"] = new("aanmelden/{key:guid}", "main form", "Email", ("#Name", ""), ("#Email", "geen adres")),

        ["jaar van een editie"] = new("umbraco/prize", "form[action$='/prize/new']", "year", ("#year", "12")),
        ["stap terug zonder reden"] = new("umbraco/prize/{year:int}", "form:has(#reason-Scoring)", "reason-Scoring", ("#reason-Scoring", "")),
        ["jurylid zonder naam"] = new("umbraco/prize/{year:int}/jury", "form[action$='/jury/invite']", "name", ("#name", ""), ("#email", "geen adres")),
        ["reglement zonder reden"] = new("umbraco/prize/{year:int}/rules", "form[action$='/rules']", "Reason", ("#Reason", ""), ("#Quorum", "veel")) { IsChairs = true },
        ["verdeling van een ander moment"] = new("umbraco/prize/{year:int}/assignment", "form[action$='/assignment'][method=post]", "", ("[name=head]", "oud")),
        ["jurylid stopt, van een ander moment"] = new("umbraco/prize/{year:int}/jury/{juror:guid}/stop", "form[action$='/stop'][method=post]", "", ("[name=head]", "oud")),
        ["voordracht zonder reden afgewezen"] = new("umbraco/prize/{year:int}/nominations/{key:guid}", "form:has(#reason)", "reason", ("#note", "Zutphen is prachtig.")) { Button = "Reject" },
        ["aanvulling zonder vraag"] = new("umbraco/prize/{year:int}/nominations/{key:guid}", "form:has(#reason)", "note", ("#note", "")) { Button = "AskCompletion" },
        ["tekst zonder namen"] = new("umbraco/prize/{year:int}/nominations/{key:guid}", "form[action$='/copy']", "copy-why", ("#copy-why", "")),
        ["bezoek zonder dag"] = new("umbraco/prize/{year:int}/deliberation", "form[action$='/notes']", "visited-1", ("[name=text]", "Wij zagen de keuken.")),
        ["te veel finalisten"] = new("umbraco/prize/{year:int}/deliberation", "form[action$='/finalists']", "finalists-bedrijven", ("#f-n-3", "on")) { IsChairs = true },
        ["geen winnaar"] = new("umbraco/prize/{year:int}/deliberation", "form[action$='/decision']", "winner-bedrijven", ("[name=motivation]", "Het duidelijkst.")) { IsChairs = true },
        ["winnaar zonder motivatie"] = new("umbraco/prize/{year:int}/deliberation", "form[action$='/decision']", "m-bedrijven", ("#w-n-1", "on"), ("[name=motivation]", "")) { IsChairs = true },
        ["gegevens van niemand"] = new("umbraco/prize/person", "form[action$='/person']", "email", ("#email", "geen adres")),

        ["onthouding zonder reden"] = new("jury/{year:int}/{entry}", "form[action$='/abstain']", "why-abstain"),
        ["band zonder graad"] = new("jury/{year:int}/{entry}", "form[action$='/recuse']", "degree", ("[name=reason]", "Mijn zus werkt er.")),
        ["band zonder uitleg"] = new("jury/{year:int}/{entry}", "form[action$='/recuse']", "why-recuse", ("[name=degree] >> nth=0", "on")),
        ["organisatie van een jurylid"] = new("jury/{year:int}/conflicts", "form[action$='/organisations']", "org-0", ("#org-0", "Bestaat Niet BV")),
    };
}

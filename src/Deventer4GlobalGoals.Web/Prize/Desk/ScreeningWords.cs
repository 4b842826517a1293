using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Site;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>Nominations in plain words, for the desk; what visitors read as well comes from the site's own texts.</summary>
/// <param name="say">Chooses between the Dutch and the English text.</param>
public sealed class ScreeningWords(Func<string, string, string> say)
{
    private readonly SiteTexts _texts = SiteTexts.In(say("nl", "en-US"));

    public string Of(NominationState state) => _texts["nomination.state" + state];

    public string Step(string kind) => _texts["nomination.step-" + kind];

    public string Reason(string reason) => _texts["nomination.reason-" + reason];

    public string Of(DuplicateReason reason) => reason switch
    {
        DuplicateReason.Directory => say("dezelfde organisatie uit de lijst", "the same organisation of the directory"),
        DuplicateReason.Name => say("dezelfde naam", "the same name"),
        DuplicateReason.SimilarName => say("een naam die erop lijkt", "a name that is like it"),
        DuplicateReason.Address => say("hetzelfde mailadres van de organisatie", "the same mail address of the organisation"),
        _ => say("begonnen met dezelfde praktijk", "begun with the same practice"),
    };

    public string Of(NomineeAnswer answer) => answer switch
    {
        NomineeAnswer.Accepted => say("zei ja", "said yes"),
        NomineeAnswer.Declined => say("zei nee", "said no"),
        NomineeAnswer.Asked => say("heeft nog niet geantwoord", "hasn't answered yet"),
        _ => say("is nog niet gevraagd", "hasn't been asked yet"),
    };

    public string Of(ScreeningCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return (check.Name, check.IsGood) switch
        {
            ("place", true) => say("Ligt in Deventer.", "Is in Deventer."),
            ("place", false) => say("Ligt volgens de voordracht niet in Deventer.", "Isn't in Deventer, by what it says."),
            ("complete", true) => say("Alles is ingevuld.", "Everything is filled in."),
            ("complete", false) => say("Er mist iets.", "Something is missing."),
            ("form", true) => say("De tekst is ongeveer een half A4.", "The text is about half a page."),
            ("form", false) => say("De tekst is erg kort.", "The text is very short."),
            ("answer", true) => say("De organisatie wil meedoen.", "The organisation wants to take part."),
            _ => say("De organisatie zei nog geen ja.", "The organisation hasn't said yes yet."),
        };
    }
}

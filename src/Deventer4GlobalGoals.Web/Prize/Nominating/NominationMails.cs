using System.Globalization;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Site;

namespace Deventer4GlobalGoals.Web.Prize.Nominating;

/// <summary>What people hear of a nomination, in the language of the form. Each mail is sent once.</summary>
public sealed class NominationMails(SiteOrigin origin, NominationLinks links)
{
    /// <summary>To go on with a draft, or to confirm the address and hand in.</summary>
    public OutgoingMail Link(EditionNow edition, NominationRow row, NominationText text) =>
        Make(edition, row, text, row.State == NominationState.Draft ? "saved" : "confirm", NominationSide.Nominator);

    public OutgoingMail HandedIn(EditionNow edition, NominationRow row, NominationText text) => Make(edition, row, text, "handedIn", NominationSide.Nominator);

    /// <summary>The notice of article 14 of the GDPR: what is known, from whom, for what, how long, and what they can do.</summary>
    public OutgoingMail ToNominee(EditionNow edition, NominationRow row, NominationText text) => Make(edition, row, text, "nominee", NominationSide.Nominee);

    /// <summary>What was decided: to who nominated, and to who was nominated; a question only to who can answer it.</summary>
    public IEnumerable<OutgoingMail> Decided(EditionNow edition, NominationRow row, NominationText text, NominationStepRow step)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(step);
        var isAsked = row.NomineeEmail is not null && row.Answer is NomineeAnswer.Asked or NomineeAnswer.Accepted;
        NominationSide[] sides = (step.Kind == "ask-completion", isAsked) switch
        {
            (true, true) => [NominationSide.Nominee],
            (false, true) => [NominationSide.Nominator, NominationSide.Nominee],
            _ => [NominationSide.Nominator],
        };
        return sides.Select(side => Make(edition, row, text, step.Kind, side, step));
    }

    /// <summary>The path of the page that a link leads to.</summary>
    public static string Path(string culture, string token) => $"{Prefix(culture)}/prijs/voordracht/{token}";

    public static string Prefix(string culture) => Goals.LocalisedText.LanguageOf(culture) is "nl" ? string.Empty : "/" + Goals.LocalisedText.LanguageOf(culture);

    private OutgoingMail Make(EditionNow edition, NominationRow row, NominationText text, string kind, NominationSide side, NominationStepRow? step = null)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var texts = SiteTexts.In(row.Culture);
        var to = side == NominationSide.Nominee ? row.NomineeEmail! : row.NominatorEmail;
        var name = side == NominationSide.Nominee ? row.NomineeName ?? text.Organisation : row.NominatorName.Length > 0 ? row.NominatorName : to;
        var link = origin.Current + Path(row.Culture, links.Make(new NominationLink(row.Key, row.Year, side)));
        var body = texts.Format($"nomination.{kind}Mail", name, NominationWords.Title(edition.Rulebook, row.Culture), link, NominationWords.Moment(edition.Rulebook.Nominating.Until, row.Culture), text.Organisation, row.NominatorName, step?.Reason is { } reason ? texts["nomination.reason-" + reason] : null, step?.Note);
        var key = step is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"/{side}/{step.At.UtcTicks}");
        return new OutgoingMail(string.Create(CultureInfo.InvariantCulture, $"nomination/{row.Key:N}/{kind}{key}"), to, texts.Format($"nomination.{kind}Subject", text.Organisation, row.Year), body);
    }
}

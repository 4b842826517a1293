using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Prize.Records;

namespace Deventer4GlobalGoals.Web.Prize.Jury;

/// <summary>What is on ballots and conflicts, in plain words.</summary>
/// <param name="say">Chooses between the Dutch and the English text.</param>
public sealed class JuryWords(Func<string, string, string> say)
{
    /// <summary>Why somebody abstains. The log keeps it for good, so it is chosen from a list and says nothing of people.</summary>
    public static readonly IReadOnlyList<string> AbstainReasons = ["too-little-knowledge", "too-little-information", "no-time", "other"];

    public static readonly IReadOnlyList<ConflictDegree> Degrees = [ConflictDegree.Own, ConflictDegree.Close, ConflictDegree.Slight];

    public string Abstained(string reason) => reason switch
    {
        "too-little-knowledge" => say("Ik weet te weinig van dit onderwerp", "I know too little of this subject"),
        "too-little-information" => say("De inzending zegt te weinig", "The entry says too little"),
        "no-time" => say("Ik heb hier geen tijd meer voor", "I have no time left for it"),
        _ => say("Een andere reden", "Another reason"),
    };

    public string Of(ConflictDegree degree) => degree switch
    {
        ConflictDegree.Own => say("Ik hoor bij deze organisatie, of ik droeg haar voor", "I belong to this organisation, or nominated it"),
        ConflictDegree.Close => say("Klant, leverancier, partner, familie of vriend", "Client, supplier, partner, family or friend"),
        _ => say("Wij kennen elkaar", "We know each other"),
    };

    /// <summary>What the site found, for the juror it is about.</summary>
    public string Of(PrizeConflictRow conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        return conflict.Kind switch
        {
            ConflictKind.Organisation => say("Dit gaat over uw eigen organisatie.", "This is about your own organisation."),
            ConflictKind.Nomination => say("Deze voordracht kwam van uw eigen mailadres.", "This nomination came from your own mail address."),
            ConflictKind.Partner => say($"Uw organisatie staat samen met deze inzender bij een praktijk: {conflict.Found}.", $"Your organisation is behind a practice together with this entrant: {conflict.Found}."),
            ConflictKind.Meeting => say($"Uw organisatie organiseerde samen met deze inzender een bijeenkomst: {conflict.Found}.", $"Your organisation organised a meeting together with this entrant: {conflict.Found}."),
            _ => say("Dit zei u zelf.", "You said so yourself."),
        };
    }

    /// <summary>The same for the secretary.</summary>
    public string Kind(PrizeConflictRow conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        return conflict.Kind switch
        {
            ConflictKind.Organisation => say("zelfde organisatie", "same organisation"),
            ConflictKind.Nomination => say("zelfde mailadres als van de voordracht", "same mail address as the nomination's"),
            ConflictKind.Partner => say($"samen een praktijk, {conflict.Found}", $"a practice together, {conflict.Found}"),
            ConflictKind.Meeting => say($"samen een bijeenkomst, {conflict.Found}", $"a meeting together, {conflict.Found}"),
            _ => conflict.Degree switch
            {
                ConflictDegree.Own => say("zei zelf: eigen organisatie of voordracht", "said so: own organisation or nomination"),
                ConflictDegree.Close => say("zei zelf: partner, klant, familie of vriend", "said so: partner, client, family or friend"),
                _ => say("zei zelf: wij kennen elkaar", "said so: we know each other"),
            },
        };
    }
}

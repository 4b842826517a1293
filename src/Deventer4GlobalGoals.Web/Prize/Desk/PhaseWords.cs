using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>Phases, steps and their conditions in plain words.</summary>
/// <param name="say">Chooses between the Dutch and the English text.</param>
public sealed class PhaseWords(Func<string, string, string> say)
{
    public string Of(Phase phase) => phase switch
    {
        Phase.Draft => say("Concept", "Draft"),
        Phase.Nominations => say("Voordragen", "Nominating"),
        Phase.Screening => say("Controle", "Screening"),
        Phase.Scoring => say("Beoordelen", "Scoring"),
        Phase.Deliberation => say("Overleg", "Deliberation"),
        Phase.Decided => say("Besloten", "Decided"),
        Phase.Announced => say("Bekend", "Announced"),
        Phase.Archived => say("Archief", "Archive"),
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "There are eight phases."),
    };

    /// <summary>What the button says.</summary>
    public string Step(Transition step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.IsBack ? say($"Terug naar {Of(step.To)}", $"Back to {Of(step.To)}") : step.To switch
        {
            Phase.Nominations => say("Open het voordragen", "Open nominating"),
            Phase.Screening => say("Begin de controle", "Begin screening"),
            Phase.Scoring => say("Laat de jury beoordelen", "Let the jury score"),
            Phase.Deliberation => say("Begin het overleg", "Begin deliberation"),
            Phase.Decided => say("Leg het besluit vast", "Fix the decision"),
            Phase.Announced => say("Maak de uitslag bekend", "Announce the result"),
            _ => say("Sluit de editie af", "Close the edition"),
        };
    }

    /// <summary>What must hold, and when it doesn't, what is missing.</summary>
    public string Of(Condition condition, EditionFacts facts)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(facts);
        var holds = condition.Holds(facts);
        return condition.Name switch
        {
            "rulebook is sound" => holds ? say("Het reglement klopt.", "The rules are sound.") : say("Het reglement klopt nog niet.", "The rules aren't sound yet."),
            "nominating has closed" => holds
                ? say("De termijn om voor te dragen is voorbij.", "The time to nominate is over.")
                : say($"Voordragen kan nog tot en met {Moment(facts.Rulebook.Nominating.Until)}.", $"Nominating is open until {Moment(facts.Rulebook.Nominating.Until)}."),
            "no nomination yet" => holds ? say("Er is nog geen voordracht.", "There is no nomination yet.") : say($"Er is al voorgedragen: {facts.Nominations} keer.", $"Nominations are in already: {facts.Nominations}."),
            "everything is screened" => holds ? say("Over elke voordracht is beslist.", "Every nomination has a decision.") : say($"Over {Count(facts.Unscreened, "voordracht", "voordrachten")} is nog niet beslist.", $"{Count(facts.Unscreened, "nomination has", "nominations have")} no decision yet."),
            "there are entries" => holds ? say($"Er doen {facts.Entries} voordrachten mee.", $"{facts.Entries} entries take part.") : say("Er doet nog geen voordracht mee.", "No entry takes part yet."),
            "not too many entries" => holds
                ? say("Er doen er niet te veel mee.", "There are not too many.")
                : say($"In één categorie doen er {facts.MostEntries} mee; het reglement staat er {facts.Rulebook.MostNominees} toe.", $"{facts.MostEntries} take part in one category; the rules allow {facts.Rulebook.MostNominees}."),
            "every entry has its jurors" => holds ? say("Elke inzending heeft genoeg juryleden.", "Every entry has its jurors.") : say($"{Count(facts.EntriesShortOfJurors, "inzending heeft", "inzendingen hebben")} minder juryleden dan de {facts.Rulebook.Quorum} die nodig zijn.", $"{Count(facts.EntriesShortOfJurors, "entry has", "entries have")} fewer jurors than the {facts.Rulebook.Quorum} that are needed."),
            "every entry has its blind copy" => holds ? say("Elke inzending heeft de tekst die de jury te lezen krijgt.", "Every entry has the text that the jury reads.") : say($"{Count(facts.EntriesWithoutCopy, "inzending heeft", "inzendingen hebben")} nog geen tekst zonder namen.", $"{Count(facts.EntriesWithoutCopy, "entry has", "entries have")} no text without names yet."),
            "conflicts are answered" => holds ? say("Over elke mogelijke band is iets gezegd.", "Every conflict is answered.") : say($"Over {Count(facts.OpenConflicts, "mogelijke band", "mogelijke banden")} is nog niets gezegd.", $"{Count(facts.OpenConflicts, "conflict has", "conflicts have")} no answer yet."),
            "no ballot yet" => holds ? say("Er is nog geen oordeel.", "There is no ballot yet.") : say(facts.Ballots == 1 ? "Er is al 1 oordeel." : $"Er zijn al {facts.Ballots} oordelen.", facts.Ballots == 1 ? "There is 1 ballot already." : $"There are {facts.Ballots} ballots already."),
            "scoring is done" => holds ? say("Het beoordelen is klaar.", "Scoring is done.") : say($"Er {(facts.BallotsToCome == 1 ? "moet nog 1 oordeel" : $"moeten nog {facts.BallotsToCome} oordelen")} komen, en het kan nog tot en met {Moment(facts.Rulebook.Scoring.Until)}.", $"{Count(facts.BallotsToCome, "ballot is", "ballots are")} to come, and scoring is open until {Moment(facts.Rulebook.Scoring.Until)}."),
            "quorum is reached" => holds ? say("Elke inzending heeft genoeg oordelen.", "Every entry has enough ballots.") : say($"{Count(facts.EntriesBelowQuorum, "inzending heeft", "inzendingen hebben")} te weinig oordelen.", $"{Count(facts.EntriesBelowQuorum, "entry has", "entries have")} too few ballots."),
            "every category is decided" => holds ? say("Elke categorie heeft een besluit.", "Every category is decided.") : say($"{Count(facts.UndecidedCategories, "categorie heeft", "categorieën hebben")} nog geen besluit.", $"{Count(facts.UndecidedCategories, "category has", "categories have")} no decision yet."),
            "decision is motivated" => holds ? say("Het besluit is gemotiveerd.", "The decision is motivated.") : say("Het besluit heeft nog geen motivatie.", "The decision has no motivation yet."),
            "ceremony has come" => holds ? say("De uitreiking is begonnen.", "The ceremony has begun.") : say($"De uitreiking is pas op {Moment(facts.Rulebook.Ceremony)}.", $"The ceremony is on {Moment(facts.Rulebook.Ceremony)}."),
            "losers are anonymous" => holds ? say("Van wie niet won, zijn geen gegevens meer over.", "Who didn't win is anonymous.") : say($"{Count(facts.ToAnonymise, "voordracht heeft", "voordrachten hebben")} nog persoonsgegevens.", $"{Count(facts.ToAnonymise, "nomination still holds", "nominations still hold")} personal data."),
            _ => condition.Explain(facts),
        };
    }

    private static string Count(int count, string one, string more) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : more)}");

    /// <summary>"1 oktober 2027 om 23.59 uur".</summary>
    public string Moment(CityTime moment)
    {
        var at = moment.First();
        var culture = System.Globalization.CultureInfo.GetCultureInfo(say("nl-NL", "en-GB"));
        return $"{at.ToString("d MMMM yyyy", culture)} {say("om", "at")} {at.ToString(say("H.mm", "H:mm"), culture)}{say(" uur", string.Empty)}";
    }
}

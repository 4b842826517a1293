using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>Problems of a rulebook in plain words, at the field that they are about.</summary>
public static class RulebookWords
{
    /// <param name="problem">As the room found it.</param>
    /// <param name="say">Chooses between the Dutch and the English text.</param>
    public static (string Field, string Text) Of(RulebookProblem problem, Func<string, string, string> say)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(say);
        return (Field(problem.Path), problem.Code switch
        {
            "too-many-finalists" => say("Er kunnen niet meer finalisten zijn dan genomineerden.", "There can't be more finalists than nominees."),
            "required" when problem.Path == "categories" => say("Geef de prijs minstens één categorie.", "Give the prize at least one category."),
            "required" => say("Loten kan alleen met een vaste tekst die u vooraf bekendmaakt. Vul die in.", "A lot needs a fixed text that is published beforehand. Fill it in."),
            "no-weight" => say("Geen onderdeel telt mee. Geef er minstens één een gewicht.", "No criterion counts. Give at least one a weight."),
            "malformed-key" => say("Deze naam heeft geen letters of cijfers. Kies een andere.", "This name has no letters or digits. Choose another."),
            "duplicate" => say("Deze naam staat er al. Geef elk een eigen naam.", "This name is there already. Give each its own."),
            "malformed-scale" => say("De schaal loopt van laag naar hoog.", "The scale goes from low to high."),
            "unknown-criterion" => say("Bij gelijke stand staat een onderdeel dat er niet meer is. Kies een ander.", "The tie-breaks name a criterion that is gone. Choose another."),
            "malformed-window" => say("Het einde komt na het begin.", "The end comes after the beginning."),
            "overlap" when problem.Path == "ceremony" => say("De uitreiking komt na het beoordelen.", "The ceremony comes after scoring."),
            "overlap" when problem.Path == "audienceVote" => say("De uitreiking komt na het stemmen.", "The ceremony comes after the vote."),
            "overlap" when problem.Path == "audienceVote.from" => say("Het publiek stemt pas als voordragen voorbij is.", "The public votes when nominating is over."),
            "no-finalists" => say("Het publiek stemt op finalisten. Vul in hoeveel dat er hooguit zijn.", "The public votes for finalists. Fill in how many there are at most."),
            "overlap" => say("Beoordelen begint pas als voordragen voorbij is.", "Scoring begins when nominating is over."),
            "out-of-range" when problem.Path.EndsWith(".weight", StringComparison.Ordinal) => say(
                "Het gewicht is meer dan 0. Telt dit onderdeel niet mee, kruis dat dan aan.", "The weight is more than 0. If this doesn't count, tick that."),
            "out-of-range" when problem.Path == "criteria" => say($"Er mogen {RulebookCheck.MostCriteria} onderdelen zijn.", $"There may be {RulebookCheck.MostCriteria} criteria."),
            "out-of-range" when problem.Path == "year" => say(
                $"Kies een jaar van {RulebookCheck.EarliestYear} tot {RulebookCheck.LatestYear}.", $"Choose a year from {RulebookCheck.EarliestYear} to {RulebookCheck.LatestYear}."),
            "out-of-range" => say("Typ een getal van 1 of meer.", "Type a number of 1 or more."),
            _ => problem.Message,
        });
    }

    /// <summary>"criteria[2].weight" becomes "Criteria[2].Weight", and what has no field of its own that of its list.</summary>
    private static string Field(string path) => path switch
    {
        "nominating" => nameof(RulebookForm.NominatingUntil),
        "scoring" => nameof(RulebookForm.ScoringUntil),
        "scoring.from" => nameof(RulebookForm.ScoringFrom),
        "audienceVote" => nameof(RulebookForm.AudienceUntil),
        "audienceVote.from" => nameof(RulebookForm.AudienceFrom),
        "criteria" => "Criteria[0].Name",
        "categories" => "Categories[0].Nl",
        _ when path.StartsWith("tieBreaks", StringComparison.Ordinal) => path.EndsWith(".seed", StringComparison.Ordinal) ? nameof(RulebookForm.Seed) : "TieBreaks[0]",
        _ when path.StartsWith("criteria[", StringComparison.Ordinal) => path.Contains(".weight", StringComparison.Ordinal) ? Row(path, "Criteria") + ".Weight"
            : path.Contains(".key", StringComparison.Ordinal) ? Row(path, "Criteria") + ".Name"
            : nameof(RulebookForm.Highest),
        _ when path.StartsWith("categories[", StringComparison.Ordinal) => Row(path, "Categories") + ".Nl",
        _ => char.ToUpperInvariant(path[0]) + path[1..],
    };

    private static string Row(string path, string list) => list + path[path.IndexOf('[', StringComparison.Ordinal)..(path.IndexOf(']', StringComparison.Ordinal) + 1)];
}

using System.Globalization;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk.Fields;

namespace Deventer4GlobalGoals.Web.Desk.Meetings;

/// <summary>A meeting on one page: twelve fields, and what is missing of them.</summary>
public sealed class NewMeetingForm
{
    public const string UsualTown = "Deventer";

    /// <summary>What a new one begins with: true of most meetings as it is.</summary>
    public const string UsualBody =
        "**Voor wie?** Voor iedereen in en om Deventer die met dit onderwerp aan de slag wil. U hoeft niets voor te bereiden en er vooraf niets van te weten.\n\n" +
        "**Wat neemt u mee naar huis?** Een voorbeeld van een ander, en iemand die u daarna kunt bellen.\n\n" +
        "**Kunt u toch niet?** Laat het weten. Dan kan een ander komen.";

    /// <summary>As the number of places: nobody registers on the site.</summary>
    public const string NoRegistration = "0";

    public string? Name { get; set; }

    public string? Summary { get; set; }

    public string? Date { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    public string? PlaceName { get; set; }

    public string? Street { get; set; }

    public string? Town { get; set; }

    public string? Organiser { get; set; }

    public string? Capacity { get; set; }

    public int[] Goals { get; set; } = [];

    public string? Body { get; set; }

    /// <summary>What is wrong, by the name of the field.</summary>
    public Dictionary<string, string> Problems { get; } = new(StringComparer.Ordinal);

    /// <summary>Looks what is missing, and says it in plain words. A meeting isn't announced for a day that is over.</summary>
    public bool Check(DateOnly today, Func<string, string, string> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        Problems.Clear();
        Need(nameof(Name), Name, say("Geef de bijeenkomst een naam.", "Give the meeting a name."));
        Need(nameof(Summary), Summary, say("Zeg in één of twee zinnen wat mensen gaan doen.", "Say in one or two sentences what people will do."));
        Need(nameof(PlaceName), PlaceName, say("Vul in waar het is. Zonder plek kan de bijeenkomst niet online.", "Fill in where it is. Without a place the meeting can't go online."));
        if (Name?.Trim().Length > 255 || Name?.Any(char.IsControl) == true)
        {
            Problems[nameof(Name)] = say("Deze naam is te lang, of er staan tekens in die niet kunnen.", "This name is too long, or it has characters that can't be.");
        }

        if (Day is not { } day)
        {
            Problems[nameof(Date)] = say("Kies een dag.", "Choose a day.");
        }
        else if (day < today)
        {
            Problems[nameof(Date)] = say("Deze dag is al voorbij.", "This day is over.");
        }

        if (Time(From) is not { } from)
        {
            Problems[nameof(From)] = say("Hoe laat begint het?", "When does it begin?");
        }
        else if (!string.IsNullOrWhiteSpace(Until) && (Time(Until) is not { } until || until <= from))
        {
            Problems[nameof(Until)] = say("Het einde komt na het begin.", "The end comes after the beginning.");
        }

        if (!string.IsNullOrWhiteSpace(Capacity) && Places is null && IsRegistrationOpen)
        {
            Problems[nameof(Capacity)] = say("Typ een getal van 0 tot 100000, of laat het leeg.", "Type a number from 0 to 100000, or leave it empty.");
        }

        if (Goals.Length == 0 || !Array.TrueForAll(Goals, goal => goal is >= 1 and <= GoalCatalogue.Count))
        {
            Problems[nameof(Goals)] = say("Kies minstens één doel.", "Choose at least one goal.");
        }

        return Problems.Count == 0;
    }

    /// <summary>Without a number of places as many people register as want to.</summary>
    public bool IsRegistrationOpen => Capacity?.Trim() != NoRegistration;

    public int? Places => int.TryParse(Capacity?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var places) && places is > 0 and <= 100_000 ? places : null;

    private DateOnly? Day => DateOnly.TryParseExact(Date?.Trim(), ["yyyy-MM-dd", "d-M-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The properties of the document type meeting; only for a form that was found in order.</summary>
    /// <param name="organiser">The page of who organises it.</param>
    public IEnumerable<(string Alias, object? Value)> Values(Guid? organiser)
    {
        var day = Day!.Value;
        yield return ("summary", Summary!.Trim());
        yield return ("start", Moment(day, From));
        yield return ("end", string.IsNullOrWhiteSpace(Until) ? null : Moment(day, Until));
        yield return ("year", day.Year);
        yield return ("placeName", PlaceName!.Trim());
        yield return ("street", Street?.Trim());
        yield return ("town", Town?.Trim());
        yield return ("capacity", Places);
        yield return ("registrationOpen", IsRegistrationOpen);
        yield return ("body", Body?.ReplaceLineEndings("\n"));
        yield return ("kind", new JsonArray("Themabijeenkomst").ToJsonString());
        yield return ("status", "Gepland");
        yield return ("organisers", organiser is { } key ? new JsonArray(new JsonObject { ["type"] = "document", ["unique"] = key.ToString() }).ToJsonString() : null);
        yield return ("contributions", new JsonArray([.. Goals.Distinct().Order().Select((goal, index) => new JsonObject
        {
            ["goal"] = goal,
            ["role"] = index < Contribution.MostPrimary ? "primary" : "secondary",
            ["direction"] = "positive",
            ["source"] = "editor",
        })]).ToJsonString());
    }

    private static string Moment(DateOnly day, string? time) => MomentControl.AtZone(day.ToDateTime(Time(time)!.Value), DeventerTime.Zone).ToJsonString();

    private static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text?.Trim().Replace('.', ':'), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private void Need(string field, string? value, string problem)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Problems[field] = problem;
        }
    }
}

using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>Rules to begin with: the two procedures that prizes in the region know. Everything in them can be changed before opening.</summary>
public static class RulebookTemplates
{
    /// <summary>Anyone proposes a company in half a page, a committee picks three finalists, visits them, and decides.</summary>
    public const string Committee = "committee";

    /// <summary>At most eight nominees, five weighted criteria, and a pitch at the event that decides.</summary>
    public const string Pitch = "pitch";

    private const string Seed = "Deventer4GlobalGoals";

    /// <returns>Null when there is no such template.</returns>
    public static Rulebook? Make(string? template, int year) => template switch
    {
        Committee => Base(year) with
        {
            Criteria = [EffectOf(1), Copied(1), Fresh(1)],
            MostFinalists = 3,
            Decision = DecisionKind.Deliberation,
        },
        Pitch => Base(year) with
        {
            Criteria = [EffectOf(40), Copied(25), Fresh(20), Together(10), Lasting(5)],
            MostNominees = 8,
            Decision = DecisionKind.Pitch,
        },
        _ => null,
    };

    private static Rulebook Base(int year) => new()
    {
        Year = year,
        Title = new Label($"Deventer4GlobalGoals-prijs {year}", $"Deventer4GlobalGoals Prize {year}", $"Deventer4GlobalGoals-Preis {year}"),
        Categories = [new Category("bedrijven", new Label("Bedrijven", "Companies", "Unternehmen"))],
        Criteria = [],
        Quorum = 3,
        TieBreaks = [new TieBreak(TieBreakKind.Criterion, "effect"), new TieBreak(TieBreakKind.FirstPlaces), new TieBreak(TieBreakKind.LowerSpread), new TieBreak(TieBreakKind.Lot, Seed: $"{Seed} {year}")],
        Nominating = new Window(new CityTime(year, 9, 1, 9, 0), new CityTime(year, 10, 1, 23, 59)),
        Scoring = new Window(new CityTime(year, 10, 15, 9, 0), new CityTime(year, 11, 15, 23, 59)),
        Ceremony = new CityTime(year + 1, 2, 11, 17, 0),
    };

    private static Criterion EffectOf(decimal weight) =>
        Make("effect", "Effect", "Hoeveel verandert er echt voor mens of milieu?", weight, "niets te zien", "gemeten, klein", "groot en bewezen");

    private static Criterion Copied(decimal weight) =>
        Make("na-te-doen", "Na te doen", "Kan een ander bedrijf hier morgen mee beginnen?", weight, "alleen hier", "met hulp", "meteen");

    private static Criterion Fresh(decimal weight) =>
        Make("vernieuwend", "Vernieuwend", "Is dit nieuw voor Deventer of voor de branche?", weight, "gewoon", "nieuw hier", "nieuw overal");

    private static Criterion Together(decimal weight) =>
        Make("samen", "Samen", "Wie deden er mee, en hebben zij er iets aan?", weight, "alleen", "met partners", "met de buurt");

    private static Criterion Lasting(decimal weight) =>
        Make("blijvend", "Blijvend", "Gaat het door als het project stopt?", weight, "nee", "misschien", "zeker");

    private static Criterion Make(string key, string name, string question, decimal weight, string low, string middle, string high) =>
        new(key, new Label(name), weight, new Scale(0, 10, 1))
        {
            Explanation = new Label(question),
            Levels = [new Level(0, new Label(low)), new Level(5, new Label(middle)), new Level(10, new Label(high))],
        };
}

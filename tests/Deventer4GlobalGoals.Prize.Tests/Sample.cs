using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Prize.Tests;

/// <summary>An edition as a town would have it.</summary>
internal static class Sample
{
    public static readonly Scale Ten = new(0, 10, 1);

    public static readonly Rulebook Rulebook = new()
    {
        Year = 2026,
        Title = new Label("Deventer4GlobalGoals-prijs 2026", "Deventer4GlobalGoals prize 2026"),
        Categories = [new Category("bedrijf", new Label("Bedrijf"))],
        Criteria =
        [
            new Criterion("impact", new Label("Impact"), 40, Ten) { Levels = [new Level(0, new Label("Geen")), new Level(6, new Label("Voldoende"))] },
            new Criterion("groei", new Label("Groei"), 25, Ten),
            new Criterion("samen", new Label("Samenwerking"), 20, Ten),
            new Criterion("nieuw", new Label("Vernieuwing"), 10, Ten, Required: false),
            new Criterion("verhaal", new Label("Verhaal"), 5, Ten),
            new Criterion("pitch", new Label("Pitch"), 0, Ten, Required: false, Independent: true),
        ],
        Quorum = 2,
        LoadCap = 10,
        TieBreaks =
        [
            new TieBreak(TieBreakKind.Criterion, "impact"),
            new TieBreak(TieBreakKind.FirstPlaces),
            new TieBreak(TieBreakKind.LowerSpread),
            new TieBreak(TieBreakKind.Lot, Seed: "Lebuïnuskerk 2026"),
        ],
        Nominating = new Window(new CityTime(2026, 9, 1, 9, 0), new CityTime(2026, 10, 1, 23, 59)),
        Scoring = new Window(new CityTime(2026, 10, 10, 9, 0), new CityTime(2026, 11, 10, 23, 59)),
        Ceremony = new CityTime(2027, 2, 11, 17, 0),
        MostNominees = 8,
        MostFinalists = 3,
    };

    public static readonly DateTimeOffset Now = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
}

using Deventer4GlobalGoals.Search.Index;

namespace Deventer4GlobalGoals.Search.Tests;

/// <summary>A small town's worth of texts in Dutch, and a few beside them in English and German; made up for these tests.</summary>
internal static class Corpus
{
    public static readonly IReadOnlyList<SearchDocument> Documents =
    [
        Practice("afval", "Afvalscheiding op kantoor", "Hoe een kantoor met veertig mensen zijn afval beter scheidt.", "Bij elke koffiehoek staan nu drie bakken: papier, plastic en rest. De hoeveelheid restafval is met de helft gedaald.", ["12"], ["12.5"], "zakelijk", 2022, "12"),
        Practice("voedsel", "Restaurant kookt met wat overblijft", "Minder voedselverspilling door een menu dat elke dag anders is.", "De kok koopt groente die winkels niet meer kwijt kunnen. Wat over is, gaat naar de voedselbank.", ["12", "2"], ["12.3"], "horeca", 2021, "12"),
        Practice("zon", "Zonnepanelen op het dak van de sporthal", "De sporthal wekt zelf stroom op.", "Vierhonderd panelen leveren energie voor de hal en voor de buurt. De opbrengst gaat naar de vereniging.", ["7", "13"], ["7.2"], "sport", 2020, "7"),
        Practice("isolatie", "Oude huizen isoleren", "Een straat pakt samen de kou aan.", "Bewoners isoleren hun woningen met hulp van studenten. De gasrekening daalde en de huizen zijn warmer.", ["7", "11"], ["7.3"], "wonen", 2023, "7"),
        Practice("bomen", "Duizend bomen voor de wijk", "Kinderen planten bomen op het schoolplein.", "Meer groen geeft schaduw en houdt regenwater vast. Een boom per kind, dat was het plan.", ["15", "13"], [], "onderwijs", 2019, "15"),
        Practice("taal", "Taalmaatjes in de bibliotheek", "Vrijwilligers oefenen Nederlands met nieuwkomers.", "Elke dinsdag komen vluchtelingen en vrijwilligers bij elkaar om te praten en te lezen.", ["4", "10"], [], "cultuur", 2022, "4"),
        Practice("fiets", "Met de fiets naar het werk", "Een bedrijf laat de leaseauto's staan.", "Medewerkers kregen een e-bike. Het parkeerterrein werd een tuin en de CO₂-uitstoot daalde met een derde.", ["11", "13", "3"], [], "zakelijk", 2021, "11"),
        Practice("kleding", "Kringloopwinkel geeft kleding een tweede leven", "Tweedehands kleding wordt hersteld en verkocht.", "In het naaiatelier werken mensen die lang geen baan hadden. Zij repareren jassen en broeken.", ["12", "8"], [], "handel", 2023, "12"),
        Practice("water", "Regenton in elke tuin", "De straat vangt regenwater op.", "Bij hevige buien loopt het riool niet meer over. In droge zomers is er water voor de planten.", ["6", "13"], [], "wonen", 2018, "6"),
        Practice("circulair", "Circulair bouwen met hout uit de stad", "Een aannemer gebruikt sloophout voor nieuwe gebouwen.", "Balken uit een oude school kregen een plek in een nieuw café. Hergebruik van materiaal scheelt geld.", ["12", "9", "11"], [], "bouw", 2024, "9"),
        Practice("armoede", "Budgetmaatjes tegen schulden", "Hulp bij geldzorgen, thuis aan tafel.", "Een vrijwilliger helpt om rekeningen te ordenen. Zo komen gezinnen uit de armoede.", ["1"], [], "zorg", 2020, "1"),
        Practice("bijen", "Bloemen voor bijen langs de IJssel", "Boeren zaaien stroken met wilde bloemen.", "De biodiversiteit neemt toe: er zijn weer hommels, vlinders en wilde bijen.", ["15", "2"], [], "landbouw", 2022, "15"),
        new("bijeenkomst", "nl")
        {
            Title = "Themabijeenkomst over doel 7", Summary = "Avond over duurzame energie.", Tags = ["Deventer", "Bergkerk"],
            Body = "Wat kan uw bedrijf doen met zonnestroom en warmte uit de IJssel? Drie sprekers vertellen.",
            Fields = Fields(["7"], [], "bijeenkomst", "zakelijk", 2024), Date = new DateOnly(2024, 3, 14),
        },
        new("nieuws", "nl")
        {
            Title = "Prijs voor de bibliotheek", Summary = "De jury koos unaniem.", Tags = ["Deventer"],
            Body = "De bibliotheek wint de prijs met de taalmaatjes.",
            Fields = Fields(["4"], [], "nieuws", "cultuur", 2023), Date = new DateOnly(2023, 11, 2),
        },
        new("afval", "en-US") { Title = "Waste separation at the office", Body = "Three bins at every coffee corner.", Fields = Fields(["12"], [], "praktijk", "zakelijk", 2022) },
        new("zon", "en-US") { Title = "Zonnepanelen op het dak van de sporthal", Body = "Vierhonderd panelen leveren energie.", Language = "nl", Fields = Fields(["7"], [], "praktijk", "sport", 2020) },
        new("afval", "de-DE") { Title = "Mülltrennung im Büro", Body = "Drei Behälter an jeder Kaffeeecke in den Häusern der Stadt.", Fields = Fields(["12"], [], "praktijk", "zakelijk", 2022) },
    ];

    private static SearchDocument Practice(string id, string title, string summary, string body, string[] goals, string[] targets, string sector, int year, string main) => new(id, "nl")
    {
        Title = title,
        Summary = summary,
        Tags = ["Deventer", sector],
        Body = body,
        Fields = Fields(goals, targets, "praktijk", sector, year),
        Main = new Dictionary<string, IReadOnlyList<string>> { ["doel"] = [main] },
        Date = new DateOnly(year, 5, 1),
        Stored = "/praktijkvoorbeelden/" + id,
    };

    private static Dictionary<string, IReadOnlyList<string>> Fields(string[] goals, string[] targets, string type, string sector, int year) => new()
    {
        ["doel"] = goals,
        ["subdoel"] = targets,
        ["type"] = [type],
        ["sector"] = [sector],
        ["jaar"] = [year.ToString(System.Globalization.CultureInfo.InvariantCulture)],
        ["land"] = ["Nederland"],
    };
}

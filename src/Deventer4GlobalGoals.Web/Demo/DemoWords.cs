namespace Deventer4GlobalGoals.Web.Demo;

/// <summary>What the generated texts are put together from. The choices are those of the data types.</summary>
internal static class DemoWords
{
    public static readonly string[] Sectors =
    [
        "Bouw en wonen", "Industrie", "Voeding en landbouw", "Zorg en welzijn", "Onderwijs", "Handel en horeca", "Zakelijke diensten",
        "Financiën", "Afval en grondstoffen", "Energie", "Mobiliteit", "Cultuur en media", "Sport", "Overheid", "Internationale samenwerking", "ICT",
    ];

    public static readonly string[] Sizes =
        ["1 tot 9 medewerkers", "10 tot 49 medewerkers", "50 tot 249 medewerkers", "250 of meer medewerkers"];

    public static readonly string[] CostClasses =
        ["Geen kosten", "Tot 1.000 euro", "1.000 tot 10.000 euro", "10.000 tot 100.000 euro", "Meer dan 100.000 euro"];

    public static readonly string[] OrganisationKinds = ["Bedrijf", "Onderwijs", "Maatschappelijke organisatie", "Cultuur", "Overheid", "Sport"];

    public static readonly string[] MeetingKinds =
        ["Themabijeenkomst", "Festival", "Lezing", "Prijsuitreiking", "Werkbezoek", "Uitwisseling", "Handelsmissie", "Overleg", "Tentoonstelling"];

    public static readonly string[] Countries = ["België", "Duitsland", "Estland", "Ghana", "Kenia", "Oeganda", "Roemenië", "Tanzania"];

    public static readonly string[] Actions =
    [
        "Regenwater opvangen", "Gereedschap delen", "Samen elektrisch rijden", "Restwarmte gebruiken", "Oude meubels opknappen", "Koken met wat over is",
        "Zonnepanelen op het dak", "Taalles op het werk", "Verpakkingen terugnemen", "Stageplaatsen voor nieuwkomers", "Gezond eten in de kantine",
        "Groen op het bedrijventerrein", "Fietsen naar het werk", "Hout uit de buurt", "Minder water in de fabriek", "Eerlijke koffie",
    ];

    public static readonly string[] Places = ["de kantine", "de werkplaats", "het magazijn", "de wijk", "het kantoor", "de school", "de winkel", "de haven"];

    public static readonly string[] Steps =
    [
        "Eerst is gemeten hoe het ging.", "Daarna dachten medewerkers mee.", "Een buurbedrijf deelde zijn ervaring.", "De eerste proef duurde drie maanden.",
        "Wat niet werkte, is weer gestopt.", "Nu doet de hele organisatie mee.", "Elk half jaar wordt opnieuw gemeten.", "Bezoekers zijn welkom om te kijken.",
    ];

    public static readonly string[] Lessons =
    [
        "Begin klein en meet meteen.", "Vraag de mensen die het werk doen.", "Maak één persoon verantwoordelijk.", "Reken op een half jaar voor het loopt.",
        "Vertel ook wat niet lukte.", "Zoek een bedrijf dat het al doet.",
    ];

    public static readonly string[] Units = ["kilo afval", "liter water", "kilowattuur", "deelnemers", "stageplaatsen", "maaltijden", "ritten", "bomen"];

    public static readonly string[] Times = ["Een maand", "Drie maanden", "Een half jaar", "Een jaar", "Twee jaar"];

    public static readonly string[] Subjects =
        ["de Global Goals", "circulair werken", "eerlijke handel", "schone energie", "gezond werk", "water in de stad", "samenwerken met scholen", "jongeren en werk"];
}

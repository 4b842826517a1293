namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>At least one address for every template, and the states of a list that look different.</summary>
public static class Templates
{
    public static IReadOnlyList<string> Addresses { get; } =
    [
        "/",
        "/doelen", "/doelen/12-verantwoord-verbruik",
        "/praktijkvoorbeelden?doel=12&sorteer=naam", "/praktijkvoorbeelden?doel=14&sector=sport",
        "/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep",
        "/organisaties", "/organisaties/circulus-berkel",
        "/agenda", "/agenda/deventer-ondernemers-event-2020",
        "/nieuws", "/nieuws/deventer-is-de-meest-inspirerende-global-goals-gemeente",
        "/prijs", "/prijs/2020",
        "/over-ons", "/toegankelijkheid", "/privacy", "/open-data",
        "/zoeken", "/zoeken?q=koffie", "/zoeken?q=koffei", "/zoeken?q=duurzaam&doel=12&type=praktijkvoorbeeld&sorteer=nieuwste", "/zoeken?q=xyzzyxyzzy",
        "/een-bedrijf-zoals-het-uwe", "/een-bedrijf-zoals-het-uwe?sector=industrie&grootte=alle", "/een-bedrijf-zoals-het-uwe?sector=industrie&grootte=alle&kosten=alle",
        "/monitor", "/monitor?per=sector", "/monitor?per=jaar&doel=12",
        "/bestaat-niet", "/geen%ffadres",
    ];

    /// <summary>Other languages have other words; long ones show where there is least room.</summary>
    private static readonly string[] Translated = ["/en", "/de", "/en/goals", "/de/ziele", "/en/practices", "/de/organisationen", "/en/agenda", "/de/preis", "/de/suche?q=kaffee", "/en/a-company-like-yours", "/de/monitor", "/de/open-data"];

    public static TheoryData<string, int> AtBothWidths()
    {
        var data = new TheoryData<string, int>();
        foreach (var address in Addresses)
        {
            data.Add(address, 320);
            data.Add(address, 1280);
        }

        foreach (var address in Translated)
        {
            data.Add(address, 320);
        }

        return data;
    }
}

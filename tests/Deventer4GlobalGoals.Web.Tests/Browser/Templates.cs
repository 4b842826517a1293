namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>At least one address for every template, and the states of a list that look different.</summary>
public static class Templates
{
    public static IReadOnlyList<string> Addresses { get; } =
    [
        "/", "/en", "/de",
        "/doelen", "/doelen/12-verantwoord-verbruik", "/en/goals", "/de/ziele",
        "/praktijkvoorbeelden", "/praktijkvoorbeelden?doel=12&sorteer=naam", "/praktijkvoorbeelden?doel=14&sector=sport", "/en/practices",
        "/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep",
        "/organisaties", "/organisaties/circulus-berkel", "/de/organisationen",
        "/agenda", "/agenda/deventer-ondernemers-event-2020", "/en/agenda",
        "/nieuws", "/nieuws/deventer-is-de-meest-inspirerende-global-goals-gemeente",
        "/prijs", "/prijs/2020",
        "/over-ons", "/toegankelijkheid", "/privacy",
        "/zoeken", "/zoeken?q=koffie", "/zoeken?q=xyzzyxyzzy", "/en/search?q=coffee",
        "/bestaat-niet", "/en/does-not-exist",
    ];

    public static TheoryData<string, int> AtBothWidths()
    {
        var data = new TheoryData<string, int>();
        foreach (var address in Addresses)
        {
            data.Add(address, 320);
            data.Add(address, 1280);
        }

        return data;
    }
}

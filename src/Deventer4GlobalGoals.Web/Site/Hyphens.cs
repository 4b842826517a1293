namespace Deventer4GlobalGoals.Web.Site;

/// <summary>
/// Soft hyphens for long words in headings and on stones, where browsers are told not to break words by themselves.
/// Only for what is shown; titles, feeds and data go without.
/// </summary>
public static class Hyphens
{
    private static readonly (string Word, string Broken)[] Known =
    [
        .. new[]
        {
            "Gender|gelijkheid", "gezond|heid", "ongelijk|heid", "Verant|woord", "Klimaat|actie", "Geschlechter|gleichheit",
            "Verantwortungs|voller", "Nach|haltige", "Ungleich|heit", "Gesund|heit", "Praktijk|voorbeelden", "praktijk|voorbeelden",
            "Voedsel|verspilling", "thema|bijeenkomsten", "Agri|cultural", "Duurzaam|heid", "mensen|rechten", "landbouw|scholen", "Landbouw|scholen",
            "onder|handelingen", "vrijwilligers|organisaties", "Ondernemers|event", "voedsel|verspilling", "Deventer4|GlobalGoals", "Organisa|ties", "organisa|ties", "Thema|bijeenkomsten",
            "Toegankelijk|heid", "Barriere|freiheit", "Praxis|beispiele", "Wereldmuziek|serie", "Interna|tionaal", "interna|tionaal",
            "interna|tionale", "Duurzaam|heids|centrum", "dorps|bestuurders", "Bukoman|simbi", "samen|werking",
        }.Select(word => (word.Replace("|", string.Empty, StringComparison.Ordinal), word.Replace('|', '\u00ad'))),
    ];

    public static string Soft(string text)
    {
        foreach (var (word, broken) in Known)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                text = text.Replace(word, broken, StringComparison.Ordinal);
            }
        }

        return text;
    }
}

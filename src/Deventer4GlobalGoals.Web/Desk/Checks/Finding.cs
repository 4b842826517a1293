namespace Deventer4GlobalGoals.Web.Desk.Checks;

/// <summary>A rule that pages are held against.</summary>
/// <param name="Id">As the file of findings and the table of examples (specs/checks.md) call it.</param>
/// <param name="IsError">Errors keep a page from going online; the others are hints.</param>
/// <param name="DutchName">What it is about, in a few words.</param>
/// <param name="EnglishName">The same in English.</param>
/// <param name="Dutch">What to do; {0} is what was found.</param>
/// <param name="English">The same in English.</param>
public sealed record CheckRule(string Id, bool IsError, string DutchName, string EnglishName, string Dutch, string English)
{
    public string Name(string language) => language == "en" ? EnglishName : DutchName;
}

/// <summary>Something on a page that a rule is about.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Field">The alias of the property in which it was found; empty when it is about the page as a whole.</param>
/// <param name="What">The words or the address that it is about; may be empty.</param>
public sealed record Finding(CheckRule Rule, string Field, string What)
{
    public string Text(string language) => (language == "en" ? Rule.English : Rule.Dutch).Replace("{0}", What, StringComparison.Ordinal);
}

/// <summary>Every rule, with what it asks in plain words.</summary>
public static class CheckRules
{
    public static readonly CheckRule AltMissing = new(
        "alt-missing", true, "Afbeelding zonder beschrijving", "Picture without a description",
        "De afbeelding \"{0}\" heeft geen beschrijving. Zeg in één zin wat erop te zien is, voor wie niet kan zien.",
        "The picture \"{0}\" has no description. Say in one sentence what it shows, for who cannot see it.");

    public static readonly CheckRule HeadingOrder = new(
        "heading-order", true, "Volgorde van kopjes", "Order of headings",
        "Het kopje \"{0}\" slaat een niveau over. Begin op niveau twee en ga daarna steeds één niveau dieper: wie laat voorlezen, springt van kop naar kop.",
        "The heading \"{0}\" skips a level. Begin at level two and go one level deeper at a time: who listens to the page jumps from heading to heading.");

    public static readonly CheckRule LinkEmpty = new(
        "link-empty", true, "Link zonder tekst", "Link without a text",
        "De link naar {0} heeft geen tekst. Zeg waar de link heen gaat.",
        "The link to {0} has no text. Say where the link goes.");

    public static readonly CheckRule LinkVague = new(
        "link-vague", true, "Link zegt niet waarheen", "Link does not say where to",
        "De link heet \"{0}\". Zeg waar hij heen gaat: wie laat voorlezen, hoort alleen de tekst van de link.",
        "The link is called \"{0}\". Say where it goes: who listens to the page hears only the text of the link.");

    public static readonly CheckRule LinkBroken = new(
        "link-broken", true, "Link leidt nergens heen", "Link leads nowhere",
        "De link naar {0} leidt nergens heen op deze site. Kies een pagina die online staat, of haal de link weg.",
        "The link to {0} leads nowhere on this site. Choose a page that is online, or remove the link.");

    public static readonly CheckRule TableHeaders = new(
        "table-headers", true, "Tabel zonder koppen", "Table without headings",
        "De tabel die begint met \"{0}\" heeft geen koppen. Zet boven elke kolom wat erin staat.",
        "The table that begins with \"{0}\" has no headings. Say above each column what is in it.");

    public static readonly CheckRule MeetingPast = new(
        "meeting-past", true, "Bijeenkomst in het verleden", "Meeting in the past",
        "De bijeenkomst begint op {0}, en dat is al voorbij. Klopt het jaar? Is zij al geweest, schrijf dan eerst hoe het was.",
        "The meeting begins on {0}, and that is over. Is the year right? If it took place, write first how it was.");

    public static readonly CheckRule MeetingOver = new(
        "meeting-over", false, "Bijeenkomst zonder verslag", "Meeting without a report",
        "Deze bijeenkomst is geweest, op {0}. Zet er een verslag, het materiaal of het aantal bezoekers bij.",
        "This meeting took place on {0}. Add a report, the material or the number of visitors.");

    public static readonly CheckRule GoalsMany = new(
        "goals-many", false, "Meer dan drie hoofddoelen", "More than three main goals",
        "Er zijn {0} hoofddoelen. Kies er hooguit drie; de andere zijn \"ook doel\".",
        "There are {0} main goals. Choose three at most; the others are \"goal as well\".");

    public static readonly CheckRule EvidenceNone = new(
        "evidence-none", false, "Geen bewijs", "No evidence",
        "Bij geen van de doelen staat bewijs. Een getal of een link maakt het voorbeeld geloofwaardig.",
        "None of the goals has evidence. A figure or a link makes the example credible.");

    public static readonly CheckRule DutchMissing = new(
        "dutch-missing", true, "Nederlandse tekst ontbreekt", "Dutch text missing",
        "De Nederlandse tekst ontbreekt. Schrijf die eerst: zonder Nederlands kan een pagina niet online.",
        "The Dutch text is missing. Write it first: without Dutch a page can't go online.");

    public static readonly CheckRule LanguageOther = new(
        "language-other", false, "Andere taal", "Another language",
        "Deze tekst lijkt {0}. Staat hij in de goede taal?",
        "This text looks {0}. Is it in the right language?");

    public static readonly CheckRule SentenceLong = new(
        "sentence-long", false, "Lange zin", "Long sentence",
        "Deze zin is lang: \"{0}\". Maak er twee van.",
        "This sentence is long: \"{0}\". Make it two.");

    public static readonly CheckRule WordHard = new(
        "word-hard", false, "Moeilijk woord", "Hard word",
        "Een moeilijk woord: {0}.",
        "A hard word: {0}.");

    public static IReadOnlyList<CheckRule> All { get; } =
    [
        AltMissing, HeadingOrder, LinkEmpty, LinkVague, LinkBroken, TableHeaders, MeetingPast, DutchMissing,
        MeetingOver, GoalsMany, EvidenceNone, LanguageOther, SentenceLong, WordHard,
    ];
}

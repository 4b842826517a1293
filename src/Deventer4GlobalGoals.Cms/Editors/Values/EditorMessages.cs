using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Deventer4GlobalGoals.Cms.Editors.Values;

/// <summary>Why a value is refused, said to the editor in the language of the desk (Dutch unless it is English or German).</summary>
internal static class EditorMessages
{
    private static readonly Dictionary<string, Texts> All = new(StringComparer.Ordinal)
    {
        ["notJson"] = new("Deze waarde heeft niet de juiste vorm.", "This value does not have the right form.", "Dieser Wert hat nicht die richtige Form."),
        ["notAnOption"] = new("'{0}' is geen keuze uit de lijst.", "'{0}' is not one of the options.", "'{0}' steht nicht zur Auswahl."),
        ["onlyOne"] = new("Kies er één.", "Choose one.", "Wählen Sie nur eines."),
        ["tooFew"] = new("Kies er minstens {0}. Het zijn er nu {1}.", "Choose at least {0}. There are {1} now.", "Wählen Sie mindestens {0}. Jetzt sind es {1}."),
        ["tooMany"] = new("Kies er hoogstens {0}. Het zijn er nu {1}.", "Choose at most {0}. There are {1} now.", "Wählen Sie höchstens {0}. Jetzt sind es {1}."),
        ["notYesNo"] = new("'{0}' is geen ja of nee.", "'{0}' is not yes or no.", "'{0}' ist kein Ja oder Nein."),
        ["notADate"] = new("'{0}' is geen datum die wij kunnen lezen. Schrijf bijvoorbeeld 2026-03-31.", "'{0}' is not a date we can read. Write for example 2026-03-31.", "'{0}' ist kein lesbares Datum. Schreiben Sie zum Beispiel 2026-03-31."),
        ["notATime"] = new("'{0}' is geen tijd die wij kunnen lezen. Schrijf bijvoorbeeld 19:30.", "'{0}' is not a time we can read. Write for example 19:30.", "'{0}' ist keine lesbare Uhrzeit. Schreiben Sie zum Beispiel 19:30."),
        ["timeZoneMissing"] = new("Kies een tijdzone, bijvoorbeeld Europe/Amsterdam.", "Choose a time zone, for example Europe/Amsterdam.", "Wählen Sie eine Zeitzone, zum Beispiel Europe/Amsterdam."),
        ["timeZoneUnknown"] = new("'{0}' is geen tijdzone die wij kennen.", "'{0}' is not a time zone we know.", "'{0}' ist keine bekannte Zeitzone."),
        ["timeZoneRefused"] = new("De tijdzone '{0}' mag hier niet.", "The time zone '{0}' is not allowed here.", "Die Zeitzone '{0}' ist hier nicht erlaubt."),
        ["notAColour"] = new("'{0}' is geen kleur zoals #1a2b3c.", "'{0}' is not a colour such as #1a2b3c.", "'{0}' ist keine Farbe wie #1a2b3c."),
        ["notANumber"] = new("'{0}' is geen getal.", "'{0}' is not a number.", "'{0}' ist keine Zahl."),
        ["below"] = new("{0} is te laag. Het laagste getal is {1}.", "{0} is too low. The lowest number is {1}.", "{0} ist zu niedrig. Die niedrigste Zahl ist {1}."),
        ["above"] = new("{0} is te hoog. Het hoogste getal is {1}.", "{0} is too high. The highest number is {1}.", "{0} ist zu hoch. Die höchste Zahl ist {1}."),
        ["notAStep"] = new("{0} past niet bij stappen van {1} vanaf {2}.", "{0} does not fit steps of {1} from {2}.", "{0} passt nicht zu Schritten von {1} ab {2}."),
        ["rangeBackwards"] = new("'Van' ({0}) is hoger dan 'tot' ({1}).", "'From' ({0}) is higher than 'to' ({1}).", "'Von' ({0}) ist höher als 'bis' ({1})."),
        ["rangeRefused"] = new("Kies één getal, geen bereik.", "Choose one number, not a range.", "Wählen Sie eine Zahl, keinen Bereich."),
        ["rangeTooSmall"] = new("Tussen 'van' en 'tot' moet minstens {0} zitten.", "'From' and 'to' must be at least {0} apart.", "Zwischen 'von' und 'bis' muss mindestens {0} liegen."),
        ["notAReference"] = new("'{0}' verwijst niet naar een pagina of bestand.", "'{0}' does not refer to a page or file.", "'{0}' verweist nicht auf eine Seite oder Datei."),
        ["wrongObject"] = new("Hier past geen verwijzing van de soort '{0}'.", "A reference to a '{0}' does not fit here.", "Ein Verweis der Art '{0}' passt hier nicht."),
        ["wrongType"] = new("'{0}' is niet van een soort die hier past.", "'{0}' is not of a type that fits here.", "'{0}' ist nicht von einer hier passenden Art."),
        ["linkEmpty"] = new("Een link heeft een adres of een pagina nodig.", "A link needs an address or a page.", "Ein Link braucht eine Adresse oder eine Seite."),
        ["urlRefused"] = new("Het adres '{0}' mag niet. Begin met https://, http://, mailto:, tel: of /.", "The address '{0}' is not allowed. Begin with https://, http://, mailto:, tel: or /.", "Die Adresse '{0}' ist nicht erlaubt. Beginnen Sie mit https://, http://, mailto:, tel: oder /."),
        ["targetRefused"] = new("'{0}' is geen geldig doelvenster.", "'{0}' is not a valid target window.", "'{0}' ist kein gültiges Zielfenster."),
        ["focalPointOutside"] = new("Het middelpunt ligt buiten de afbeelding.", "The focal point lies outside the image.", "Der Fokuspunkt liegt außerhalb des Bildes."),
        ["cropOutside"] = new("De uitsnede '{0}' ligt buiten de afbeelding.", "The crop '{0}' lies outside the image.", "Der Ausschnitt '{0}' liegt außerhalb des Bildes."),
        ["fileTypeRefused"] = new("Een bestand van de soort '{0}' mag hier niet.", "A file of type '{0}' is not allowed here.", "Eine Datei der Art '{0}' ist hier nicht erlaubt."),
        ["fileEmpty"] = new("'{0}' is leeg.", "'{0}' is empty.", "'{0}' ist leer."),
        ["fileTooLarge"] = new("'{0}' is te groot: {1} MB. Het mag hoogstens {2} MB zijn.", "'{0}' is too large: {1} MB. It may be {2} MB at most.", "'{0}' ist zu groß: {1} MB. Erlaubt sind höchstens {2} MB."),
        ["fileIsProgram"] = new("'{0}' is een programma. Dat mag hier niet.", "'{0}' is a program. That is not allowed here.", "'{0}' ist ein Programm. Das ist hier nicht erlaubt."),
        ["fileIsHeic"] = new("'{0}' is een HEIC-foto. Niet elke browser kan die tonen. Bewaar de foto als JPEG.", "'{0}' is a HEIC photo. Not every browser can show it. Save the photo as JPEG.", "'{0}' ist ein HEIC-Foto. Nicht jeder Browser kann es zeigen. Speichern Sie das Foto als JPEG."),
        ["fileIsNot"] = new("'{0}' is geen {1}-bestand, al heet het wel zo.", "'{0}' is not a {1} file, although its name says so.", "'{0}' ist keine {1}-Datei, auch wenn sie so heißt."),
        ["fileIs"] = new("'{0}' is een afbeelding. Laat de naam eindigen op {1}.", "'{0}' is a picture. Let its name end with {1}.", "'{0}' ist ein Bild. Der Name muss auf {1} enden."),
        ["pictureTooLarge"] = new("'{0}' heeft te veel beeldpunten: {1} bij {2}. Samen mogen het er {3} miljoen zijn.", "'{0}' has too many pixels: {1} by {2}. Together there may be {3} million.", "'{0}' hat zu viele Bildpunkte: {1} mal {2}. Zusammen dürfen es {3} Millionen sein."),
        ["pictureDamaged"] = new("'{0}' is beschadigd of niet compleet. Bewaar het bestand opnieuw en stuur het nog een keer.", "'{0}' is damaged or not complete. Save the file again and send it once more.", "'{0}' ist beschädigt oder nicht vollständig. Speichern Sie die Datei neu und senden Sie sie noch einmal."),
        ["uploadGone"] = new("Het bestand dat u stuurde is er niet meer. Stuur het opnieuw.", "The file you sent is no longer there. Send it again.", "Die gesendete Datei ist nicht mehr da. Senden Sie sie noch einmal."),
        ["pathRefused"] = new("'{0}' is geen bestand in de mediamap.", "'{0}' is not a file in the media folder.", "'{0}' ist keine Datei im Medienordner."),
        ["blockTypeRefused"] = new("Dit soort blok mag hier niet.", "This type of block is not allowed here.", "Diese Art von Block ist hier nicht erlaubt."),
        ["blockWithoutData"] = new("Blok {0} heeft geen inhoud.", "Block {0} has no content.", "Block {0} hat keinen Inhalt."),
        ["lineTooLong"] = new("Een regel is langer dan {0} tekens.", "A line is longer than {0} characters.", "Eine Zeile ist länger als {0} Zeichen."),
        ["notAnAddress"] = new("'{0}' is geen e-mailadres.", "'{0}' is not an e-mail address.", "'{0}' ist keine E-Mail-Adresse."),
        ["tooLong"] = new("Dit is te lang. U mag {0} tekens gebruiken; het zijn er {1} te veel.", "This is too long. You may use {0} characters; there are {1} too many.", "Dies ist zu lang. Erlaubt sind {0} Zeichen; es sind {1} zu viel."),
        ["validation_invalidNull"] = new("Vul dit in.", "Fill this in.", "Füllen Sie dies aus."),
        ["validation_invalidEmpty"] = new("Vul dit in.", "Fill this in.", "Füllen Sie dies aus."),
        ["validation_invalidPattern"] = new("Dit heeft niet de vorm die hier hoort.", "This does not have the form that belongs here.", "Dies hat nicht die Form, die hierher gehört."),
    };

    public static string Text(CultureInfo language, string key, params object?[] arguments)
    {
        var texts = All[key];
        var format = language.TwoLetterISOLanguageName switch
        {
            "en" => texts.English,
            "de" => texts.German,
            _ => texts.Dutch,
        };
        return arguments.Length == 0 ? format : string.Format(CultureInfo.InvariantCulture, format, arguments);
    }

    public static bool Knows(string key) => All.ContainsKey(key);

    /// <summary>That of the desk, for whom the request is handled.</summary>
    public static CultureInfo Language => CultureInfo.CurrentUICulture;

    public static ValidationResult Result(string key, params object?[] arguments) => new(Text(Language, key, arguments), ["value"]);

    private sealed record Texts(string Dutch, string English, string German);
}

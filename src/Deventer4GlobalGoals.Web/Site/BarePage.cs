using System.Text.Encodings.Web;

namespace Deventer4GlobalGoals.Web.Site;

/// <summary>What a bare page says.</summary>
/// <param name="Title">In Dutch, as the lead.</param>
/// <param name="Dutch">The lead.</param>
/// <param name="English">The same.</param>
/// <param name="German">The same; null on a page of the desk.</param>
public sealed record BareText(string Title, string Dutch, string English, string? German)
{
    /// <summary>What somebody can type to know more; null when there is nothing.</summary>
    public string? Command { get; init; }

    /// <summary>Where to go on.</summary>
    public (string Path, string Text) Onward { get; init; } = ("/", "Naar de voorpagina");
}

/// <summary>
/// Pages that depend on nothing but the styles on disk: for when the site itself fails, and for an address that is no address.
/// </summary>
public static class BarePage
{
    public static Task WriteServerErrorAsync(HttpContext http) => WriteAsync(http, StatusCodes.Status500InternalServerError, new BareText(
        "Er ging iets mis",
        "Dat ligt aan ons, niet aan u. Probeer het over een paar minuten opnieuw.",
        "Something went wrong on our side. Please try again in a few minutes.",
        "Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es in einigen Minuten noch einmal."));

    public static Task WriteBadRequestAsync(HttpContext http) => WriteAsync(http, StatusCodes.Status400BadRequest, new BareText(
        "Dit adres klopt niet",
        "In het adres staat een teken dat er niet hoort. Begin opnieuw op de voorpagina.",
        "There is a character in the address that does not belong there. Please start again on the front page.",
        "In der Adresse steht ein Zeichen, das dort nicht hingehört. Bitte beginnen Sie neu auf der Startseite."));

    /// <summary>For a form that couldn't be read at all, so that nothing of it can be shown again.</summary>
    public static Task WriteUnreadAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Response.StatusCode == StatusCodes.Status413PayloadTooLarge
            ? WriteAsync(http, http.Response.StatusCode, new BareText(
                "Dit is te groot",
                "Wat u stuurde is veel groter dan wij aannemen. Er is niets van bewaard; wat u eerder bewaarde, is er nog. Ga terug in uw browser en stuur een kleiner bestand.",
                "What you sent is much larger than we take. Nothing of it was saved; what you saved before is still there. Go back in your browser and send a smaller file.",
                "Was Sie gesendet haben, ist viel größer, als wir annehmen. Davon wurde nichts gespeichert; was Sie vorher gespeichert haben, ist noch da. Gehen Sie im Browser zurück und senden Sie eine kleinere Datei."))
            : WriteAsync(http, http.Response.StatusCode, new BareText(
                "Dit formulier konden wij niet lezen",
                "Er is niets bewaard. Vaak stond de pagina dan heel lang open, of bewaart uw browser geen cookies van deze site. Ga terug in uw browser, kopieer wat u typte, haal de pagina opnieuw op en probeer het nog eens.",
                "We could not read this form, so nothing was saved. Often the page was open for very long, or your browser keeps no cookies of this site. Go back in your browser, copy what you typed, load the page again and try once more.",
                "Wir konnten dieses Formular nicht lesen, also wurde nichts gespeichert. Oft war die Seite dann sehr lange offen, oder Ihr Browser behält keine Cookies dieser Website. Gehen Sie im Browser zurück, kopieren Sie Ihren Text, laden Sie die Seite neu und versuchen Sie es noch einmal."));
    }

    public static Task WriteAsync(HttpContext http, int status, BareText text)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(text);
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        var command = text.Command is { } typed ? $"<p><code>{Encode(typed)}</code></p>" : null;
        var german = text.German is { } own ? $"<p class=\"utrecht-paragraph\" lang=\"de\">{Encode(own)}</p>" : null;
        return http.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="nl">
            <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>{Encode(text.Title)} | Deventer4GlobalGoals</title>
                <link rel="icon" href="/img/beeldmerk.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/css/tokens.css">
                <link rel="stylesheet" href="/css/fonts.css">
                <link rel="stylesheet" href="/css/base.css">
                <link rel="stylesheet" href="/css/stacks.css">
            </head>
            <body>
                <main class="d4-binnen d4-vlak d4-stapel">
                    <h1 class="utrecht-heading-1">{Encode(text.Title)}</h1>
                    <p class="utrecht-paragraph utrecht-paragraph--lead">{Encode(text.Dutch)}</p>
                    {command}
                    <p class="utrecht-paragraph" lang="en">{Encode(text.English)}</p>
                    {german}
                    <p><a class="utrecht-link" href="{text.Onward.Path}">{Encode(text.Onward.Text)}</a></p>
                </main>
            </body>
            </html>
            """,
            http.RequestAborted);
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}

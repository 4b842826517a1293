namespace Deventer4GlobalGoals.Web.Site;

/// <summary>
/// Pages that depend on nothing but the styles on disk: for when the site itself fails, and for an address that is no address.
/// </summary>
public static class BarePage
{
    public static Task WriteServerErrorAsync(HttpContext http) => WriteAsync(
        http,
        StatusCodes.Status500InternalServerError,
        "Er ging iets mis",
        "Dat ligt aan ons, niet aan u. Probeer het over een paar minuten opnieuw.",
        "Something went wrong on our side. Please try again in a few minutes.",
        "Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es in einigen Minuten noch einmal.");

    public static Task WriteBadRequestAsync(HttpContext http) => WriteAsync(
        http,
        StatusCodes.Status400BadRequest,
        "Dit adres klopt niet",
        "In het adres staat een teken dat er niet hoort. Begin opnieuw op de voorpagina.",
        "There is a character in the address that does not belong there. Please start again on the front page.",
        "In der Adresse steht ein Zeichen, das dort nicht hingehört. Bitte beginnen Sie neu auf der Startseite.");

    private static Task WriteAsync(HttpContext http, int status, string title, string dutch, string english, string german)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="nl">
            <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>{title} | Deventer4GlobalGoals</title>
                <link rel="icon" href="/img/beeldmerk.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/css/tokens.css">
                <link rel="stylesheet" href="/css/fonts.css">
                <link rel="stylesheet" href="/css/base.css">
                <link rel="stylesheet" href="/css/stacks.css">
            </head>
            <body>
                <main class="d4-binnen d4-vlak d4-stapel">
                    <h1 class="utrecht-heading-1">{title}</h1>
                    <p class="utrecht-paragraph utrecht-paragraph--lead">{dutch}</p>
                    <p class="utrecht-paragraph" lang="en">{english}</p>
                    <p class="utrecht-paragraph" lang="de">{german}</p>
                    <p><a class="utrecht-link" href="/">Naar de voorpagina</a></p>
                </main>
            </body>
            </html>
            """,
            http.RequestAborted);
    }
}

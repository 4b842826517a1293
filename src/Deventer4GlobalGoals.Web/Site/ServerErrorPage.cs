namespace Deventer4GlobalGoals.Web.Site;

/// <summary>What a visitor sees when the site itself fails: no layout, no database, no styles beyond the ones that lie on disk.</summary>
public static class ServerErrorPage
{
    private const string Page = """
        <!doctype html>
        <html lang="nl">
        <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>Er ging iets mis | Deventer4GlobalGoals</title>
            <link rel="stylesheet" href="/css/tokens.css">
            <link rel="stylesheet" href="/css/fonts.css">
            <link rel="stylesheet" href="/css/base.css">
            <link rel="stylesheet" href="/css/stacks.css">
        </head>
        <body>
            <main class="d4-binnen d4-vlak d4-stapel">
                <h1 class="utrecht-heading-1">Er ging iets mis</h1>
                <p class="utrecht-paragraph utrecht-paragraph--lead">Dat ligt aan ons, niet aan u. Probeer het over een paar minuten opnieuw.</p>
                <p class="utrecht-paragraph" lang="en">Something went wrong on our side. Please try again in a few minutes.</p>
                <p class="utrecht-paragraph" lang="de">Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es in einigen Minuten noch einmal.</p>
                <p><a class="utrecht-link" href="/">Naar de voorpagina</a></p>
            </main>
        </body>
        </html>
        """;

    public static Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(Page, http.RequestAborted);
    }
}

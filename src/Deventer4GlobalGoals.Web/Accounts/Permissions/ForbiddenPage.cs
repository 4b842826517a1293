namespace Deventer4GlobalGoals.Web.Accounts.Permissions;

/// <summary>What somebody sees who may not do this.</summary>
internal static class ForbiddenPage
{
    public static Task WriteAsync(HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(
            """
            <!doctype html>
            <html lang="nl">
            <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>Dit mag u niet | Deventer4GlobalGoals</title>
                <link rel="stylesheet" href="/css/tokens.css">
                <link rel="stylesheet" href="/css/fonts.css">
                <link rel="stylesheet" href="/css/base.css">
                <link rel="stylesheet" href="/css/stacks.css">
            </head>
            <body>
                <main class="d4-binnen d4-vlak d4-stapel">
                    <h1 class="utrecht-heading-1">Dit mag u niet</h1>
                    <p class="utrecht-paragraph utrecht-paragraph--lead">Uw account heeft hier geen recht op. Vraag het een beheerder.</p>
                    <p class="utrecht-paragraph" lang="en">Your account may not do this. Please ask an administrator.</p>
                    <p><a class="utrecht-link" href="/umbraco">Naar de redactie</a></p>
                </main>
            </body>
            </html>
            """,
            http.RequestAborted);
    }
}

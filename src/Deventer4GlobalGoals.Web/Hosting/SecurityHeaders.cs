namespace Deventer4GlobalGoals.Web.Hosting;

/// <summary>
/// The headers that every answer carries. The policy is the strict one that internet.nl asks for: everything from this site itself,
/// nothing inline.
/// </summary>
public static class SecurityHeaders
{
    private const string Sources =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; "
        + "manifest-src 'self'; object-src 'none'; form-action 'self'; base-uri 'none'; ";

    private const string ContentSecurityPolicy = Sources + "frame-ancestors 'none'";

    private const string PermissionsPolicy = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    /// <summary>How long browsers insist on TLS once they saw it: two years; the duty is one.</summary>
    private static readonly TimeSpan StrictTransport = TimeSpan.FromDays(730);

    public static IServiceCollection AddSecurityHeaders(this IServiceCollection services) => services.AddHsts(options =>
    {
        options.MaxAge = StrictTransport;
        options.IncludeSubDomains = true;
    });

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app)
    {
        app.UseHsts();
        return app.Use((context, next) =>
        {
            // Not before: who handles an exception clears the headers first.
            context.Response.OnStarting(Write, context.Response.Headers);
            return next(context);
        });
    }

    /// <summary>Lets pages of this site show this answer in a frame.</summary>
    public static void AllowInFrame(HttpResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Headers.ContentSecurityPolicy = Sources + "frame-ancestors 'self'";
        response.Headers.XFrameOptions = "SAMEORIGIN";
    }

    /// <summary>Lets this page show answers of this site in a frame; those have to allow that.</summary>
    public static void AllowFrames(HttpResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Headers.ContentSecurityPolicy = Sources + "frame-src 'self'; frame-ancestors 'none'";
    }

    private static Task Write(object state)
    {
        var headers = (IHeaderDictionary)state;

        // Media files have a stricter policy of their own, and may be shown by front ends elsewhere; a preview is shown in a frame.
        headers.TryAdd("Content-Security-Policy", ContentSecurityPolicy);
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.TryAdd("X-Frame-Options", "DENY");
        return Task.CompletedTask;
    }
}

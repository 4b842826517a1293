using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Deventer4GlobalGoals.Cms.Media;

/// <summary>What every answer with a media file says: no sniffing, no scripts, and a download unless it is harmless to show.</summary>
internal static class MediaHeaders
{
    private const string Pdf = "application/pdf";
    private const string Forever = "public, max-age=31536000, immutable";

    /// <summary>Bitmaps, sound, film and PDF carry no script that runs in the site's name. SVG and HTML do.</summary>
    private static readonly FrozenSet<string> Inline = new[]
    {
        "image/jpeg", "image/png", "image/gif", "image/webp", "image/avif", "image/bmp", "image/x-icon",
        "audio/mpeg", "audio/ogg", "audio/wav", "video/mp4", "video/webm", "video/ogg", Pdf,
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="context">The answer's.</param>
    /// <param name="mediaType">Of the file.</param>
    /// <param name="maxAge">How long browsers keep an address without a version; one with (<c>?v=</c>) is kept a year.</param>
    public static void Set(HttpContext context, string? mediaType, TimeSpan maxAge)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (mediaType != Pdf)
        {
            // Browsers don't open PDF in a sandbox.
            headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        }

        headers.CacheControl = context.Request.Query.ContainsKey("v")
            ? Forever
            : $"public, max-age={((long)maxAge.TotalSeconds).ToString(CultureInfo.InvariantCulture)}";
        if (!Inline.Contains(mediaType ?? string.Empty))
        {
            headers[HeaderNames.ContentDisposition] = "attachment";
        }
    }
}

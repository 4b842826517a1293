using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace Deventer4GlobalGoals.Cms.Media;

public static class MediaServing
{
    private const string Pdf = "application/pdf";
    private const int SecondsInDay = 86_400;

    /// <summary>
    /// Shown in the browser: bitmaps, sound, film and PDF, which carry no script that runs in the site's name.
    /// SVG is shown as an image by a page that refers to it; opened by itself it is a download.
    /// </summary>
    private static readonly FrozenSet<string> Inline = new[]
    {
        "image/jpeg", "image/png", "image/gif", "image/webp", "image/avif", "image/bmp", "image/x-icon",
        "audio/mpeg", "audio/ogg", "audio/wav", "video/mp4", "video/webm", "video/ogg", Pdf,
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Serves the media folder. Every answer forbids type sniffing and scripts; what isn't harmless to show is a download;
    /// an unknown type is served as plain bytes. Directories are not listed, hidden files not served.
    /// </summary>
    public static IApplicationBuilder UseMedia(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var folder = app.ApplicationServices.GetRequiredService<MediaFolder>();
        Directory.CreateDirectory(folder.PhysicalPath);
        return app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = folder.UrlPath,
            FileProvider = new PhysicalFileProvider(folder.PhysicalPath),
            ContentTypeProvider = new FileExtensionContentTypeProvider(),
            ServeUnknownFileTypes = true,
            DefaultContentType = "application/octet-stream",
            OnPrepareResponse = SetHeaders,
        });
    }

    private static void SetHeaders(StaticFileResponseContext context)
    {
        var response = context.Context.Response;
        response.Headers.XContentTypeOptions = "nosniff";
        if (response.ContentType != Pdf)
        {
            // Browsers don't open PDF in a sandbox.
            response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        }

        response.Headers.CacheControl = $"public, max-age={SecondsInDay}";
        if (!Inline.Contains(response.ContentType ?? ""))
        {
            response.Headers.ContentDisposition = "attachment";
        }
    }
}

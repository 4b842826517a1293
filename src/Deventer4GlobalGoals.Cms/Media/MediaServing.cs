using Deventer4GlobalGoals.Cms.Media.Pictures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Cms.Media;

public static class MediaServing
{
    /// <summary>
    /// Serves the media folder, and its pictures in other sizes. An unknown type is served as plain bytes. Directories are not
    /// listed, hidden files not served.
    /// </summary>
    public static IApplicationBuilder UseMedia(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var folder = app.ApplicationServices.GetRequiredService<MediaFolder>();
        var settings = app.ApplicationServices.GetRequiredService<IOptionsMonitor<ImagingSettings>>();
        var pictures = app.ApplicationServices.GetRequiredService<PictureServing>();
        Directory.CreateDirectory(folder.PhysicalPath);
        var files = new PhysicalFileProvider(folder.PhysicalPath);

        // Also where a proxy or this pipeline writes headers of its own: those of a media file are the strictest.
        app.Use((context, next) => pictures.ServeAsync(context, files, next));
        return app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = folder.UrlPath,
            FileProvider = files,
            ContentTypeProvider = Types(),
            ServeUnknownFileTypes = true,
            DefaultContentType = "application/octet-stream",
            OnPrepareResponse = file =>
                MediaHeaders.Set(file.Context, file.Context.Response.ContentType, settings.CurrentValue.Cache.BrowserMaxAge),
        });
    }

    private static FileExtensionContentTypeProvider Types()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".avif"] = "image/avif";
        return types;
    }
}

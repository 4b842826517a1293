using Deventer4GlobalGoals.Cms.Media.Vips;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Media.Pictures;

internal static class PictureRegistration
{
    /// <summary>Pictures in other sizes: their addresses, who may ask for them, and how they are made and kept.</summary>
    public static IUmbracoBuilder AddPictures(this IUmbracoBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<MediaOptions>().Bind(builder.Config.GetSection(MediaOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(CreateRenderer);
        services.AddSingleton<PictureKey>();
        services.AddSingleton<PictureCache>();
        services.AddSingleton<PictureMaker>();
        services.AddSingleton<PictureServing>();
        services.AddSingleton<PictureUrls>();
        services.AddUnique<IImageUrlGenerator>(provider => provider.GetRequiredService<PictureUrls>());
        services.AddUnique<IImageUrlTokenGenerator>(provider => provider.GetRequiredService<PictureUrls>());
        return builder.AddNotificationHandler<UmbracoApplicationStartingNotification, PictureStart>();
    }

    private static IPictureRenderer CreateRenderer(IServiceProvider provider) =>
        VipsLibrary.TryStart(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, out _) ? new VipsRenderer() : new NoRenderer();
}

/// <summary>Does at the start what no visitor should wait for, and tells which pictures this server makes.</summary>
internal sealed partial class PictureStart(IPictureRenderer renderer, PictureKey key, ILogger<PictureStart> logger)
    : INotificationHandler<UmbracoApplicationStartingNotification>
{
    public void Handle(UmbracoApplicationStartingNotification notification)
    {
        _ = key.Value;
        if (!renderer.IsAvailable)
        {
            Missing(logger);
        }
        else
        {
            var formats = string.Join(", ", PictureFormat.All.Where(renderer.CanWrite).Select(format => format.Name));
            Started(logger, formats);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "libvips was not found (Debian: libvips42; npm: sharp): pictures are served in the size in which they were uploaded.")]
    private static partial void Missing(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Pictures in other sizes are made as {Formats}.")]
    private static partial void Started(ILogger logger, string formats);
}

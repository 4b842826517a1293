using Deventer4GlobalGoals.Cms.Media.Pictures;
using Deventer4GlobalGoals.Cms.Media.Uploads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Hosting;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Media;

public static class MediaRegistration
{
    /// <summary>Everything that media items need of the file system.</summary>
    public static IUmbracoBuilder AddMediaFiles(this IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddSingleton<MediaFolder>();
        services.Replace(ServiceDescriptor.Singleton<IMediaPathScheme, HashedMediaPathScheme>());
        services.Replace(ServiceDescriptor.Singleton<IImageDimensionExtractor, ImageHeaderDimensionExtractor>());
        services.Replace(ServiceDescriptor.Singleton<ISvgDimensionExtractor, SvgDimensionExtractor>());
        services.Replace(ServiceDescriptor.Singleton(CreateManager));
        services.TryAddSingleton<UploadAutoFillProperties>();
        services.AddSingleton<UploadChecks>();
        services.AddSingleton<IUploadGuard>(provider => provider.GetRequiredService<UploadChecks>());
        services.AddSingleton<IFileStreamSecurityAnalyzer, UploadAnalyzer>();
        services.AddUnique<ITemporaryFileRepository, TemporaryFiles>();

        return builder
            .AddPictures()
            .AddNotificationHandler<MediaSavingNotification, MediaAutoFill>()
            .AddNotificationHandler<MediaSavingNotification, FileUpkeep>()
            .AddNotificationHandler<MediaSavedNotification, FileUpkeep>()
            .AddNotificationHandler<MediaDeletedNotification, FileUpkeep>()
            .AddNotificationHandler<ContentDeletedNotification, FileUpkeep>()
            .AddNotificationHandler<ContentCopiedNotification, FileUpkeep>()
            .AddNotificationHandler<MediaMovedToRecycleBinNotification, FileUpkeep>()
            .AddNotificationHandler<MediaMovedNotification, FileUpkeep>();
    }

    private static MediaFileManager CreateManager(IServiceProvider services)
    {
        var folder = services.GetRequiredService<MediaFolder>();
        var disk = new PhysicalFileSystem(
            services.GetRequiredService<IIOHelper>(),
            services.GetRequiredService<IHostingEnvironment>(),
            services.GetRequiredService<ILogger<PhysicalFileSystem>>(),
            folder.PhysicalPath,
            folder.UrlPath);
        return new MediaFileManager(
            ActivatorUtilities.CreateInstance<MediaFileSystem>(services, disk),
            services.GetRequiredService<IMediaPathScheme>(),
            services.GetRequiredService<ILogger<MediaFileManager>>(),
            services.GetRequiredService<IShortStringHelper>(),
            services,
            new Lazy<ICoreScopeProvider>(services.GetRequiredService<ICoreScopeProvider>));
    }
}

using Deventer4GlobalGoals.Cms.USync.ContentTypes;
using Deventer4GlobalGoals.Cms.USync.Contents;
using Microsoft.Extensions.DependencyInjection;

namespace Deventer4GlobalGoals.Cms.USync;

public static class USyncRegistration
{
    /// <summary>Adds import and export of uSync folders.</summary>
    public static IServiceCollection AddUSync(this IServiceCollection services) => services
        .AddSingleton<TypeProperties>()
        .AddSingleton<ContentValues>()
        .AddSingleton<ContentPublication>()
        .AddSingleton(USyncKinds.From)
        .AddSingleton<USyncImporter>()
        .AddSingleton<USyncExporter>();
}

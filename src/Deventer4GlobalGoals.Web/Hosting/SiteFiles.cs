using Deventer4GlobalGoals.Cms.Kept;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.StaticFiles;

namespace Deventer4GlobalGoals.Web.Hosting;

/// <summary>Styles, scripts, drawings and typefaces.</summary>
public static class SiteFiles
{
    /// <summary>After this the file itself is looked at again.</summary>
    private static readonly TimeSpan LooksAgain = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddSiteFiles(this IServiceCollection services) => services.AddSingleton<IFileVersionProvider, FileVersions>();

    /// <summary>Addresses with a version (<c>?v=</c>) never change what they give, so browsers may keep them a year; others a day.</summary>
    public static IApplicationBuilder UseSiteFiles(this IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        ContentTypeProvider = new FileExtensionContentTypeProvider(),
        OnPrepareResponse = file =>
        {
            AnswerUse.MayBeKept(LooksAgain);
            file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v")
                ? "public, max-age=31536000, immutable"
                : "public, max-age=86400";
        },
    });
}

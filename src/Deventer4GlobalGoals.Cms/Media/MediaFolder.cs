using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Extensions;

namespace Deventer4GlobalGoals.Cms.Media;

/// <summary>
/// Where media files lie and under which path they are served: <c>Umbraco:CMS:Global:UmbracoMediaPhysicalRootPath</c> and
/// <c>UmbracoMediaPath</c>, by default <c>media/</c> in the content root, apart from the deployed files, and <c>/media</c>.
/// </summary>
public sealed class MediaFolder(IOptions<GlobalSettings> settings, IHostEnvironment host, Umbraco.Cms.Core.Hosting.IHostingEnvironment hosting)
{
    /// <summary>The absolute path of the folder.</summary>
    public string PhysicalPath
    {
        get
        {
            var configured = settings.Value.UmbracoMediaPhysicalRootPath;
            var path = string.IsNullOrWhiteSpace(configured) ? settings.Value.UmbracoMediaPath : configured;
            return Path.GetFullPath(Path.IsPathRooted(path) && !path.StartsWith('~') ? path : host.MapPathContentRoot(path));
        }
    }

    /// <summary>The path under which files are fetched, without a slash at the end.</summary>
    public string UrlPath => hosting.ToAbsolute(settings.Value.UmbracoMediaPath).TrimEnd('/');
}

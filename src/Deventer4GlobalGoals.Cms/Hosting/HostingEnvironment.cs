using Microsoft.AspNetCore.Hosting;
using IHostingEnvironment = Umbraco.Cms.Core.Hosting.IHostingEnvironment;

namespace Deventer4GlobalGoals.Cms.Hosting;

/// <summary>Tells Umbraco where it lives.</summary>
internal sealed class HostingEnvironment(IWebHostEnvironment host) : IHostingEnvironment
{
    public string? SiteName => host.ApplicationName;

    public string ApplicationId => host.ApplicationName;

    public string ApplicationPhysicalPath => host.ContentRootPath;

    public string LocalTempPath => Path.Combine(host.ContentRootPath, "umbraco", "Data", "TEMP");

    public string ApplicationVirtualPath => "/";

    public bool IsDebugMode => false;

    public bool IsHosted => true;

    /// <summary>The address of the first request, unless <c>Umbraco:CMS:WebRouting:UmbracoApplicationUrl</c> names another.</summary>
    public Uri ApplicationMainUrl { get; private set; } = new("http://localhost/");

    public string MapPathWebRoot(string path) => Map(host.WebRootPath ?? host.ContentRootPath, path);

    public string MapPathContentRoot(string path) => Map(host.ContentRootPath, path);

    public string ToAbsolute(string virtualPath)
    {
        ArgumentNullException.ThrowIfNull(virtualPath);
        return virtualPath.TrimStart('~');
    }

    public void EnsureApplicationMainUrl(Uri? currentApplicationUrl)
    {
        if (currentApplicationUrl is not null)
        {
            ApplicationMainUrl = currentApplicationUrl;
        }
    }

    private static string Map(string root, string path) =>
        Path.Combine(root, path.TrimStart('~', '/').Replace('/', Path.DirectorySeparatorChar));
}

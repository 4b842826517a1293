using System.ComponentModel.DataAnnotations;

namespace Deventer4GlobalGoals.Cms.Media;

/// <summary>
/// <c>Site:Media</c>: what Umbraco's own settings have no key for. Umbraco's own are <c>Umbraco:CMS:Imaging</c> (HMACSecretKey,
/// Cache:CacheFolder, Cache:BrowserMaxAge, Resize:MaxWidth, Resize:MaxHeight, Memory:MaximumConcurrentProcessing),
/// <c>Umbraco:CMS:Content:AllowedUploadedFileExtensions</c> and <c>DisallowedUploadedFileExtensions</c>, and
/// <c>Umbraco:CMS:Runtime:MaxRequestLength</c> (kilobytes; 29,297 when not set).
/// </summary>
public sealed class MediaOptions
{
    public const string Section = "Site:Media";

    /// <summary>Most pixels of one picture, width times height. Default 50,000,000: what large phones make.</summary>
    [Range(1, 1_000_000_000)]
    public long MaxPixels { get; set; } = 50_000_000;

    /// <summary>Most megabytes (1,048,576 bytes) of all pictures in other sizes together; the least recently used go first. Default 1,024.</summary>
    [Range(1, 1_048_576)]
    public int MaxCacheMegabytes { get; set; } = 1024;

    /// <summary>Widths in pixels that anybody may ask for without a signature, as <c>?width=640</c>.</summary>
    public ISet<int> Widths { get; } = new HashSet<int> { 160, 320, 480, 640, 800, 960, 1280, 1600, 1920 };
}

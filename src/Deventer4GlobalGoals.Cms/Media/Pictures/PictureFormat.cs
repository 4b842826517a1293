using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Deventer4GlobalGoals.Cms.Media.Pictures;

/// <summary>How a picture can be written.</summary>
/// <param name="Name">As in <c>format=</c>, and the extension of its files.</param>
/// <param name="MediaType">As in <c>Content-Type</c>.</param>
/// <param name="Saver">The operation of libvips.</param>
/// <param name="DefaultQuality">1 to 100; null for a format without loss.</param>
/// <param name="SaveOptions">Arguments of that operation.</param>
internal sealed record PictureFormat(string Name, string MediaType, string Saver, int? DefaultQuality, IReadOnlyList<(string Name, string Value)> SaveOptions)
{
    public static PictureFormat Jpeg { get; } = new("jpg", "image/jpeg", "jpegsave", 80, [("interlace", "true"), ("optimize_coding", "true"), ("background", "255")]);

    public static PictureFormat Png { get; } = new("png", "image/png", "pngsave", null, [("compression", "9")]);

    public static PictureFormat WebP { get; } = new("webp", "image/webp", "webpsave", 78, []);

    /// <summary>Effort 2 of 9: half the time of the default for some percents more bytes.</summary>
    public static PictureFormat Avif { get; } = new("avif", "image/avif", "heifsave", 55, [("compression", "av1"), ("effort", "2")]);

    public static IReadOnlyList<PictureFormat> All { get; } = [Jpeg, Png, WebP, Avif];

    /// <summary>Best first: the smallest files.</summary>
    private static IReadOnlyList<PictureFormat> Negotiated { get; } = [Avif, WebP];

    /// <summary>The format of this name; null when there is none.</summary>
    public static PictureFormat? Named(string name) => name.ToLowerInvariant() switch
    {
        "jpg" or "jpeg" => Jpeg,
        "png" => Png,
        "webp" => WebP,
        "avif" => Avif,
        _ => null,
    };

    /// <summary>What every browser can show, for a file of this extension; null when the file is no picture that can be scaled.</summary>
    public static PictureFormat? Fallback(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" or ".webp" or ".avif" => Jpeg,
        ".png" or ".gif" => Png,
        _ => null,
    };

    /// <summary>The best format that the browser names in <c>Accept</c> and that can be written here. <c>image/*</c> and <c>*/*</c> promise nothing.</summary>
    public static PictureFormat Negotiate(HttpRequest request, PictureFormat fallback, Func<PictureFormat, bool> canWrite)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return Negotiated.FirstOrDefault(format => canWrite(format) && accepted.Any(range => Accepts(range, format))) ?? fallback;
    }

    private static bool Accepts(MediaTypeHeaderValue range, PictureFormat format) =>
        range.MediaType.Equals(format.MediaType, StringComparison.OrdinalIgnoreCase) && range.Quality is null or > 0;
}

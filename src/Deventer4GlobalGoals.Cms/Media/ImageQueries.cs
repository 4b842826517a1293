using System.Globalization;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Media;

/// <summary>
/// Addresses of scaled pictures in the query style that Umbraco editors know (ImageSharp.Web's). Until pictures are scaled,
/// the same file answers for every size, so such an address is never wrong.
/// </summary>
internal sealed class ImageQueries : IImageUrlGenerator
{
    public IEnumerable<string> SupportedImageFileTypes { get; } = ["jpg", "jpeg", "png", "gif", "webp", "avif"];

    public string? GetImageUrl(ImageUrlGenerationOptions? options)
    {
        if (options?.ImageUrl is not { } url)
        {
            return null;
        }

        var query = string.Join('&', Parameters(options).Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={pair.Value}"));
        if (!string.IsNullOrEmpty(options.FurtherOptions))
        {
            query = (query + "&" + options.FurtherOptions.TrimStart('?', '&')).TrimStart('&');
        }

        return query.Length == 0 ? url : $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
    }

    private static IEnumerable<(string Key, string? Value)> Parameters(ImageUrlGenerationOptions options)
    {
        if (options.FocalPoint is { } focus)
        {
            yield return ("rxy", $"{Number(focus.Left)},{Number(focus.Top)}");
        }

        if (options.Crop is { } crop)
        {
            yield return ("cc", $"{Number(crop.Left)},{Number(crop.Top)},{Number(crop.Right)},{Number(crop.Bottom)}");
        }

        yield return ("width", options.Width?.ToString(CultureInfo.InvariantCulture));
        yield return ("height", options.Height?.ToString(CultureInfo.InvariantCulture));
        yield return ("rmode", options.ImageCropMode?.ToString().ToLowerInvariant());
        yield return ("ranchor", options.ImageCropAnchor?.ToString().ToLowerInvariant());
        yield return ("quality", options.Quality?.ToString(CultureInfo.InvariantCulture));
        yield return ("format", options.Format);
        yield return ("v", options.CacheBusterValue);
    }

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}

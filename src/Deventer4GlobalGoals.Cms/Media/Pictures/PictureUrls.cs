using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Media.Pictures;

/// <summary>
/// Addresses of pictures in another size, in the query style that Umbraco editors know (ImageSharp.Web's), each with a signature
/// as <c>hmac</c>: whoever changes a size has no signature for it.
/// </summary>
internal sealed class PictureUrls(PictureKey key) : IImageUrlGenerator, IImageUrlTokenGenerator
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

        return query.Length == 0 ? url : RefreshSignature($"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}");
    }

    /// <summary>The same address with a signature that holds now. An address that asks for nothing needs none.</summary>
    public string RefreshSignature(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var start = url.IndexOf('?', StringComparison.Ordinal);
        if (start < 0)
        {
            return url;
        }

        var fragment = url.IndexOf('#', start);
        var (query, rest) = fragment < 0 ? (url[(start + 1)..], string.Empty) : (url[(start + 1)..fragment], url[fragment..]);
        var kept = string.Join('&', query.Split('&').Where(part => !part.StartsWith(PictureRequest.SignatureParameter + "=", StringComparison.OrdinalIgnoreCase)));
        var canonical = PictureRequest.Canonical(QueryHelpers.ParseQuery(kept));
        var signature = canonical.Length == 0 ? string.Empty : $"&{PictureRequest.SignatureParameter}={key.Sign(Signed(PathOf(url[..start]), canonical))}";
        return $"{url[..start]}?{kept}{signature}{rest}";
    }

    /// <summary>What a signature stands for.</summary>
    /// <param name="path">The path of the file, decoded.</param>
    /// <param name="canonical">From <see cref="PictureRequest.Canonical"/>.</param>
    public static string Signed(string path, string canonical) => path + "?" + canonical;

    private static string PathOf(string url)
    {
        var path = Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https"
            ? absolute.AbsolutePath : url;
        return Uri.UnescapeDataString(path);
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

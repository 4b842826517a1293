using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors.ValueConverters;

namespace Umbraco.Extensions;

/// <summary>
/// Addresses of media pictures in another size, as views use them. Stands in for the type of this name in Umbraco.Web.Common:
/// same names, same arguments.
/// </summary>
public static class FriendlyImageCropperTemplateExtensions
{
    /// <summary>The address of a named crop in its own size; null when there is no such crop.</summary>
    public static string? GetCropUrl(this IPublishedContent mediaItem, string cropAlias, UrlMode urlMode = UrlMode.Default) =>
        mediaItem.GetCropUrl(cropAlias: cropAlias, useCropDimensions: true, urlMode: urlMode);

    /// <inheritdoc cref="GetCropUrl(IPublishedContent, string, UrlMode)"/>
    public static string? GetCropUrl(this MediaWithCrops mediaWithCrops, string cropAlias, UrlMode urlMode = UrlMode.Default) =>
        mediaWithCrops.GetCropUrl(cropAlias: cropAlias, useCropDimensions: true, urlMode: urlMode);

    /// <summary>The address of a picture in a size, in pixels.</summary>
    /// <returns>Null when the item has no file, or no crop of the name.</returns>
    public static string? GetCropUrl(
        this IPublishedContent mediaItem,
        int? width = null,
        int? height = null,
        string propertyAlias = Constants.Conventions.Media.File,
        string? cropAlias = null,
        int? quality = null,
        ImageCropMode? imageCropMode = null,
        ImageCropAnchor? imageCropAnchor = null,
        bool preferFocalPoint = false,
        bool useCropDimensions = false,
        bool cacheBuster = true,
        string? furtherOptions = null,
        UrlMode urlMode = UrlMode.Default)
    {
        ArgumentNullException.ThrowIfNull(mediaItem);
        var value = mediaItem.Value<ImageCropperValue>(propertyAlias) ?? new ImageCropperValue();
        var size = new ImageUrlGenerationOptions(mediaItem.MediaUrl(mode: urlMode, propertyAlias: propertyAlias))
        {
            Width = width, Height = height, Quality = quality, ImageCropMode = imageCropMode, ImageCropAnchor = imageCropAnchor,
            FurtherOptions = furtherOptions, CacheBusterValue = cacheBuster ? Version(mediaItem) : null,
        };
        return Url(value, size, cropAlias, preferFocalPoint, useCropDimensions);
    }

    /// <inheritdoc cref="GetCropUrl(IPublishedContent, int?, int?, string, string?, int?, ImageCropMode?, ImageCropAnchor?, bool, bool, bool, string?, UrlMode)"/>
    /// <remarks>What was chosen where the picture was picked goes before what the picture itself has.</remarks>
    public static string? GetCropUrl(
        this MediaWithCrops mediaWithCrops,
        int? width = null,
        int? height = null,
        string propertyAlias = Constants.Conventions.Media.File,
        string? cropAlias = null,
        int? quality = null,
        ImageCropMode? imageCropMode = null,
        ImageCropAnchor? imageCropAnchor = null,
        bool preferFocalPoint = false,
        bool useCropDimensions = false,
        bool cacheBuster = true,
        string? furtherOptions = null,
        UrlMode urlMode = UrlMode.Default)
    {
        ArgumentNullException.ThrowIfNull(mediaWithCrops);
        var own = mediaWithCrops.Content.Value<ImageCropperValue>(propertyAlias) ?? new ImageCropperValue();
        var size = new ImageUrlGenerationOptions(mediaWithCrops.Content.MediaUrl(mode: urlMode, propertyAlias: propertyAlias))
        {
            Width = width, Height = height, Quality = quality, ImageCropMode = imageCropMode, ImageCropAnchor = imageCropAnchor,
            FurtherOptions = furtherOptions, CacheBusterValue = cacheBuster ? Version(mediaWithCrops.Content) : null,
        };
        return Url(Merge(mediaWithCrops.LocalCrops, own), size, cropAlias, preferFocalPoint, useCropDimensions);
    }

    private static ImageCropperValue Merge(ImageCropperValue chosen, ImageCropperValue own) => new()
    {
        Src = own.Src,
        FocalPoint = chosen.FocalPoint ?? own.FocalPoint,
        Crops = (chosen.Crops ?? []).Concat(own.Crops ?? [])
            .GroupBy(crop => crop.Alias, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.FirstOrDefault(crop => crop.Coordinates is not null) ?? same.First())
            .ToArray(),
    };

    private static string? Url(ImageCropperValue value, ImageUrlGenerationOptions size, string? cropAlias, bool preferFocalPoint, bool useCropDimensions)
    {
        var crop = string.IsNullOrEmpty(cropAlias) ? null : value.GetCrop(cropAlias);
        if (string.IsNullOrEmpty(size.ImageUrl) || (crop is null && !string.IsNullOrEmpty(cropAlias)))
        {
            return null;
        }

        var cut = value.GetCropBaseOptions(size.ImageUrl, crop, preferFocalPoint);
        size.FocalPoint = cut.FocalPoint;
        size.Crop = cut.Crop;
        if (useCropDimensions && crop is not null)
        {
            size.Width = crop.Width;
            size.Height = crop.Height;
        }

        return StaticServiceProvider.Instance.GetRequiredService<IImageUrlGenerator>().GetImageUrl(size);
    }

    /// <summary>Differs whenever the item was saved, so that browsers may keep an address for good.</summary>
    private static string Version(IPublishedContent media) => media.UpdateDate.ToFileTimeUtc().ToString("x", CultureInfo.InvariantCulture);
}

using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors.ValueConverters;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Editors.Files;

/// <summary>Media as the Delivery API gives it where it was picked: what was chosen on the page goes before what the file has.</summary>
public sealed record ApiMediaWithCrops(
    Guid Id,
    string Name,
    string MediaType,
    string Url,
    string? Extension,
    int? Width,
    int? Height,
    int? Bytes,
    IDictionary<string, object?> Properties,
    ImageFocalPoint? FocalPoint,
    IEnumerable<ImageCrop>? Crops) : IApiMediaWithCrops
{
    public static ApiMediaWithCrops From(MediaWithCrops media, IApiMediaBuilder builder, IPublishedValueFallback fallback)
    {
        var item = builder.Build(media.Content);
        var own = media.Content.Value<ImageCropperValue>(fallback, Constants.Conventions.Media.File);
        var chosen = media.LocalCrops;
        return new ApiMediaWithCrops(
            item.Id,
            item.Name,
            item.MediaType,
            item.Url,
            item.Extension,
            item.Width,
            item.Height,
            item.Bytes,
            item.Properties,
            ApiCrops.FocalPoint(chosen) ?? ApiCrops.FocalPoint(own),
            Merge(chosen, own));
    }

    private static ImageCrop[]? Merge(ImageCropperValue chosen, ImageCropperValue? own)
    {
        var crops = (chosen.Crops ?? []).Concat(own?.Crops ?? [])
            .GroupBy(crop => crop.Alias)
            .Select(same => same.FirstOrDefault(crop => crop.Coordinates is not null) ?? same.First())
            .ToArray();
        return crops.Length == 0 ? null : [.. crops.Select(ApiCrops.Crop)];
    }
}

/// <summary>An image of the image cropper as the Delivery API gives it.</summary>
public sealed record ApiImageCropperValue(string Url, ImageFocalPoint? FocalPoint, IEnumerable<ImageCrop>? Crops);

internal static class ApiCrops
{
    public static ImageFocalPoint? FocalPoint(ImageCropperValue? value) =>
        value?.FocalPoint is { } point ? new ImageFocalPoint(point.Left, point.Top) : null;

    public static ImageCrop Crop(ImageCropperValue.ImageCropperCrop crop) => new(
        crop.Alias,
        crop.Width,
        crop.Height,
        crop.Coordinates is { } lines ? new ImageCropCoordinates(lines.X1, lines.Y1, lines.X2, lines.Y2) : null);
}

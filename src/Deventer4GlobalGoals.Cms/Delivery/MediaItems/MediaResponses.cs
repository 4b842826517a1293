using System.Text.Json.Serialization;
using Deventer4GlobalGoals.Cms.Editors.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors.ValueConverters;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Delivery.MediaItems;

/// <summary>A media item as the Delivery API gives it by itself. Its path is the names of its folders and its own: "/foto's/markt/".</summary>
public sealed record ApiMediaItem(
    string Path,
    DateTime CreateDate,
    DateTime UpdateDate,
    Guid Id,
    string Name,
    string MediaType,
    string Url,
    string? Extension,
    int? Width,
    int? Height,
    int? Bytes,
    [property: JsonPropertyOrder(1)] IDictionary<string, object?> Properties,
    [property: JsonPropertyOrder(1)] ImageFocalPoint? FocalPoint,
    [property: JsonPropertyOrder(1)] IEnumerable<ImageCrop>? Crops) : IApiMediaWithCropsResponse;

internal sealed class MediaResponses(
    IApiMediaBuilder builder,
    IPublishedValueFallback fallback,
    IPublishedMediaCache cache,
    IMediaNavigationQueryService navigation)
{
    public ApiMediaItem Build(IPublishedContent media)
    {
        var item = builder.Build(media);
        var file = media.Value<ImageCropperValue>(fallback, Constants.Conventions.Media.File);
        return new ApiMediaItem(
            Path(media),
            media.CreateDate,
            media.UpdateDate,
            item.Id,
            item.Name,
            item.MediaType,
            item.Url,
            item.Extension,
            item.Width,
            item.Height,
            item.Bytes,
            item.Properties,
            ApiCrops.FocalPoint(file),
            file?.Crops?.Select(ApiCrops.Crop).ToArray());
    }

    private string Path(IPublishedContent media)
    {
        var above = navigation.TryGetAncestorsKeys(media.Key, out var keys) ? keys.Select(cache.GetById).OfType<IPublishedContent>() : [];
        var names = above.Reverse().Append(media).Select(item => item.Name.ToLowerInvariant());
        return $"/{string.Join('/', names)}/";
    }
}
